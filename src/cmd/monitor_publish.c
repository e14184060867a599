/*
 * publish: the register and the files together.  The files are made under
 * another name, the register notes the publication, and the files get their
 * name: whatever stops the program leaves no figures that the register does
 * not know of.  What the register notes and has no file yet is finished by
 * the next run: figures by rules are the same again, and those with noise,
 * which are drawn once, wait in the register.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/num.h"
#include "cmd/monitor_folder.h"
#include "cmd/monitor_register.h"
#include "exchange/publication.h"

static const char *const file_names[] = {IBP_PUBLICATION_CSV,
					 IBP_PUBLICATION_PACKAGE,
					 IBP_PUBLICATION_EXCEL, NULL};

struct publishing {
	struct ibp_run *run;
	struct ibp_cmd_register r;
	struct ibp_cmd_material material;
	struct ibp_sdc_plan *plan;
	struct ibp_cmd_folder folder;
	enum ibp_sdc_mode mode;
	enum ibp_sdc_detail detail;
	long epsilon; /* thousandths; 0: not the mode with noise */
	long k;
	struct ibp_buf csv;
	struct ibp_buf excel;
	struct ibp_buf params;
	struct ibp_buf package;
	char digest[IBP_SHA256_SIZE];
	/* The same figures, noted before. */
	const struct ibp_register_publication *earlier;
};

/* ---- what was asked ------------------------------------------------------ */

static const char *const detail_words[] = {
	[IBP_SDC_GROUPS] = "groups",
	[IBP_SDC_CLUSTERS] = "clusters",
	[IBP_SDC_OVERALL] = "overall",
};

/* "500/1000": a fraction in thousandths, whatever it is. */
static enum ibp_status read_epsilon(struct publishing *p, struct ibp_error *err)
{
	const char *text = p->run->options.epsilon;
	const char *slash = text ? strchr(text, '/') : NULL;
	char *number;
	bool is_read;

	p->epsilon = ibp_sdc_rules_default.epsilon_default;
	if (!text)
		return IBP_OK;
	number = ibp_strndup(text, slash ? (size_t)(slash - text) : 0);
	is_read = slash && strcmp(slash, "/1000") == 0 &&
		  ibp_num_parse(number, 1000000, &p->epsilon) && p->epsilon > 0;
	free(number);
	if (is_read)
		return IBP_OK;
	return ibp_error_set(err, IBP_USAGE,
			     _("P14: epsilon is a fraction with denominator "
			       "1000, such as 500/1000, not \"%s\"."),
			     text);
}

static enum ibp_status read_mode(struct publishing *p, struct ibp_error *err)
{
	const struct ibp_options *options = &p->run->options;
	bool is_noise = options->mode && strcmp(options->mode, "dp") == 0;

	if (options->mode && !is_noise && strcmp(options->mode, "k") != 0)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no mode `%s`: choose k or "
				       "dp."),
				     options->mode);
	if (!is_noise &&
	    (options->epsilon || options->clusters || options->overall))
		return ibp_error_set(err, IBP_USAGE,
				     _("--epsilon, --clusters and --overall go "
				       "with --mode=dp."));
	if (options->clusters && options->overall)
		return ibp_error_set(err, IBP_USAGE,
				     _("Choose one of --clusters and "
				       "--overall."));
	if (!is_noise)
		return IBP_OK;
	p->mode = IBP_SDC_NOISE;
	if (options->clusters)
		p->detail = IBP_SDC_CLUSTERS;
	if (options->overall)
		p->detail = IBP_SDC_OVERALL;
	return read_epsilon(p, err);
}

static enum ibp_status read_options(struct publishing *p, struct ibp_error *err)
{
	enum ibp_status status = ibp_cmd_word_k(p->run, &p->k, NULL, err);

	if (!status)
		status = read_mode(p, err);
	if (!status && !p->run->options.output && !p->run->options.dry_run)
		status = ibp_error_set(err, IBP_USAGE,
				       _("Name the folder for the figures with "
					 "-o FOLDER."));
	return status;
}

/* ---- the plan ------------------------------------------------------------ */

/* What was drawn before has no plan. */
static void say_findings(const struct publishing *p)
{
	struct ibp_cmd_said said = {&p->material, p->epsilon};

	for (size_t i = 0; p->plan && i < p->plan->finding_count; i++) {
		struct ibp_buf text = {0};

		if (!p->plan->findings[i].refuses)
			ibp_cmd_add_finding(&text, &said,
					    &p->plan->findings[i]);
		if (text.length)
			ibp_run_say(p->run, "%s", ibp_buf_text(&text));
		ibp_buf_release(&text);
	}
}

