#include "exchange/landscape_xml.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "exchange/archimate_writer.h"
#include "exchange/fora_type.h"
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
	ibp_xml_writer_property(w, IBP_SWC_ANONYMOUS,
				file->is_anonymous ? IBP_SWC_YES : NULL);
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

/* Words of ours become those of the catalogue; texts stay as they are. */
static void add_field(struct ibp_xml_writer *w, const struct ibp_field *fields,
		      const struct ibp_swc_field *f, const char *value)
{
	bool is_word = ibp_field_find(fields, f->field)->choices != NULL;

	if (w->file->is_anonymous && strcmp(f->field, "owner") == 0)
		return;
	ibp_xml_writer_property(w, f->property,
				value && is_word ? ibp_swc_value(value) :
						   value);
}

static void add_application(struct ibp_xml_writer *w, size_t index)
{
	const struct ibp_application *a =
		&w->file->landscape->applications[index];

	ibp_xml_writer_element(w, w->applications[index],
			       "ApplicationComponent", a->name,
			       w->file->is_anonymous ? NULL : a->note);
	ibp_xml_writer_property(w, IBP_SWC_SORT, IBP_SWC_APPLICATION);
	ibp_xml_writer_order(w, index);
	add_catalogue(w, a);
	for (const struct ibp_swc_field *f = ibp_swc_application_fields;
	     f->field; f++)
		add_field(w, ibp_application_fields, f,
			  ibp_application_value(a, f->field));
	for (const struct ibp_swc_field *f = ibp_swc_agreement_fields; f->field;
	     f++)
		add_field(w, ibp_agreement_fields, f,
			  ibp_agreement_value(&a->agreement, f->field));
	ibp_xml_writer_end(w, "element");
}

static void add_suppliers(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	for (size_t i = 0; i < l->application_count; i++) {
		if (!ibp_xml_writer_is_first_supplier(w, i))
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
		ibp_xml_writer_order(w, i);
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
	ibp_xml_writer_each_dropped(w, add_dropped);
	for (size_t i = 0; i < file->landscape->application_count; i++)
		add_application(w, i);
	add_suppliers(w);
	add_schools(w);
	ibp_buf_add(w->out, "</elements>\n");
}

void ibp_landscape_xml(const struct ibp_landscape_file *file,
		       struct ibp_buf *out)
{
	struct ibp_xml_writer w = {.out = out, .file = file};

	ibp_xml_writer_start(&w);
	add_head(&w);
	add_elements(&w);
	ibp_xml_writer_relations(&w);
	ibp_xml_writer_folders(&w);
	ibp_xml_writer_definitions(&w);
	ibp_xml_writer_views(&w);
	ibp_buf_add(out, "</model>\n");
	ibp_arena_release(&w.arena);
}
