/* What check finds about one norm. */
#include "base/i18n.h"
#include "tui/scan_norm.h"

void ibp_norm_view_add_findings(const struct ibp_desk *desk,
				struct ibp_page *page, size_t index)
{
	struct ibp_findings findings = {0};
	struct ibp_buf text = {0};

	ibp_check_norm(desk->framework, desk->now, index, desk->setup->today,
		       desk->checks_off | ibp_check_about_texts(), &findings);
	if (findings.count)
		ibp_page_add_heading(page, _("What can be better"));
	for (size_t i = 0; i < findings.count; i++) {
		const struct ibp_finding *finding = &findings.items[i];
		bool fault = finding->rule->severity == IBP_FAULT;

		ibp_buf_cut(&text, 0);
		ibp_buf_addf(&text, "%s %s (%s)", finding->message,
			     _(finding->rule->remedy), finding->rule->code);
		ibp_page_add(page, fault ? _("Fault:") : "-",
			     ibp_buf_text(&text), IBP_ITEM_TEXT)
			->indent = IBP_NORM_INDENT;
	}
	ibp_buf_release(&text);
	ibp_findings_release(&findings);
}
