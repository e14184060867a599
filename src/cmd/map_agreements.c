/* agreements: what asks for attention in agreements and contracts. */
#include "base/i18n.h"
#include "cmd/map_question.h"
#include "core/attention.h"

static void add_row(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_cover *cover,
		    const struct ibp_derived *derived,
		    const struct ibp_attention *item)
{
	const struct ibp_application *a =
		&cover->landscape->applications[item->application];
	bool is_derived = false;
	const char *personal = ibp_personal_data_of(
		a, &derived[item->application], &is_derived);
	struct ibp_cell cells[] = {
		ibp_cell_number(a->id),
		ibp_cell_text(a->name),
		ibp_cell_choice(ibp_attention_word(item->kind),
				ibp_attention_label(item->kind)),
		ibp_cell_date(item->date),
		ibp_cmd_map_choice_cell(ibp_application_fields, "personal_data",
					personal),
		personal ? ibp_cell_bool(is_derived) : ibp_cell_none(),
		ibp_cell_text(a->supplier),
		ibp_cell_text(a->owner),
	};

	ibp_doc_add_row(doc, table, cells);
}

static void add_rows(struct ibp_doc *doc, const struct ibp_cover *cover,
		     const struct ibp_derived *derived,
		     const struct ibp_attentions *attentions)
{
	const struct ibp_column columns[] = {
		{"id", _("Number"), IBP_CELL_NUMBER, IBP_ONLY_DATA, false},
		{"name", _("Application"), IBP_CELL_TEXT, 0, true},
		{"finding", _("What is the matter"), IBP_CELL_CHOICE, 0, true},
		{"date", _("Date"), IBP_CELL_DATE, 0, false},
		{"personal_data", _("Personal data"), IBP_CELL_CHOICE, 0,
		 false},
		{"derived", _("Derived"), IBP_CELL_BOOL, 0, false},
		{"supplier", _("Supplier"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
		{"owner", _("Owner"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
	};
	struct ibp_table *table =
		ibp_doc_add_table(doc, "agreements", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	bool has_derived = false;

	table->empty = _("Nothing asks for attention.");
	for (size_t i = 0; i < attentions->count; i++) {
		size_t at = attentions->items[i].application;

		add_row(doc, table, cover, derived, &attentions->items[i]);
		has_derived =
			has_derived ||
			(!cover->landscape->applications[at].personal_data &&
			 derived[at].personal_data);
	}
	if (has_derived)
		ibp_doc_add_text(
			doc,
			_("Derived: FORA says so of the information that the "
			  "application uses where it is placed. Your own "
			  "value, "
			  "with `fora-map app set APP personal_data=...`, goes "
			  "before it."));
}

enum ibp_status ibp_cmd_map_agreements(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct ibp_cover *cover = NULL;
	struct ibp_attentions attentions;
	struct ibp_derived *derived;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = ibp_cmd_map_cover(run, &cover, err);
	if (status)
		return status;
	doc = ibp_doc_new("agreements", NULL);
	derived = ibp_derived_all(cover, &doc->arena);
	ibp_attentions_make(cover, derived, &attentions);
	ibp_cmd_map_add_head(doc, cover);
	ibp_doc_add_fact(doc, "count", _("To look at"), 0,
			 ibp_cell_number((long)attentions.count));
	add_rows(doc, cover, derived, &attentions);
	status = ibp_cmd_show(run, doc, err);
	ibp_attentions_release(&attentions);
	ibp_cover_free(cover);
	return status;
}
