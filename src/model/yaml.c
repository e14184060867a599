#include "model/yaml.h"

#include <string.h>

#include "base/i18n.h"
#include "base/num.h"
#include "model/yaml_reader.h"

/* An array that grows in the arena while its items are read. */
struct list {
	char *items;
	size_t count;
	size_t capacity;
	size_t size;        /* of one item */
	size_t first_place; /* of its items among the places */
};

static void read_record(struct ibp_yaml_reader *r,
			const struct ibp_yaml_record *record, char *target);

static void add_place(struct ibp_yaml_reader *r, const void *slot)
{
	ibp_places_add(r->places, slot, ibp_yaml_here(r).line,
		       ibp_yaml_here(r).column);
}

static void *list_add(struct ibp_yaml_reader *r, struct list *list)
{
	if (list->count == list->capacity) {
		size_t used = list->count * list->size;
		char *old = list->items;

		list->capacity = list->capacity ? 2 * list->capacity : 4;
		list->items =
			ibp_arena_alloc(r->arena, list->capacity * list->size);
		if (used)
			memcpy(list->items, old, used);
		ibp_places_move(r->places, list->first_place, old, used,
				list->items);
	}
	return list->items + list->count++ * list->size;
}

/* Whether one more item starts here, after DONE of them. */
static bool next_item(struct ibp_yaml_reader *r,
		      const struct ibp_yaml_field *field, size_t done)
{
	if (!ibp_yaml_next(&r->in) || r->in.event.kind == IBP_YAML_END)
		return false;
	if (done < (size_t)field->max)
		return true;
	ibp_yaml_fault(&r->in.faults, ibp_yaml_here(r),
		       _("The list at %s is too long: at most %d items are "
			 "read."),
		       ibp_yaml_path(&r->in.faults), field->max);
	ibp_yaml_stop(&r->in);
	return false;
}

static void read_texts(struct ibp_yaml_reader *r,
		       const struct ibp_yaml_field *field, void *slot)
{
	struct ibp_strings *texts = slot;
	struct list list = {.size = sizeof(char *),
			    .first_place = r->places->count};
	const struct ibp_yaml_field item = {.type = IBP_YAML_TEXT,
					    .bytes = field->bytes};

	if (r->in.event.kind != IBP_YAML_LIST) {
		ibp_yaml_refuse(r, field);
		return;
	}
	while (next_item(r, field, list.count)) {
		const char **text = list_add(r, &list);

		ibp_yaml_enter_item(&r->in.faults, list.count, NULL);
		add_place(r, text);
		*text = ibp_yaml_take_text(r, &item);
		if (*text && field->words)
			ibp_yaml_take_word(r, field);
		ibp_yaml_leave(&r->in.faults);
	}
	texts->items = (const char **)(void *)list.items;
	texts->count = list.count;
}

static void read_wholes(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, void *slot)
{
	const struct ibp_yaml_field item = {
		.type = IBP_YAML_WHOLE, .min = 1, .max = field->max};
	unsigned *bits = slot;
	size_t done = 0;

	if (r->in.event.kind != IBP_YAML_LIST) {
		ibp_yaml_refuse(r, field);
		return;
	}
	while (next_item(r, field, done)) {
		int number;

		ibp_yaml_enter_item(&r->in.faults, ++done, NULL);
		number = ibp_yaml_take_whole(r, &item, 1);
		if (number && *bits & 1U << (number - 1))
			ibp_yaml_fault(&r->in.faults, ibp_yaml_here(r),
				       _("The number %d stands twice, at %s. "
					 "Keep one of the two."),
				       number, ibp_yaml_path(&r->in.faults));
		if (number)
			*bits |= 1U << (number - 1);
		ibp_yaml_leave(&r->in.faults);
	}
}

static void read_records(struct ibp_yaml_reader *r,
			 const struct ibp_yaml_field *field, void *slot)
{
	const struct ibp_yaml_record *record = field->record;
	struct list list = {.size = record->size,
			    .first_place = r->places->count};
	char *owner = (char *)slot - field->at;

	if (r->in.event.kind != IBP_YAML_LIST) {
		ibp_yaml_refuse(r, field);
		return;
	}
	while (next_item(r, field, list.count)) {
		char *target = list_add(r, &list);

		ibp_yaml_enter_item(&r->in.faults, list.count,
				    record->named ? (void *)target : NULL);
		read_record(r, record, target);
		ibp_yaml_leave(&r->in.faults);
	}
	*(void **)slot = list.items;
	*(size_t *)(void *)(owner + field->count_at) = list.count;
}

