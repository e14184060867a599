/*
 * The desk of fora-map: what its screens share, and how they change the
 * board's file.
 */
#ifndef IBP_TUI_MAP_DESK_H
#define IBP_TUI_MAP_DESK_H

#include "core/application_row.h"
#include "core/coverage.h"
#include "core/derived.h"
#include "core/element_row.h"
#include "tui/map.h"
#include "tui/map_acts.h"
#include "tui/map_table.h"
#include "tui/marks.h"
#include "tui/rows.h"
#include "tui/work.h"

/* What the questions are answered with: made when first asked for. */
struct ibp_map_answers {
	struct ibp_cover *cover;
	struct ibp_coverage functions;
	bool has_functions;
	struct ibp_arena arena; /* of derived */
	struct ibp_derived *derived;
};

struct ibp_map {
	struct ibp_work work;
	const struct ibp_map_setup *setup;
	const struct ibp_fora *fora;
	const struct ibp_board *board; /* NULL: no data file yet */
	struct ibp_landscape *now;     /* NULL: likewise */
	/* Counts up when indexes of applications mean others than before. */
	unsigned long renumbered;
	struct ibp_marks applications; /* by index in the landscape */
	struct ibp_marks elements;     /* by index in the model */
	struct ibp_marks proposals;    /* by row of their screen */
	struct ibp_map_answers answers;
};

/* On any terminal, until the person quits. */
enum ibp_status ibp_map_run(const struct ibp_map_setup *setup,
			    const struct ibp_term *term, struct ibp_error *err);

/* How the file is worked in. */
extern const struct ibp_work_kind ibp_map_work;

/* The tool behind APP. */
struct ibp_map *ibp_map_of(struct ibp_app *app);

/* Reads the values anew. */
enum ibp_status ibp_map_load(struct ibp_map *map, struct ibp_error *err);
void ibp_map_release(struct ibp_map *map);

/* ---- Answers, as of today: map_answers.c ---- */

void ibp_map_answers_drop(struct ibp_map_answers *answers);

const struct ibp_cover *ibp_map_cover(struct ibp_map *map);
const struct ibp_coverage *ibp_map_functions(struct ibp_map *map);
const struct ibp_derived *ibp_map_derived(struct ibp_map *map);

/*
 * Who serves an element as one sign: 1 to 9, + for more, p planned, ? a gap,
 * x not for us, . nothing and none expected.
 */
char ibp_map_sign(const struct ibp_cover *cover, uint32_t element);

/* The same in words: "3 applications", "gap", "not for us". */
void ibp_map_add_state(const struct ibp_cover *cover, uint32_t element,
		       struct ibp_buf *text);

/* The names of who is in a row of SETS, with commas; WITHOUT may be NULL. */
void ibp_map_add_names(const struct ibp_cover *cover,
		       const struct ibp_sets *sets, size_t row,
		       const struct ibp_sets *without, struct ibp_buf *text);

/* ---- Values ---- */

/* The index of the application with this number; NONE: it is gone. */
#define IBP_MAP_NONE SIZE_MAX
size_t ibp_map_find(const struct ibp_map *map, long id);

const struct ibp_application *ibp_map_application(const struct ibp_map *map,
						  size_t index);

/* Its place on ELEMENT, or NULL. */
const struct ibp_placement *ibp_map_placement(
	const struct ibp_application *application, uint32_t element);

/* Why ELEMENT itself is not for this board, or NULL. */
const struct ibp_exclusion *ibp_map_exclusion(const struct ibp_map *map,
					      uint32_t element);

/* "main", "partial", "planned", as a person reads it. */
const char *ibp_map_kind_label(enum ibp_placement_kind kind);
const char *ibp_map_kind_short(enum ibp_placement_kind kind);

/* Whether something can be placed on ELEMENT. */
bool ibp_map_can_place(const struct ibp_map *map, uint32_t element);

/* A sentence begins behind another one. */
void ibp_map_add_sentence(struct ibp_buf *text, const char *sentence);
/* "LABEL: VALUE" as a sentence; nothing for an empty value. */
void ibp_map_add_fact(struct ibp_buf *text, const char *label,
		      const char *value);

/* The field of a table whose choices WORD is one of, as a person reads it. */
void ibp_map_add_field(const struct ibp_field *fields, const char *name,
		       const char *value, struct ibp_buf *text);

/* ---- Changes: map_change.c ---- */

/* As ibp_work_add_change, where the desk is at hand. */
void ibp_map_add_change(const struct ibp_map *map, struct ibp_changes *changes,
			enum ibp_subject subject, const char *key,
			const char *field, const char *to);

/* A number for a new one, as a text in ARENA. */
enum ibp_status ibp_map_new_key(const struct ibp_map *map,
				enum ibp_subject subject,
				struct ibp_arena *arena, const char **key,
				struct ibp_error *err);

/* What can be chosen for a field: see struct ibp_work_kind. */
void ibp_map_offer(struct ibp_app *app, const struct ibp_field *field,
		   struct ibp_dialog *dialog);

/* Asks for a name and makes the application, which is opened. */
unsigned ibp_map_ask_new(struct ibp_app *app);

/* Removes the application with all that is said about it, in one step. */
unsigned ibp_map_remove(struct ibp_app *app, size_t index);

/*
 * Acts on the application with this INDEX, or on the marked ones.
 * IBP_REACT_PASS: not an act on applications.
 */
unsigned ibp_map_application_act(struct ibp_app *app, size_t index, int act);

/* Asks for FIELD of the application or of the agreement about it. */
unsigned ibp_map_ask_field(struct ibp_app *app, size_t index,
			   enum ibp_subject subject,
			   const struct ibp_field *field);

/* Asks which field, and then for its value. */
unsigned ibp_map_ask_any_field(struct ibp_app *app, size_t index);

