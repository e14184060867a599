#include "exchange/landscape_xml.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "exchange/fora_type.h"
#include "exchange/landscape_ids.h"
#include "exchange/swc.h"
#include "exchange/xml_text.h"

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" "
	"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
	"xsi:schemaLocation=\"http://www.opengroup.org/xsd/archimate/3.0/ "
	"http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd\" ";

static void add_head(struct ibp_xml_writer *w)
{
	const struct ibp_landscape_file *file = w->file;
	const char *board = file->board ? file->board : "";

	ibp_buf_add(w->out, head);
	ibp_buf_addf(w->out,
		     "identifier=\"%s\">\n<name xml:lang=\"nl\">"
		     "Applicatielandschap ",
		     ibp_xml_writer_id(w, "model", board));
	ibp_xml_add_text(w->out, board);
	ibp_buf_add(w->out, "</name>\n");
	ibp_xml_writer_property(w, IBP_SWC_FORM, IBP_SWC_FORM_1);
	ibp_xml_writer_property(w, IBP_SWC_EDITION, file->fora->version);
	ibp_xml_writer_end(w, NULL);
	ibp_buf_add_char(w->out, '\n');
}

/* ---- Elements of FORA ---------------------------------------------------- */

static const char *answer_of(enum ibp_fora_answer answer)
{
	static const char *const words[] = {NULL, "Nee", "Ja"};

	return words[answer];
}

static const char *rating_of(enum ibp_fora_rating rating)
{
	static const char *const words[] = {NULL, "Laag", "Midden", "Hoog"};

	return words[rating];
}

static void add_exclusion(struct ibp_xml_writer *w, const char *id,
			  const char *name)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->exclusion_count; i++) {
		const struct ibp_exclusion *x = &l->exclusions[i];

		if (strcmp(x->element_id, id) != 0)
			continue;
		ibp_xml_writer_property(w, "IBP Niet voor ons", x->reason);
		if (!ibp_text_equal(x->element_name, name))
			ibp_xml_writer_property(w, "IBP Naam bij uitsluiting",
						x->element_name);
		if (x->look_again)
			ibp_xml_writer_property(
				w, "IBP Uitsluiting nog eens bekijken", "Ja");
	}
}

static void add_fora_element(struct ibp_xml_writer *w,
			     const struct ibp_fora_element *e)
{
	ibp_xml_writer_element(w, e->id, ibp_fora_archimate_type(e->type),
			       e->name, e->description);
	ibp_xml_writer_property(w, "FORA-type",
				ibp_fora_property_word(e->type));
	ibp_xml_writer_property(w, "Persoonsgegevens",
				answer_of(e->personal_data));
	ibp_xml_writer_property(w, "Beschikbaarheid",
				rating_of(e->availability));
	ibp_xml_writer_property(w, "Integriteit", rating_of(e->integrity));
	ibp_xml_writer_property(w, "Vertrouwelijkheid",
				rating_of(e->confidentiality));
	ibp_xml_writer_property(w, "Bewaartermijn", e->retention);
	add_exclusion(w, e->id, e->name);
	ibp_xml_writer_end(w, "element");
}

/* ---- What the edition no longer has -------------------------------------- */

/* Calls DO for each id that no element has, once; returns how many. */
static void each_dropped(struct ibp_xml_writer *w,
			 void (*act)(struct ibp_xml_writer *w, const char *id,
				     const char *name))
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->exclusion_count; i++)
		if (l->exclusions[i].element == IBP_FORA_NONE)
			act(w, l->exclusions[i].element_id,
			    l->exclusions[i].element_name);
	for (size_t i = 0; i < l->placement_count; i++) {
		const struct ibp_placement *p = &l->placements[i];
		bool is_told = p->element != IBP_FORA_NONE;

		for (size_t j = 0; j < i && !is_told; j++)
			is_told = strcmp(l->placements[j].element_id,
					 p->element_id) == 0;
		for (size_t j = 0; j < l->exclusion_count && !is_told; j++)
			is_told = strcmp(l->exclusions[j].element_id,
					 p->element_id) == 0;
		if (!is_told)
			act(w, p->element_id, p->element_name);
	}
}

static void add_dropped(struct ibp_xml_writer *w, const char *id,
			const char *name)
{
	ibp_xml_writer_element(w, id, "Grouping", name ? name : id, NULL);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_DROPPED);
	add_exclusion(w, id, name ? name : id);
	ibp_xml_writer_end(w, "element");
}

