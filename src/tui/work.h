/*
 * Working in the board's file from a full screen: making changes, taking
 * them back, and asking for the value of a field.  Every tool's desk has one
 * of these; app->setup.work points to it.
 */
#ifndef IBP_TUI_WORK_H
#define IBP_TUI_WORK_H

#include "tui/app.h"
#include "tui/file_calls.h"

/* What only the tool knows. */
struct ibp_work_kind {
	/* Reads the values anew, after something was changed. */
	enum ibp_status (*load)(struct ibp_app *app, struct ibp_error *err);
	/* Adds one change, with what is there now as `from`. */
	void (*add_change)(struct ibp_app *app, struct ibp_changes *changes,
			   enum ibp_subject subject, const char *key,
			   const char *field, const char *to);
	/* Adds what can be chosen for FIELD beside its own choices. */
	void (*offer)(struct ibp_app *app, const struct ibp_field *field,
		      struct ibp_dialog *dialog);
	/* A field of things of SUBJECT was filled in. */
	void (*filled_in)(struct ibp_app *app, enum ibp_subject subject);
	/* Acts that are the same on every screen with a data file. */
	unsigned (*act)(struct ibp_app *app, int act);
};

struct ibp_work {
	const struct ibp_work_kind *kind;
	const struct ibp_file_calls *calls;
	const char *today;
	const char *notice; /* why reading only; may be NULL */
	bool writable;
	bool has_file;
};

/* ---- Changes ---- */

/* Adds one with what is there now as `from`. */
void ibp_work_add_change(struct ibp_app *app, struct ibp_changes *changes,
			 enum ibp_subject subject, const char *key,
			 const char *field, const char *to);

/*
 * Makes CHANGES as one step, reads the values anew, tells the views, and
 * says what was done.  Reading only: a sentence in ERR.
 */
enum ibp_status ibp_work_change(struct ibp_app *app,
				struct ibp_changes *changes,
				struct ibp_error *err);

/* The same where there is no dialog for the failure: it becomes the news. */
unsigned ibp_work_change_or_say(struct ibp_app *app,
				struct ibp_changes *changes);

/* Whether changes can be made; says why not. */
bool ibp_work_can_write(struct ibp_app *app);

/* Undo, redo, the log, and what the tool has on every screen; else PASS. */
unsigned ibp_work_act(struct ibp_app *app, int act);

/* A number for a new thing, as text in ARENA. */
enum ibp_status ibp_work_new_key(struct ibp_app *app, enum ibp_subject subject,
				 struct ibp_arena *arena, const char **key,
				 struct ibp_error *err);

/* For struct ibp_app_setup. */
void ibp_work_keep_draft(struct ibp_work *work, const char *name,
			 const char *text);
char *ibp_work_find_draft(struct ibp_work *work, const char *name);

/* A canonical VALUE of FIELD as a person reads it; nothing for NULL. */
void ibp_work_add_value(const struct ibp_field *field, const char *value,
			struct ibp_buf *text);

/* ---- In work_ask.c: asking for the value of a field ---- */

/* Of what: things of one subject by their keys. */
struct ibp_work_things {
	enum ibp_subject subject;
	size_t count;
	const char **keys; /* copied */
};

unsigned ibp_work_ask(struct ibp_app *app, const struct ibp_work_things *things,
		      const struct ibp_field *field, const char *title,
		      const char *value);

/* Adds a choice to DIALOG where no other has the same value. */
void ibp_work_offer(struct ibp_dialog *dialog, const char *value);

/* ---- In log_view.c ---- */

/* KEY: of one thing, which the title calls NAME; NULL: of everything. */
void ibp_log_open(struct ibp_app *app, const char *key, const char *name);

#endif
