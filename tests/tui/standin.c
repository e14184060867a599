#include "standin.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/path.h"
#include "base/text.h"

struct ibp_framework *standin_framework(void)
{
	return standin_edition(NULL);
}

struct ibp_framework *standin_edition(const char *version)
{
	struct ibp_framework *framework = NULL;
	struct ibp_error err = {0};
	char *data = ibp_path_data(NULL);

	if (ibp_framework_open(data, "ibp-fo", version, &framework, &err))
		abort();
	free(data);
	return framework;
}

static struct standin_value *find(const struct standin *standin,
				  enum ibp_subject subject, const char *key,
				  const char *field)
{
	for (size_t i = 0; i < standin->value_count; i++)
		if (standin->values[i].subject == subject &&
		    !strcmp(standin->values[i].key, key) &&
		    !strcmp(standin->values[i].field, field))
			return &standin->values[i];
	return NULL;
}

const char *standin_value(const struct standin *standin,
			  enum ibp_subject subject, const char *key,
			  const char *field)
{
	const struct standin_value *found = find(standin, subject, key, field);

	return found ? found->value : NULL;
}

static void put(struct standin *standin, const struct ibp_change *change)
{
	struct standin_value *value =
		find(standin, change->subject, change->key, change->field);

	if (!value) {
		standin->values = ibp_grow(
			standin->values, &standin->value_capacity,
			standin->value_count + 1, sizeof(*standin->values));
		value = &standin->values[standin->value_count++];
		value->subject = change->subject;
		value->key = ibp_strdup(change->key);
		value->field = ibp_strdup(change->field);
		value->value = NULL;
	}
	free(value->value);
	value->value = ibp_strdup(change->to);
}

/* ---- The assessment as a value ---- */

static size_t count_evidence(const struct standin *standin)
{
	size_t count = 0;

	for (size_t i = 0; i < standin->value_count; i++)
		count += standin->values[i].subject == IBP_SUBJECT_EVIDENCE &&
			 standin->values[i].value &&
			 !strcmp(standin->values[i].field, "norm");
	return count;
}

static const char *field_of(const struct standin *standin,
			    struct ibp_arena *arena, const char *key,
			    const char *field)
{
	return ibp_arena_strdup(
		arena,
		standin_value(standin, IBP_SUBJECT_EVIDENCE, key, field));
}

static void load_evidence(const struct standin *standin,
			  struct ibp_assessment *assessment)
{
	struct ibp_arena *arena = &assessment->arena;
	size_t at = 0;

	for (size_t n = 0; n < standin->framework->norm_count; n++) {
		struct ibp_answer *answer = &assessment->answers[n];

		answer->evidence = &assessment->evidence[at];
		for (size_t i = 0; i < standin->value_count; i++) {
			const struct standin_value *v = &standin->values[i];

			if (v->subject != IBP_SUBJECT_EVIDENCE || !v->value ||
			    strcmp(v->field, "norm") ||
			    strcmp(v->value, standin->framework->norms[n].code))
				continue;
			assessment->evidence[at++] = (struct ibp_evidence){
				.id = strtol(v->key, NULL, 10),
				.norm = ibp_arena_strdup(arena, v->value),
				.title = field_of(standin, arena, v->key,
						  "title"),
				.ref = field_of(standin, arena, v->key, "ref"),
				.kind = field_of(standin, arena, v->key,
						 "kind"),
				.date = field_of(standin, arena, v->key,
						 "date"),
				.checked_by = field_of(standin, arena, v->key,
						       "checked_by"),
				.confidence = field_of(standin, arena, v->key,
						       "confidence"),
			};
			answer->evidence_count++;
		}
	}
}

static enum ibp_status load(void *context, struct ibp_scan_state *state,
			    struct ibp_error *err)
{
	struct standin *standin = context;
	const struct ibp_framework *framework = standin->framework;
	struct ibp_assessment *assessment = ibp_alloc(sizeof(*assessment));
	struct ibp_arena *arena = &assessment->arena;

