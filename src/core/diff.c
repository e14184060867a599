#include "core/diff.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"

static void add(struct ibp_changes *changes, enum ibp_subject subject,
		long assessment, const char *key, const char *field,
		const char *from, const char *to)
{
	if (!ibp_text_equal(from, to))
		ibp_changes_add(changes, subject, assessment, key, field, from,
				to);
}

static const char *school_total(struct ibp_changes *changes,
				const struct ibp_board *board)
{
	if (!board->school_total)
		return NULL;
	return ibp_arena_printf(&changes->arena, "%ld", board->school_total);
}

static const struct ibp_school *find_school(const struct ibp_board *board,
					    const char *name)
{
	for (size_t i = 0; i < board->school_count; i++)
		if (ibp_text_equal(board->schools[i].name, name))
			return &board->schools[i];
	return NULL;
}

/* One of the two may be NULL: then the other came or went. */
static void diff_school(const struct ibp_school *from,
			const struct ibp_school *to,
			struct ibp_changes *changes)
{
	static const struct ibp_school none = {0};
	const char *key;

	from = from ? from : &none;
	to = to ? to : &none;
	key = to->name ? to->name : from->name;
	add(changes, IBP_SUBJECT_SCHOOL, 0, key, "name", from->name, to->name);
	add(changes, IBP_SUBJECT_SCHOOL, 0, key, "brin", from->brin, to->brin);
	add(changes, IBP_SUBJECT_SCHOOL, 0, key, "sector", from->sector,
	    to->sector);
}

void ibp_diff_boards(const struct ibp_board *from, const struct ibp_board *to,
		     struct ibp_changes *changes)
{
	const enum ibp_subject board = IBP_SUBJECT_BOARD;

	add(changes, board, 0, "", "name", from->name, to->name);
	add(changes, board, 0, "", "sector", from->sector, to->sector);
	add(changes, board, 0, "", "students", from->students, to->students);
	add(changes, board, 0, "", "schools", school_total(changes, from),
	    school_total(changes, to));
	add(changes, board, 0, "", "province", from->province, to->province);
	for (size_t i = 0; i < from->school_count; i++)
		diff_school(&from->schools[i],
			    find_school(to, from->schools[i].name), changes);
	for (size_t i = 0; i < to->school_count; i++)
		if (!find_school(from, to->schools[i].name))
			diff_school(NULL, &to->schools[i], changes);
}

static const struct ibp_answer *find_answer(const struct ibp_framework *f,
					    const struct ibp_assessment *a,
					    const char *code)
{
	const struct ibp_norm *norm = ibp_framework_find(f, code);

	return norm ? &a->answers[ibp_framework_index(f, norm)] : NULL;
}

/* Which one of those with this title it is, from 0. */
static size_t count_before(const struct ibp_evidence *list, size_t index)
{
	size_t count = 0;

	for (size_t i = 0; i < index; i++)
		count += (size_t)ibp_text_equal(list[i].title,
						list[index].title);
	return count;
}

/* The one with the same title and as many such before it, or NULL. */
static const struct ibp_evidence *find_evidence(const struct ibp_answer *in,
						const struct ibp_answer *of,
						size_t index)
{
	size_t before = count_before(of->evidence, index);

	for (size_t i = 0; i < in->evidence_count; i++)
		if (ibp_text_equal(in->evidence[i].title,
				   of->evidence[index].title) &&
		    count_before(in->evidence, i) == before)
			return &in->evidence[i];
	return NULL;
}

/* One of the two may be NULL. */
static void diff_one_evidence(const struct ibp_evidence *from,
			      const struct ibp_evidence *to, long assessment,
			      struct ibp_changes *changes)
{
	static const struct ibp_evidence none = {0};
	const char *key;

	from = from ? from : &none;
	to = to ? to : &none;
	key = ibp_arena_printf(&changes->arena, "%ld",
			       to->id ? to->id : from->id);
	for (const struct ibp_field *f = ibp_evidence_fields; f->name; f++)
		add(changes, IBP_SUBJECT_EVIDENCE, assessment, key, f->name,
		    ibp_evidence_value(from, f->name),
		    ibp_evidence_value(to, f->name));
}

static void diff_answer(const char *code, const struct ibp_answer *from,
			const struct ibp_answer *to, long assessment,
			struct ibp_changes *changes)
{
	for (const struct ibp_field *f = ibp_norm_fields; f->name; f++)
		add(changes, IBP_SUBJECT_NORM, assessment, code, f->name,
		    ibp_answer_value(from, f->name),
		    ibp_answer_value(to, f->name));
	for (size_t i = 0; i < from->evidence_count; i++)
		diff_one_evidence(&from->evidence[i],
				  find_evidence(to, from, i), assessment,
				  changes);
	for (size_t i = 0; i < to->evidence_count; i++)
		if (!find_evidence(from, to, i))
			diff_one_evidence(NULL, &to->evidence[i], assessment,
					  changes);
}

void ibp_diff_assessments(const struct ibp_framework *from_framework,
			  const struct ibp_assessment *from,
			  const struct ibp_framework *to_framework,
			  const struct ibp_assessment *to,
			  struct ibp_changes *changes)
{
	static const struct ibp_answer none = {0};

	for (size_t i = 0; i < to_framework->norm_count; i++) {
		const char *code = to_framework->norms[i].code;
		const struct ibp_answer *before =
			find_answer(from_framework, from, code);

		diff_answer(code, before ? before : &none, &to->answers[i],
			    to->id, changes);
	}
	for (size_t i = 0; i < from_framework->norm_count; i++) {
		const char *code = from_framework->norms[i].code;

		if (!find_answer(to_framework, to, code))
			diff_answer(code, &from->answers[i], &none, to->id,
				    changes);
	}
}
