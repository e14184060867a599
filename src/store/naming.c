/* What a person calls the things of a list of changes; the log knows. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "store/internal.h"

struct naming {
	struct ibp_store *store;
	struct ibp_arena *arena;
};

/* What FIELD of a thing was last, also where it is gone; NULL: never set. */
static enum ibp_status last_value(const struct naming *naming,
				  enum ibp_subject subject, const char *key,
				  const char *field, const char **value,
				  struct ibp_error *err)
{
	static const char sql[] =
		"SELECT ifnull(becomes, was) FROM change WHERE key = :key "
		"AND subject = :subject AND field = :field "
		"ORDER BY step DESC, nr DESC LIMIT 1";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_db_query(naming->store->db, sql, &query, err);
	bool row;

	if (status)
		return status;
	ibp_query_text(query, ":key", key);
	ibp_query_text(query, ":subject", ibp_subject_word(subject));
	ibp_query_text(query, ":field", field);
	status = ibp_query_next(query, &row, err);
	if (status)
		return status;
	*value =
		row ? ibp_arena_strdup(naming->arena, ibp_query_get(query, 0)) :
		      NULL;
	ibp_query_end(query);
	return IBP_OK;
}

/* FORMAT joins the last names of two things; what has none gives no name. */
struct pair {
	enum ibp_subject subjects[2];
	const char *keys[2];
	const char *fields[2];
};

static enum ibp_status name_pair(const struct naming *naming,
				 const struct pair *pair, const char *names[2],
				 struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (int i = 0; !status && i < 2; i++)
		status = pair->keys[i] ?
				 last_value(naming, pair->subjects[i],
					    pair->keys[i], pair->fields[i],
					    &names[i], err) :
				 IBP_OK;
	return status;
}

static enum ibp_status name_use(const struct naming *naming, const char *key,
				const char **name, struct ibp_error *err)
{
	const char *colon = strchr(key, ':');
	size_t length = colon ? (size_t)(colon - key) : 0;
	const struct pair pair = {
		{IBP_SUBJECT_APPLICATION, IBP_SUBJECT_SCHOOL},
		{ibp_arena_strndup(naming->arena, key, length),
		 colon ? colon + 1 : NULL},
		{"name", "name"}};
	const char *names[2] = {NULL, NULL};
	enum ibp_status status = name_pair(naming, &pair, names, err);

	if (!status && names[0] && names[1])
		*name = ibp_arena_printf(naming->arena, _("%s at %s"), names[0],
					 names[1]);
	return status;
}

static enum ibp_status name_placement(const struct naming *naming,
				      const char *key, const char **name,
				      struct ibp_error *err)
{
	const char *application = NULL;
	enum ibp_status status = last_value(naming, IBP_SUBJECT_PLACEMENT, key,
					    "application", &application, err);
	const struct pair pair = {
		{IBP_SUBJECT_APPLICATION, IBP_SUBJECT_PLACEMENT},
		{application, key},
		{"name", "element_name"}};
	const char *names[2] = {NULL, NULL};

	if (!status)
		status = name_pair(naming, &pair, names, err);
	if (!status && names[0] && names[1])
		*name = ibp_arena_printf(naming->arena, _("%s on %s"), names[0],
					 names[1]);
	return status;
}

static enum ibp_status name_coupling(const struct naming *naming,
				     const char *key, const char **name,
				     struct ibp_error *err)
{
	const struct pair ends = {{IBP_SUBJECT_COUPLING, IBP_SUBJECT_COUPLING},
				  {key, key},
				  {"from", "to"}};
	struct pair pair = {{IBP_SUBJECT_APPLICATION, IBP_SUBJECT_APPLICATION},
			    {NULL, NULL},
			    {"name", "name"}};
	const char *names[2] = {NULL, NULL};
	enum ibp_status status = name_pair(naming, &ends, pair.keys, err);

	if (!status)
		status = name_pair(naming, &pair, names, err);
	if (!status && names[0] && names[1])
		*name = ibp_arena_printf(naming->arena, _("%s and %s"),
					 names[0], names[1]);
	return status;
}

static enum ibp_status name_one(const struct naming *naming,
				struct ibp_change *change,
				struct ibp_error *err)
{
	switch (change->subject) {
	case IBP_SUBJECT_APPLICATION:
	case IBP_SUBJECT_AGREEMENT:
		return last_value(naming, IBP_SUBJECT_APPLICATION, change->key,
				  "name", &change->name, err);
	case IBP_SUBJECT_EXCLUSION:
		return last_value(naming, IBP_SUBJECT_EXCLUSION, change->key,
				  "element_name", &change->name, err);
	case IBP_SUBJECT_USE:
		return name_use(naming, change->key, &change->name, err);
	case IBP_SUBJECT_PLACEMENT:
		return name_placement(naming, change->key, &change->name, err);
	case IBP_SUBJECT_COUPLING:
		return name_coupling(naming, change->key, &change->name, err);
	default:
		return IBP_OK;
	}
}

enum ibp_status ibp_naming_give(struct ibp_store *store,
				struct ibp_arena *arena,
				struct ibp_change *change,
				const struct ibp_change *before,
				struct ibp_error *err)
{
	const struct naming naming = {store, arena};

	if (change->name)
		return IBP_OK;
	if (before && before->subject == change->subject &&
	    ibp_text_equal(before->key, change->key)) {
		change->name = before->name;
		return IBP_OK;
	}
	return name_one(&naming, change, err);
}

enum ibp_status ibp_store_name(struct ibp_store *store,
			       struct ibp_changes *changes,
			       struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < changes->count; i++)
		status = ibp_naming_give(
			store, &changes->arena, &changes->items[i],
			i ? &changes->items[i - 1] : NULL, err);
	return status;
}
