#include "exchange/heading.h"

#include <stdarg.h>

#include "exchange/xlsx_read.h"

void ibp_heading_add_cell(struct ibp_buf *buf,
			  const struct ibp_heading *heading, size_t line,
			  size_t column)
{
	if (!heading->sheet)
		return;
	ibp_buf_addf(buf, "%s!", heading->sheet);
	ibp_workbook_add_address(buf, column ? column - 1 : 0, line);
}

void ibp_heading_add_column(struct ibp_buf *buf,
			    const struct ibp_heading *heading, size_t column)
{
	if (heading->sheet)
		ibp_workbook_add_address(buf, column - 1, 0);
	else
		ibp_buf_addf(buf, "%zu", column);
}

enum ibp_status ibp_heading_fault(const struct ibp_heading *heading,
				  size_t column, struct ibp_error *err,
				  const char *format, ...)
{
	struct ibp_buf text = {0};
	struct ibp_buf file = {0};
	size_t line = heading->line;
	va_list args;

	ibp_buf_add(&file, heading->file);
	if (heading->sheet) {
		ibp_buf_add(&file, ": ");
		ibp_heading_add_cell(&file, heading, line, column);
		line = 0; /* the address says it */
	}
	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_error_add(err, IBP_INPUT, file.data, line, column, "%s", text.data);
	ibp_buf_release(&file);
	ibp_buf_release(&text);
	return IBP_INPUT;
}
