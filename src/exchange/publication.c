#include "exchange/publication.h"

#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/num.h"
#include "exchange/benchmark.h"

#define MARK "\xef\xbb\xbf"
#define NUMBER_TEXT 32

static const char *const modes[] = {
	[IBP_SDC_RULES] = "k",
	[IBP_SDC_NOISE] = "dp",
};

struct writer {
	const struct ibp_publication *publication;
	const struct ibp_sdc_row *row;
	struct ibp_sdc_cell cell;
	struct ibp_buf *out;
	bool is_dutch;
	char separator;
	char point; /* of the values; what people see has a comma */
};

static void add(struct writer *w, const char *text)
{
	ibp_csv_add_field(w->out, w->separator, text);
}

static const char *number(const struct ibp_sdc_row *row, char point,
			  char text[NUMBER_TEXT])
{
	if (row->measure == IBP_SDC_MEAN)
		ibp_num_hundredths(row->value, point, text);
	else
		snprintf(text, NUMBER_TEXT, "%ld", row->value);
	return text;
}

/* "<1,5" */
static const char *limit(const struct writer *w, char text[NUMBER_TEXT])
{
	const struct ibp_sdc_rules *rules = w->publication->rules;
	bool is_below = w->row->coded == IBP_SDC_BELOW;
	long value = is_below ? rules->mean_low : rules->mean_high;

	snprintf(text, NUMBER_TEXT, "%c%ld,%ld", is_below ? '<' : '>',
		 value / 100, value % 100 / 10);
	return text;
}

static void add_display(struct writer *w)
{
	char text[NUMBER_TEXT];
	char shown[NUMBER_TEXT + 1];

	if (w->row->is_withheld) {
		add(w, "");
	} else if (w->row->coded != IBP_SDC_EXACT) {
		add(w, limit(w, text));
	} else {
		snprintf(shown, sizeof(shown), "%s%s",
			 number(w->row, ',', text),
			 w->row->measure == IBP_SDC_MEAN ? "" : "%");
		add(w, shown);
	}
}

static void add_category(struct writer *w)
{
	char text[NUMBER_TEXT] = "";

	if (w->row->category >= 0)
		snprintf(text, sizeof(text), "%d", w->row->category);
	add(w, text);
}

/* A spreadsheet takes "10-14" for a month, and a dash for nothing. */
static void add_band(struct writer *w)
{
	char text[IBP_SDC_BAND_TEXT];
	struct ibp_buf shown = {0};

	ibp_sdc_band_text(w->publication->rules, w->row->band, text);
	for (const char *at = text; *at; at++)
		if (w->is_dutch && *at == '-')
			ibp_buf_add(&shown, "\xe2\x80\x93");
		else
			ibp_buf_add_char(&shown, *at);
	add(w, ibp_buf_text(&shown));
	ibp_buf_release(&shown);
}

/* In the order of ibp_benchmark_columns. */
static void add_row(struct writer *w)
{
	const struct ibp_publication *p = w->publication;
	char cell[IBP_SDC_CELL_TEXT];
	char text[NUMBER_TEXT];

	add(w, p->edition);
	add(w, modes[p->plan->mode]);
	add(w, ibp_sdc_cell_text(w->cell, cell));
	add(w, ibp_sdc_axis_text(w->cell, IBP_SDC_BY_SECTOR, cell));
	add(w, ibp_sdc_axis_text(w->cell, IBP_SDC_BY_SIZE, cell));
	add(w, ibp_sdc_axis_text(w->cell, IBP_SDC_BY_PART, cell));
	add(w, w->row->group);
	add(w, ibp_sdc_measure_codes[w->row->measure]);
	add_category(w);
	add(w, w->row->value < 0 ? "" : number(w->row, w->point, text));
	add_display(w);
	add(w, ibp_sdc_unit_codes[w->row->measure]);
	add_band(w);
	add(w, w->row->is_withheld ? "A" : "F");
	ibp_csv_end_row(w->out);
}

void ibp_publication_csv(const struct ibp_publication *publication,
			 enum ibp_publication_form form, struct ibp_buf *out)
{
	bool is_dutch = form == IBP_PUBLICATION_DUTCH;
	struct ibp_buf rows = {0};
	struct writer w = {
		.publication = publication,
		.out = &rows,
		.is_dutch = is_dutch,
		.separator = is_dutch ? ';' : ',',
		.point = is_dutch ? ',' : '.',
	};
	const struct ibp_sdc_plan *plan = publication->plan;

	for (size_t i = 0; ibp_benchmark_columns[i]; i++)
		add(&w, ibp_benchmark_columns[i]);
	ibp_csv_end_row(&rows);
	for (size_t i = 0; i < plan->row_count; i++) {
		w.row = &plan->rows[i];
		w.cell = plan->nodes[w.row->node].cell;
		add_row(&w);
	}
	if (is_dutch)
		ibp_buf_add(out, MARK);
	ibp_buf_add_bytes(out, rows.data, rows.length);
	ibp_buf_release(&rows);
}
