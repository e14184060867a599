#include "report/cell.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"

bool ibp_cell_is_number(enum ibp_cell_type type)
{
	return type == IBP_CELL_NUMBER || type == IBP_CELL_HUNDREDTHS ||
	       type == IBP_CELL_SCORE;
}

bool ibp_place_shows_people(unsigned place)
{
	return !(place & (IBP_ONLY_DATA | IBP_ONLY_JSON));
}

bool ibp_place_shows_data(unsigned place)
{
	return !(place & (IBP_ONLY_PEOPLE | IBP_ONLY_JSON));
}

bool ibp_place_shows_json(unsigned place)
{
	return !(place & IBP_ONLY_PEOPLE);
}

const struct ibp_cell *ibp_table_cell(const struct ibp_table *table, size_t row,
				      size_t column)
{
	return &table->cells[row * table->column_count + column];
}

static void add_hundredths(struct ibp_buf *buf, long hundredths, char point)
{
	char text[IBP_HUNDREDTHS_MAX_TEXT];

	ibp_buf_add(buf, ibp_num_hundredths(hundredths, point, text));
}

typedef void add_cell(struct ibp_buf *buf, const struct ibp_cell *cell);

static void add_cells(struct ibp_buf *buf, const struct ibp_cell *cell,
		      add_cell *add, const char *between)
{
	for (size_t i = 0; i < cell->count; i++) {
		if (i)
			ibp_buf_add(buf, "; ");
		if (cell->keys)
			ibp_buf_addf(buf, "%s%s", cell->keys[i], between);
		add(buf, &cell->cells[i]);
	}
}

static void add_shown_date(struct ibp_buf *buf, const char *date)
{
	char shown[IBP_DATE_SIZE];

	ibp_date_show(date, shown);
	ibp_buf_add(buf, *shown ? shown : date);
}

static void add_shown_time(struct ibp_buf *buf, const char *time)
{
	char shown[IBP_TIME_SIZE];

	ibp_time_show(time, shown);
	ibp_buf_add(buf, *shown ? shown : time);
}

void ibp_cell_add_people(struct ibp_buf *buf, const struct ibp_cell *cell)
{
	switch (cell->type) {
	case IBP_CELL_CHOICE:
		ibp_buf_add(buf, cell->label ? cell->label : cell->text);
		break;
	case IBP_CELL_HUNDREDTHS:
		add_hundredths(buf, cell->number, ibp_num_point());
		break;
	case IBP_CELL_SCORE:
		if (cell->number < 0)
			ibp_buf_add(buf, C_("score", "n/a"));
		else
			ibp_buf_addf(buf, "%ld", cell->number);
		break;
	case IBP_CELL_DATE:
		add_shown_date(buf, cell->text);
		break;
	case IBP_CELL_TIME:
		add_shown_time(buf, cell->text);
		break;
	case IBP_CELL_BOOL:
		ibp_buf_add(buf, cell->number ? C_("answer", "yes") :
						C_("answer", "no"));
		break;
	case IBP_CELL_LIST:
	case IBP_CELL_RECORD:
		add_cells(buf, cell, ibp_cell_add_people, ": ");
		break;
	default:
		ibp_cell_add_data(buf, cell);
		break;
	}
}

void ibp_cell_add_data(struct ibp_buf *buf, const struct ibp_cell *cell)
{
	switch (cell->type) {
	case IBP_CELL_NONE:
		break;
	case IBP_CELL_TEXT:
	case IBP_CELL_CODE:
	case IBP_CELL_CHOICE:
	case IBP_CELL_DATE:
	case IBP_CELL_TIME:
		ibp_buf_add(buf, cell->text);
		break;
	case IBP_CELL_NUMBER:
		ibp_buf_addf(buf, "%ld", cell->number);
		break;
	case IBP_CELL_HUNDREDTHS:
		add_hundredths(buf, cell->number, '.');
		break;
	case IBP_CELL_SCORE:
		if (cell->number < 0)
			ibp_buf_add(buf, "na");
		else
			ibp_buf_addf(buf, "%ld", cell->number);
		break;
	case IBP_CELL_BOOL:
		ibp_buf_add(buf, cell->number ? "true" : "false");
		break;
	case IBP_CELL_LIST:
	case IBP_CELL_RECORD:
		add_cells(buf, cell, ibp_cell_add_data, "=");
		break;
	case IBP_CELL_TABLE:
		ibp_buf_addf(buf, "%zu", cell->table->row_count);
		break;
	}
}
