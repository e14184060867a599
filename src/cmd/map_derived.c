/* app show: what FORA says of an application beside the board's own value. */
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/derived.h"

struct line {
	const char *name; /* of the field */
	const char *title;
	const char *derived; /* canonical */
	uint32_t object;
};

static void add_line(struct ibp_doc *doc, struct ibp_table *table,
		     const struct ibp_cover *cover,
		     const struct ibp_application *application,
		     const struct line *line)
{
	struct ibp_cell cells[] = {
		ibp_cell_choice(line->name, line->title),
		ibp_cmd_map_choice_cell(
			ibp_application_fields, line->name,
			ibp_application_value(application, line->name)),
		ibp_cmd_map_choice_cell(ibp_application_fields, line->name,
					line->derived),
		ibp_cmd_map_name_cell(cover->fora, line->object),
	};

	ibp_doc_add_row(doc, table, cells);
}

static const char *personal_word(enum ibp_fora_answer answer)
{
	static const char *const words[] = {
		[IBP_FORA_UNANSWERED] = NULL,
		[IBP_FORA_NO] = "none",
		[IBP_FORA_YES] = "ordinary",
	};

	return words[answer];
}

static void add_table(struct ibp_doc *doc, const struct ibp_cover *cover,
		      const struct ibp_application *application,
		      const struct ibp_derived *d)
{
	const struct ibp_column columns[] = {
		{"field", _("Field"), IBP_CELL_CHOICE, 0, false},
		{"own", _("Own value"), IBP_CELL_CHOICE, 0, false},
		{"derived", _("Derived"), IBP_CELL_CHOICE, 0, false},
		{"object", _("Because of"), IBP_CELL_TEXT, 0, true},
	};
	const struct line lines[] = {
		{"availability", _("Availability"),
		 ibp_rating_word(d->availability.rating),
		 d->availability.object},
		{"integrity", _("Integrity"),
		 ibp_rating_word(d->integrity.rating), d->integrity.object},
		{"confidentiality", _("Confidentiality"),
		 ibp_rating_word(d->confidentiality.rating),
		 d->confidentiality.object},
		{"personal_data", _("Personal data"),
		 personal_word(d->personal_data), d->personal_object},
	};
	struct ibp_table *table = ibp_doc_add_table(
		doc, "derived", _("Derived from FORA"), columns, 4);

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		add_line(doc, table, cover, application, &lines[i]);
	/* Without a place nothing is derived: only programs see the rows. */
	if (!d->objects)
		table->place = IBP_ONLY_DATA;
}

void ibp_cmd_map_add_derived(struct ibp_run *run, struct ibp_doc *doc,
			     const struct ibp_application *application)
{
	const struct ibp_cmd_map *map = ibp_cmd_map_of(run);
	struct ibp_cover *cover =
		ibp_cover_new(map->fora, map->landscape, map->file.today);
	const struct ibp_derived *all = ibp_derived_all(cover, &doc->arena);

	add_table(doc, cover, application,
		  &all[application - map->landscape->applications]);
	ibp_cover_free(cover);
}
