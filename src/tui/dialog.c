#include "tui/dialog.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/key.h"

static bool has_text(const struct ibp_dialog *dialog)
{
	return dialog->kind != IBP_DIALOG_CHOICE;
}

static bool is_note(const struct ibp_dialog *dialog)
{
	return dialog->kind == IBP_DIALOG_NOTE;
}

const char *ibp_dialog_typed(const struct ibp_dialog *dialog)
{
	return ibp_buf_text(is_note(dialog) ? &dialog->area.text :
					      &dialog->input.text);
}

/* How well an option fits what is typed, from the whole of it to not at all. */
enum { WHOLE, STARTS, STARTS_A_WORD, CONTAINS, FITS_NOT };

static int distance(const struct ibp_dialog_option *option, const char *typed)
{
	char *label = ibp_text_fold(option->label);
	const char *found = strstr(label, typed);
	int far = FITS_NOT;

	if (!strcmp(label, typed))
		far = WHOLE;
	else if (found == label)
		far = STARTS;
	else if (found && found[-1] == ' ')
		far = STARTS_A_WORD;
	else if (found ||
		 (option->words && ibp_text_contains(option->words, typed)))
		far = CONTAINS;
	free(label);
	return far;
}

/* Which options match what is typed, the nearest first. */
static void match(struct ibp_dialog *dialog)
{
	size_t count = dialog->option_count;
	char *typed = ibp_text_fold(ibp_dialog_typed(dialog));
	int *far = ibp_alloc((count + 1) * sizeof(*far));

	for (size_t i = 0; i < count; i++)
		far[i] = distance(&dialog->options[i], typed);
	dialog->shown_count = 0;
	for (int wanted = WHOLE; wanted < FITS_NOT; wanted++)
		for (size_t i = 0; i < count; i++)
			if (far[i] == wanted)
				dialog->shown[dialog->shown_count++] = i;
	free(far);
	free(typed);
}

struct ibp_dialog *ibp_dialog_new(enum ibp_dialog_kind kind, const char *title,
				  const char *text, const char *value,
				  size_t max)
{
	struct ibp_dialog *dialog = ibp_alloc(sizeof(*dialog));

	dialog->kind = kind;
	dialog->title = ibp_arena_strdup(&dialog->arena, title);
	dialog->text = ibp_arena_strdup(&dialog->arena, text);
	if (kind == IBP_DIALOG_NOTE)
		ibp_area_set(&dialog->area, value, max);
	else
		ibp_input_set(&dialog->input, value, max);
	dialog->focus = kind == IBP_DIALOG_CHOICE || kind == IBP_DIALOG_PICK ?
				IBP_FOCUS_LIST :
				IBP_FOCUS_TEXT;
	return dialog;
}

void ibp_dialog_free(struct ibp_dialog *dialog)
{
	if (!dialog)
		return;
	ibp_arena_release(&dialog->arena);
	ibp_input_release(&dialog->input);
	ibp_area_release(&dialog->area);
	free(dialog->options);
	free(dialog->shown);
	free(dialog->fault);
	free(dialog);
}

void ibp_dialog_add(struct ibp_dialog *dialog, const char *label,
		    const char *value, const char *hint, const char *words)
{
	struct ibp_arena *arena = &dialog->arena;

	dialog->options =
		ibp_grow(dialog->options, &dialog->option_capacity,
			 dialog->option_count + 1, sizeof(*dialog->options));
	dialog->options[dialog->option_count++] = (struct ibp_dialog_option){
		.label = ibp_arena_strdup(arena, label),
		.value = ibp_arena_strdup(arena, value),
		.hint = ibp_arena_strdup(arena, hint),
		.words = ibp_arena_strdup(arena, words),
	};
	/* Nothing was typed yet: every option matches. */
	dialog->shown =
		ibp_grow(dialog->shown, &dialog->shown_capacity,
			 dialog->shown_count + 1, sizeof(*dialog->shown));
	dialog->shown[dialog->shown_count++] = dialog->option_count - 1;
}

