/*
 * The desk at which a person works: what the views of ibp-scan share, and
 * how they change the board's file.
 */
#ifndef IBP_TUI_DESK_H
#define IBP_TUI_DESK_H

#include "core/norm_row.h"
#include "tui/marks.h"
#include "tui/scan.h"
#include "tui/scan_acts.h"
#include "tui/work.h"

struct ibp_desk {
	struct ibp_work work;
	const struct ibp_scan_setup *setup;
	const struct ibp_framework *framework;
	const struct ibp_board *board; /* NULL: no data file yet */
	struct ibp_assessment *now;    /* NULL: likewise */
	uint64_t checks_off;           /* core/check.h */
	struct ibp_marks marks;        /* of norms */
	bool step_on;                  /* after a score to the next norm */
};

/* On any terminal, until the person quits. */
enum ibp_status ibp_desk_run(const struct ibp_scan_setup *setup,
			     const struct ibp_term *term,
			     struct ibp_error *err);

/* How the file is worked in. */
extern const struct ibp_work_kind ibp_desk_work;

/* The tool behind APP. */
struct ibp_desk *ibp_desk_of(struct ibp_app *app);

/* Reads the values anew. */
enum ibp_status ibp_desk_load(struct ibp_desk *desk, struct ibp_error *err);
/*
 * After another assessment was read: every screen was about the one before,
 * perhaps with other norms, so only a new dashboard stays.
 */
void ibp_desk_start_anew(struct ibp_app *app);
void ibp_desk_release(struct ibp_desk *desk);

/* What the person switched on the last time. */
void ibp_desk_read_settings(struct ibp_app *app);

/* ---- Values ---- */

const struct ibp_norm *ibp_desk_norm(const struct ibp_desk *desk, size_t index);
const struct ibp_answer *ibp_desk_answer(const struct ibp_desk *desk,
					 size_t index);
int ibp_desk_target(const struct ibp_desk *desk, size_t index);

/* Past its due date and not done. */
bool ibp_desk_is_late(const struct ibp_desk *desk, size_t index);

/* "2 Herhaalbaar", "not applicable", "open". */
void ibp_desk_add_score(const struct ibp_desk *desk, int score,
			struct ibp_buf *text);
/* The colour of a score, for its first column. */
unsigned ibp_desk_score_look(int score);

/* The code, with a "?" where it is not official. */
void ibp_desk_add_code(const struct ibp_norm *norm, struct ibp_buf *text);
/* The title, with a "~" where it is a working title. */
void ibp_desk_add_title(const struct ibp_norm *norm, struct ibp_buf *text);

/* The evidence with this number, or NULL. */
const struct ibp_evidence *ibp_desk_find_evidence(const struct ibp_desk *desk,
						  long id);

/* ---- Changes ---- */

/* As ibp_work_add_change, where the desk is at hand. */
void ibp_desk_add_change(const struct ibp_desk *desk,
			 struct ibp_changes *changes, enum ibp_subject subject,
			 const char *key, const char *field, const char *to);

/* In one step, so that one undo brings it back. */
void ibp_desk_remove_evidence(struct ibp_app *app,
			      const struct ibp_evidence *one);

/* ---- Acts on norms: the one shown, or the marked ones ---- */

/* IBP_REACT_PASS: not an act on norms. */
unsigned ibp_desk_norm_act(struct ibp_app *app, size_t index, int act,
			   long key);

/* Asks for the score of a second assessor, or the one both settle on. */
unsigned ibp_desk_four_eyes(struct ibp_app *app, size_t index);

/* What can be chosen for a field: see struct ibp_work_kind. */
void ibp_desk_offer(struct ibp_app *app, const struct ibp_field *field,
		    struct ibp_dialog *dialog);

/* ---- Views ---- */

void ibp_desk_open_dashboard(struct ibp_app *app);
void ibp_desk_open_first(struct ibp_app *app);

enum ibp_scan_scope {
	IBP_SCOPE_ALL,
	IBP_SCOPE_PART,
	IBP_SCOPE_DOMAIN,
	IBP_SCOPE_GAPS
};

/* WHICH part or domain. */
void ibp_desk_open_norms(struct ibp_app *app, enum ibp_scan_scope scope,
			 size_t which);

/* ROWS (copied) are the norms that lie before and after it; may be NULL. */
void ibp_desk_open_norm(struct ibp_app *app, size_t index, const size_t *rows,
			size_t count);
void ibp_desk_open_evidences(struct ibp_app *app, size_t index);
void ibp_desk_open_assessments(struct ibp_app *app);
void ibp_desk_open_evidence(struct ibp_app *app, long id);

#endif
