#include "tui/scan_summary.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "core/score.h"
#include "model/content.h"
#include "tui/wrap.h"

void ibp_summary_add_average(long average, struct ibp_buf *text)
{
	char number[IBP_HUNDREDTHS_MAX_TEXT];

	if (average >= 0)
		ibp_buf_add(text, ibp_num_hundredths(average, ibp_num_point(),
						     number));
	else
		ibp_buf_add_char(text, '-');
}

static long count_late(const struct ibp_desk *desk)
{
	long count = 0;

	for (size_t i = 0; i < desk->framework->norm_count; i++)
		count += ibp_desk_is_late(desk, i);
	return count;
}

static void add_summary(const struct ibp_desk *desk, struct ibp_buf *text)
{
	struct ibp_total total = ibp_total_all(desk->framework, desk->now);
	struct ibp_buf average = {0};

	ibp_buf_addf(text,
		     _("%ld of %ld norms scored, %ld not applicable, %ld "
		       "open."),
		     total.scored, total.norms, total.not_applicable,
		     total.open);
	ibp_buf_add_char(text, '\n');
	ibp_summary_add_average(total.average, &average);
	if (total.scored)
		ibp_buf_addf(text,
			     _("Average %s, lowest %d, %ld below target, %ld "
			       "past the due date."),
			     ibp_buf_text(&average), total.lowest,
			     total.below_target, count_late(desk));
	else
		ibp_buf_add(text, _("Nothing is scored yet. Press x for the "
				    "first norm."));
	ibp_buf_release(&average);
}

size_t ibp_summary_paint(const struct ibp_desk *desk, struct ibp_cells *cells,
			 size_t row)
{
	struct ibp_buf text = {0};
	size_t width = cells->columns - 2;
	size_t rows;

	add_summary(desk, &text);
	rows = ibp_wrap_count(ibp_buf_text(&text), width);
	ibp_wrap_paint(ibp_buf_text(&text), cells, row, 2, width, rows);
	ibp_buf_release(&text);
	return rows;
}

void ibp_summary_paint_milestones(const struct ibp_desk *desk,
				  struct ibp_cells *cells, size_t row,
				  size_t height)
{
	const struct ibp_framework *framework = desk->framework;
	struct ibp_buf text = {0};
	char date[IBP_DATE_SIZE];

	for (size_t i = 0; i < framework->milestone_count && i + 1 < height;
	     i++) {
		const struct ibp_milestone *one = &framework->milestones[i];

		ibp_buf_cut(&text, 0);
		ibp_buf_addf(&text, "%s. %s", ibp_date_show(one->date, date),
			     ibp_content_item(framework->id, "milestones",
					      i + 1, one->text));
		ibp_cells_put(cells, row + 1 + i, 2, cells->columns - 2,
			      ibp_buf_text(&text), IBP_LOOK_PLAIN);
	}
	ibp_buf_release(&text);
}
