/* editions and boards: how far an edition is, without a score. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"

/* ---- editions ------------------------------------------------------------ */

static void add_edition(struct ibp_doc *doc, struct ibp_table *table,
			const struct ibp_register_count *count)
{
	bool is_open = !*count->edition.closed;
	struct ibp_cell cells[] = {
		ibp_cell_code(
			ibp_arena_strdup(&doc->arena, count->edition.name)),
		ibp_cell_choice(is_open ? "open" : "closed",
				is_open ? C_("edition", "open") :
					  C_("edition", "closed")),
		ibp_cell_number(count->invited),
		ibp_cell_number(count->answered),
		ibp_cell_number(count->published),
		ibp_cell_time(
			ibp_arena_strdup(&doc->arena, count->edition.opened)),
	};

	ibp_doc_add_row(doc, table, cells);
}

enum ibp_status ibp_cmd_editions_doc(struct ibp_run *run,
				     const struct ibp_cmd_ask *ask,
				     struct ibp_doc **doc,
				     struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"edition", _("Edition"), IBP_CELL_CODE, 0, false},
		{"state", _("State"), IBP_CELL_CHOICE, 0, false},
		{"invited", _("Invited"), IBP_CELL_NUMBER, 0, false},
		{"answered", _("Answered"), IBP_CELL_NUMBER, 0, false},
		{"published", _("Published"), IBP_CELL_NUMBER, 0, false},
		{"opened", _("Opened"), IBP_CELL_TIME, IBP_WHEN_WIDE, false},
	};
	struct ibp_register_count *counts;
	struct ibp_cmd_register r;
	struct ibp_table *table;
	size_t count;
	enum ibp_status status =
		ibp_cmd_register_open(run, IBP_STORE_READ, &r, err);

	(void)ask;
	if (status)
		return status;
	*doc = ibp_doc_new("editions", NULL);
	table = ibp_doc_add_table(*doc, "editions", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	status = ibp_register_editions(r.reg, &(*doc)->arena, &counts, &count,
				       err);
	for (size_t i = 0; !status && i < count; i++)
		add_edition(*doc, table, &counts[i]);
	ibp_cmd_register_close(&r);
	return status;
}

static enum ibp_status show(struct ibp_run *run, ibp_cmd_make_doc *make,
			    struct ibp_error *err)
{
	const struct ibp_cmd_ask ask = {.of = NULL};
	struct ibp_doc *doc = NULL;
	enum ibp_status status = ibp_words_none(run, err);

	if (!status)
		status = make(run, &ask, &doc, err);
	if (!status)
		status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}

enum ibp_status ibp_cmd_monitor_editions(struct ibp_run *run,
					 struct ibp_error *err)
{
	return show(run, ibp_cmd_editions_doc, err);
}

/* ---- boards -------------------------------------------------------------- */

struct listing {
	struct ibp_doc *doc;
	struct ibp_table *table;
	struct ibp_register_refusal *refusals; /* by token */
	size_t refusal_count;
	size_t at; /* the next of them */
};

/* "I4 2x, I5 1x": both lists are in the order of tokens. */
static const char *refused(struct listing *listing, uint64_t token)
{
	struct ibp_buf text = {0};
	const char *kept;

	while (listing->at < listing->refusal_count &&
	       listing->refusals[listing->at].token < token)
		listing->at++;
	for (; listing->at < listing->refusal_count &&
	       listing->refusals[listing->at].token == token;
	     listing->at++)
		ibp_buf_addf(&text, "%s%s %ldx", text.length ? ", " : "",
			     listing->refusals[listing->at].code,
			     listing->refusals[listing->at].times);
	kept = ibp_arena_strdup(&listing->doc->arena, ibp_buf_text(&text));
	ibp_buf_release(&text);
	return kept;
}

static struct ibp_cell state_of(const struct ibp_register_holder *holder)
{
	if (!holder->is_active)
		return ibp_cell_choice("withdrawn", C_("board", "withdrawn"));
	if (holder->version)
		return ibp_cell_choice("answered", C_("board", "answered"));
	return ibp_cell_choice("invited", C_("board", "invited"));
}

static enum ibp_status add_board(void *self,
				 const struct ibp_register_holder *holder,
				 const char *body, struct ibp_error *err)
{
	struct listing *listing = self;
	char token[IBP_SDC_TOKEN_TEXT];
	struct ibp_cell cells[6];

	(void)body;
	(void)err;
	ibp_sdc_token_text(holder->token, token);
	cells[0] = ibp_cell_code(ibp_arena_strdup(&listing->doc->arena, token));
	cells[1] = ibp_cell_code(ibp_sdc_sector_codes[holder->sector]);
	cells[2] = ibp_cell_code(
		holder->size < 0 ? NULL : ibp_sdc_size_codes[holder->size]);
	cells[3] = state_of(holder);
	cells[4] = holder->version ? ibp_cell_number((long)holder->version) :
				     ibp_cell_none();
	cells[5] = ibp_cell_text(refused(listing, holder->token));
	ibp_doc_add_row(listing->doc, listing->table, cells);
	return IBP_OK;
}

static enum ibp_status fill(struct listing *listing, struct ibp_cmd_register *r,
			    const char *edition, struct ibp_error *err)
{
	const struct ibp_column columns[] = {
		{"token_id", _("Invitation"), IBP_CELL_CODE, 0, false},
		{"sector", _("Sector"), IBP_CELL_CODE, 0, false},
		{"size", _("Size"), IBP_CELL_CODE, 0, false},
		{"state", _("State"), IBP_CELL_CHOICE, 0, false},
		{"version", _("Version"), IBP_CELL_NUMBER, 0, false},
		{"refused", _("Refused"), IBP_CELL_TEXT, 0, false},
	};
	const char *name = ibp_arena_strdup(&listing->doc->arena, edition);
	enum ibp_status status = ibp_register_refusals(
		r->reg, edition, &listing->doc->arena, &listing->refusals,
		&listing->refusal_count, err);

	ibp_doc_add_fact(listing->doc, "edition", _("Edition"), 0,
			 ibp_cell_code(name));
	listing->table =
		ibp_doc_add_table(listing->doc, "boards", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	if (!status)
		status = ibp_register_holders(r->reg, edition, add_board,
					      listing, err);
	return status;
}

enum ibp_status ibp_cmd_boards_doc(struct ibp_run *run,
				   const struct ibp_cmd_ask *ask,
				   struct ibp_doc **doc, struct ibp_error *err)
{
	struct listing listing = {.doc = NULL};
	struct ibp_cmd_register r;
	enum ibp_status status =
		ibp_cmd_register_open(run, IBP_STORE_READ, &r, err);

	if (status)
		return status;
	*doc = ibp_doc_new("boards", NULL);
	listing.doc = *doc;
	status = fill(&listing, &r, ask->of ? ask->of : r.edition.name, err);
	ibp_cmd_register_close(&r);
	return status;
}

enum ibp_status ibp_cmd_monitor_boards(struct ibp_run *run,
				       struct ibp_error *err)
{
	return show(run, ibp_cmd_boards_doc, err);
}
