#include "exchange/landscape_svg.h"

#include <string.h>

#include "base/i18n.h"
#include "exchange/text_width.h"
#include "exchange/xml_text.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A sheet of A3 lying down, in millimetres, and what is left for the map. */
#define PAGE_WIDTH 420
#define PAGE_HEIGHT 297
#define MAP_WIDTH 404
#define MAP_HEIGHT 266

#define MARGIN 260 /* five millimetres and more: printers need them */
#define TITLE_SIZE 240
#define SUBTITLE_SIZE 150
#define HEAD 560 /* above the map */
#define FOOT 600 /* below it, with the legend */
#define LEGEND_SIZE 120
#define LEGEND_WIDTH 420
#define LEGEND_HEIGHT 190
/* Of the size of letters: from the top of a line to their feet. */
#define BASELINE_PERCENT 98

static const struct ibp_box_style style = {
	.size = {[IBP_BOX_DOMAIN] = 150,
		 [IBP_BOX_MAIN] = 130,
		 [IBP_BOX_FUNCTION] = 112,
		 [IBP_BOX_APPLICATION] = 104,
		 [IBP_BOX_NOTE] = 104},
	.bold = {[IBP_BOX_DOMAIN] = true,
		 [IBP_BOX_MAIN] = true,
		 [IBP_BOX_NOTE] = true},
	.line = 118,
	.pad = 42,
	.gap = 34,
	.column = 2450,
};

/*
 * Looks differ in grey, in the line around them and in their pattern, so
 * that no colour is needed to tell them apart.
 */
static const char styles[] =
	"text{font-family:Arial,Helvetica,'Liberation Sans','DejaVu "
	"Sans',sans-serif;fill:#000}\n"
	".bold{font-weight:bold}\n"
	"rect{stroke:#000;stroke-width:7;fill:#fff}\n"
	".domain{stroke-width:18}\n"
	".main{fill:#ececec}\n"
	".application{fill:#d6e4f2;stroke-width:5}\n"
	".gap{fill:url(#gap);stroke-width:16}\n"
	".unexpected{stroke-dasharray:50 30}\n"
	".excluded{fill:url(#excluded);stroke-dasharray:10 20}\n"
	".planned{fill:#fff;stroke-dasharray:30 20}\n"
	".band{fill:#000;stroke:none}\n"
	".note{fill:#fff;stroke:none}\n"
	/* Letters on a pattern. */
	".clear{paint-order:stroke;stroke:#fff;stroke-width:36}\n";

static const char patterns[] =
	"<pattern id=\"gap\" width=\"60\" height=\"60\" "
	"patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
	"<path d=\"M0 0H60V60H0z\" fill=\"#fff\"/>"
	"<path d=\"M0 0V60\" stroke=\"#777\" stroke-width=\"16\"/>"
	"</pattern>\n"
	"<pattern id=\"excluded\" width=\"60\" height=\"60\" "
	"patternUnits=\"userSpaceOnUse\">"
	"<path d=\"M0 0H60V60H0z\" fill=\"#fff\"/>"
	"<circle cx=\"30\" cy=\"30\" r=\"8\" fill=\"#888\"/></pattern>\n";

static const char *const kind_classes[IBP_BOX_KINDS] = {
	[IBP_BOX_DOMAIN] = "domain",     [IBP_BOX_MAIN] = "main",
	[IBP_BOX_FUNCTION] = "function", [IBP_BOX_APPLICATION] = "application",
	[IBP_BOX_NOTE] = "note",
};

static const char *const look_classes[IBP_LOOKS] = {
	[IBP_LOOK_PLAIN] = "",
	[IBP_LOOK_GAP] = " gap",
	[IBP_LOOK_UNEXPECTED] = " unexpected",
	[IBP_LOOK_EXCLUDED] = " excluded",
	[IBP_LOOK_OVERLAP] = " overlap",
	[IBP_LOOK_PLANNED] = " planned",
};

static void add_rect(struct ibp_buf *out, const char *class, const char *look,
		     int x, int y, int width, int height)
{
	ibp_buf_addf(out,
		     "<rect class=\"%s%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
		     "height=\"%d\"/>\n",
		     class, look, x, y, width, height);
}

static void add_line(struct ibp_buf *out, const char *text, size_t length,
		     const char *class, int size, int x, int y)
{
	ibp_buf_addf(out,
		     "<text class=\"%s\" font-size=\"%d\" x=\"%d\" "
		     "y=\"%d\">",
		     class, size, x, y);
	ibp_xml_add_bytes(out, text, length);
	ibp_buf_add(out, "</text>\n");
}