/* Counts of small cells stay away from a screen that others see. */
static enum ibp_status refuse(const struct publishing *p, struct ibp_error *err)
{
	struct ibp_cmd_said said = {&p->material, p->epsilon};
	struct ibp_buf text = {0};

	for (size_t i = 0; i < p->plan->finding_count; i++) {
		const struct ibp_sdc_finding *finding = &p->plan->findings[i];

		if (!finding->refuses)
			continue;
		if (text.length)
			ibp_buf_add(&text, "\n");
		if (p->run->options.quiet)
			ibp_buf_addf(&text,
				     _("P%d: refused. \"ibp-monitor preview\" "
				       "says why."),
				     finding->code);
		else
			ibp_cmd_add_finding(&text, &said, finding);
	}
	ibp_error_set(err, IBP_FOUND, "%s", ibp_buf_text(&text));
	ibp_buf_release(&text);
	return IBP_FOUND;
}

static enum ibp_status make_plan(struct publishing *p, struct ibp_error *err)
{
	if (p->mode == IBP_SDC_NOISE)
		return ibp_sdc_noise_plan_new(
			&p->material.input, p->detail, p->epsilon,
			&ibp_cmd_system_random, &p->plan, err);
	p->plan = ibp_sdc_plan_new(&p->material.input);
	return IBP_OK;
}

void ibp_cmd_publication_sizes(struct ibp_publication *publication,
			       const struct ibp_cmd_material *material)
{
	for (int s = 0; s < IBP_SDC_SECTORS; s++) {
		publication->sizes[s].middle = material->strata.cuts[s].low;
		publication->sizes[s].large = material->strata.cuts[s].high;
	}
}

static void make_texts(struct publishing *p)
{
	struct ibp_publication publication = {
		.plan = p->plan,
		.rules = p->material.input.rules,
		.edition = p->r.edition.name,
		.catalogue = p->r.edition.catalogue,
		.epsilon = p->epsilon,
		.detail = detail_words[p->detail],
	};

	ibp_cmd_publication_sizes(&publication, &p->material);
	ibp_publication_csv(&publication, IBP_PUBLICATION_PLAIN, &p->csv);
	ibp_publication_params(&publication, &p->params);
	if (p->run->options.excel_nl)
		ibp_publication_csv(&publication, IBP_PUBLICATION_DUTCH,
				    &p->excel);
}

static void make_package(struct publishing *p)
{
	ibp_sha256(p->csv.data, p->csv.length, p->digest);
	ibp_publication_package(p->r.edition.name, ibp_buf_text(&p->params),
				&p->csv, p->digest, &p->package);
}

/* ---- figures that were noted already ------------------------------------- */

/* Figures with noise of which the register says that no file was made. */
static const struct ibp_register_publication *find_pending(
	const struct publishing *p)
{
	for (size_t i = 0; i < p->material.publication_count; i++)
		if (p->material.publications[i].pending)
			return &p->material.publications[i];
	return NULL;
}

/* The same figures, from the same answers. */
static const struct ibp_register_publication *find_same(
	const struct publishing *p)
{
	size_t count = p->material.publication_count;
	const struct ibp_register_publication *last =
		count ? &p->material.publications[count - 1] : NULL;

	return last && last->mode == IBP_SDC_RULES &&
			       strcmp(last->digest, p->digest) == 0 ?
		       last :
		       NULL;
}

static void take_pending(struct publishing *p)
{
	ibp_buf_add(&p->csv, p->earlier->pending);
	ibp_buf_add(&p->params, p->earlier->params);
	make_package(p);
	ibp_run_say(p->run,
		    _("The figures of publication %ld were drawn but "
		      "had no file yet."),
		    (long)p->earlier->id);
}

/* ---- files and register -------------------------------------------------- */

static enum ibp_status fill_folder(struct publishing *p, struct ibp_error *err)
{
	enum ibp_status status =
		ibp_cmd_folder_start(&p->folder, p->run->options.output,
				     p->run->options.force, file_names, err);

