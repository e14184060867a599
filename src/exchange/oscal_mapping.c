/* How the norms of one version became those of another, as OSCAL. */
#include "base/i18n.h"
#include "exchange/oscal_json.h"

/* What the old norm is to the new one. */
static const char *const relationships[] = {
	[IBP_CHANGE_SAME] = "equal-to",
	[IBP_CHANGE_REWORDED] = "equivalent-to",
	[IBP_CHANGE_RENUMBERED] = "equal-to",
	[IBP_CHANGE_SPLIT] = "superset-of",
	[IBP_CHANGE_MERGED] = "subset-of",
	[IBP_CHANGE_DROPPED] = NULL,
	[IBP_CHANGE_NEW] = NULL,
};

static void add_item(json_t *map, const char *key, const char *code)
{
	json_t *item = ibp_oscal_add(map, key);

	ibp_oscal_put(item, "type", "control");
	ibp_oscal_put_id(item, "id-ref", "", code, "");
}

static void add_map(json_t *mapping, const struct ibp_norm_change *change,
		    const char *name)
{
	json_t *map = ibp_oscal_add(mapping, "maps");

	ibp_oscal_put_uuid(map, "uuid", "%s/%s/%s", name, change->from,
			   change->to);
	ibp_oscal_put(map, "relationship", relationships[change->kind]);
	add_item(map, "sources", change->from);
	add_item(map, "targets", change->to);
	ibp_oscal_prop(map, "kind", ibp_change_kind_word(change->kind));
	ibp_oscal_put(map, "remarks", change->note);
}

/* Norms on one side that no norm on the other side stands for. */
static void add_gap(json_t *mapping, const char *key, const char *name,
		    const char *code)
{
	json_t *gap = json_object_get(mapping, key);
	json_t *select;
	struct ibp_buf id = {0};

	if (!gap) {
		gap = ibp_oscal_object(mapping, key);
		ibp_oscal_put_uuid(gap, "uuid", "%s/%s", name, key);
		ibp_oscal_add(gap, "unmapped-controls");
	}
	select = json_array_get(json_object_get(gap, "unmapped-controls"), 0);
	for (; *code; code++)
		ibp_buf_add_char(&id, *code >= 'A' && *code <= 'Z' ?
					      (char)(*code - 'A' + 'a') :
					      *code);
	ibp_oscal_add_text(select, "with-ids", id.data);
	ibp_buf_release(&id);
}

static void add_side(json_t *mapping, const char *key,
		     const struct ibp_framework *framework)
{
	json_t *side = ibp_oscal_object(mapping, key);

	ibp_oscal_put(side, "type", "catalog");
	ibp_oscal_put(side, "href", framework->source);
	ibp_oscal_prop(side, "framework", framework->id);
	ibp_oscal_prop(side, "version", framework->version);
}

static void fill(json_t *body, const struct ibp_upgrade_map *map,
		 const struct ibp_framework *from,
		 const struct ibp_framework *to, const char *name)
{
	json_t *provenance = ibp_oscal_object(body, "provenance");
	json_t *mapping = ibp_oscal_add(body, "mappings");

	ibp_oscal_put(provenance, "method", "human");
	ibp_oscal_put(provenance, "matching-rationale", "semantic");
	ibp_oscal_put(provenance, "status", "complete");
	ibp_oscal_put(provenance, "mapping-description",
		      _("How the norms of the older version became those of "
			"the newer one, as far as is known."));
	ibp_oscal_put_uuid(mapping, "uuid", "%s/mapping", name);
	add_side(mapping, "source-resource", from);
	add_side(mapping, "target-resource", to);
	for (size_t i = 0; i < map->change_count; i++) {
		const struct ibp_norm_change *change = &map->changes[i];

		if (!change->to)
			add_gap(mapping, "source-gap-summary", name,
				change->from);
		else if (!change->from)
			add_gap(mapping, "target-gap-summary", name,
				change->to);
		else
			add_map(mapping, change, name);
	}
}

/* The model asks for at least one norm that stands in both. */
static bool has_pair(const struct ibp_upgrade_map *map)
{
	size_t i = 0;

	while (i < map->change_count &&
	       (!map->changes[i].from || !map->changes[i].to))
		i++;
	return i < map->change_count;
}

bool ibp_oscal_mapping(const struct ibp_upgrade_map *map,
		       const struct ibp_framework *from,
		       const struct ibp_framework *to, const char *changed,
		       struct ibp_buf *out)
{
	struct ibp_buf name = {0};
	json_t *document;
	json_t *body;

	if (!has_pair(map))
		return false;
	ibp_buf_addf(&name, "%s/%s/%s", map->id, map->from, map->to);
	document = ibp_oscal_begin("mapping-collection", name.data, name.data,
				   to->version, changed, &body);
	fill(body, map, from, to, name.data);
	ibp_oscal_finish(document, out);
	ibp_buf_release(&name);
	return true;
}