	(void)err;
	assessment->id = 1;
	assessment->name = ibp_arena_strdup(
		arena, standin->chosen ? standin->chosen : "2026");
	assessment->created = "2026-11-23T12:00:00Z";
	assessment->framework_id = framework->id;
	assessment->framework_version = framework->version;
	assessment->answer_count = framework->norm_count;
	assessment->answers = ibp_arena_alloc(
		arena, framework->norm_count * sizeof(struct ibp_answer));
	for (size_t i = 0; i < standin->value_count; i++) {
		const struct standin_value *v = &standin->values[i];
		const struct ibp_norm *norm;

		if (v->subject != IBP_SUBJECT_NORM || !v->value)
			continue;
		norm = ibp_framework_find(framework, v->key);
		ibp_answer_set(&assessment->answers[ibp_framework_index(
				       framework, norm)],
			       v->field, ibp_arena_strdup(arena, v->value));
	}
	assessment->evidence_count = count_evidence(standin);
	assessment->evidence =
		ibp_arena_alloc(arena, (assessment->evidence_count + 1) *
					       sizeof(*assessment->evidence));
	load_evidence(standin, assessment);
	state->framework = framework;
	state->assessment = assessment;
	state->checks_off = ibp_check_read_off(
		ibp_check_rules, standin_value(standin, IBP_SUBJECT_SETTING,
					       IBP_CHECK_SETTING, "value"));
	ibp_check_count(framework, assessment, standin->setup.today,
			state->checks_off);
	return IBP_OK;
}

/* ---- Changes ---- */

static bool fails(struct standin *standin, struct ibp_error *err)
{
	if (!standin->fail)
		return false;
	if (standin->fail_after) {
		standin->fail_after--;
		return false;
	}
	ibp_error_set(err, standin->fail, "The disk is full.");
	return true;
}

/* FORWARD, or back. */
static void copy_step(struct standin *standin, const struct ibp_changes *step,
		      bool forward, struct ibp_changes *copy)
{
	for (size_t i = 0; i < step->count; i++) {
		const struct ibp_change *c =
			&step->items[forward ? i : step->count - 1 - i];

		ibp_changes_add(copy, c->subject, c->assessment, c->key,
				c->field, forward ? c->from : c->to,
				forward ? c->to : c->from);
		put(standin, &copy->items[copy->count - 1]);
	}
}

static enum ibp_status apply(void *context, const struct ibp_change *changes,
			     size_t count, struct ibp_error *err)
{
	struct standin *standin = context;
	struct ibp_changes *step;

	if (fails(standin, err))
		return err->status;
	while (standin->step_count > standin->done)
		ibp_changes_release(&standin->steps[--standin->step_count]);
	standin->steps =
		ibp_grow(standin->steps, &standin->step_capacity,
			 standin->step_count + 1, sizeof(*standin->steps));
	step = &standin->steps[standin->step_count];
	*step = (struct ibp_changes){0};
	for (size_t i = 0; i < count; i++) {
		const struct ibp_change *c = &changes[i];
		const char *from =
			standin_value(standin, c->subject, c->key, c->field);

		if (ibp_text_equal(from, c->to))
			continue;
		ibp_changes_add(step, c->subject, c->assessment, c->key,
				c->field, from, c->to);
		put(standin, c);
	}
	if (step->count)
		standin->done = ++standin->step_count;
	return IBP_OK;
}

static enum ibp_status undo(void *context, struct ibp_changes *changes,
			    struct ibp_error *err)
{
	struct standin *standin = context;

	if (fails(standin, err))
		return err->status;
	if (standin->done)
		copy_step(standin, &standin->steps[--standin->done], false,
			  changes);
	return IBP_OK;
}

static enum ibp_status redo(void *context, struct ibp_changes *changes,
			    struct ibp_error *err)
{
	struct standin *standin = context;

	if (fails(standin, err))
		return err->status;
	if (standin->done < standin->step_count)
		copy_step(standin, &standin->steps[standin->done++], true,
			  changes);
	return IBP_OK;
}

