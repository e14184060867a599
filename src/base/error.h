/*
 * What a function that can fail says, and with which exit status.
 *
 * A status is what the program ends with when nobody handles it, so that
 * the meaning of every failure is decided where it happens.  Messages are
 * whole translated sentences, ready to print; the library never prints.
 */
#ifndef IBP_BASE_ERROR_H
#define IBP_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

enum ibp_status {
	IBP_OK = 0,
	IBP_FOUND = 1,    /* done, and something was found or refused */
	IBP_USAGE = 2,    /* a word on the command line is wrong */
	IBP_INPUT = 3,    /* a file to read or write, or an unknown code */
	IBP_DATA = 4,     /* the data file: locked, damaged, foreign, new */
	IBP_STOPPED = 130 /* by Ctrl-C */
};

/* More findings than this in one file are counted, not kept. */
#define IBP_ERROR_MAX 20

/*
 * One failure, or up to IBP_ERROR_MAX findings in one file.  Zero it
 * (`struct ibp_error err = {0};`) before use and release it after.
 */
struct ibp_error {
	enum ibp_status status;
	size_t count; /* findings, also those over the ceiling */
	bool placed;  /* every line says which file it is about */
	char *text;   /* lines joined by newlines, no newline at the end */
};

/* Replaces what is there.  Returns STATUS, so that one can return it. */
enum ibp_status ibp_error_set(struct ibp_error *err, enum ibp_status status,
			      const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Adds a finding as `FILE:LINE:COLUMN: message`.  LINE and COLUMN count
 * from 1; a LINE of 0 leaves both out, a COLUMN of 0 leaves that out.
 */
enum ibp_status ibp_error_add(struct ibp_error *err, enum ibp_status status,
			      const char *file, size_t line, size_t column,
			      const char *format, ...)
	__attribute__((format(printf, 6, 7)));

/* The text, or "" where nothing was set; owned by ERR. */
const char *ibp_error_text(const struct ibp_error *err);

void ibp_error_release(struct ibp_error *err);

#endif