/* The title of a box, in as many lines as it was measured to take. */
static void add_title(struct ibp_buf *out, const struct ibp_box *box, int x,
		      int y)
{
	int size = style.size[box->kind];
	bool bold = style.bold[box->kind];
	bool is_patterned =
		box->look == IBP_LOOK_GAP || box->look == IBP_LOOK_EXCLUDED;
	const char *class = bold ? "bold" : is_patterned ? "clear" : "plain";
	const char *text = box->title;
	size_t skip;
	size_t length;

	y += ibp_box_is_small(box) ? style.pad / 2 : style.pad;
	y += size * BASELINE_PERCENT / 100;
	for (;;) {
		length = ibp_text_drawn_line(text, box->width - 2 * style.pad,
					     size, bold, &skip);
		if (!skip)
			break;
		add_line(out, text, length, class, size, x + style.pad, y);
		y += size * style.line / 100;
		text += skip;
	}
}

static void add_box(struct ibp_buf *out, const struct ibp_box *box)
{
	int x = box->x + MARGIN;
	int y = box->y + HEAD;
	/* The word of a note stands on white, its pattern is around it. */
	const char *look =
		box->kind == IBP_BOX_NOTE ? "" : look_classes[box->look];

	add_rect(out, kind_classes[box->kind], look, x, y, box->width,
		 box->height);
	if (box->look == IBP_LOOK_OVERLAP)
		add_rect(out, "band", "", x, y, style.pad / 2, box->height);
	add_title(out, box, x, y);
}

/* Gives how far it reaches. */
static int add_legend(struct ibp_buf *out, int y)
{
	const struct {
		const char *kind;
		enum ibp_box_look look;
		const char *text;
	} entries[] = {
		{"application", IBP_LOOK_PLAIN,
		 C_("map", "application in use")},
		{"application", IBP_LOOK_OVERLAP,
		 C_("map", "overlap: does the same work as another")},
		{"application", IBP_LOOK_PLANNED, C_("map", "planned")},
		{"function", IBP_LOOK_GAP,
		 C_("map", "gap: a system is expected")},
		{"function", IBP_LOOK_UNEXPECTED,
		 C_("map", "no system is expected")},
		{"function", IBP_LOOK_EXCLUDED, C_("map", "not for us")},
	};
	int x = MARGIN;

	for (size_t i = 0; i < COUNT(entries); i++) {
		const char *text = entries[i].text;
		size_t length = strlen(text);

		add_rect(out, entries[i].kind, look_classes[entries[i].look], x,
			 y, LEGEND_WIDTH, LEGEND_HEIGHT);
		if (entries[i].look == IBP_LOOK_OVERLAP)
			add_rect(out, "band", "", x, y, style.pad / 2,
				 LEGEND_HEIGHT);
		x += LEGEND_WIDTH + style.pad;
		add_line(out, text, length, "plain", LEGEND_SIZE, x,
			 y + (LEGEND_HEIGHT + LEGEND_SIZE) / 2);
		x += ibp_text_drawn(text, length, LEGEND_SIZE, false) +
		     2 * LEGEND_SIZE;
	}
	return x;
}

/* Likewise. */
static int add_head(struct ibp_buf *out, const char *title,
		    const char *subtitle)
{
	size_t length = strlen(title);
	int width = ibp_text_drawn(title, length, TITLE_SIZE, true);

	add_line(out, title, length, "bold", TITLE_SIZE, MARGIN,
		 MARGIN + TITLE_SIZE / 2);
	add_line(out, subtitle, strlen(subtitle), "plain", SUBTITLE_SIZE,
		 MARGIN + width + TITLE_SIZE, MARGIN + TITLE_SIZE / 2);
	return MARGIN + width + TITLE_SIZE +
	       ibp_text_drawn(subtitle, strlen(subtitle), SUBTITLE_SIZE, false);
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static void open_picture(struct ibp_buf *out, const char *title, int width,
			 int height)
{
	ibp_buf_addf(out,
		     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		     "width=\"%dmm\" height=\"%dmm\" "
		     "viewBox=\"0 0 %d %d\">\n<title>",
		     PAGE_WIDTH, PAGE_HEIGHT, width, height);
	ibp_xml_add_text(out, title);
	ibp_buf_addf(out, "</title>\n<style>\n%s</style>\n<defs>\n%s</defs>\n",
		     styles, patterns);
	ibp_buf_addf(out,
		     "<rect class=\"note\" width=\"%d\" "
		     "height=\"%d\"/>\n",
		     width, height);
}

void ibp_landscape_svg(struct ibp_boxes *boxes, const char *title,
		       const char *subtitle, struct ibp_buf *out)
{
	struct ibp_buf body = {0};
	int width;

	ibp_boxes_lay_page(boxes, &style, MAP_WIDTH, MAP_HEIGHT);
	width = larger(boxes->width + MARGIN, add_head(&body, title, subtitle));
	width = larger(width,
		       add_legend(&body, HEAD + boxes->height + LEGEND_SIZE));
	for (size_t i = 0; i < boxes->count; i++)
		add_box(&body, &boxes->items[i]);
	open_picture(out, title, width + MARGIN, HEAD + boxes->height + FOOT);
	ibp_buf_add_bytes(out, body.data, body.length);
	ibp_buf_add(out, "</svg>\n");
	ibp_buf_release(&body);
}
