#include "exchange/import_evidence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define FIELDS_MAX 8
#define ID_SIZE 24
#define EVIDENCE_MAX 1000 /* of one norm */

/* One piece of evidence in the file: canonical values by field. */
struct piece {
	char *values[FIELDS_MAX];
};

struct pieces {
	struct ibp_importer *importer;
	const struct ibp_import_row *row;
	const struct ibp_answer *answer;
	bool *taken; /* of the evidence that is there */
};

static size_t field_count(void)
{
	size_t count = 0;

	while (ibp_evidence_fields[count].name)
		count++;
	return count;
}

static const char *value_of(const struct piece *piece, const char *name)
{
	for (size_t i = 0; i < field_count(); i++)
		if (strcmp(ibp_evidence_fields[i].name, name) == 0)
			return piece->values[i];
	return NULL;
}

/* The field of KEY; the norm itself is no key of its evidence. */
static size_t find_field(const char *key)
{
	size_t i = 0;

	while (ibp_evidence_fields[i].name &&
	       (strcmp(ibp_evidence_fields[i].name, key) != 0 ||
		ibp_evidence_fields[i].internal))
		i++;
	return i;
}

static bool read_piece(const struct pieces *p, json_t *from,
		       struct piece *piece)
{
	size_t before = p->importer->err->count;
	void *at = json_object_iter(from);

	for (; at; at = json_object_iter_next(from, at)) {
		const char *key = json_object_iter_key(at);
		size_t field = find_field(key);
		struct ibp_buf text = {0};

		if (!ibp_evidence_fields[field].name)
			ibp_import_fault(p->importer, p->row, 0,
					 _("Norm %zu: evidence has no \"%s\"."),
					 p->row->place, key);
		else if (ibp_import_json_text(p->importer, p->row, key,
					      json_object_iter_value(at),
					      &text))
			ibp_import_parse(p->importer, p->row, 0,
					 &ibp_evidence_fields[field],
					 ibp_buf_text(&text),
					 &piece->values[field]);
		ibp_buf_release(&text);
	}
	if (p->importer->err->count == before && !value_of(piece, "title"))
		ibp_import_fault(p->importer, p->row, 0,
				 _("Norm %zu: evidence needs a \"title\"."),
				 p->row->place);
	return p->importer->err->count == before;
}

static bool is_same(const struct ibp_evidence *old, const struct piece *piece)
{
	return ibp_text_equal(old->title, value_of(piece, "title")) &&
	       ibp_text_equal(old->ref, value_of(piece, "ref"));
}

/* The evidence that PIECE is, or NULL: it is new. */
static const struct ibp_evidence *take_old(struct pieces *p,
					   const struct piece *piece)
{
	for (size_t i = 0; i < p->answer->evidence_count; i++) {
		if (p->taken[i] || !is_same(&p->answer->evidence[i], piece))
			continue;
		p->taken[i] = true;
		return &p->answer->evidence[i];
	}
	return NULL;
}

static void add(const struct pieces *p, long id, const char *field,
		const char *from, const char *to)
{
	char key[ID_SIZE];

	if (ibp_text_equal(from, to))
		return;
	snprintf(key, sizeof(key), "%ld", id);
	ibp_import_add(p->importer, p->row, 0, IBP_SUBJECT_EVIDENCE, key, field,
		       from, to);
}

/* The first field says that the thing is there: see core/change.h. */
static void add_changes(struct pieces *p, const struct piece *piece)
{
	const struct ibp_evidence *old = take_old(p, piece);
	long id = old ? old->id : p->importer->evidence_id++;

	if (!old)
		add(p, id, ibp_evidence_fields[0].name, NULL,
		    p->importer->target->framework->norms[p->row->norm].code);
	for (size_t i = 1; i < field_count(); i++) {
		const char *name = ibp_evidence_fields[i].name;

		add(p, id, name, old ? ibp_evidence_value(old, name) : NULL,
		    piece->values[i]);
	}
}

static void remove_others(const struct pieces *p)
{
	for (size_t i = 0; i < p->answer->evidence_count; i++) {
		const struct ibp_evidence *old = &p->answer->evidence[i];

		if (p->taken[i])
			continue;
		for (size_t field = field_count(); field--;) {
			const char *name = ibp_evidence_fields[field].name;

			add(p, old->id, name, ibp_evidence_value(old, name),
			    NULL);
		}
	}
}

static void read_list(struct pieces *p, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		struct piece piece = {{NULL}};

		if (read_piece(p, json_array_get(list, i), &piece))
			add_changes(p, &piece);
		for (size_t field = 0; field < FIELDS_MAX; field++)
			free(piece.values[field]);
	}
	remove_others(p);
}

void ibp_import_evidence(struct ibp_importer *importer,
			 const struct ibp_import_row *row, const json_t *list)
{
	struct pieces p = {
		.importer = importer,
		.row = row,
		.answer = &importer->target->assessment->answers[row->norm],
	};

	if (!list)
		return;
	if (!json_is_array(list) || json_array_size(list) > EVIDENCE_MAX) {
		ibp_import_fault(importer, row, 0,
				 _("Norm %zu: \"evidence\" is not a list of "
				   "at most %d."),
				 row->place, EVIDENCE_MAX);
		return;
	}
	p.taken = ibp_alloc((p.answer->evidence_count + 1) * sizeof(bool));
	read_list(&p, list);
	free(p.taken);
}
