/* The sentences of the rules P0 to P14. */
#include <stdio.h>

#include "base/i18n.h"
#include "base/num.h"
#include "cmd/monitor_register.h"

/* ---- cells --------------------------------------------------------------- */

static bool is_whole(unsigned char bits, unsigned char whole)
{
	return bits == whole;
}

const char *ibp_cmd_part_label(int part)
{
	const char *labels[IBP_SDC_PARTS] = {
		[IBP_SDC_NORTH] = C_("part", "north"),
		[IBP_SDC_EAST] = C_("part", "east"),
		[IBP_SDC_WEST] = C_("part", "west"),
		[IBP_SDC_SOUTH] = C_("part", "south"),
	};

	return labels[part];
}

static void add_parts(struct ibp_buf *buf, unsigned char parts)
{
	bool is_first = true;

	for (int i = 0; i < IBP_SDC_PARTS; i++) {
		if (!(parts >> i & 1))
			continue;
		if (!is_first)
			ibp_buf_add(buf, "+");
		ibp_buf_add(buf, ibp_cmd_part_label(i));
		is_first = false;
	}
}

/* "po+so, S, north+east": what is whole is left out. */
void ibp_cmd_add_cell(struct ibp_buf *buf, struct ibp_sdc_cell cell)
{
	struct ibp_sdc_cell all = ibp_sdc_cell_all;
	char text[IBP_SDC_CELL_TEXT];
	size_t start = buf->length;

	if (!is_whole(cell.sectors, all.sectors))
		ibp_buf_add(buf,
			    ibp_sdc_axis_text(cell, IBP_SDC_BY_SECTOR, text));
	if (!is_whole(cell.sizes, all.sizes))
		ibp_buf_addf(buf, "%s%s", buf->length > start ? ", " : "",
			     ibp_sdc_axis_text(cell, IBP_SDC_BY_SIZE, text));
	if (!is_whole(cell.parts, all.parts)) {
		if (buf->length > start)
			ibp_buf_add(buf, ", ");
		add_parts(buf, cell.parts);
	}
	if (buf->length == start)
		ibp_buf_add(buf, _("all boards"));
}

/* ---- sentences ----------------------------------------------------------- */

/* What a sentence is made of. */
struct sentence {
	struct ibp_buf *buf;
	const struct ibp_cmd_said *said;
	const struct ibp_sdc_finding *finding;
	const char *cell;
	const char *with;  /* "": nothing */
	const char *group; /* "": none */
};

static void add_outcome(const struct sentence *s)
{
	ibp_buf_add(s->buf, " ");
	if (*s->group)
		ibp_buf_add(s->buf, _("Left out."));
	else if (*s->with)
		ibp_buf_addf(s->buf, _("Merged with %s."), s->with);
	else
		ibp_buf_add(s->buf, _("Not published apart."));
}

/* "po, S" or "po, S, GO+OR" */
static void add_place(const struct sentence *s)
{
	ibp_buf_addf(s->buf, "P%d: %s%s%s: ", s->finding->code, s->cell,
		     *s->group ? ", " : "", s->group);
}

static void say_p0(const struct sentence *s)
{
	ibp_buf_addf(s->buf,
		     _("P0: fewer than %ld answers (%ld): nothing is published "
		       "in this round."),
		     s->finding->numbers[1], s->finding->numbers[0]);
}

static void say_p1(const struct sentence *s)
{
	add_place(s);
	ibp_buf_addf(s->buf,
		     ibp_ngettext("%ld board; at least %ld needed.",
				  "%ld boards; at least %ld needed.",
				  s->finding->numbers[0]),
		     s->finding->numbers[0], s->finding->numbers[1]);
	add_outcome(s);
}

static void say_p2(const struct sentence *s)
{
	ibp_buf_addf(s->buf,
		     _("P2: %s: only %ld boards exist in this group; at least "
		       "%ld needed."),
		     s->cell, s->finding->numbers[0], s->finding->numbers[1]);
	if (!s->finding->refuses)
		add_outcome(s);
}

static void say_p3(const struct sentence *s)
{
	add_place(s);
	ibp_buf_add(s->buf, _("a cell beside it or above it is left out, from "
			      "which this one could be worked out."));
	add_outcome(s);
}

static void say_p5(const struct sentence *s)
{
	ibp_buf_addf(s->buf,
		     _("P5: %s: %ld boards; at least %ld needed for a "
		       "distribution. Means only."),
		     s->cell, s->finding->numbers[0], s->finding->numbers[1]);
}

static void say_p6(const struct sentence *s)
{
	add_place(s);
	ibp_buf_add(s->buf, _("nearly all boards are at the same level; the "
			      "distribution would give every board away. Left "
			      "out."));
}

static void say_p7(const struct sentence *s)
{
	add_place(s);
	ibp_buf_add(s->buf, _("the mean is so near the edge that single scores "
			      "can be worked out. Left out."));
}

