#include "model/upgrade.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/yaml.h"

#define CHANGES_MAX 2000
#define CODE_MAX 20
#define NOTE_MAX 4000

static const char *const schema_words[] = {IBP_UPGRADE_SCHEMA, NULL};

static const char *const kind_words[] = {
	[IBP_CHANGE_SAME] = "same",
	[IBP_CHANGE_REWORDED] = "reworded",
	[IBP_CHANGE_RENUMBERED] = "renumbered",
	[IBP_CHANGE_SPLIT] = "split",
	[IBP_CHANGE_MERGED] = "merged",
	[IBP_CHANGE_DROPPED] = "dropped",
	[IBP_CHANGE_NEW] = "new",
	NULL,
};

#define AT(member) offsetof(struct ibp_norm_change, member)
static const struct ibp_yaml_field change_fields[] = {
	{.key = "from",
	 .at = AT(from),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL,
	 .bytes = CODE_MAX},
	{.key = "to",
	 .at = AT(to),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL,
	 .bytes = CODE_MAX},
	{.key = "kind",
	 .at = AT(kind),
	 .type = IBP_YAML_WORD,
	 .words = kind_words},
	{.key = "note",
	 .at = AT(note),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL | IBP_YAML_LINES,
	 .bytes = NOTE_MAX},
	{0},
};
#undef AT
static const struct ibp_yaml_record change_record = {
	.size = sizeof(struct ibp_norm_change), .fields = change_fields};

#define AT(member) offsetof(struct ibp_upgrade_map, member)
static const struct ibp_yaml_field map_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "id", .at = AT(id), .type = IBP_YAML_TEXT},
	{.key = "from", .at = AT(from), .type = IBP_YAML_TEXT},
	{.key = "to", .at = AT(to), .type = IBP_YAML_TEXT},
	{.key = "norms",
	 .at = AT(changes),
	 .type = IBP_YAML_RECORDS,
	 .count_at = AT(change_count),
	 .max = CHANGES_MAX,
	 .record = &change_record},
	{0},
};
#undef AT
static const struct ibp_yaml_record map_record = {
	.size = sizeof(struct ibp_upgrade_map), .fields = map_fields};

/* Whether the two codes are those that the kind of change asks for. */
static void check_ends(struct ibp_upgrade_map *map,
		       const struct ibp_norm_change *change,
		       struct ibp_error *err)
{
	bool no_from = change->kind == IBP_CHANGE_NEW;
	bool no_to = change->kind == IBP_CHANGE_DROPPED;
	const char *word = kind_words[change->kind];

	if (no_from != !change->from)
		ibp_places_fault(&map->places, err, &change->kind,
				 no_from ? _("A norm of kind \"%s\" comes "
					     "from no other: write from: "
					     "null.") :
					   _("A norm of kind \"%s\" comes from "
					     "another: add its code as from."),
				 word);
	if (no_to != !change->to)
		ibp_places_fault(&map->places, err, &change->kind,
				 no_to ? _("A norm of kind \"%s\" goes to no "
					   "other: write to: null.") :
					 _("A norm of kind \"%s\" goes to "
					   "another: add its code as to."),
				 word);
	if (!change->from || !change->to)
		return;
	if (change->kind == IBP_CHANGE_SAME &&
	    strcmp(change->from, change->to) != 0)
		ibp_places_fault(&map->places, err, &change->kind,
				 _("%s becomes %s: then the kind is "
				   "\"renumbered\", not \"same\"."),
				 change->from, change->to);
	if (change->kind == IBP_CHANGE_RENUMBERED &&
	    strcmp(change->from, change->to) == 0)
		ibp_places_fault(&map->places, err, &change->kind,
				 _("%s keeps its code: then the kind is "
				   "\"same\" or \"reworded\", not "
				   "\"renumbered\"."),
				 change->from);
}

/* One side of a map: which code, and the kind that may repeat it. */
struct side {
	const char *key;
	enum ibp_change_kind many;
};

static const struct side sides[] = {
	{"from", IBP_CHANGE_SPLIT},
	{"to", IBP_CHANGE_MERGED},
};

static const char *const *code_at(const struct ibp_norm_change *change,
				  const struct side *side)
{
	return side->many == IBP_CHANGE_SPLIT ? &change->from : &change->to;
}

/*
 * A code stands once on its side, except that a split norm comes from one
 * and a merged norm goes to one at least twice.
 */