void ibp_dialog_choose(struct ibp_dialog *dialog, const char *value)
{
	dialog->list.at = 0;
	for (size_t i = 0; i < dialog->shown_count; i++)
		if (ibp_text_equal(dialog->options[dialog->shown[i]].value,
				   value))
			dialog->list.at = i;
}

void ibp_dialog_set_fault(struct ibp_dialog *dialog, const char *fault)
{
	free(dialog->fault);
	dialog->fault = ibp_strdup(fault);
}

const char *ibp_dialog_answer(const struct ibp_dialog *dialog)
{
	if (dialog->focus != IBP_FOCUS_LIST || is_note(dialog))
		return ibp_dialog_typed(dialog);
	if (dialog->list.at >= dialog->shown_count)
		return NULL;
	return dialog->options[dialog->shown[dialog->list.at]].value;
}

/* ---- Keys ---- */

static enum ibp_dialog_result changed(struct ibp_dialog *dialog)
{
	dialog->unsaved++;
	dialog->touched = true;
	ibp_dialog_set_fault(dialog, NULL);
	if (dialog->kind == IBP_DIALOG_PICK) {
		match(dialog);
		dialog->list = (struct ibp_list){0};
	}
	return IBP_DIALOG_CHANGED;
}

static enum ibp_dialog_result typed(struct ibp_dialog *dialog,
				    enum ibp_input_result result)
{
	switch (result) {
	case IBP_INPUT_CHANGED:
		return changed(dialog);
	case IBP_INPUT_FULL:
		return IBP_DIALOG_FULL;
	case IBP_INPUT_OTHER:
	case IBP_INPUT_MOVED:
		break;
	}
	return IBP_DIALOG_OPEN;
}

/* Tab and Shift-Tab: text, list; or text, save, cancel. */
static enum ibp_dialog_result next_focus(struct ibp_dialog *dialog, bool back)
{
	static const enum ibp_dialog_focus forward[] = {
		[IBP_FOCUS_TEXT] = IBP_FOCUS_SAVE,
		[IBP_FOCUS_LIST] = IBP_FOCUS_TEXT,
		[IBP_FOCUS_SAVE] = IBP_FOCUS_CANCEL,
		[IBP_FOCUS_CANCEL] = IBP_FOCUS_TEXT,
	};

	if (is_note(dialog)) {
		dialog->focus = forward[dialog->focus];
		if (back)
			dialog->focus = forward[dialog->focus];
	} else if (dialog->kind == IBP_DIALOG_LINE && dialog->shown_count) {
		dialog->focus = dialog->focus == IBP_FOCUS_TEXT ?
					IBP_FOCUS_LIST :
					IBP_FOCUS_TEXT;
	} else {
		ibp_list_move(&dialog->list, dialog->shown_count,
			      back ? -1 : 1);
	}
	return IBP_DIALOG_OPEN;
}

/* A digit answers at once; another character goes to the next such label. */
static enum ibp_dialog_result jump(struct ibp_dialog *dialog, long key)
{
	struct ibp_buf character = {0};
	enum ibp_dialog_result result = IBP_DIALOG_OPEN;
	char *wanted;

	ibp_key_add_text(&character, key);
	wanted = ibp_text_fold(ibp_buf_text(&character));
	for (size_t i = 1; i <= dialog->shown_count; i++) {
		size_t at = (dialog->list.at + i) % dialog->shown_count;
		size_t option = dialog->shown[at];
		char *label = ibp_text_fold(dialog->options[option].label);
		bool same = *wanted && !strncmp(label, wanted, strlen(wanted));

		free(label);
		if (!same)
			continue;
		dialog->list.at = at;
		if (key >= '0' && key <= '9')
			result = IBP_DIALOG_ANSWERED;
		break;
	}
	free(wanted);
	ibp_buf_release(&character);
	return result;
}

