/*
 * The landscape as boxes in boxes: domains, main functions, functions, and
 * in them the applications that serve them.  What the views of an ArchiMate
 * model and the map in SVG are drawn from.
 *
 * A box comes before what is in it.  Places are whole units of the drawing,
 * from its upper left corner.
 */
#ifndef IBP_EXCHANGE_BOXES_H
#define IBP_EXCHANGE_BOXES_H

#include "core/coverage.h"
#include "core/overlap.h"

enum ibp_box_kind {
	IBP_BOX_DOMAIN,
	IBP_BOX_MAIN, /* a main function */
	IBP_BOX_FUNCTION,
	IBP_BOX_APPLICATION,
	IBP_BOX_NOTE, /* a word that stands where no application does */
	IBP_BOX_KINDS
};

enum ibp_box_look {
	IBP_LOOK_PLAIN,
	IBP_LOOK_GAP,        /* a system is expected, and there is none */
	IBP_LOOK_UNEXPECTED, /* none is expected */
	IBP_LOOK_EXCLUDED,   /* not for this board */
	IBP_LOOK_OVERLAP,    /* shares its work with one beside it */
	IBP_LOOK_PLANNED,
	IBP_LOOKS
};

struct ibp_box_style;

struct ibp_box {
	enum ibp_box_kind kind;
	enum ibp_box_look look;
	const char *title;
	uint32_t element;   /* index in the model, or IBP_FORA_NONE */
	size_t application; /* index in the landscape */
	size_t parent;      /* index; SIZE_MAX: none */
	size_t end;         /* the index behind the last box in it */
	/* How long the title is in letters of this style. */
	const struct ibp_box_style *drawn_by;
	int drawn;
	int x;
	int y;
	int width;
	int height;
};

/* Zero it before use. */
struct ibp_boxes {
	struct ibp_arena arena;
	struct ibp_box *items;
	size_t count;
	size_t capacity;
	int width; /* of all, once they are laid out */
	int height;
};

struct ibp_box_style {
	int size[IBP_BOX_KINDS]; /* of letters */
	bool bold[IBP_BOX_KINDS];
	int line;   /* percent of the size from line to line */
	int pad;    /* between the edge of a box and what is in it */
	int gap;    /* between two boxes */
	int column; /* the width of a main function */
};

/* COVERAGE is of functions, OVERLAPS of the same cover. */
void ibp_boxes_make(const struct ibp_cover *cover,
		    const struct ibp_coverage *coverage,
		    const struct ibp_overlaps *overlaps,
		    struct ibp_boxes *boxes);
void ibp_boxes_release(struct ibp_boxes *boxes);

/* Applications and notes: as wide as their title, next to each other. */
bool ibp_box_is_small(const struct ibp_box *box);

/*
 * Lays out one domain, the box with this INDEX, with its corner at X and Y,
 * in about as many columns as make it WIDE by HIGH.
 */
void ibp_boxes_lay_domain(struct ibp_boxes *boxes, size_t index,
			  const struct ibp_box_style *style, int x, int y,
			  int wide, int high);

/*
 * Lays out all domains side by side, so that the whole fills a page WIDE by
 * HIGH as well as it can.
 */
void ibp_boxes_lay_page(struct ibp_boxes *boxes,
			const struct ibp_box_style *style, int wide, int high);

#endif