static void say_p9(const struct sentence *s)
{
	const long *numbers = s->finding->numbers;

	ibp_buf_addf(
		s->buf,
		ibp_ngettext("P9: refused. Together with publication %ld the "
			     "figures of %ld board could be split off (at "
			     "least %ld). Wait for the next edition.",
			     "P9: refused. Together with publication %ld the "
			     "figures of %ld boards could be split off (at "
			     "least %ld). Wait for the next edition.",
			     numbers[1]),
		numbers[0], numbers[1], numbers[2]);
}

static void say_p10(const struct sentence *s)
{
	const long *numbers = s->finding->numbers;

	add_place(s);
	ibp_buf_addf(s->buf,
		     _("%ld new and %ld gone since edition %s; 0 or at least "
		       "%ld needed."),
		     numbers[0], numbers[1],
		     s->said->material->previous_edition, numbers[2]);
	if (!s->finding->refuses)
		add_outcome(s);
}

static void say_p11(const struct sentence *s)
{
	const char *edition = s->said->material->input.edition;

	if (s->finding->numbers[0])
		ibp_buf_addf(s->buf,
			     _("P11: refused. Edition %s was published in the "
			       "other mode already."),
			     edition);
	else
		ibp_buf_addf(s->buf,
			     _("P11: refused. Edition %s was published with "
			       "noise already; a second time tells more."),
			     edition);
}

/* Thousandths as people write them: "1", "0,5", "1,25". */
static const char *thousandths(long value, char text[IBP_HUNDREDTHS_MAX_TEXT])
{
	char digits[8];
	size_t length;

	snprintf(digits, sizeof(digits), "%03ld", value % 1000);
	length = 3;
	while (length && digits[length - 1] == '0')
		length--;
	snprintf(text, IBP_HUNDREDTHS_MAX_TEXT, "%ld%s%.*s", value / 1000,
		 length ? (ibp_num_point() == ',' ? "," : ".") : "",
		 (int)length, digits);
	return text;
}

static void say_p12(const struct sentence *s)
{
	const long *numbers = s->finding->numbers;
	char epsilon[IBP_HUNDREDTHS_MAX_TEXT];
	char error[IBP_HUNDREDTHS_MAX_TEXT];
	char most[IBP_HUNDREDTHS_MAX_TEXT];

	ibp_buf_addf(s->buf,
		     _("P12: refused. With %ld boards, %ld groups and epsilon "
		       "%s the expected error is %s level (at most %s). Use "
		       "--clusters, --overall or the usual mode."),
		     numbers[3], numbers[2],
		     thousandths(s->said->epsilon, epsilon),
		     ibp_num_hundredths(numbers[0], ibp_num_point(), error),
		     ibp_num_hundredths(numbers[1], ibp_num_point(), most));
}

static void say_p13(const struct sentence *s)
{
	char used[IBP_HUNDREDTHS_MAX_TEXT];
	char total[IBP_HUNDREDTHS_MAX_TEXT];

	ibp_buf_addf(s->buf,
		     _("P13: refused. The privacy budget of five editions is "
		       "spent (%s of %s)."),
		     thousandths(s->finding->numbers[0], used),
		     thousandths(s->finding->numbers[1], total));
}

static void say_p14(const struct sentence *s)
{
	const long *numbers = s->finding->numbers;

	ibp_buf_addf(s->buf,
		     _("P14: refused. Epsilon is %ld/1000; it lies between "
		       "%ld/1000 and %ld/1000."),
		     numbers[0], numbers[1], numbers[2]);
}

static void (*const sentences[])(const struct sentence *s) = {
	[0] = say_p0,   [1] = say_p1,   [2] = say_p2,   [3] = say_p3,
	[5] = say_p5,   [6] = say_p6,   [7] = say_p7,   [9] = say_p9,
	[10] = say_p10, [11] = say_p11, [12] = say_p12, [13] = say_p13,
	[14] = say_p14,
};

static const char *group_name(const struct ibp_cmd_said *said,
			      const struct ibp_sdc_finding *finding)
{
	if (finding->figure >= 0)
		return ibp_summary_figure_label(finding->figure);
	if (finding->group == IBP_SDC_LANDSCAPE)
		return _("applications");
	return finding->group < 0 ?
		       "" :
		       said->material->catalogue.codes[finding->group];
}

void ibp_cmd_add_finding(struct ibp_buf *buf, const struct ibp_cmd_said *said,
			 const struct ibp_sdc_finding *finding)
{
	struct ibp_buf cell = {0};
	struct ibp_buf with = {0};
	struct sentence sentence = {.buf = buf,
				    .said = said,
				    .finding = finding,
				    .group = group_name(said, finding)};

	ibp_cmd_add_cell(&cell, finding->cell);
	if (finding->with.sectors)
		ibp_cmd_add_cell(&with, finding->with);
	sentence.cell = ibp_buf_text(&cell);
	sentence.with = ibp_buf_text(&with);
	sentences[finding->code](&sentence);
	ibp_buf_release(&cell);
	ibp_buf_release(&with);
}