static enum ibp_status new_id(void *context, enum ibp_subject subject, long *id,
			      struct ibp_error *err)
{
	struct standin *standin = context;

	(void)subject;
	(void)err;
	*id = ++standin->last_id;
	return IBP_OK;
}

/* ---- The rest ---- */

static enum ibp_status read_log(void *context, const char *code,
				struct ibp_arena *arena,
				struct ibp_log_line **lines, size_t *count,
				struct ibp_error *err)
{
	struct standin *standin = context;
	struct ibp_log_line *log =
		ibp_arena_alloc(arena, (standin->done + 1) * sizeof(**lines));
	size_t found = 0;

	(void)err;
	for (size_t i = standin->done; i-- > 0;) {
		const struct ibp_changes *step = &standin->steps[i];
		struct ibp_buf text = {0};

		if (code && strcmp(step->items[0].key, code))
			continue;
		ibp_changes_describe(step->items, step->count, &text);
		log[found++] = (struct ibp_log_line){
			.at = "2026-11-23T12:00:00Z",
			.who = "noor",
			.text = ibp_arena_strdup(arena, ibp_buf_text(&text))};
		ibp_buf_release(&text);
	}
	*lines = log;
	*count = found;
	return IBP_OK;
}

static enum ibp_status filters(void *context, struct ibp_arena *arena,
			       struct ibp_named_filter **list, size_t *count,
			       struct ibp_error *err)
{
	struct standin *standin = context;
	struct ibp_named_filter *all = ibp_arena_alloc(
		arena, (standin->value_count + 1) * sizeof(*all));
	size_t found = 0;

	(void)err;
	for (size_t i = 0; i < standin->value_count; i++)
		if (standin->values[i].subject == IBP_SUBJECT_FILTER &&
		    standin->values[i].value)
			all[found++] = (struct ibp_named_filter){
				.name = ibp_arena_strdup(
					arena, standin->values[i].key),
				.expr = ibp_arena_strdup(
					arena, standin->values[i].value)};
	*list = all;
	*count = found;
	return IBP_OK;
}

static enum ibp_status draft_set(void *context, const char *name,
				 const char *text, struct ibp_error *err)
{
	struct standin *standin = context;

	(void)err;
	free(standin->draft_name);
	free(standin->draft);
	standin->draft_name = text ? ibp_strdup(name) : NULL;
	standin->draft = ibp_strdup(text);
	return IBP_OK;
}

static char *draft_get(void *context, const char *name)
{
	struct standin *standin = context;

	return ibp_text_equal(standin->draft_name, name) ?
		       ibp_strdup(standin->draft) :
		       NULL;
}

static enum ibp_status create(void *context, const struct ibp_change *facts,
			      size_t count, const struct ibp_board **board,
			      struct ibp_error *err)
{
	struct standin *standin = context;

	if (fails(standin, err))
		return err->status;
	standin->created++;
	for (size_t i = 0; i < count; i++)
		put(standin, &facts[i]);
	standin->board.name =
		standin_value(standin, IBP_SUBJECT_BOARD, "", "name");
	standin->board.sector =
		standin_value(standin, IBP_SUBJECT_BOARD, "", "sector");
	*board = &standin->board;
	return IBP_OK;
}

/* ---- Assessments: "2025", locked, and "2026", the one at work ---- */

static enum ibp_status list(void *context, struct ibp_arena *arena,
			    struct ibp_assess_row **rows, size_t *count,
			    struct ibp_error *err)
{
	struct standin *standin = context;
	const char *version = standin->framework->version;
	struct ibp_assess_row *made = ibp_arena_alloc(arena, 3 * sizeof(*made));

	(void)err;
	made[0] = (struct ibp_assess_row){
		.name = "2025",
		.version = version,
		.created = "2025-10-06T07:30:00Z",
		.locked = standin->unlocked ? NULL : "2025-12-01T09:00:00Z",
		.locked_by = "noor",
		.scored = 87};
	made[1] = (struct ibp_assess_row){.name = "2026",
					  .version = version,
					  .created = "2026-10-05T07:00:00Z"};
	made[2] = (struct ibp_assess_row){.name = standin->made,
					  .version = version,
					  .created = "2026-11-23T12:00:00Z"};
	*rows = made;
	*count = standin->made ? 3 : 2;
	return IBP_OK;
}

