/* show: a summary line by line. */
#include "base/i18n.h"
#include "cmd/monitor.h"
#include "cmd/words.h"
#include "exchange/summary.h"

static struct ibp_doc *make_doc(const struct ibp_summary *summary,
				const struct ibp_catalogue *catalogue)
{
	struct ibp_doc *doc = ibp_doc_new("show", NULL);

	ibp_cmd_monitor_explain(doc, "show", summary, catalogue);
	if (!catalogue)
		ibp_doc_add_text(doc, _("No framework on this machine has this "
					"catalogue, so the names of the groups "
					"are not known here."));
	ibp_doc_add_text(doc, _("Whether the check number is right can only be "
				"told by who sent the invitation."));
	return doc;
}

enum ibp_status ibp_cmd_monitor_show(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_summary summary;
	struct ibp_doc *doc;
	enum ibp_status status = ibp_words_exactly(run, 1, err);

	if (!status)
		status = ibp_summary_load(run->words[0], &summary, err);
	if (status)
		return status;
	doc = make_doc(&summary, ibp_cmd_monitor_find(run, summary.catalogue));
	status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}
