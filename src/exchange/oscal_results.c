/* Scores, evidence and gaps as OSCAL assessment results and POA&M. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/oscal_json.h"
#include "model/content.h"

static const struct ibp_norm *norm_at(const struct ibp_oscal *source,
				      size_t index)
{
	return &source->framework->norms[index];
}

static const struct ibp_answer *answer_at(const struct ibp_oscal *source,
					  size_t index)
{
	return &source->assessment->answers[index];
}

static int target_at(const struct ibp_oscal *source, size_t index)
{
	return ibp_assessment_target(source->framework, source->assessment,
				     index);
}

/* Sets "title" to code and title of the norm. */
static void put_title(json_t *object, const struct ibp_norm *norm)
{
	struct ibp_buf title = {0};

	ibp_buf_addf(&title, "%s %s", norm->code, ibp_content_title(norm));
	ibp_oscal_put(object, "title", title.data);
	ibp_buf_release(&title);
}

/* ---- Who ------------------------------------------------------------------
 */

static void add_party(json_t *body, const struct ibp_oscal *source)
{
	json_t *metadata = json_object_get(body, "metadata");
	json_t *party = ibp_oscal_add(metadata, "parties");
	const char *name = source->board->name;

	ibp_oscal_put_uuid(party, "uuid", "board/%s", name);
	ibp_oscal_put(party, "type", "organization");
	ibp_oscal_put(party, "name", name);
}

/* ---- Evidence -------------------------------------------------------------
 */

/* The method of OSCAL that a kind of evidence comes from. */
static const char *method_of(const char *kind)
{
	static const char *const methods[][2] = {
		{"document", "EXAMINE"},    {"record", "EXAMINE"},
		{"observation", "EXAMINE"}, {"interview", "INTERVIEW"},
		{"system", "TEST"},
	};

	for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++)
		if (ibp_text_equal(kind, methods[i][0]))
			return methods[i][1];
	return "UNKNOWN";
}

/* A place on a disk with spaces is an address only with them escaped. */
static void put_href(json_t *object, const char *ref)
{
	static const char plain[] = "-._~:/?#@!$&'()*+,;=%";
	struct ibp_buf href = {0};

	for (const char *c = ref; *c; c++) {
		bool letter = (*c >= 'a' && *c <= 'z') ||
			      (*c >= 'A' && *c <= 'Z') ||
			      (*c >= '0' && *c <= '9');

		if (letter || strchr(plain, *c))
			ibp_buf_add_char(&href, *c);
		else
			ibp_buf_addf(&href, "%%%02X", (unsigned char)*c);
	}
	ibp_oscal_put(object, "href", href.data);
	ibp_buf_release(&href);
}

/* Where the evidence is, as something that others can point to. */
static void add_resource(json_t *body, const char *name,
			 const struct ibp_evidence *evidence)
{
	json_t *matter = json_object_get(body, "back-matter");
	json_t *resource;

	if (!evidence->ref)
		return;
	if (!matter)
		matter = ibp_oscal_object(body, "back-matter");
	resource = ibp_oscal_add(matter, "resources");
	ibp_oscal_put_uuid(resource, "uuid", "%s/resource/%ld", name,
			   evidence->id);
	ibp_oscal_put(resource, "title", evidence->title);
	put_href(ibp_oscal_add(resource, "rlinks"), evidence->ref);
}

static void add_observation(json_t *result, json_t *body,
			    const struct ibp_oscal *source, const char *name,
			    const struct ibp_evidence *evidence)
{
	json_t *observation = ibp_oscal_add(result, "observations");
	json_t *relevant;

	ibp_oscal_put_uuid(observation, "uuid", "%s/evidence/%ld", name,
			   evidence->id);
	ibp_oscal_put(observation, "title", evidence->title);
	ibp_oscal_put(observation, "description", evidence->title);
	ibp_oscal_prop(observation, "kind", evidence->kind);
	ibp_oscal_prop(observation, "confidence", evidence->confidence);
	ibp_oscal_prop(observation, "checked-by", evidence->checked_by);
	ibp_oscal_add_text(observation, "methods", method_of(evidence->kind));
	ibp_oscal_add_text(observation, "types", "control-objective");
	if (evidence->ref) {
		relevant = ibp_oscal_add(observation, "relevant-evidence");
		ibp_oscal_put_ref(relevant, "href", "%s/resource/%ld", name,
				  evidence->id);
		ibp_oscal_put(relevant, "description", evidence->title);
	}
	if (evidence->date)
		ibp_oscal_put_date(observation, "collected", evidence->date);
	else
		ibp_oscal_put(observation, "collected",
			      source->assessment->created);
	add_resource(body, name, evidence);
}

