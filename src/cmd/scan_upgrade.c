/* upgrade: the assessment carried over to another version of the norms. */
#include "cmd/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cmd/scan_rows.h"
#include "cmd/words.h"
#include "core/upgrade.h"
#include "model/content.h"

#define KINDS (IBP_CHANGE_NEW + 1)

/* What is carried over, and to what. */
struct carrying {
	struct ibp_framework *to;
	struct ibp_upgrade_map *map;
	struct ibp_assessment *made;
	char *name; /* of the new assessment */
};

static void carrying_release(struct carrying *c)
{
	ibp_assessment_free(c->made);
	ibp_upgrade_map_free(c->map);
	ibp_framework_free(c->to);
	free(c->name);
}

static enum ibp_status open_target(struct ibp_run *run, struct carrying *c,
				   struct ibp_error *err)
{
	const struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	const char *wanted = run->options.version_wanted;
	enum ibp_status status;

	if (!wanted)
		return ibp_error_set(err, IBP_USAGE,
				     _("Say which version to go to: --to=V."));
	if (ibp_text_equal(wanted, scan->framework->version))
		return ibp_error_set(err, IBP_USAGE,
				     _("The assessment \"%s\" is on version "
				       "%s already."),
				     scan->info.name, wanted);
	status = ibp_cmd_scan_framework(run, scan->framework->id, wanted,
					&c->to, err);
	return status ? status :
			ibp_upgrade_map_open(scan->file.data_dir,
					     scan->framework, c->to, &c->map,
					     err);
}

/* "2026" becomes "2026 (2024-06)"; a version behind it already goes. */
static char *default_name(const struct ibp_cmd_scan *scan,
			  const struct ibp_framework *to)
{
	const char *name = scan->info.name;
	size_t length = strlen(name);
	struct ibp_buf old = {0};
	struct ibp_buf made = {0};

	ibp_buf_addf(&old, " (%s)", scan->framework->version);
	if (length > old.length &&
	    strcmp(name + length - old.length, old.data) == 0)
		length -= old.length;
	ibp_buf_add_bytes(&made, name, length);
	ibp_buf_addf(&made, " (%s)", to->version);
	ibp_buf_release(&old);
	return ibp_buf_take(&made);
}

static enum ibp_status choose_name(struct ibp_run *run, struct carrying *c,
				   struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	char *wanted = run->word_count ? ibp_strdup(run->words[0]) :
					 default_name(scan, c->to);
	enum ibp_status status = ibp_field_parse(
		ibp_assessment_fields, wanted, scan->file.today, &c->name, err);

	if (!status)
		status = ibp_cmd_scan_check_name(scan, c->name, err);
	free(wanted);
	return status;
}

static const char *kind_label(enum ibp_change_kind kind)
{
	static const char *const labels[KINDS] = {
		[IBP_CHANGE_SAME] = NC_("norm", "the same"),
		[IBP_CHANGE_REWORDED] = NC_("norm", "reworded"),
		[IBP_CHANGE_RENUMBERED] = NC_("norm", "renumbered"),
		[IBP_CHANGE_SPLIT] = NC_("norm", "split"),
		[IBP_CHANGE_MERGED] = NC_("norm", "merged"),
		[IBP_CHANGE_DROPPED] = NC_("norm", "dropped"),
		[IBP_CHANGE_NEW] = NC_("norm", "new"),
	};

	return ibp_pgettext_expr(IBP_DOMAIN, "norm", labels[kind]);
}

/* How many norms of each kind, as facts. */
static void add_counts(struct ibp_doc *doc, const struct ibp_upgrade_map *map)
{
	long counts[KINDS] = {0};

	for (size_t i = 0; i < map->change_count; i++)
		counts[map->changes[i].kind]++;
	for (unsigned k = 0; k < KINDS; k++)
		ibp_doc_add_fact(doc,
				 ibp_change_kind_word((enum ibp_change_kind)k),
				 kind_label((enum ibp_change_kind)k), 0,
				 ibp_cell_number(counts[k]));
}

static const struct ibp_norm *find_norm(const struct ibp_framework *framework,
					const char *code)
{
	return code ? ibp_framework_find(framework, code) : NULL;
}