/* ---- Placing: map_placing.c ---- */

enum ibp_map_placing {
	IBP_MAP_TOGGLE, /* places; where all are there: takes away */
	IBP_MAP_SET,    /* with this kind */
	IBP_MAP_CLEAR
};

/*
 * The marked applications, or the one with this INDEX, on the marked
 * elements, or on ELEMENT: in one step.
 */
unsigned ibp_map_place(struct ibp_app *app, size_t index, uint32_t element,
		       enum ibp_map_placing how, enum ibp_placement_kind kind);

/* Adds what it takes to place the application on ELEMENT. */
enum ibp_status ibp_map_add_placement(const struct ibp_map *map,
				      struct ibp_changes *changes,
				      size_t application, uint32_t element,
				      enum ibp_placement_kind kind,
				      struct ibp_error *err);

void ibp_map_add_unplaced(const struct ibp_placement *place,
			  struct ibp_changes *changes);

/* Whether a place or an exclusion must be looked at again. */
bool ibp_map_has_new(const struct ibp_map *map, size_t application);

/* Adds that they still hold. */
void ibp_map_add_confirmed(const struct ibp_map *map, size_t application,
			   struct ibp_changes *changes);

/* Says that the places of the application still hold: the marks go. */
unsigned ibp_map_confirm(struct ibp_app *app, size_t index);

/* ---- map_exclude.c ---- */

void ibp_map_add_exclusion(const struct ibp_map *map, size_t element,
			   const char *reason, struct ibp_changes *changes);

/* ELEMENT, or the marked ones: IBP_REACT_PASS for another act. */
unsigned ibp_map_element_act(struct ibp_app *app, uint32_t element, int act);

/* ---- Schools and couplings: map_relate.c ---- */

/*
 * Adds that the school begins or ceases to use it; 0: every school does,
 * which is what no list means.
 */
enum ibp_status ibp_map_toggle_school(const struct ibp_map *map,
				      const struct ibp_application *application,
				      long school, struct ibp_changes *changes,
				      struct ibp_error *err);

enum ibp_status ibp_map_add_coupling(const struct ibp_map *map,
				     struct ibp_changes *changes, long from,
				     long to, long *id, struct ibp_error *err);

unsigned ibp_map_ask_schools(struct ibp_app *app, size_t index);
unsigned ibp_map_ask_coupling(struct ibp_app *app, size_t index);

/* The coupling with this number, or NULL. */
const struct ibp_coupling *ibp_map_find_coupling(const struct ibp_map *map,
						 long id);
const char *ibp_map_coupling_value(const struct ibp_coupling *c,
				   const char *field);

/* ---- Lists ---- */

extern const struct ibp_rows_kind ibp_map_application_rows;

/* The elements of ITEMS that match EXPR, sorted; NULL: all, as they are. */
enum ibp_status ibp_map_select_elements(struct ibp_map *map, const char *expr,
					const char *sort, size_t *items,
					size_t *count, struct ibp_arena *arena,
					struct ibp_error *err);

/* What all lists of elements have: the rest of a struct ibp_rows_kind. */
#define IBP_MAP_ELEMENT_ROWS                                                  \
	.has = ibp_map_element_has, .marks = ibp_map_element_marks,           \
	.add_marks = ibp_map_add_element_marks,                               \
	.filters = ibp_map_element_filters, .sorts = ibp_map_element_sorts,   \
	.which = N_("Which elements?"),                                       \
	.fields = N_("A field, = != < <= > >= or ~ (contains), and a value; " \
		     "join them with and, or, not and brackets. For "         \
		     "example: state=gap and domain~onderwijs. Fields: "      \
		     "name type domain parent state (covered, planned, gap, " \
		     "none-needed, excluded) applications application "       \
		     "reason."),                                              \
	.searched = N_("In the names of elements and of the applications "    \
		       "that serve them. Capitals and accents do not matter.")

bool ibp_map_element_has(struct ibp_app *app, size_t index, const char *word);
struct ibp_marks *ibp_map_element_marks(struct ibp_app *app);
void ibp_map_add_element_marks(size_t count, struct ibp_buf *text);
extern const struct ibp_named_filter ibp_map_element_filters[];
extern const struct ibp_sort_key ibp_map_element_sorts[];

/* Makes ROWS anew where indexes mean other applications than when SEEN. */
void ibp_map_follow_rows(struct ibp_app *app, struct ibp_rows *rows,
			 unsigned long *seen);

/* ---- Views ---- */

void ibp_map_open_landscape(struct ibp_app *app);
void ibp_map_open_applications(struct ibp_app *app);
void ibp_map_open_application(struct ibp_app *app, long id);
void ibp_map_open_heat(struct ibp_app *app);
void ibp_map_open_coupling(struct ibp_app *app, long id);
void ibp_map_open_first(struct ibp_app *app);

/* Back to the first screen, with these selected where there are any. */
void ibp_map_go_to_landscape(struct ibp_app *app, size_t application,
			     uint32_t element);

enum ibp_map_scope {
	IBP_MAP_SCOPE_ALL,
	IBP_MAP_SCOPE_DOMAIN,
	IBP_MAP_SCOPE_GAPS
};

/* Functions with who serves them; WHICH: the domain, an element. */
void ibp_map_open_elements(struct ibp_app *app, enum ibp_map_scope scope,
			   uint32_t which);
void ibp_map_open_element(struct ibp_app *app, uint32_t element);

/* WHICH: an application's number or an element; DATE: the other day. */
void ibp_map_open_answers(struct ibp_app *app, enum ibp_map_question question,
			  long which, const char *date);

/* Asks for the day first. */
unsigned ibp_map_ask_moment(struct ibp_app *app);

#endif
