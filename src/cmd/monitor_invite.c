/*
 * invite: opens an edition, or adds boards to the open one.  Everything
 * random is drawn before anything is written; the letters are there before
 * the invitations are, and are taken back where these could not be made.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/random.h"
#include "cmd/monitor_letters.h"
#include "cmd/monitor_register.h"
#include "cmd/words.h"
#include "exchange/boards_csv.h"

#define EDITION_MAX 40 /* bytes that are read; fewer are right */

static const struct ibp_field fields[] = {
	{.name = "edition",
	 .label = N_("Edition"),
	 .kind = IBP_FIELD_LINE,
	 .max = EDITION_MAX,
	 .required = true},
	{.name = NULL},
};

struct invitation {
	const struct ibp_invitee *board;
	struct ibp_register_holder holder;
	char code[IBP_INVITATION_TEXT];
	char token[IBP_SDC_TOKEN_TEXT];
};

struct inviting {
	struct ibp_run *run;
	const char *path; /* of the register */
	struct ibp_register_edition edition;
	bool is_known; /* the register has this edition already */
	char still_open[IBP_EDITION_SIZE]; /* the one before; "": none */
	struct ibp_register_strata strata;
	struct ibp_invitees boards;
	struct ibp_cmd_letters letters;
	struct invitation *invitations;
	size_t count;
};

/* ---- the edition --------------------------------------------------------- */

static enum ibp_status new_edition(struct inviting *i, const char *name,
				   struct ibp_error *err)
{
	const struct ibp_catalogue *catalogue;
	enum ibp_status status =
		ibp_cmd_monitor_newest(i->run, &catalogue, err);

	if (status)
		return status;
	memcpy(i->edition.name, name, strlen(name) + 1);
	memcpy(i->edition.catalogue, catalogue->digest,
	       sizeof(i->edition.catalogue));
	ibp_time_now(i->edition.opened);
	return ibp_random_bytes(i->edition.key, sizeof(i->edition.key), err);
}

static enum ibp_status refuse_older(const struct inviting *i, const char *name,
				    const char *last, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_FOUND,
			     _("%s is at edition %s, so that edition %s cannot "
			       "be opened any more."),
			     i->path, last, name);
}

/* The open edition is added to; a later one is opened. */
static enum ibp_status find_edition(struct inviting *i,
				    struct ibp_register *reg, const char *name,
				    struct ibp_error *err)
{
	struct ibp_register_edition last;
	enum ibp_status status = ibp_register_edition(reg, &last, err);
	int order = status ? 0 : strcmp(name, last.name);

	if (!status)
		status = ibp_register_strata(reg, &i->strata, err);
	if (status)
		return status;
	if (order < 0)
		return refuse_older(i, name, last.name, err);
	if (order > 0 && !*last.closed)
		memcpy(i->still_open, last.name, sizeof(i->still_open));
	if (order > 0)
		return new_edition(i, name, err);
	i->edition = last;
	i->is_known = true;
	return ibp_cmd_edition_check(&last, err);
}

/* ---- drawing ------------------------------------------------------------- */

static enum ibp_status draw_one(struct inviting *i,
				const struct ibp_invitee *board,
				struct ibp_error *err)
{
	struct invitation *made = &i->invitations[i->count];
	struct ibp_register_holder *holder = &made->holder;
	uint64_t holding = 0;
	enum ibp_status status =
		ibp_invitation_draw(&ibp_cmd_system_random, &holder->code, err);

	if (!status)
		status = ibp_cmd_names_number(&i->letters, &i->letters.holders,
					      board->name, 64, &holder->holder,
					      err);
	if (!status && board->holding)
		status =
			ibp_cmd_names_number(&i->letters, &i->letters.holdings,
					     board->holding, 32, &holding, err);
	if (status)
		return status;
	made->board = board;
	ibp_invitation_text(&holder->code, made->code);
	ibp_invitation_token(&holder->code, made->token);
	ibp_sdc_token_parse(made->token, &holder->token);
	holder->has_code = true;
	holder->is_active = true;
	holder->holding = (uint32_t)holding;
	holder->sector = board->sector;
	holder->part = board->part;
	holder->pupils = board->pupils / IBP_REGISTER_STEP * IBP_REGISTER_STEP;
	holder->size = ibp_register_size(&i->strata.cuts[board->sector],
					 holder->pupils);
	i->count++;
	return IBP_OK;
}

/* A board that has an invitation of this edition keeps it. */
static enum ibp_status draw_all(struct inviting *i, struct ibp_register *reg,
				struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	i->invitations =
		ibp_alloc((i->boards.count + 1) * sizeof(*i->invitations));
	for (size_t b = 0; !status && b < i->boards.count; b++) {
		bool is_invited = false;

		status = draw_one(i, &i->boards.items[b], err);
		if (!status && i->is_known)
			status = ibp_register_is_invited(
				reg, i->edition.name,
				i->invitations[i->count - 1].holder.holder,
				&is_invited, err);
		i->count -= is_invited;
	}
	return status;
}

/* ---- writing ------------------------------------------------------------- */

static enum ibp_status write_letters(struct inviting *i, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (size_t n = 0; !status && n < i->count; n++) {
		const struct invitation *one = &i->invitations[n];
		struct ibp_cmd_letter letter = {one->board->name,
						i->edition.name, one->code,
						one->token};

		status = ibp_cmd_letters_write(&i->letters, &letter, err);
	}
	return status ? status : ibp_cmd_letters_keep(&i->letters, err);
}

/* Within a transaction. */
static enum ibp_status fill(struct ibp_register *reg, void *self,
			    struct ibp_error *err)
{
	struct inviting *i = self;
	enum ibp_status status = IBP_OK;