static void add_row(struct ibp_doc *doc, struct ibp_table *table,
		    const struct ibp_cmd_scan *scan, const struct carrying *c,
		    const struct ibp_norm_change *change, unsigned *marks)
{
	const struct ibp_norm *norm = find_norm(c->to, change->to);
	const struct ibp_answer *before = ibp_answer_find(
		scan->framework, scan->assessment, change->from);
	const struct ibp_answer *after =
		ibp_answer_find(c->to, c->made, change->to);
	struct ibp_cell cells[] = {
		ibp_cell_code(change->from),
		ibp_cell_code(change->to),
		ibp_cell_choice(ibp_change_kind_word(change->kind),
				kind_label(change->kind)),
		ibp_cmd_scan_title_cell(
			doc,
			norm ? norm : find_norm(scan->framework, change->from),
			marks),
		ibp_cell_score(before ? before->score : IBP_SCORE_OPEN),
		ibp_cell_score(after ? after->score : IBP_SCORE_OPEN),
		ibp_cell_number(before ? (long)before->evidence_count : 0),
		ibp_cell_bool(after && after->look_again),
		ibp_cell_text(change->note),
	};

	ibp_doc_add_row(doc, table, cells);
}

static struct ibp_doc *preview(const struct ibp_cmd_scan *scan,
			       const struct carrying *c)
{
	const struct ibp_column columns[] = {
		{"from", _("From"), IBP_CELL_CODE, 0, false},
		{"to", _("To"), IBP_CELL_CODE, 0, false},
		{"kind", _("Kind"), IBP_CELL_CHOICE, 0, false},
		{"title", _("Title"), IBP_CELL_TEXT, 0, true},
		{"score_from", _("Score"), IBP_CELL_SCORE, 0, false},
		{"score_to", _("Becomes"), IBP_CELL_SCORE, 0, false},
		{"evidence", C_("column", "Ev."), IBP_CELL_NUMBER,
		 IBP_WHEN_WIDE, false},
		{"look_again", C_("column", "Look again"), IBP_CELL_BOOL, 0,
		 false},
		{"note", _("Note"), IBP_CELL_TEXT, IBP_WHEN_WIDE, true},
	};
	struct ibp_doc *doc = ibp_doc_new("upgrade", NULL);
	struct ibp_table *table;
	unsigned marks = 0;

	ibp_doc_add_fact(doc, "assessment", _("Assessment"), 0,
			 ibp_cell_text(scan->info.name));
	ibp_doc_add_fact(doc, "new_assessment", _("Becomes"), 0,
			 ibp_cell_text(c->name));
	ibp_doc_add_fact(doc, "from", _("From version"), 0,
			 ibp_cell_code(scan->framework->version));
	ibp_doc_add_fact(doc, "to", _("To version"), 0,
			 ibp_cell_code(c->to->version));
	add_counts(doc, c->map);
	table = ibp_doc_add_table(doc, "upgrade",
				  _("This would change. Nothing was changed."),
				  columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < c->map->change_count; i++)
		add_row(doc, table, scan, c, &c->map->changes[i], &marks);
	ibp_cmd_scan_add_legend(doc, marks);
	return doc;
}

static size_t count_marked(const struct ibp_assessment *made)
{
	size_t marked = 0;

	for (size_t i = 0; i < made->answer_count; i++)
		marked += made->answers[i].look_again;
	return marked;
}

static enum ibp_status carry(struct ibp_run *run, const struct carrying *c,
			     struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	size_t marked = count_marked(c->made);
	char *copy = NULL;
	enum ibp_status status = ibp_store_backup(scan->file.store, &copy, err);

	if (!status)
		status = ibp_store_add_assessment(scan->file.store, c->name,
						  c->to, c->made, err);
	if (!status) {
		ibp_run_say(run,
			    _("The assessment \"%s\" is on version %s; \"%s\" "
			      "stays as it is. `%s undo` takes this back; %s "
			      "is a copy from before."),
			    c->name, c->to->version, scan->info.name,
			    run->tool->name, copy);
		if (marked)
			ibp_run_say(run,
				    ibp_ngettext("%zu norm is marked to look "
						 "at again: see `%s list "
						 "--filter "
						 "look_again=yes`.",
						 "%zu norms are marked to look "
						 "at again: see `%s list "
						 "--filter "
						 "look_again=yes`.",
						 marked),
				    marked, run->tool->name);
	}
	free(copy);
	return status;
}

enum ibp_status ibp_cmd_scan_upgrade(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	struct carrying c = {0};
	enum ibp_status status = IBP_OK;

	if (run->word_count > 1)
		status = ibp_words_exactly(run, 1, err);
	if (!status)
		status = open_target(run, &c, err);
	if (!status)
		status = choose_name(run, &c, err);
	if (status)
		goto out;
	c.made = ibp_upgrade(c.map, scan->framework, scan->assessment, c.to);
	if (run->options.dry_run)
		status = ibp_cmd_show(run, preview(scan, &c), err);
	else
		status = carry(run, &c, err);
out:
	carrying_release(&c);
	return status;
}
