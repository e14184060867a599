/* The relations of a landscape as an ArchiMate model. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "exchange/archimate_writer.h"
#include "exchange/swc.h"

static const char *access_of(enum ibp_fora_access access)
{
	static const char *const words[] = {NULL, "Access", "Read", "Write",
					    "ReadWrite"};

	return words[access];
}

static const char *capital(struct ibp_xml_writer *w, const char *word)
{
	char *made = ibp_arena_strdup(&w->arena, word);

	made[0] = (char)toupper((unsigned char)made[0]);
	return made;
}

/* What is the same twice gets a number: relations of FORA have no id here. */
static void add_fora_relations(struct ibp_xml_writer *w)
{
	const struct ibp_fora *fora = w->file->fora;
	const char *last = "";
	size_t same = 0;

	for (size_t i = 0; i < fora->relation_count; i++) {
		const struct ibp_fora_relation *r = &fora->relations[i];
		const char *key = ibp_arena_printf(
			&w->arena, "%s %s %s %s",
			ibp_fora_relation_words[r->type], r->source_id,
			r->target_id, ibp_fora_access_words[r->access]);

		same = strcmp(key, last) == 0 ? same + 1 : 0;
		last = key;
		if (same)
			key = ibp_arena_printf(&w->arena, "%s %zu", key, same);
		ibp_xml_writer_relation(
			w, ibp_xml_writer_id(w, "relation", key),
			capital(w, ibp_fora_relation_words[r->type]),
			r->source_id, r->target_id, access_of(r->access));
		ibp_xml_writer_end(w, "relationship");
	}
}

/* How an application stands to the element that it is placed on. */
static const char *relation_to(const struct ibp_fora *fora, uint32_t element)
{
	if (element == IBP_FORA_NONE)
		return "Association";
	switch (fora->elements[element].type) {
	case IBP_FORA_COMPONENT:
	case IBP_FORA_NATIONAL_FACILITY:
		return "Specialization";
	case IBP_FORA_APPLICATION_FUNCTION:
		return "Assignment";
	case IBP_FORA_MAIN_FUNCTION:
	case IBP_FORA_FUNCTION:
	case IBP_FORA_PROCESS:
	case IBP_FORA_WORK_PROCESS:
	case IBP_FORA_PROCESS_STEP:
		return "Serving";
	default:
		return "Association";
	}
}

static void add_placement(struct ibp_xml_writer *w, size_t index)
{
	static const char *const kinds[] = {"Hoofd", "Gedeeltelijk", "Gepland"};
	const struct ibp_landscape *l = w->file->landscape;
	const struct ibp_fora *fora = w->file->fora;
	const struct ibp_placement *p = &l->placements[index];
	const char *app = w->applications[p->at];
	const char *name = p->element == IBP_FORA_NONE ?
				   NULL :
				   fora->elements[p->element].name;
	const char *key;
	size_t same = 0;

	for (size_t i = index; i-- && l->placements[i].at == p->at;)
		same += strcmp(l->placements[i].element_id, p->element_id) == 0;
	key = ibp_arena_printf(&w->arena, "%s %s %zu", app, p->element_id,
			       same);
	ibp_xml_writer_relation(w, ibp_xml_writer_id(w, "placement", key),
				relation_to(fora, p->element), app,
				p->element_id, NULL);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_PLACEMENT);
	ibp_xml_writer_order(w, index);
	ibp_xml_writer_property(w, "IBP Plaatsing", kinds[p->kind]);
	if (!ibp_text_equal(p->element_name, name))
		ibp_xml_writer_property(w, "IBP Naam bij plaatsing",
					p->element_name);
	ibp_xml_writer_property(w, "IBP Toelichting",
				w->file->is_anonymous ? NULL : p->note);
	if (p->look_again)
		ibp_xml_writer_property(w, "IBP Nog eens bekijken", "Ja");
	ibp_xml_writer_end(w, "relationship");
}

static void add_use(struct ibp_xml_writer *w, size_t application,
		    const struct ibp_use *use)
{
	const struct ibp_landscape *l = w->file->landscape;
	const char *app = w->applications[application];

	for (size_t i = 0; i < l->school_count; i++) {
		if (l->schools[i].id != use->school)
			continue;
		ibp_xml_writer_relation(
			w,
			ibp_xml_writer_id(w, "use",
					  ibp_arena_printf(&w->arena, "%s %s",
							   app, w->schools[i])),
			"Serving", app, w->schools[i], NULL);
		ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_USE);
		ibp_xml_writer_end(w, "relationship");
	}
}

static size_t count_same_flows(const struct ibp_landscape *l, size_t index)
{
	const struct ibp_coupling *c = &l->couplings[index];
	size_t same = 0;

	for (size_t i = 0; i < index; i++)
		same += l->couplings[i].from_at == c->from_at &&
			l->couplings[i].to_at == c->to_at &&
			ibp_text_equal(l->couplings[i].data, c->data);
	return same;
}

/* A flow against the direction of the coupling is written the way it goes. */
static void add_coupling(struct ibp_xml_writer *w, size_t index)
{
	const struct ibp_landscape *l = w->file->landscape;
	const struct ibp_coupling *c = &l->couplings[index];
	const char *from = w->applications[c->from_at];
	const char *to = w->applications[c->to_at];
	bool is_back = ibp_text_equal(c->direction, "from");
	const char *key = ibp_arena_printf(&w->arena, "%s %s %s %zu", from, to,
					   c->data ? c->data : "",
					   count_same_flows(l, index));

	ibp_xml_writer_relation(w, ibp_xml_writer_id(w, "coupling", key),
				"Flow", is_back ? to : from,
				is_back ? from : to, NULL);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_COUPLING);
	ibp_xml_writer_order(w, index);
	ibp_xml_writer_property(w, "IBP Gegevens", c->data);
	ibp_xml_writer_property(w, "IBP Richting",
				c->direction ? ibp_swc_value(c->direction) :
					       NULL);
	ibp_xml_writer_property(w, "IBP Via", c->via);
	ibp_xml_writer_property(w, "IBP Standaard", c->standard);
	ibp_xml_writer_end(w, "relationship");
	if (!ibp_text_equal(c->direction, "both"))
		return;
	ibp_xml_writer_relation(w, ibp_xml_writer_id(w, "way-back", key),
				"Flow", to, from, NULL);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_WAY_BACK);
	ibp_xml_writer_end(w, "relationship");
}

void ibp_xml_writer_relations(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	ibp_buf_add(w->out, "<relationships>\n");
	add_fora_relations(w);
	for (size_t i = 0; i < l->placement_count; i++)
		add_placement(w, i);
	for (size_t i = 0; i < l->application_count; i++) {
		if (w->suppliers[i]) {
			ibp_xml_writer_relation(
				w,
				ibp_xml_writer_id(w, "supplies",
						  w->applications[i]),
				"Association", w->suppliers[i],
				w->applications[i], NULL);
			ibp_xml_writer_property(w, IBP_SWC_SORT,
						IBP_SWC_SUPPLIES);
			ibp_xml_writer_end(w, "relationship");
		}
		for (size_t j = 0; j < l->applications[i].use_count; j++)
			add_use(w, i, &l->applications[i].uses[j]);
	}
	for (size_t i = 0; i < l->coupling_count; i++)
		add_coupling(w, i);
	ibp_buf_add(w->out, "</relationships>\n");
}