static void check_times(struct ibp_upgrade_map *map, size_t index,
			const struct side *side, struct ibp_error *err)
{
	const struct ibp_norm_change *change = &map->changes[index];
	const char *const *code = code_at(change, side);
	size_t times = 0;

	for (size_t i = 0; *code && i < map->change_count; i++) {
		const struct ibp_norm_change *other = &map->changes[i];

		if (!ibp_text_equal(*code_at(other, side), *code))
			continue;
		times++;
		if (i < index &&
		    (other->kind != side->many || change->kind != side->many))
			ibp_places_fault(&map->places, err, code,
					 _("\"%s\" stands in \"%s\" more than "
					   "once. Only kind \"%s\" may repeat "
					   "it."),
					 *code, side->key,
					 kind_words[side->many]);
	}
	if (change->kind == side->many && times == 1)
		ibp_places_fault(&map->places, err, &change->kind,
				 _("Kind \"%s\" needs \"%s\" in \"%s\" at "
				   "least twice."),
				 kind_words[side->many], *code, side->key);
}

static enum ibp_status check_map(struct ibp_upgrade_map *map,
				 struct ibp_error *err)
{
	size_t before = err->count;

	if (strcmp(map->from, map->to) == 0)
		ibp_places_fault(&map->places, err, &map->to,
				 _("A map leads to another version than it "
				   "comes from, not to \"%s\" again."),
				 map->to);
	for (size_t i = 0; i < map->change_count; i++) {
		check_ends(map, &map->changes[i], err);
		check_times(map, i, &sides[0], err);
		check_times(map, i, &sides[1], err);
	}
	return err->count > before ? IBP_INPUT : IBP_OK;
}

enum ibp_status ibp_upgrade_map_parse(const char *path, const char *text,
				      size_t length,
				      struct ibp_upgrade_map **map,
				      struct ibp_error *err)
{
	struct ibp_upgrade_map *made = ibp_alloc(sizeof(*made));
	enum ibp_status status;

	made->path = ibp_arena_strdup(&made->arena, path);
	status = ibp_yaml_read(made->path, text, length, &map_record, made,
			       &made->arena, &made->places, err);
	if (!status)
		status = check_map(made, err);
	if (status)
		ibp_upgrade_map_free(made);
	else
		*map = made;
	return status;
}

enum ibp_status ibp_upgrade_map_load(const char *path,
				     struct ibp_upgrade_map **map,
				     struct ibp_error *err)
{
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_UPGRADE_FILE_MAX, &content, err);

	if (!status)
		status = ibp_upgrade_map_parse(path, ibp_buf_text(&content),
					       content.length, map, err);
	ibp_buf_release(&content);
	return status;
}

void ibp_upgrade_map_free(struct ibp_upgrade_map *map)
{
	if (!map)
		return;
	ibp_places_release(&map->places);
	ibp_arena_release(&map->arena);
	free(map);
}

const char *ibp_change_kind_word(enum ibp_change_kind kind)
{
	return kind_words[kind];
}

/* One side of the map against the framework that it names. */
static void check_side(struct ibp_upgrade_map *map, const struct side *side,
		       const struct ibp_framework *framework,
		       struct ibp_error *err)
{
	bool *seen = ibp_arena_alloc(&map->arena, framework->norm_count + 1);

	for (size_t i = 0; i < map->change_count; i++) {
		const char *const *code = code_at(&map->changes[i], side);
		const struct ibp_norm *norm =
			*code ? ibp_framework_find(framework, *code) : NULL;

		if (norm && strcmp(norm->code, *code) == 0)
			seen[ibp_framework_index(framework, norm)] = true;
		else if (*code)
			ibp_places_fault(&map->places, err, code,
					 _("Version %s has no norm \"%s\". "
					   "Correct the code, or remove the "
					   "item."),
					 framework->version, *code);
	}
	for (size_t i = 0; i < framework->norm_count; i++)
		if (!seen[i])
			ibp_places_fault(&map->places, err, &map->changes,
					 _("Norm %s of version %s is missing "
					   "at norms. Add an item with it as "
					   "%s."),
					 framework->norms[i].code,
					 framework->version, side->key);
}

static void check_name(struct ibp_upgrade_map *map, const char *const *name,
		       const char *wanted, struct ibp_error *err)
{
	if (strcmp(*name, wanted) != 0)
		ibp_places_fault(&map->places, err, name,
				 _("The map says \"%s\", the framework "
				   "\"%s\". Make them equal."),
				 *name, wanted);
}

enum ibp_status ibp_upgrade_map_check(struct ibp_upgrade_map *map,
				      const struct ibp_framework *from,
				      const struct ibp_framework *to,
				      struct ibp_error *err)
{
	size_t before = err->count;

	check_name(map, &map->id, from->id, err);
	check_name(map, &map->id, to->id, err);
	check_name(map, &map->from, from->version, err);
	check_name(map, &map->to, to->version, err);
	check_side(map, &sides[0], from, err);
	check_side(map, &sides[1], to, err);
	return err->count > before ? IBP_INPUT : IBP_OK;
}
