#include "store/read.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define ANY_DAY "2000-01-01"

enum ibp_status ibp_read_unsound(const struct ibp_store *store,
				 const char *where, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_DATA,
			     _("%s is damaged: the value of \"%s\" does not "
			       "belong there. Go back to an earlier copy with "
			       "\"ibp-scan restore\"."),
			     store->shown, where);
}

enum ibp_status ibp_read_list(struct ibp_store *store, enum ibp_subject subject,
			      long assessment, struct ibp_query **query,
			      struct ibp_error *err)
{
	const struct ibp_subject_table *table = &ibp_subject_tables[subject];
	enum ibp_status status =
		ibp_db_query(store->db, table->list, query, err);

	if (!status && table->in_assessment)
		ibp_query_number(*query, ":assessment", assessment);
	return status;
}

/* Most values, at no cost: one line of ASCII that is its own clean form. */
static bool is_simple_line(const struct ibp_field *field, const char *value)
{
	size_t length = 0;

	if (field->kind != IBP_FIELD_LINE || *value == ' ')
		return false;
	while (value[length] >= ' ' && value[length] <= '~')
		length++;
	return !value[length] && length && length <= field->max &&
	       value[length - 1] != ' ';
}

/* The rules of the fields hold in both directions. */
static bool is_sound(const struct ibp_field *field, const char *value)
{
	struct ibp_error ignored = {0};
	char *same = NULL;
	bool sound;

	if (is_simple_line(field, value))
		return true;
	/* A relative date comes out as another text, whatever the day. */
	sound = ibp_field_parse(field, value, ANY_DAY, &same, &ignored) ==
			IBP_OK &&
		ibp_text_equal(same, value);
	ibp_error_release(&ignored);
	free(same);
	return sound;
}

enum ibp_status ibp_read_value(struct ibp_store *store,
			       enum ibp_subject subject, size_t index,
			       struct ibp_query *query, struct ibp_arena *arena,
			       const char **value, struct ibp_error *err)
{
	const char *name = ibp_subject_tables[subject].columns[index].field;
	const char *text = ibp_query_get(query, (int)index + 1);
	const struct ibp_field *field =
		ibp_field_find(ibp_subject_fields(subject), name);

	if (text && !is_sound(field, text))
		return ibp_read_unsound(store, name, err);
	*value = ibp_arena_strdup(arena, text);
	return IBP_OK;
}

static const struct ibp_member *find_member(const struct ibp_member *members,
					    const char *field)
{
	for (; members->field; members++)
		if (strcmp(members->field, field) == 0)
			return members;
	return NULL;
}

enum ibp_status ibp_read_thing(struct ibp_store *store,
			       enum ibp_subject subject,
			       struct ibp_query *query,
			       const struct ibp_member *members,
			       struct ibp_arena *arena, void *thing,
			       struct ibp_error *err)
{
	size_t width = ibp_subject_width(&ibp_subject_tables[subject]);

	for (size_t i = 0; i < width; i++) {
		const char *field =
			ibp_subject_tables[subject].columns[i].field;
		const struct ibp_member *member = find_member(members, field);
		enum ibp_status status;
		const char *value;

		status = ibp_read_value(store, subject, i, query, arena, &value,
					err);
		if (status)
			return status;
		if (member)
			memcpy((char *)thing + member->offset, &value,
			       sizeof(value));
	}
	return IBP_OK;
}

enum ibp_status ibp_read_key(struct ibp_store *store, struct ibp_query *query,
			     struct ibp_arena *arena, const char **key,
			     struct ibp_error *err)
{
	const char *text = ibp_query_get(query, 0);
	struct ibp_error ignored = {0};
	enum ibp_status status;
	char *same = NULL;

	if (!text ||
	    ibp_text_clean(text, IBP_TEXT_LINE, IBP_TEXT_NAME_MAX, "", &same,
			   &ignored) ||
	    !ibp_text_equal(same, text)) {
		status = ibp_read_unsound(store, "key", err);
	} else {
		*key = ibp_arena_strdup(arena, text);
		status = IBP_OK;
	}
	ibp_error_release(&ignored);
	free(same);
	return status;
}
