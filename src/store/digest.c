/*
 * The digest over the content of an assessment.  Its canonical form is in
 * ibp-board(5): a line for each value, sorted by bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "store/digest.h"
#include "store/read.h"

struct lines {
	struct ibp_arena arena;
	const char **items;
	size_t count;
	size_t capacity;
};

void ibp_digest_add_value(struct ibp_buf *line, const char *value)
{
	for (; *value; value++) {
		if (*value == '\\')
			ibp_buf_add(line, "\\\\");
		else if (*value == '\t')
			ibp_buf_add(line, "\\t");
		else if (*value == '\n')
			ibp_buf_add(line, "\\n");
		else
			ibp_buf_add_char(line, *value);
	}
}

static void add_line(struct lines *lines, enum ibp_subject subject,
		     const char *key, const char *field, const char *value)
{
	struct ibp_buf line = {0};

	ibp_buf_addf(&line, "%s\t", ibp_subject_word(subject));
	ibp_digest_add_value(&line, key);
	ibp_buf_addf(&line, "\t%s\t", field);
	ibp_digest_add_value(&line, value);
	lines->items = ibp_grow(lines->items, &lines->capacity,
				lines->count + 1, sizeof(*lines->items));
	lines->items[lines->count++] =
		ibp_arena_strdup(&lines->arena, line.data);
	ibp_buf_release(&line);
}

/* Locking says something about the content and is no part of it. */
static bool is_content(enum ibp_subject subject, const char *field)
{
	static const char *const own[] = {"name", "framework", "version",
					  "created", NULL};

	if (subject != IBP_SUBJECT_ASSESSMENT)
		return true;
	for (int i = 0; own[i]; i++)
		if (strcmp(own[i], field) == 0)
			return true;
	return false;
}

static void add_row(struct lines *lines, enum ibp_subject subject,
		    struct ibp_query *row)
{
	const struct ibp_column *columns = ibp_subject_tables[subject].columns;
	const char *key = ibp_query_get(row, 0);

	for (int i = 0; columns[i].field; i++) {
		const char *value = ibp_query_get(row, i + 1);

		if (value && is_content(subject, columns[i].field))
			add_line(lines, subject, key ? key : "",
				 columns[i].field, value);
	}
}

static enum ibp_status add_subject(struct ibp_store *store, struct lines *lines,
				   enum ibp_subject subject, long assessment,
				   struct ibp_error *err)
{
	bool is_own = subject == IBP_SUBJECT_ASSESSMENT;
	struct ibp_query *query;
	enum ibp_status status;
	bool row;

	status = ibp_read_list(store, subject, assessment, &query, err);
	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row)
		if (!is_own || ibp_query_get_number(query, 0) == assessment)
			add_row(lines, subject, query);
	ibp_query_end(query);
	return status;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void hash_lines(struct lines *lines, char digest[IBP_SHA256_SIZE])
{
	struct ibp_buf text = {0};

	if (lines->count)
		qsort(lines->items, lines->count, sizeof(*lines->items),
		      compare);
	for (size_t i = 0; i < lines->count; i++) {
		ibp_buf_add(&text, lines->items[i]);
		ibp_buf_add_char(&text, '\n');
	}
	ibp_sha256(ibp_buf_text(&text), text.length, digest);
	ibp_buf_release(&text);
}

enum ibp_status ibp_store_digest(struct ibp_store *store, long assessment,
				 char digest[IBP_SHA256_SIZE],
				 struct ibp_error *err)
{
	static const enum ibp_subject subjects[] = {
		IBP_SUBJECT_ASSESSMENT, IBP_SUBJECT_NORM, IBP_SUBJECT_EVIDENCE};
	struct lines lines = {0};
	enum ibp_status status = IBP_OK;

	for (size_t i = 0; !status && i < sizeof(subjects) / sizeof(*subjects);
	     i++)
		status = add_subject(store, &lines, subjects[i], assessment,
				     err);
	if (!status)
		hash_lines(&lines, digest);
	ibp_arena_release(&lines.arena);
	free(lines.items);
	return status;
}