/* ---- Gaps -----------------------------------------------------------------
 */

static bool is_under_way(const struct ibp_answer *answer)
{
	return answer->status && strcmp(answer->status, "open") != 0;
}

/* What is being done about it, with the day on which it must be there. */
static void add_remediation(json_t *risk, const struct ibp_answer *answer,
			    const struct ibp_norm *norm, const char *name)
{
	bool done = ibp_text_equal(answer->status, "done");
	json_t *remediation;
	json_t *task;

	if (!answer->due && !is_under_way(answer))
		return;
	remediation = ibp_oscal_add(risk, "remediations");
	ibp_oscal_put_uuid(remediation, "uuid", "%s/remediation/%s", name,
			   norm->code);
	ibp_oscal_put(remediation, "lifecycle",
		      done                 ? "completed" :
		      is_under_way(answer) ? "planned" :
					     "recommendation");
	put_title(remediation, norm);
	ibp_oscal_put(remediation, "description",
		      answer->note ? answer->note :
				     _("Bring the norm to its target."));
	ibp_oscal_prop(remediation, "owner", answer->owner);
	if (!answer->due)
		return;
	task = ibp_oscal_add(remediation, "tasks");
	ibp_oscal_put_uuid(task, "uuid", "%s/task/%s", name, norm->code);
	ibp_oscal_put(task, "type", "milestone");
	put_title(task, norm);
	ibp_oscal_put_date(
		ibp_oscal_object(ibp_oscal_object(task, "timing"), "on-date"),
		"date", answer->due);
}

void ibp_oscal_risk(json_t *owner, const struct ibp_oscal *source,
		    const char *name, size_t index)
{
	const struct ibp_answer *answer = answer_at(source, index);
	const struct ibp_norm *norm = norm_at(source, index);
	json_t *risk = ibp_oscal_add(owner, "risks");
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, _("Level %d of %d."), answer->score,
		     target_at(source, index));
	ibp_oscal_put_uuid(risk, "uuid", "%s/risk/%s", name, norm->code);
	put_title(risk, norm);
	ibp_oscal_put(risk, "description", text.data);
	ibp_oscal_put(risk, "statement",
		      norm->why ? ibp_content(norm->code, "why", norm->why) :
				  ibp_content_title(norm));
	ibp_oscal_prop(risk, "priority", answer->priority);
	ibp_oscal_put(risk, "status",
		      is_under_way(answer) ? "remediating" : "open");
	ibp_oscal_put_date(risk, "deadline", answer->due);
	add_remediation(risk, answer, norm, name);
	ibp_buf_release(&text);
}

/* ---- Findings -------------------------------------------------------------
 */

static void add_scores(json_t *finding, const struct ibp_oscal *source,
		       size_t index)
{
	static const char *const names[IBP_ASSESSORS] = {
		[IBP_ASSESSOR_FIRST] = "first-assessor",
		[IBP_ASSESSOR_SECOND] = "second-assessor",
		[IBP_ASSESSOR_SETTLED] = "settled",
	};
	const struct ibp_answer *answer = answer_at(source, index);

	ibp_oscal_prop(finding, "maturity-level",
		       ibp_score_text(answer->score));
	ibp_oscal_prop_number(finding, "target-level",
			      target_at(source, index));
	if (answer->scores[IBP_ASSESSOR_SECOND] != IBP_SCORE_OPEN ||
	    answer->scores[IBP_ASSESSOR_SETTLED] != IBP_SCORE_OPEN)
		for (int i = 0; i < IBP_ASSESSORS; i++)
			ibp_oscal_prop(finding, names[i],
				       ibp_score_text(answer->scores[i]));
	if (answer->look_again)
		ibp_oscal_prop(finding, "look-again", "yes");
}

