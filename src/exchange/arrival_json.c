#include "exchange/arrival_json.h"

#include <string.h>

#include "base/i18n.h"
#include "base/json.h"
#include "base/text.h"

#define SCHEMA "ibp-tools/" IBP_ARRIVAL_SCHEMA "/1"
#define NEAR_MIN 3
#define KEYS_MAX (IBP_APPLICATION_COLUMNS + 1)

/* A key of an object that holds one text, and where it goes. */
struct member {
	const char *key;
	const struct ibp_field *fields; /* where it is checked */
	const char *field;
	const char **value;
	bool needed;
};

static struct ibp_spot spot_of(const struct ibp_arrival_reader *reader,
			       const char *list, size_t index)
{
	return (struct ibp_spot){
		.path = ibp_arena_printf(&reader->arrivals->arena, "%s[%zu]",
					 list, index + 1)};
}

/* Text, a whole number or null; anything else is a fault. */
static bool text_of(const struct ibp_arrival_reader *reader,
		    const struct ibp_spot *at, const char *key,
		    const json_t *value, struct ibp_buf *text)
{
	if (json_is_string(value)) {
		ibp_buf_add(text, json_string_value(value));
	} else if (json_is_integer(value)) {
		ibp_buf_addf(text, "%lld",
			     (long long)json_integer_value(value));
	} else if (!json_is_null(value)) {
		ibp_arrival_fault(reader, at,
				  _("\"%s\" is not a text, a whole number or "
				    "null."),
				  key);
		return false;
	}
	return true;
}

static bool read_text(const struct ibp_arrival_reader *reader,
		      const struct ibp_spot *at, const char *key,
		      const struct ibp_field *field, const json_t *from,
		      const char **value)
{
	struct ibp_buf text = {0};
	bool done = text_of(reader, at, key, from, &text) &&
		    ibp_arrival_parse(reader, at, field, ibp_buf_text(&text),
				      value);

	ibp_buf_release(&text);
	return done;
}

static void refuse_key(const struct ibp_arrival_reader *reader,
		       const struct ibp_spot *at, const char *key,
		       const char *const *names)
{
	const char *near =
		strlen(key) < NEAR_MIN ? NULL : ibp_text_nearest(key, names);

	if (near)
		ibp_arrival_fault(reader, at,
				  _("The key \"%s\" is not known. Did you mean "
				    "\"%s\"?"),
				  key, near);
	else
		ibp_arrival_fault(reader, at, _("The key \"%s\" is not known."),
				  key);
}

static const struct member *find_member(const struct member *members,
					const char *key)
{
	while (members->key && strcmp(members->key, key) != 0)
		members++;
	return members->key ? members : NULL;
}

static void refuse_member(const struct ibp_arrival_reader *reader,
			  const struct ibp_spot *at, const char *key,
			  const struct member *members)
{
	const char *names[KEYS_MAX] = {NULL};

	for (size_t i = 0; i < KEYS_MAX - 1 && members[i].key; i++)
		names[i] = members[i].key;
	refuse_key(reader, at, key, names);
}

/* An object of texts. */
static void read_members(const struct ibp_arrival_reader *reader,
			 const struct ibp_spot *at, json_t *object,
			 const struct member *members)
{
	size_t before = reader->err->count;
	void *i = json_object_iter(object);

	if (!json_is_object(object)) {
		ibp_arrival_fault(reader, at, _("This is not an object."));
		return;
	}
	for (; i; i = json_object_iter_next(object, i)) {
		const char *key = json_object_iter_key(i);
		const struct member *member = find_member(members, key);

		if (member)
			read_text(reader, at, key,
				  ibp_field_find(member->fields, member->field),
				  json_object_iter_value(i), member->value);
		else
			refuse_member(reader, at, key, members);
	}
	for (; members->key && reader->err->count == before; members++)
		if (members->needed && !*members->value)
			ibp_arrival_fault(reader, at, _("\"%s\" is missing."),
					  members->key);
}

/* ---- Applications -------------------------------------------------------- */

static void read_schools(const struct ibp_arrival_reader *reader,
			 struct ibp_arrival *arrival, const json_t *list)
{
	size_t count = json_array_size(list);