	if (!i->is_known)
		status = ibp_register_add_edition(reg, &i->edition, err);
	for (size_t n = 0; !status && n < i->count; n++)
		status = ibp_register_add_holder(
			reg, i->edition.name, &i->invitations[n].holder, err);
	return status ? status : write_letters(i, err);
}

static enum ibp_status make_register(struct inviting *i, const char *name,
				     struct ibp_error *err)
{
	enum ibp_status status = new_edition(i, name, err);

	if (!status)
		status = draw_all(i, NULL, err);
	if (!status && !i->run->options.dry_run)
		status = ibp_register_create(i->path, i->run->tool->name, fill,
					     i, err);
	return status;
}

static enum ibp_status store(struct inviting *i, struct ibp_register *reg,
			     struct ibp_error *err)
{
	enum ibp_status status = ibp_register_begin(reg, err);

	if (status)
		return status;
	status = fill(reg, i, err);
	if (!status)
		return ibp_register_commit(reg, err);
	ibp_register_rollback(reg);
	return status;
}

static enum ibp_status add_to_register(struct inviting *i, const char *name,
				       struct ibp_error *err)
{
	struct ibp_register *reg = NULL;
	enum ibp_status status = ibp_register_open(
		i->path, IBP_STORE_WRITE, i->run->tool->name, &reg, err);

	if (!status)
		status = find_edition(i, reg, name, err);
	if (!status)
		status = draw_all(i, reg, err);
	if (!status && !i->run->options.dry_run)
		status = store(i, reg, err);
	ibp_register_close(reg);
	return status;
}

/* ---- the command --------------------------------------------------------- */

/* What was not written has no code and no number. */
static struct ibp_cell drawn(const struct inviting *i, const char *text)
{
	return i->run->options.dry_run ? ibp_cell_none() : ibp_cell_code(text);
}

static struct ibp_doc *make_doc(struct inviting *i)
{
	const struct ibp_column columns[] = {
		{"board", _("Board"), IBP_CELL_TEXT, 0, true},
		{"code", _("Code"), IBP_CELL_CODE, IBP_ONLY_DATA, false},
		{"token_id", _("Invitation"), IBP_CELL_CODE, 0, false},
	};
	struct ibp_doc *doc = ibp_doc_new("invite", NULL);
	struct ibp_table *table;

	ibp_doc_add_fact(doc, "edition", _("Edition"), 0,
			 ibp_cell_code(i->edition.name));
	table = ibp_doc_add_table(doc, "invitations", NULL, columns,
				  sizeof(columns) / sizeof(*columns));
	table->empty = _("All of them were invited already.");
	for (size_t n = 0; n < i->count; n++) {
		const struct invitation *one = &i->invitations[n];
		struct ibp_cell cells[] = {
			ibp_cell_text(one->board->name),
			drawn(i, one->code),
			drawn(i, one->token),
		};

		ibp_doc_add_row(doc, table, cells);
	}
	return doc;
}

static void say_next(const struct inviting *i)
{
	if (i->run->options.dry_run) {
		ibp_run_say(i->run, "%s",
			    _("This would change. Nothing was changed."));
		return;
	}
	if (i->count)
		ibp_run_say(i->run,
			    _("The letters are in %s. Keep that folder apart "
			      "from the register: only it says which board has "
			      "which invitation."),
			    i->letters.folder);
	if (*i->still_open)
		ibp_run_say(i->run,
			    _("Edition %s still has its answers and codes: "
			      "delete them with \"ibp-monitor clean "
			      "edition=%s\"."),
			    i->still_open, i->still_open);
	if (!i->strata.is_known)
		ibp_run_say(i->run, _("Next: count the boards that exist with "
				      "\"ibp-monitor strata\"."));
}

static enum ibp_status show(struct inviting *i, struct ibp_error *err)
{
	struct ibp_doc *doc = make_doc(i);
	enum ibp_status status = ibp_run_show(i->run, doc, err);

	ibp_doc_free(doc);
	if (!status)
		say_next(i);
	return status;
}

static enum ibp_status invite(struct inviting *i, const char *boards,
			      const char *name, struct ibp_error *err)
{
	enum ibp_status status = ibp_cmd_register_path(i->run, &i->path, err);

	if (!status)
		status = ibp_invitees_load(boards, &i->boards, err);
	if (!status)
		status = ibp_cmd_letters_open(i->path, &i->letters, err);
	if (!status)
		status = ibp_file_exists(i->path) ?
				 add_to_register(i, name, err) :
				 make_register(i, name, err);
	if (status) {
		ibp_cmd_letters_undo(&i->letters);
		return status;
	}
	return show(i, err);
}

static enum ibp_status check_name(const char *name, struct ibp_error *err)
{
	if (!name)
		return ibp_error_set(err, IBP_USAGE,
				     _("Name the edition: edition=2027."));
	if (ibp_edition_is_valid(name))
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("\"%s\" is no edition: a year such as 2027, or "
			       "2027a to 2027d, is needed."),
			     name);
}

enum ibp_status ibp_cmd_monitor_invite(struct ibp_run *run,
				       struct ibp_error *err)
{
	struct inviting i = {.run = run};
	struct ibp_words words = {0};
	const char *name;
	enum ibp_status status = ibp_words_read(
		run, fields, ibp_cmd_monitor_of(run)->today, &words, err);

	if (!status)
		status = ibp_words_count(run, &words, 1, 1, err);
	name = status ? NULL : ibp_words_value(&words, "edition");
	if (!status)
		status = check_name(name, err);
	if (!status)
		status = invite(&i, words.plain[0], name, err);
	ibp_words_release(&words);
	ibp_invitees_release(&i.boards);
	ibp_cmd_letters_release(&i.letters);
	free(i.invitations);
	return status;
}
