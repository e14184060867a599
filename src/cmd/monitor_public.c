/* What would be public, before it is: files, digest and every sentence. */
#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "exchange/benchmark.h"
#include "exchange/publication.h"

static void add_line(struct ibp_doc *doc, struct ibp_table *table,
		     const char *line)
{
	struct ibp_cell cells[] = {
		ibp_cell_text(ibp_arena_strdup(&doc->arena, line))};

	ibp_doc_add_row(doc, table, cells);
}

static void add_refusals(struct ibp_doc *doc, struct ibp_table *table,
			 const struct ibp_cmd_material *material,
			 const struct ibp_sdc_plan *plan)
{
	struct ibp_cmd_said said = {material, 0};

	for (size_t i = 0; i < plan->finding_count; i++) {
		struct ibp_buf text = {0};

		if (!plan->findings[i].refuses)
			continue;
		ibp_cmd_add_finding(&text, &said, &plan->findings[i]);
		add_line(doc, table, ibp_buf_text(&text));
		ibp_buf_release(&text);
	}
}

static void add_figures(struct ibp_doc *doc, struct ibp_table *table,
			const struct ibp_publication *publication)
{
	struct ibp_buf csv = {0};
	char digest[IBP_SHA256_SIZE];

	ibp_publication_csv(publication, IBP_PUBLICATION_PLAIN, &csv);
	ibp_sha256(csv.data, csv.length, digest);
	add_line(doc, table,
		 ibp_arena_printf(&doc->arena, _("%s: %zu figures, SHA-256 %s"),
				  IBP_PUBLICATION_CSV,
				  publication->plan->row_count, digest));
	ibp_buf_release(&csv);
}

/* How the figures were made: the members of an object, a line each. */
static void add_params(struct ibp_doc *doc, struct ibp_table *table,
		       const struct ibp_publication *publication)
{
	struct ibp_buf params = {0};
	const char *at;
	size_t length;

	ibp_publication_params(publication, &params);
	for (at = ibp_buf_text(&params); *at;
	     at += length + (at[length] != 0)) {
		length = strcspn(at, "\n");
		if (*at == ' ' && length > 2 && at[2] == ' ')
			add_line(doc, table,
				 ibp_arena_printf(&doc->arena, "  %.*s",
						  (int)length - 4, at + 4));
	}
	ibp_buf_release(&params);
}

static void add_sentences(struct ibp_doc *doc, struct ibp_table *table,
			  const struct ibp_publication *publication)
{
	struct ibp_buf title = {0};

	add_line(doc, table,
		 ibp_arena_printf(&doc->arena, _("%s: how to read them, with:"),
				  IBP_PUBLICATION_PACKAGE));
	ibp_buf_add(&title, "  ");
	ibp_publication_add_title(&title, publication->edition);
	add_line(doc, table, ibp_buf_text(&title));
	for (size_t i = 0; ibp_publication_meaning(i); i++)
		add_line(doc, table,
			 ibp_arena_printf(&doc->arena, "  %s: %s",
					  ibp_benchmark_columns[i],
					  ibp_publication_meaning(i)));
	add_params(doc, table, publication);
	ibp_buf_release(&title);
}

static void add_files(struct ibp_doc *doc, struct ibp_table *table,
		      const struct ibp_cmd_register *r,
		      const struct ibp_cmd_material *material,
		      const struct ibp_sdc_plan *plan)
{
	struct ibp_publication publication = {
		.plan = plan,
		.rules = material->input.rules,
		.edition = r->edition.name,
		.catalogue = r->edition.catalogue,
	};

	ibp_cmd_publication_sizes(&publication, material);
	add_figures(doc, table, &publication);
	add_sentences(doc, table, &publication);
}

enum ibp_status ibp_cmd_public_doc(struct ibp_run *run,
				   const struct ibp_cmd_ask *ask,
				   struct ibp_doc **doc, struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"line", _("What will be public"), IBP_CELL_TEXT, 0, true}};
	struct ibp_cmd_material material = {.count = 0};
	struct ibp_sdc_plan *plan = NULL;
	struct ibp_table *table;
	struct ibp_cmd_register r;
	enum ibp_status status =
		ibp_cmd_register_open(run, IBP_STORE_READ, &r, err);

	if (status)
		return status;
	status = ibp_cmd_edition_check(&r.edition, err);
	if (!status)
		status = ibp_cmd_material_read(&r, ask->k, &material, err);
	if (!status) {
		plan = ibp_sdc_plan_new(&material.input);
		*doc = ibp_doc_new("public", NULL);
		ibp_doc_add_fact(*doc, "edition", _("Edition"), 0,
				 ibp_cell_code(ibp_arena_strdup(
					 &(*doc)->arena, r.edition.name)));
		ibp_doc_add_fact(*doc, "k", "k", 0, ibp_cell_number(plan->k));
		table = ibp_doc_add_table(*doc, "public", NULL, columns, 1);
		if (plan->is_refused)
			add_refusals(*doc, table, &material, plan);
		else
			add_files(*doc, table, &r, &material, plan);
	}
	ibp_sdc_plan_free(plan);
	ibp_cmd_material_release(&material);
	ibp_cmd_register_close(&r);
	return status;
}