	arrival->has_schools = true;
	for (size_t i = 0; i < count; i++) {
		const char *name = json_string_value(json_array_get(list, i));
		struct ibp_arrival_name *school =
			name ? ibp_arrival_add_school(arrival) : NULL;

		if (!school) {
			ibp_arrival_fault(reader, &arrival->at,
					  _("\"%s\" is not a list of at most "
					    "%d names."),
					  "schools", IBP_ARRIVAL_LIST_MAX);
			return;
		}
		school->name = ibp_arena_strdup(&reader->arrivals->arena, name);
	}
}

static void read_place(const struct ibp_arrival_reader *reader,
		       struct ibp_arrival *arrival, json_t *from)
{
	const struct ibp_field *fields = ibp_placement_fields;
	struct ibp_arrival_place *place = ibp_arrival_add_place(arrival);
	const struct member members[] = {
		{"element", fields, "element", &place->element, true},
		{"name", fields, "element_name", &place->name, false},
		{"kind", fields, "kind", &place->kind, false},
		{"note", fields, "note", &place->note, false},
		{"look_again", fields, "look_again", &place->look_again, false},
		{NULL, NULL, NULL, NULL, false},
	};

	place->has_note = json_object_get(from, "note") != NULL;
	read_members(reader, &arrival->at, from, members);
}

static void read_places(const struct ibp_arrival_reader *reader,
			struct ibp_arrival *arrival, const json_t *list)
{
	size_t count = json_array_size(list);

	if (!json_is_array(list) || count > IBP_ARRIVAL_LIST_MAX) {
		ibp_arrival_fault(reader, &arrival->at,
				  _("\"%s\" is not a list of at most %d "
				    "places."),
				  "placements", IBP_ARRIVAL_LIST_MAX);
		return;
	}
	for (size_t i = 0; i < 3; i++)
		arrival->has_places[i] = true;
	for (size_t i = 0; i < count; i++)
		read_place(reader, arrival, json_array_get(list, i));
}

static void refuse_application_key(const struct ibp_arrival_reader *reader,
				   const struct ibp_spot *at, const char *key)
{
	const char *names[KEYS_MAX] = {NULL};

	for (size_t i = 0; i <= IBP_APPLICATION_SCHOOLS; i++)
		names[i] = ibp_application_columns[i].name;
	names[IBP_APPLICATION_SCHOOLS + 1] = "placements";
	refuse_key(reader, at, key, names);
}

static void read_key(const struct ibp_arrival_reader *reader,
		     struct ibp_arrival *arrival, const char *key,
		     const json_t *value)
{
	size_t column = ibp_application_column_find(key);

	if (column < IBP_APPLICATION_VALUES)
		arrival->values[column].given =
			read_text(reader, &arrival->at, key,
				  ibp_application_column_field(column), value,
				  &arrival->values[column].value);
	else if (column == IBP_APPLICATION_SCHOOLS && json_is_array(value))
		read_schools(reader, arrival, value);
	else if (strcmp(key, "placements") == 0)
		read_places(reader, arrival, value);
	else
		refuse_application_key(reader, &arrival->at, key);
}

static void read_application(const struct ibp_arrival_reader *reader,
			     const struct ibp_spot *at, json_t *from)
{
	struct ibp_arrival *arrival = ibp_arrivals_add(reader->arrivals);
	void *i = json_object_iter(from);

	if (!arrival) {
		ibp_arrival_fault(reader, at,
				  _("There are more than %d applications. "
				    "Split the list."),
				  IBP_ARRIVALS_MAX);
		return;
	}
	arrival->at = *at;
	for (; i; i = json_object_iter_next(from, i))
		read_key(reader, arrival, json_object_iter_key(i),
			 json_object_iter_value(i));
	if (!arrival->values[0].value)
		ibp_arrival_fault(reader, at, _("\"%s\" is missing."), "name");
}

/* ---- What stands beside them --------------------------------------------- */

static void read_school(const struct ibp_arrival_reader *reader,
			const struct ibp_spot *at, json_t *from)
{
	const struct ibp_field *fields = ibp_school_fields;
	struct ibp_arrival_school *school =
		ibp_arrivals_add_school(reader->arrivals);
	const struct member members[] = {
		{"name", fields, "name", &school->name, true},
		{"brin", fields, "brin", &school->brin, false},
		{"sector", fields, "sector", &school->sector, false},
		{NULL, NULL, NULL, NULL, false},
	};

	school->at = *at;
	read_members(reader, at, from, members);
}