/* Satisfied is exactly: a level, and not below target. */
static void add_target(json_t *finding, const struct ibp_oscal *source,
		       size_t index)
{
	const struct ibp_answer *answer = answer_at(source, index);
	bool none = answer->score == IBP_SCORE_NA;
	bool met = !none && !ibp_oscal_is_gap(source, index);
	json_t *target = ibp_oscal_object(finding, "target");
	json_t *status;

	ibp_oscal_put(target, "type", "objective-id");
	ibp_oscal_put_id(target, "target-id", "", norm_at(source, index)->code,
			 "_obj");
	status = ibp_oscal_object(target, "status");
	ibp_oscal_put(status, "state", met ? "satisfied" : "not-satisfied");
	ibp_oscal_put(status, "reason", none ? "other" : met ? "pass" : "fail");
	ibp_oscal_put(ibp_oscal_object(target, "implementation-status"),
		      "state",
		      none ? "not-applicable" :
		      met  ? "implemented" :
		      ibp_text_equal(answer->status, "planned") ? "planned" :
								  "partial");
}

static void add_finding(json_t *result, const struct ibp_oscal *source,
			const char *name, size_t index)
{
	const struct ibp_answer *answer = answer_at(source, index);
	const struct ibp_norm *norm = norm_at(source, index);
	json_t *finding = ibp_oscal_add(result, "findings");
	const char *description =
		answer->reason ? answer->reason : answer->note;

	ibp_oscal_put_uuid(finding, "uuid", "%s/finding/%s", name, norm->code);
	put_title(finding, norm);
	ibp_oscal_put(finding, "description",
		      description ? description : ibp_content_title(norm));
	add_scores(finding, source, index);
	add_target(finding, source, index);
	for (size_t i = 0; i < answer->evidence_count; i++)
		ibp_oscal_put_uuid(
			ibp_oscal_add(finding, "related-observations"),
			"observation-uuid", "%s/evidence/%ld", name,
			answer->evidence[i].id);
	if (ibp_oscal_is_gap(source, index))
		ibp_oscal_put_uuid(ibp_oscal_add(finding, "related-risks"),
				   "risk-uuid", "%s/risk/%s", name, norm->code);
	if (answer->reason && answer->note)
		ibp_oscal_put(finding, "remarks", answer->note);
}

/* ---- The documents --------------------------------------------------------
 */

/* What a finding is about: that the norm is at its target. */
static void add_objective(json_t *body, const struct ibp_norm *norm)
{
	json_t *local = json_object_get(body, "local-definitions");
	json_t *objective;
	json_t *part;

	if (!local)
		local = ibp_oscal_object(body, "local-definitions");
	objective = ibp_oscal_add(local, "objectives-and-methods");
	ibp_oscal_put_id(objective, "control-id", "", norm->code, "");
	part = ibp_oscal_add(objective, "parts");
	ibp_oscal_put_id(part, "id", "", norm->code, "_obj");
	ibp_oscal_put(part, "name", "assessment-objective");
	ibp_oscal_put(part, "prose",
		      ibp_content(norm->code, "purpose", norm->purpose));
}

/* There is no plan apart from the norms: a resource says so. */
static void add_plan(json_t *body, const char *name)
{
	json_t *resource;

	ibp_oscal_put_ref(ibp_oscal_object(body, "import-ap"), "href",
			  "%s/plan", name);
	resource = ibp_oscal_add(ibp_oscal_object(body, "back-matter"),
				 "resources");
	ibp_oscal_put_uuid(resource, "uuid", "%s/plan", name);
	ibp_oscal_put(resource, "title", _("Self-assessment by the board"));
	ibp_oscal_put(resource, "description",
		      _("The board scored itself, norm by norm; there is no "
			"separate plan."));
}

/* Which norms have an answer; without any, all are under review. */
static void add_reviewed(json_t *result, const struct ibp_oscal *source)
{
	json_t *selection =
		ibp_oscal_add(ibp_oscal_object(result, "reviewed-controls"),
			      "control-selections");
	bool any = false;

	for (size_t i = 0; i < source->framework->norm_count; i++) {
		if (answer_at(source, i)->score == IBP_SCORE_OPEN)
			continue;
		ibp_oscal_put_id(ibp_oscal_add(selection, "include-controls"),
				 "control-id", "", norm_at(source, i)->code,
				 "");
		any = true;
	}
	if (!any)
		ibp_oscal_object(selection, "include-all");
}