static bool move_list(struct ibp_dialog *dialog, long key)
{
	long page = dialog->list.height > 1 ? (long)dialog->list.height : 1;
	size_t count = dialog->shown_count;

	switch (key) {
	case IBP_KEY_UP:
		if (!dialog->list.at && dialog->kind == IBP_DIALOG_LINE)
			dialog->focus = IBP_FOCUS_TEXT;
		ibp_list_move(&dialog->list, count, -1);
		return true;
	case IBP_KEY_DOWN:
		ibp_list_move(&dialog->list, count, 1);
		return true;
	case IBP_KEY_PAGE_UP:
		ibp_list_move(&dialog->list, count, -page);
		return true;
	case IBP_KEY_PAGE_DOWN:
		ibp_list_move(&dialog->list, count, page);
		return true;
	case IBP_KEY_HOME:
		ibp_list_go(&dialog->list, count, 0);
		return true;
	case IBP_KEY_END:
		ibp_list_go(&dialog->list, count, count);
		return true;
	default:
		return false;
	}
}

static enum ibp_dialog_result list_key(struct ibp_dialog *dialog, long key)
{
	if (move_list(dialog, key))
		return IBP_DIALOG_OPEN;
	if (dialog->kind == IBP_DIALOG_CHOICE)
		return ibp_key_is_text(key) ? jump(dialog, key) :
					      IBP_DIALOG_OPEN;
	if (dialog->kind == IBP_DIALOG_LINE)
		dialog->focus = IBP_FOCUS_TEXT;
	return typed(dialog, ibp_input_key(&dialog->input, key));
}

static enum ibp_dialog_result enter(struct ibp_dialog *dialog)
{
	if (dialog->focus == IBP_FOCUS_CANCEL)
		return IBP_DIALOG_CANCELLED;
	return ibp_dialog_answer(dialog) ? IBP_DIALOG_ANSWERED :
					   IBP_DIALOG_OPEN;
}

static enum ibp_dialog_result text_key(struct ibp_dialog *dialog, long key)
{
	if (is_note(dialog))
		return typed(dialog, ibp_area_key(&dialog->area, key));
	if (key == IBP_KEY_DOWN && dialog->shown_count) {
		dialog->focus = IBP_FOCUS_LIST;
		return IBP_DIALOG_OPEN;
	}
	return typed(dialog, ibp_input_key(&dialog->input, key));
}

static enum ibp_dialog_result key_event(struct ibp_dialog *dialog, long key)
{
	switch (key) {
	case IBP_KEY_ESCAPE:
		return IBP_DIALOG_CANCELLED;
	case IBP_KEY_TAB:
		return next_focus(dialog, false);
	case IBP_KEY_BACKTAB:
		return next_focus(dialog, true);
	case IBP_KEY_CTRL('d'):
		return is_note(dialog) ? IBP_DIALOG_ANSWERED : IBP_DIALOG_OPEN;
	case IBP_KEY_ENTER:
		if (!is_note(dialog) || dialog->focus != IBP_FOCUS_TEXT)
			return enter(dialog);
		break;
	default:
		break;
	}
	if (dialog->focus == IBP_FOCUS_LIST)
		return list_key(dialog, key);
	if (dialog->focus == IBP_FOCUS_TEXT)
		return text_key(dialog, key);
	return IBP_DIALOG_OPEN;
}

static enum ibp_dialog_result paste(struct ibp_dialog *dialog, const char *text)
{
	if (!has_text(dialog))
		return IBP_DIALOG_OPEN;
	if (is_note(dialog))
		return typed(dialog, ibp_area_insert(&dialog->area, text));
	return typed(dialog, ibp_input_insert(&dialog->input, text));
}

static enum ibp_dialog_result click(struct ibp_dialog *dialog,
				    const struct ibp_event *event)
{
	size_t row =
		ibp_list_hit(&dialog->list, dialog->shown_count, event->row);

	if (row >= dialog->shown_count)
		return IBP_DIALOG_OPEN;
	dialog->focus = IBP_FOCUS_LIST;
	dialog->list.at = row;
	return event->twice ? IBP_DIALOG_ANSWERED : IBP_DIALOG_OPEN;
}

enum ibp_dialog_result ibp_dialog_event(struct ibp_dialog *dialog,
					const struct ibp_event *event)
{
	switch (event->kind) {
	case IBP_EVENT_KEY:
		return key_event(dialog, event->key);
	case IBP_EVENT_PASTE:
		return paste(dialog, event->paste);
	case IBP_EVENT_CLICK:
		return click(dialog, event);
	default:
		return IBP_DIALOG_OPEN;
	}
}
