/*
 * A growing text.  Zero it before use, release or take it after.  Always
 * ends with a NUL byte once something was added; may hold NUL bytes.
 */
#ifndef IBP_BASE_BUF_H
#define IBP_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct ibp_buf {
	char *data; /* NULL while empty */
	size_t length;
	size_t capacity;
};

void ibp_buf_add(struct ibp_buf *buf, const char *text);
void ibp_buf_add_bytes(struct ibp_buf *buf, const void *bytes, size_t length);
void ibp_buf_add_char(struct ibp_buf *buf, char c);
void ibp_buf_add_times(struct ibp_buf *buf, const char *text, size_t times);
void ibp_buf_addf(struct ibp_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void ibp_buf_vaddf(struct ibp_buf *buf, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/* Shortens to LENGTH bytes; longer than it is: nothing happens. */
void ibp_buf_cut(struct ibp_buf *buf, size_t length);

/* The text, "" when empty; owned by BUF. */
const char *ibp_buf_text(const struct ibp_buf *buf);

/* Hands the text over (never NULL; free it) and leaves BUF empty. */
char *ibp_buf_take(struct ibp_buf *buf);

void ibp_buf_release(struct ibp_buf *buf);

#endif
