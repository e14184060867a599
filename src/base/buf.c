#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void reserve(struct ibp_buf *buf, size_t more)
{
	buf->data =
		ibp_grow(buf->data, &buf->capacity, buf->length + more + 1, 1);
}

void ibp_buf_add_bytes(struct ibp_buf *buf, const void *bytes, size_t length)
{
	reserve(buf, length);
	if (length)
		memcpy(buf->data + buf->length, bytes, length);
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void ibp_buf_add(struct ibp_buf *buf, const char *text)
{
	ibp_buf_add_bytes(buf, text, strlen(text));
}

void ibp_buf_add_char(struct ibp_buf *buf, char c)
{
	ibp_buf_add_bytes(buf, &c, 1);
}

void ibp_buf_add_times(struct ibp_buf *buf, const char *text, size_t times)
{
	while (times--)
		ibp_buf_add(buf, text);
}

void ibp_buf_vaddf(struct ibp_buf *buf, const char *format, va_list args)
{
	va_list again;
	int length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		abort();
	reserve(buf, (size_t)length);
	vsnprintf(buf->data + buf->length, (size_t)length + 1, format, args);
	buf->length += (size_t)length;
}

void ibp_buf_addf(struct ibp_buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(buf, format, args);
	va_end(args);
}

void ibp_buf_cut(struct ibp_buf *buf, size_t length)
{
	if (length >= buf->length)
		return;
	buf->length = length;
	buf->data[length] = '\0';
}

const char *ibp_buf_text(const struct ibp_buf *buf)
{
	return buf->data ? buf->data : "";
}

char *ibp_buf_take(struct ibp_buf *buf)
{
	char *text = buf->data ? buf->data : ibp_alloc(1);

	*buf = (struct ibp_buf){0};
	return text;
}

void ibp_buf_release(struct ibp_buf *buf)
{
	free(buf->data);
	*buf = (struct ibp_buf){0};
}