	if (!status)
		status = ibp_cmd_folder_add(&p->folder, IBP_PUBLICATION_CSV,
					    &p->csv, err);
	if (!status)
		status = ibp_cmd_folder_add(&p->folder, IBP_PUBLICATION_PACKAGE,
					    &p->package, err);
	if (!status && p->excel.length)
		status = ibp_cmd_folder_add(&p->folder, IBP_PUBLICATION_EXCEL,
					    &p->excel, err);
	return status;
}

static enum ibp_status note(struct publishing *p,
			    struct ibp_register_publication *made,
			    struct ibp_error *err)
{
	if (p->earlier) {
		*made = *p->earlier;
		return IBP_OK;
	}
	*made = (struct ibp_register_publication){
		.mode = p->mode,
		.params = ibp_buf_text(&p->params),
		.pending = p->epsilon ? ibp_buf_text(&p->csv) : NULL,
	};
	memcpy(made->edition, p->r.edition.name, sizeof(made->edition));
	memcpy(made->digest, p->digest, sizeof(made->digest));
	return ibp_register_publish(p->r.reg, p->plan, p->epsilon, made, err);
}

static enum ibp_status settle(struct publishing *p, uint32_t id,
			      struct ibp_error *err)
{
	enum ibp_status status = ibp_register_begin(p->r.reg, err);

	if (!status)
		status = ibp_register_settle(p->r.reg, id, err);
	return status ? status : ibp_register_commit(p->r.reg, err);
}

static void say_done(const struct publishing *p, uint32_t id)
{
	ibp_run_say(p->run, _("Publication %ld of edition %s is in %s:"),
		    (long)id, p->r.edition.name, p->folder.path);
	ibp_run_say(p->run, "  %s  SHA-256 %s", IBP_PUBLICATION_CSV, p->digest);
	ibp_run_say(p->run, "  %s", IBP_PUBLICATION_PACKAGE);
	if (p->excel.length)
		ibp_run_say(p->run, "  %s", IBP_PUBLICATION_EXCEL);
	ibp_run_say(p->run, "%s", ibp_publication_promise);
}

/* Within a transaction, which this ends. */
static enum ibp_status publish(struct publishing *p, struct ibp_error *err)
{
	struct ibp_register_publication made = {.id = 0};
	enum ibp_status status = fill_folder(p, err);

	if (!status)
		status = note(p, &made, err);
	if (!status)
		status = ibp_register_commit(p->r.reg, err);
	if (!status)
		status = ibp_cmd_folder_finish(&p->folder, err);
	if (!status && made.pending)
		status = settle(p, made.id, err);
	if (status)
		return status;
	say_findings(p);
	say_done(p, made.id);
	return IBP_OK;
}

static enum ibp_status decide(struct publishing *p, struct ibp_error *err)
{
	enum ibp_status status;

	p->earlier = p->mode == IBP_SDC_NOISE ? find_pending(p) : NULL;
	if (p->earlier) {
		take_pending(p);
		return publish(p, err);
	}
	status = make_plan(p, err);
	if (status)
		return status;
	if (p->plan->is_refused) {
		say_findings(p);
		return refuse(p, err);
	}
	make_texts(p);
	make_package(p);
	if (p->mode == IBP_SDC_RULES)
		p->earlier = find_same(p);
	if (p->run->options.dry_run) {
		say_findings(p);
		ibp_run_say(p->run,
			    _("%zu figures would be published. Nothing was "
			      "written."),
			    p->plan->row_count);
		return IBP_OK;
	}
	return publish(p, err);
}

static void release(struct publishing *p)
{
	ibp_cmd_folder_release(&p->folder);
	ibp_sdc_plan_free(p->plan);
	ibp_cmd_material_release(&p->material);
	ibp_cmd_register_close(&p->r);
	ibp_buf_release(&p->csv);
	ibp_buf_release(&p->excel);
	ibp_buf_release(&p->params);
	ibp_buf_release(&p->package);
}

enum ibp_status ibp_cmd_monitor_publish(struct ibp_run *run,
					struct ibp_error *err)
{
	struct publishing p = {.run = run};
	enum ibp_status status = read_options(&p, err);

	if (!status)
		status = ibp_cmd_register_open(run, IBP_STORE_WRITE, &p.r, err);
	if (status)
		return status;
	/* Nobody adds an answer between the plan and the note of it. */
	status = ibp_register_begin(p.r.reg, err);
	if (!status)
		status = ibp_cmd_material_read(&p.r, p.k, &p.material, err);
	if (!status)
		status = decide(&p, err);
	if (p.r.reg)
		ibp_register_rollback(p.r.reg);
	release(&p);
	return status;
}