static void read_coupling(const struct ibp_arrival_reader *reader,
			  const struct ibp_spot *at, json_t *from)
{
	const struct ibp_field *fields = ibp_coupling_fields;
	const struct ibp_field *names = ibp_application_fields;
	struct ibp_arrival_coupling *c =
		ibp_arrivals_add_coupling(reader->arrivals);
	const struct member members[] = {
		{"from", names, "name", &c->from, true},
		{"to", names, "name", &c->to, true},
		{"data", fields, "data", &c->data, false},
		{"direction", fields, "direction", &c->direction, false},
		{"via", fields, "via", &c->via, false},
		{"standard", fields, "standard", &c->standard, false},
		{NULL, NULL, NULL, NULL, false},
	};

	c->at = *at;
	read_members(reader, at, from, members);
}

static void read_exclusion(const struct ibp_arrival_reader *reader,
			   const struct ibp_spot *at, json_t *from)
{
	const struct ibp_field *fields = ibp_exclusion_fields;
	struct ibp_arrival_exclusion *x =
		ibp_arrivals_add_exclusion(reader->arrivals);
	const struct member members[] = {
		{"element", ibp_placement_fields, "element", &x->element, true},
		{"name", fields, "element_name", &x->name, false},
		{"reason", fields, "reason", &x->reason, true},
		{"look_again", fields, "look_again", &x->look_again, false},
		{NULL, NULL, NULL, NULL, false},
	};

	x->at = *at;
	read_members(reader, at, from, members);
}

/* ---- The whole ----------------------------------------------------------- */

static const struct {
	const char *key;
	void (*read)(const struct ibp_arrival_reader *reader,
		     const struct ibp_spot *at, json_t *from);
} lists[] = {
	{"schools", read_school},
	{"applications", read_application},
	{"couplings", read_coupling},
	{"exclusions", read_exclusion},
};

static bool check_head(const struct ibp_arrival_reader *reader,
		       const json_t *root)
{
	const struct ibp_spot none = {0};
	const char *schema = json_string_value(json_object_get(root, "schema"));

	if (ibp_text_equal(schema, SCHEMA))
		return true;
	ibp_arrival_fault(reader, &none,
			  _("\"schema\" is not \"%s\": this was not made by "
			    "`export`."),
			  SCHEMA);
	return false;
}

/* What says where it comes from is not looked at. */
static void check_keys(const struct ibp_arrival_reader *reader, json_t *root)
{
	static const char *const known[] = {
		"schema",       "board",     "model",      "schools",
		"applications", "couplings", "exclusions", NULL,
	};
	const struct ibp_spot none = {0};
	void *i = json_object_iter(root);

	for (; i; i = json_object_iter_next(root, i)) {
		const char *key = json_object_iter_key(i);
		size_t at = 0;

		while (known[at] && strcmp(known[at], key) != 0)
			at++;
		if (!known[at])
			refuse_key(reader, &none, key, known);
	}
}

static void read_list(const struct ibp_arrival_reader *reader, size_t which,
		      const json_t *list)
{
	const struct ibp_spot none = {0};
	size_t count = json_array_size(list);

	if (list && (!json_is_array(list) || count > IBP_ARRIVAL_THINGS_MAX))
		ibp_arrival_fault(reader, &none,
				  _("\"%s\" is not a list of at most %d."),
				  lists[which].key, IBP_ARRIVAL_THINGS_MAX);
	else
		for (size_t i = 0; i < count; i++) {
			struct ibp_spot at =
				spot_of(reader, lists[which].key, i);

			lists[which].read(reader, &at, json_array_get(list, i));
		}
}

void ibp_arrivals_json(const struct ibp_arrival_reader *reader,
		       const char *bytes, size_t length)
{
	const struct ibp_spot none = {0};
	json_t *root = NULL;

	if (length > IBP_JSON_MAX) {
		ibp_arrival_fault(reader, &none,
				  _("This is too large: at most %zu bytes are "
				    "read."),
				  IBP_JSON_MAX);
		return;
	}
	if (ibp_json_parse(reader->file, bytes, length, &root, reader->err))
		return;
	if (check_head(reader, root)) {
		check_keys(reader, root);
		reader->arrivals->edition = ibp_arena_strdup(
			&reader->arrivals->arena,
			json_string_value(json_object_get(root, "model")));
		for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
			read_list(reader, i,
				  json_object_get(root, lists[i].key));
	}
	json_decref(root);
}