static enum ibp_status choose(void *context, const char *name,
			      struct ibp_error *err)
{
	struct standin *standin = context;

	if (fails(standin, err))
		return err->status;
	free(standin->chosen);
	standin->chosen = ibp_strdup(name);
	return IBP_OK;
}

static enum ibp_status make(void *context, const char *name, const char *copy,
			    struct ibp_error *err)
{
	struct standin *standin = context;

	(void)copy;
	if (fails(standin, err))
		return err->status;
	free(standin->made);
	standin->made = ibp_strdup(name);
	return IBP_OK;
}

static enum ibp_status lock(void *context, const char *name, const char *reason,
			    struct ibp_error *err)
{
	struct standin *standin = context;

	(void)name;
	if (fails(standin, err))
		return err->status;
	standin->unlocked = reason != NULL;
	return IBP_OK;
}

static enum ibp_status tell(void *context, enum ibp_assess_text text,
			    const char *a, const char *b, size_t width,
			    struct ibp_buf *out, struct ibp_error *err)
{
	struct standin *standin = context;

	if (fails(standin, err))
		return err->status;
	if (text == IBP_ASSESS_TREND)
		ibp_buf_addf(out, "Trend in %zu columns.\n", width);
	else
		ibp_buf_addf(out, "From %s to %s in %zu columns.\n", a, b,
			     width);
	for (int i = 1; i <= 40; i++)
		ibp_buf_addf(out, "Line %d.\n", i);
	return IBP_OK;
}

void standin_init(struct standin *standin,
		  const struct ibp_framework *framework)
{
	*standin = (struct standin){
		.framework = framework,
		.board = {.name = "Stichting De Linde", .sector = "po"},
		.calls = {.context = standin,
			  .create = create,
			  .load = load,
			  .file = {.context = standin,
				   .apply = apply,
				   .undo = undo,
				   .redo = redo,
				   .new_id = new_id,
				   .log = read_log,
				   .filters = filters,
				   .draft_set = draft_set,
				   .draft_get = draft_get},
			  .assess = {.context = standin,
				     .list = list,
				     .choose = choose,
				     .make = make,
				     .lock = lock,
				     .tell = tell}},
	};
	standin->setup = (struct ibp_scan_setup){.framework = framework,
						 .board = &standin->board,
						 .calls = &standin->calls,
						 .today = "2026-11-23",
						 .writable = true};
}

void standin_release(struct standin *standin)
{
	for (size_t i = 0; i < standin->value_count; i++) {
		free(standin->values[i].key);
		free(standin->values[i].field);
		free(standin->values[i].value);
	}
	for (size_t i = 0; i < standin->step_count; i++)
		ibp_changes_release(&standin->steps[i]);
	free(standin->values);
	free(standin->steps);
	free(standin->draft_name);
	free(standin->draft);
	free(standin->chosen);
	free(standin->made);
}

static int compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *standin_dump(const struct standin *standin)
{
	struct ibp_arena arena = {0};
	struct ibp_buf text = {0};
	const char **lines = ibp_arena_alloc(
		&arena, (standin->value_count + 1) * sizeof(*lines));
	size_t count = 0;

	for (size_t i = 0; i < standin->value_count; i++)
		if (standin->values[i].value)
			lines[count++] = ibp_arena_printf(
				&arena, "%s %s %s=%s",
				ibp_subject_word(standin->values[i].subject),
				standin->values[i].key,
				standin->values[i].field,
				standin->values[i].value);
	qsort(lines, count, sizeof(*lines), compare_lines);
	for (size_t i = 0; i < count; i++)
		ibp_buf_addf(&text, "%s\n", lines[i]);
	ibp_arena_release(&arena);
	return ibp_buf_take(&text);
}
