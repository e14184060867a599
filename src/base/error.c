#include "base/error.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

enum ibp_status ibp_error_set(struct ibp_error *err, enum ibp_status status,
			      const char *format, ...)
{
	struct ibp_buf buf = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&buf, format, args);
	va_end(args);
	free(err->text);
	err->text = ibp_buf_take(&buf);
	err->status = status;
	err->count = 1;
	err->placed = false;
	return status;
}

enum ibp_status ibp_error_add(struct ibp_error *err, enum ibp_status status,
			      const char *file, size_t line, size_t column,
			      const char *format, ...)
{
	struct ibp_buf buf = {0};
	va_list args;

	err->status = status;
	err->placed = file != NULL;
	if (err->count++ >= IBP_ERROR_MAX)
		return status;
	if (err->text)
		ibp_buf_addf(&buf, "%s\n", err->text);
	if (file)
		ibp_buf_add(&buf, file);
	if (file && line)
		ibp_buf_addf(&buf, ":%zu", line);
	if (file && line && column)
		ibp_buf_addf(&buf, ":%zu", column);
	if (file)
		ibp_buf_add(&buf, ": ");
	va_start(args, format);
	ibp_buf_vaddf(&buf, format, args);
	va_end(args);
	free(err->text);
	err->text = ibp_buf_take(&buf);
	return status;
}

const char *ibp_error_text(const struct ibp_error *err)
{
	return err->text ? err->text : "";
}

void ibp_error_release(struct ibp_error *err)
{
	free(err->text);
	*err = (struct ibp_error){0};
}
