/* The folders in which a model shows its elements. */
#include "exchange/archimate_writer.h"
#include "exchange/fora_type.h"
#include "exchange/swc.h"
#include "exchange/xml_text.h"

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
	static const char *const labels[] = {"ACTUEEL",
					     "TO"
					     "DO",
					     "VERVALLEN", NULL};
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

void ibp_xml_writer_folders(struct ibp_xml_writer *w)
{
	const struct ibp_landscape *l = w->file->landscape;

	ibp_buf_add(w->out, "<organizations>\n");
	add_fora_folders(w);
	add_list(w, "Applicaties", w->applications, l->application_count);
	add_list(w, "Scholen", w->schools, l->school_count);
	open_folder(w, "Leveranciers");
	for (size_t i = 0; i < l->application_count; i++)
		if (ibp_xml_writer_is_first_supplier(w, i))
			add_item(w, w->suppliers[i], NULL);
	close_folder(w);
	open_folder(w, "Vervallen in FORA");
	ibp_xml_writer_each_dropped(w, add_item);
	close_folder(w);
	ibp_buf_add(w->out, "</organizations>\n");
}

void ibp_xml_writer_definitions(struct ibp_xml_writer *w)
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