static void fill_result(json_t *result, json_t *body,
			const struct ibp_oscal *source, const char *name)
{
	const struct ibp_assessment *assessment = source->assessment;

	for (size_t i = 0; i < assessment->evidence_count; i++)
		add_observation(result, body, source, name,
				&assessment->evidence[i]);
	for (size_t i = 0; i < source->framework->norm_count; i++)
		if (ibp_oscal_is_gap(source, i))
			ibp_oscal_risk(result, source, name, i);
	for (size_t i = 0; i < source->framework->norm_count; i++) {
		if (answer_at(source, i)->score == IBP_SCORE_OPEN)
			continue;
		add_objective(body, norm_at(source, i));
		add_finding(result, source, name, i);
	}
}

void ibp_oscal_results(const struct ibp_oscal *source, struct ibp_buf *out)
{
	const struct ibp_assessment *assessment = source->assessment;
	struct ibp_buf name = {0};
	json_t *document;
	json_t *result;
	json_t *body;

	ibp_oscal_name(source, &name);
	document = ibp_oscal_begin("assessment-results", name.data,
				   source->board->name, assessment->name,
				   source->changed, &body);
	add_party(body, source);
	add_plan(body, name.data);
	result = ibp_oscal_add(body, "results");
	ibp_oscal_put_uuid(result, "uuid", "%s/result", name.data);
	ibp_oscal_put(result, "title", assessment->name);
	ibp_oscal_put(result, "description", source->framework->title);
	ibp_oscal_put(result, "start", assessment->created);
	ibp_oscal_put(result, "end",
		      assessment->locked ? assessment->locked :
					   source->changed);
	add_reviewed(result, source);
	fill_result(result, body, source, name.data);
	ibp_oscal_finish(document, out);
	ibp_buf_release(&name);
}

static void add_item(json_t *body, const struct ibp_oscal *source,
		     const char *name, size_t index)
{
	const struct ibp_answer *answer = answer_at(source, index);
	const struct ibp_norm *norm = norm_at(source, index);
	json_t *item = ibp_oscal_add(body, "poam-items");

	ibp_oscal_put_uuid(item, "uuid", "%s/item/%s", name, norm->code);
	put_title(item, norm);
	ibp_oscal_put(item, "description",
		      answer->note ? answer->note :
				     _("Bring the norm to its target."));
	ibp_oscal_prop(item, "owner", answer->owner);
	ibp_oscal_prop(item, "priority", answer->priority);
	ibp_oscal_prop(item, "status", answer->status);
	ibp_oscal_put_uuid(ibp_oscal_add(item, "related-risks"), "risk-uuid",
			   "%s/risk/%s", name, norm->code);
}

static void fill_poam(json_t *body, const struct ibp_oscal *source,
		      const char *name)
{
	json_t *system = ibp_oscal_object(body, "system-id");

	ibp_oscal_put_uuid(system, "id", "board/%s", source->board->name);
	for (size_t i = 0; i < source->framework->norm_count; i++)
		if (ibp_oscal_is_gap(source, i))
			ibp_oscal_risk(body, source, name, i);
	for (size_t i = 0; i < source->framework->norm_count; i++)
		if (ibp_oscal_is_gap(source, i))
			add_item(body, source, name, i);
}

bool ibp_oscal_poam(const struct ibp_oscal *source, struct ibp_buf *out)
{
	struct ibp_buf name = {0};
	json_t *document;
	json_t *body;
	size_t i = 0;

	while (i < source->framework->norm_count &&
	       !ibp_oscal_is_gap(source, i))
		i++;
	if (i == source->framework->norm_count)
		return false;
	ibp_oscal_name(source, &name);
	document = ibp_oscal_begin(
		"plan-of-action-and-milestones", name.data, source->board->name,
		source->assessment->name, source->changed, &body);
	add_party(body, source);
	fill_poam(body, source, name.data);
	ibp_oscal_finish(document, out);
	ibp_buf_release(&name);
	return true;
}