/* Whether a key stands here; if not, it is passed over with its value. */
static bool is_key(struct ibp_yaml_reader *r)
{
	if (ibp_yaml_is_scalar(r) && r->in.event.length)
		return true;
	if (r->in.event.kind != IBP_YAML_REFUSED)
		ibp_yaml_fault(&r->in.faults, ibp_yaml_here(r),
			       _("A key is needed at %s: one word before the "
				 "colon."),
			       ibp_yaml_path(&r->in.faults));
	ibp_yaml_skip(&r->in);
	if (ibp_yaml_next(&r->in))
		ibp_yaml_skip(&r->in);
	return false;
}

/* A number and its text, into TEXTS; LINES holds where each number was. */
static void read_number(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, const char **texts,
			size_t *lines)
{
	struct ibp_yaml_field item = *field;
	long n = 0;

	item.type = IBP_YAML_TEXT;
	if (!ibp_num_parse(r->in.event.text, field->max, &n) || !n)
		ibp_yaml_wrong_number(&r->in.faults, ibp_yaml_here(r),
				      r->in.event.text, field->max);
	else if (lines[n - 1])
		ibp_yaml_double_key(&r->in.faults, ibp_yaml_here(r),
				    r->in.event.text, lines[n - 1]);
	else
		lines[n - 1] = ibp_yaml_here(r).line;
	if (!ibp_yaml_next(&r->in))
		return;
	if (!n) {
		ibp_yaml_skip(&r->in);
		return;
	}
	ibp_yaml_enter_item(&r->in.faults, (size_t)n, NULL);
	add_place(r, &texts[n - 1]);
	texts[n - 1] = ibp_yaml_take_text(r, &item);
	ibp_yaml_leave(&r->in.faults);
}

static void read_numbered(struct ibp_yaml_reader *r,
			  const struct ibp_yaml_field *field, void *slot)
{
	size_t lines[IBP_YAML_NUMBER_MAX] = {0};

	if (r->in.event.kind != IBP_YAML_GROUP) {
		ibp_yaml_refuse(r, field);
		return;
	}
	while (ibp_yaml_next(&r->in) && r->in.event.kind != IBP_YAML_END)
		if (is_key(r))
			read_number(r, field, slot, lines);
}

static ibp_yaml_read_value *const readers[] = {
	[IBP_YAML_SCHEMA] = ibp_yaml_read_schema,
	[IBP_YAML_TEXT] = ibp_yaml_read_text,
	[IBP_YAML_DATE] = ibp_yaml_read_date,
	[IBP_YAML_WORD] = ibp_yaml_read_word,
	[IBP_YAML_WHOLE] = ibp_yaml_read_whole,
	[IBP_YAML_WHOLES] = read_wholes,
	[IBP_YAML_TEXTS] = read_texts,
	[IBP_YAML_RECORDS] = read_records,
	[IBP_YAML_NUMBERED] = read_numbered,
};

/* Keys mostly come in the order of the table: the search starts at NEXT. */
static const struct ibp_yaml_field *find_field(
	const struct ibp_yaml_record *record, const char *key, size_t next)
{
	const struct ibp_yaml_field *fields = record->fields;

	if (fields[next].key && strcmp(fields[next].key, key) == 0)
		return &fields[next];
	for (size_t i = 0; fields[i].key; i++)
		if (strcmp(fields[i].key, key) == 0)
			return &fields[i];
	return NULL;
}

/* The value after the key of FIELD. */
static void read_field(struct ibp_yaml_reader *r,
		       const struct ibp_yaml_field *field, char *target)
{
	void *slot = target + field->at;

	ibp_yaml_enter(&r->in.faults, field->key);
	if (ibp_yaml_next(&r->in)) {
		if (field->type != IBP_YAML_NUMBERED) /* its texts are there */
			add_place(r, slot);
		if (!(field->flags & IBP_YAML_OPTIONAL) || !ibp_yaml_is_null(r))
			readers[field->type](r, field, slot);
	}
	ibp_yaml_leave(&r->in.faults);
}