/* ---- The board's own ----------------------------------------------------- */

static const char *start_of(const struct ibp_application *a, const char *status)
{
	const struct {
		const char *status;
		const char *date;
	} starts[] = {
		{"planned", a->planned_from},
		{"in-use", a->in_use_from},
		{"phase-out", a->phase_out_from},
		{"out", a->out_from},
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (strcmp(starts[i].status, status) == 0)
			return starts[i].date;
	return NULL;
}

/* What the catalogue knows, derived from what is kept below it. */
static void add_catalogue(struct ibp_xml_writer *w,
			  const struct ibp_application *a)
{
	const char *status = ibp_application_status_at(a, w->file->date);

	ibp_xml_writer_property(w, "SWC type", "Pakketversie");
	ibp_xml_writer_property(w, "Gebruik status", ibp_swc_value(status));
	ibp_xml_writer_property(w, "Gebruik datum", start_of(a, status));
	if (a->hosting)
		ibp_xml_writer_property(
			w, "Extern pakket",
			strcmp(a->hosting, "on-premises") == 0 ? "nee" : "ja");
}

static void add_field(struct ibp_xml_writer *w, const char *property,
		      const char *value)
{
	if (value)
		ibp_xml_writer_property(w, property, ibp_swc_value(value));
}

/* Numbers as text, so that the order of the file survives any tool. */
static void add_order(struct ibp_xml_writer *w, size_t index)
{
	ibp_xml_writer_property(
		w, IBP_SWC_ORDER,
		ibp_arena_printf(&w->arena, "%zu", index + 1));
}

static void add_application(struct ibp_xml_writer *w, size_t index)
{
	const struct ibp_application *a =
		&w->file->landscape->applications[index];

	ibp_xml_writer_element(w, w->applications[index],
			       "ApplicationComponent", a->name, a->note);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_APPLICATION);
	add_order(w, index);
	add_catalogue(w, a);
	for (const struct ibp_swc_field *f = ibp_swc_application_fields;
	     f->field; f++)
		add_field(w, f->property, ibp_application_value(a, f->field));
	for (const struct ibp_swc_field *f = ibp_swc_agreement_fields; f->field;
	     f++)
		add_field(w, f->property,
			  ibp_agreement_value(&a->agreement, f->field));
	ibp_xml_writer_end(w, "element");
}

static bool is_first_of_supplier(const struct ibp_xml_writer *w, size_t index)
{
	if (!w->suppliers[index])
		return false;
	for (size_t i = 0; i < index; i++)
		if (w->suppliers[i] &&
		    strcmp(w->suppliers[i], w->suppliers[index]) == 0)
			return false;
	return true;
}

static void add_suppliers(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->application_count; i++) {
		if (!is_first_of_supplier(w, i))
			continue;
		ibp_xml_writer_element(w, w->suppliers[i], "BusinessActor",
				       l->applications[i].supplier, NULL);
		ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_SUPPLIER);
		ibp_xml_writer_property(w, "SWC type", "Leverancier");
		ibp_xml_writer_end(w, "element");
	}
}

static void add_schools(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->school_count; i++) {
		ibp_xml_writer_element(w, w->schools[i], "BusinessActor",
				       l->schools[i].name, NULL);
		ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_SCHOOL);
		add_order(w, i);
		ibp_xml_writer_property(w, "IBP BRIN", l->schools[i].brin);
		ibp_xml_writer_property(w, "IBP Sector", l->schools[i].sector);
		ibp_xml_writer_end(w, "element");
	}
}

static void add_elements(struct ibp_xml_writer *w)
{
	const struct ibp_landscape_file *file = w->file;

	ibp_buf_add(w->out, "<elements>\n");
	for (size_t i = 0; i < file->fora->element_count; i++)
		add_fora_element(w, &file->fora->elements[i]);
	each_dropped(w, add_dropped);
	for (size_t i = 0; i < file->landscape->application_count; i++)
		add_application(w, i);
	add_suppliers(w);
	add_schools(w);
	ibp_buf_add(w->out, "</elements>\n");
}

/* ---- Relations ----------------------------------------------------------- */

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
	add_order(w, index);
	ibp_xml_writer_property(w, "IBP Plaatsing", kinds[p->kind]);
	if (!ibp_text_equal(p->element_name, name))
		ibp_xml_writer_property(w, "IBP Naam bij plaatsing",
					p->element_name);
	ibp_xml_writer_property(w, "IBP Toelichting", p->note);
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
							   app,
							   w->schools[i])),
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
	add_order(w, index);
	ibp_xml_writer_property(w, "IBP Gegevens", c->data);
	add_field(w, "IBP Richting", c->direction);
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

