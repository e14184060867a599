/* Whether the value of a comparison fits its field. */
#include "core/filter_node.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/num.h"
#include "base/text.h"
#include "core/assessment.h"

#define NUMBER_MAX 1000000000L
#define NAMES_MAX 32

static enum ibp_status unknown_word(struct ibp_filter_parser *p,
				    const char *place, const char *word,
				    const struct ibp_choice *choices)
{
	const char *names[NAMES_MAX + 1];
	struct ibp_buf list = {0};
	const char *nearest;
	size_t count = 0;

	for (; count < NAMES_MAX && choices[count].word; count++) {
		names[count] = choices[count].word;
		ibp_buf_addf(&list, "%s%s", count ? ", " : "", names[count]);
	}
	names[count] = NULL;
	nearest = ibp_text_nearest(word, names);
	if (nearest)
		ibp_error_set(p->err, IBP_USAGE,
			      _("Filter, column %zu: \"%s\" is not one of %s. "
				"Did you mean \"%s\"?"),
			      ibp_filter_column(p, place), word,
			      ibp_buf_text(&list), nearest);
	else
		ibp_error_set(p->err, IBP_USAGE,
			      _("Filter, column %zu: \"%s\" is not one of %s."),
			      ibp_filter_column(p, place), word,
			      ibp_buf_text(&list));
	ibp_buf_release(&list);
	return IBP_USAGE;
}

static enum ibp_status check_word(struct ibp_filter_parser *p,
				  const char *place,
				  struct ibp_filter_node *node)
{
	const struct ibp_choice *choices = p->fields[node->field].choices;

	for (size_t i = 0; choices && choices[i].word; i++)
		if (strcasecmp(choices[i].word, node->value) == 0)
			return IBP_OK;
	return choices ? unknown_word(p, place, node->value, choices) : IBP_OK;
}

static enum ibp_status check_number(struct ibp_filter_parser *p,
				    const char *place,
				    struct ibp_filter_node *node)
{
	const char *digits = node->value + (*node->value == '-');

	if (!ibp_num_parse(digits, NUMBER_MAX, &node->number))
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: \"%s\" is not a "
				       "whole number."),
				     ibp_filter_column(p, place), node->value);
	if (digits != node->value)
		node->number = -node->number;
	return IBP_OK;
}

static enum ibp_status check_score(struct ibp_filter_parser *p,
				   const char *place,
				   struct ibp_filter_node *node)
{
	if (strcasecmp(node->value, "none") == 0) {
		node->value = NULL;
		return IBP_OK;
	}
	if (strcasecmp(node->value, "na") == 0) {
		node->value = "na";
		return IBP_OK;
	}
	node->number = ibp_score_value(node->value);
	if (node->number == IBP_SCORE_OPEN)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: \"%s\" is not a "
				       "score: 1 to 5, na or none."),
				     ibp_filter_column(p, place), node->value);
	return IBP_OK;
}

static enum ibp_status check_date(struct ibp_filter_parser *p,
				  const char *place,
				  struct ibp_filter_node *node)
{
	char date[IBP_DATE_SIZE];

	if (!ibp_date_parse(node->value, p->today, date))
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: \"%s\" is not a "
				       "date. Write 2027-06-30, 30-06-2027, "
				       "+2w or +3m."),
				     ibp_filter_column(p, place), node->value);
	node->value = ibp_arena_strdup(p->arena, date);
	return IBP_OK;
}

static const char *fold_into(struct ibp_arena *arena, const char *text)
{
	char *folded = ibp_text_fold(text);
	const char *copy = ibp_arena_strdup(arena, folded);

	free(folded);
	return copy;
}

static bool has_order(const struct ibp_filter_node *node)
{
	if (node->kind == IBP_FILTER_TEXT || node->kind == IBP_FILTER_WORD ||
	    node->kind == IBP_FILTER_LIST)
		return false;
	return node->value && strcmp(node->value, "na") != 0;
}

/* Whether operator, field and value go together. */
static enum ibp_status check_op(struct ibp_filter_parser *p, const char *place,
				const struct ibp_filter_node *node)
{
	if (node->op == IBP_FILTER_EQUAL || node->op == IBP_FILTER_DIFFERENT)
		return IBP_OK;
	if (node->op == IBP_FILTER_CONTAINS ? node->value != NULL :
					      has_order(node))
		return IBP_OK;
	if (node->value && node->op != IBP_FILTER_CONTAINS)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: this value goes "
				       "with =, != and ~ only."),
				     ibp_filter_column(p, place));
	return ibp_error_set(p->err, IBP_USAGE,
			     _("Filter, column %zu: this value goes with = and "
			       "!= only."),
			     ibp_filter_column(p, place));
}

static enum ibp_status check_kind(struct ibp_filter_parser *p,
				  const char *place,
				  struct ibp_filter_node *node)
{
	switch (node->kind) {
	case IBP_FILTER_TEXT:
	case IBP_FILTER_LIST:
		return IBP_OK;
	case IBP_FILTER_WORD:
		return check_word(p, place, node);
	case IBP_FILTER_NUMBER:
		return check_number(p, place, node);
	case IBP_FILTER_DATE:
		return check_date(p, place, node);
	case IBP_FILTER_SCORE:
		return check_score(p, place, node);
	}
	return IBP_OK;
}

enum ibp_status ibp_filter_check(struct ibp_filter_parser *p, const char *place,
				 struct ibp_filter_node *node)
{
	enum ibp_status status = IBP_OK;

	if (!*node->value)
		node->value = NULL;
	/* What is contained is a piece of text, not a value. */
	else if (node->op != IBP_FILTER_CONTAINS)
		status = check_kind(p, place, node);
	if (!status)
		status = check_op(p, place, node);
	if (!status && node->value)
		node->folded = fold_into(p->arena, node->value);
	return status;
}