/* What was met of the keys of a record. */
struct keys {
	size_t lines[IBP_YAML_KEYS_MAX]; /* of each field; 0: not yet */
	bool meant[IBP_YAML_KEYS_MAX];   /* misspelled, as was told */
	size_t expected; /* index of the next field, most often */
};

/* A key and its value. */
static void read_pair(struct ibp_yaml_reader *r,
		      const struct ibp_yaml_record *record, char *target,
		      struct keys *keys)
{
	const char *key = r->in.event.text;
	const struct ibp_yaml_field *field =
		find_field(record, key, keys->expected);
	size_t index = field ? (size_t)(field - record->fields) : 0;

	if (field && !keys->lines[index]) {
		keys->lines[index] = ibp_yaml_here(r).line;
		keys->expected = index + 1;
		read_field(r, field, target);
		return;
	}
	if (field) {
		ibp_yaml_double_key(&r->in.faults, ibp_yaml_here(r), key,
				    keys->lines[index]);
	} else {
		field = ibp_yaml_unknown_key(&r->in.faults, ibp_yaml_here(r),
					     key, record);
		if (field)
			keys->meant[field - record->fields] = true;
	}
	if (ibp_yaml_next(&r->in))
		ibp_yaml_skip(&r->in);
}

static void tell_missing(struct ibp_yaml_reader *r,
			 const struct ibp_yaml_record *record,
			 const struct keys *keys, struct ibp_yaml_mark start)
{
	for (size_t i = 0; record->fields[i].key; i++)
		if (!keys->lines[i] && !keys->meant[i] &&
		    !(record->fields[i].flags & IBP_YAML_OPTIONAL))
			ibp_yaml_fault(&r->in.faults, start,
				       _("The key \"%s\" is missing at %s. "
					 "Add it."),
				       record->fields[i].key,
				       ibp_yaml_path(&r->in.faults));
}

static void read_record(struct ibp_yaml_reader *r,
			const struct ibp_yaml_record *record, char *target)
{
	struct ibp_yaml_mark start = ibp_yaml_here(r);
	struct keys keys = {0};

	if (r->in.event.kind != IBP_YAML_GROUP) {
		ibp_yaml_refuse(r, NULL);
		return;
	}
	while (ibp_yaml_next(&r->in) && r->in.event.kind != IBP_YAML_END)
		if (is_key(r))
			read_pair(r, record, target, &keys);
	if (r->in.event.kind == IBP_YAML_END)
		tell_missing(r, record, &keys, start);
}

enum ibp_status ibp_yaml_read(const char *file, const char *text, size_t length,
			      const struct ibp_yaml_record *record,
			      void *target, struct ibp_arena *arena,
			      struct ibp_places *places, struct ibp_error *err)
{
	struct ibp_yaml_reader r = {.arena = arena, .places = places};
	size_t faults;

	places->file = file;
	if (ibp_yaml_open(&r.in, file, text, length, err)) {
		read_record(&r, record, target);
		ibp_yaml_finish(&r.in);
	}
	faults = r.in.faults.count;
	ibp_yaml_close(&r.in);
	return faults ? IBP_INPUT : IBP_OK;
}

/* The value of the key "schema" of the group that starts here. */
static char *find_schema(struct ibp_yaml_events *in)
{
	while (ibp_yaml_next(in) && in->event.kind == IBP_YAML_SCALAR) {
		bool found = strcmp(in->event.text, "schema") == 0;

		if (!ibp_yaml_next(in))
			return NULL;
		if (found && in->event.kind == IBP_YAML_SCALAR)
			return ibp_strdup(in->event.text);
		ibp_yaml_skip(in);
	}
	return NULL;
}

char *ibp_yaml_schema(const char *text, size_t length)
{
	struct ibp_yaml_events in;
	struct ibp_error ignored = {0};
	char *schema = NULL;

	if (ibp_yaml_open(&in, "", text, length, &ignored) &&
	    in.event.kind == IBP_YAML_GROUP)
		schema = find_schema(&in);
	ibp_yaml_close(&in);
	ibp_error_release(&ignored);
	return schema;
}