static void add_relations(struct ibp_xml_writer *w)
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

/* ---- Folders ------------------------------------------------------------- */

static void open_folder(struct ibp_xml_writer *w, const char *label)
{
	ibp_buf_add(w->out, "<item><label xml:lang=\"nl\">");
	ibp_xml_add_text(w->out, label);
	ibp_buf_add(w->out, "</label>\n");
}

static void close_folder(struct ibp_xml_writer *w)
{
	ibp_buf_add(w->out, "</item>\n");
}

static void add_item(struct ibp_xml_writer *w, const char *id, const char *name)
{
	(void)name;
	ibp_buf_addf(w->out, "<item identifierRef=\"%s\"/>\n", id);
}

/* The elements of one type and status, in a folder of that status. */
static void add_status_folder(struct ibp_xml_writer *w, int type, int status)
{
	static const char *const labels[] = {"ACTUEEL", "TODO", "VERVALLEN",
					     NULL};
	const struct ibp_fora *fora = w->file->fora;
	const char *label = labels[status];
	bool is_open = false;

	for (size_t i = 0; i < fora->element_count; i++) {
		const struct ibp_fora_element *e = &fora->elements[i];

		if ((int)e->type != type || (int)e->status != status)
			continue;
		if (label && !is_open)
			open_folder(w, label);
		is_open = true;
		add_item(w, e->id, e->name);
	}
	if (label && is_open)
		close_folder(w);
}

static bool has_type(const struct ibp_fora *fora, int type)
{
	for (size_t i = 0; i < fora->element_count; i++)
		if ((int)fora->elements[i].type == type)
			return true;
	return false;
}

static void add_fora_folders(struct ibp_xml_writer *w)
{
	open_folder(w, "FORA");
	for (int type = 0; type < IBP_FORA_TYPES; type++) {
		const char *label =
			ibp_fora_folder_word((enum ibp_fora_type)type);

		if (!has_type(w->file->fora, type))
			continue;
		open_folder(w, label ? label : "Overig");
		for (int s = IBP_FORA_CURRENT; s <= IBP_FORA_UNKNOWN; s++)
			add_status_folder(w, type, s);
		close_folder(w);
	}
	close_folder(w);
}

static void add_list(struct ibp_xml_writer *w, const char *label,
		     const char *const *ids, size_t count)
{
	if (!count)
		return;
	open_folder(w, label);
	for (size_t i = 0; i < count; i++)
		add_item(w, ids[i], NULL);
	close_folder(w);
}

static void add_folders(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	ibp_buf_add(w->out, "<organizations>\n");
	add_fora_folders(w);
	add_list(w, "Applicaties", w->applications, l->application_count);
	add_list(w, "Scholen", w->schools, l->school_count);
	open_folder(w, "Leveranciers");
	for (size_t i = 0; i < l->application_count; i++)
		if (is_first_of_supplier(w, i))
			add_item(w, w->suppliers[i], NULL);
	close_folder(w);
	open_folder(w, "Vervallen in FORA");
	each_dropped(w, add_item);
	close_folder(w);
	ibp_buf_add(w->out, "</organizations>\n");
}

static void add_definitions(struct ibp_xml_writer *w)
{
	ibp_buf_add(w->out, "<propertyDefinitions>\n");
	for (size_t i = 0; ibp_swc_properties[i]; i++)
		ibp_buf_addf(w->out,
			     "<propertyDefinition identifier=\"propid-%zu\" "
			     "type=\"string\"><name>%s</name>"
			     "</propertyDefinition>\n",
			     i + 1, ibp_swc_properties[i]);
	ibp_buf_add(w->out, "</propertyDefinitions>\n");
}

void ibp_landscape_xml(const struct ibp_landscape_file *file,
		       struct ibp_buf *out)
{
	struct ibp_xml_writer w = {.out = out, .file = file};

	ibp_xml_writer_start(&w);
	add_head(&w);
	add_elements(&w);
	add_relations(&w);
	add_folders(&w);
	add_definitions(&w);
	ibp_xml_writer_views(&w);
	ibp_buf_add(out, "</model>\n");
	ibp_arena_release(&w.arena);
}
