#include "core/filter_node.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

void ibp_filter_free(struct ibp_filter *filter)
{
	if (!filter)
		return;
	ibp_arena_release(&filter->arena);
	free(filter);
}

/* Whether one of the lines of VALUE is that of the node. */
static bool has_line(const struct ibp_filter_node *node, const char *value)
{
	char *folded = ibp_text_fold(value);
	const char *line = folded;
	bool found = false;

	while (!found && *line) {
		size_t length = strcspn(line, "\n");

		found = strlen(node->folded) == length &&
			strncmp(line, node->folded, length) == 0;
		line += length + (line[length] == '\n');
	}
	free(folded);
	return found;
}

static bool is_equal(const struct ibp_filter_node *node, const char *value)
{
	char *folded;
	bool equal;

	if (!value || !node->value)
		return !value && !node->value;
	switch (node->kind) {
	case IBP_FILTER_TEXT:
		folded = ibp_text_fold(value);
		equal = strcmp(folded, node->folded) == 0;
		free(folded);
		return equal;
	case IBP_FILTER_NUMBER:
		return strtol(value, NULL, 10) == node->number;
	case IBP_FILTER_LIST:
		return has_line(node, value);
	case IBP_FILTER_WORD:
	case IBP_FILTER_DATE:
	case IBP_FILTER_SCORE:
		break;
	}
	return strcasecmp(value, node->value) == 0;
}

/* -1, 0 or 1; VALUE is set and so is that of the node. */
static int compare(const struct ibp_filter_node *node, const char *value)
{
	long number;

	if (node->kind == IBP_FILTER_DATE) {
		int order = strcmp(value, node->value);

		return (order > 0) - (order < 0);
	}
	number = strtol(value, NULL, 10);
	return (number > node->number) - (number < node->number);
}

static bool matches_compare(const struct ibp_filter_node *node,
			    const char *value)
{
	if (node->op == IBP_FILTER_EQUAL)
		return is_equal(node, value);
	if (node->op == IBP_FILTER_DIFFERENT)
		return !is_equal(node, value);
	if (!value)
		return false;
	if (node->op == IBP_FILTER_CONTAINS)
		return ibp_text_contains(value, node->folded);
	if (node->kind == IBP_FILTER_SCORE && strcmp(value, "na") == 0)
		return false;
	switch (node->op) {
	case IBP_FILTER_LESS:
		return compare(node, value) < 0;
	case IBP_FILTER_AT_MOST:
		return compare(node, value) <= 0;
	case IBP_FILTER_MORE:
		return compare(node, value) > 0;
	default:
		return compare(node, value) >= 0;
	}
}

struct row {
	ibp_filter_value *value;
	const void *row;
	struct ibp_arena arena;
};

static bool matches(const struct ibp_filter_node *node, struct row *row)
{
	bool all = node->type == IBP_FILTER_AND;

	if (node->type == IBP_FILTER_COMPARE)
		return matches_compare(
			node, row->value(row->row, node->field, &row->arena));
	if (node->type == IBP_FILTER_NOT)
		return !matches(node->children, row);
	for (const struct ibp_filter_node *n = node->children; n; n = n->next)
		if (matches(n, row) != all)
			return !all;
	return all;
}

bool ibp_filter_matches(const struct ibp_filter *filter,
			ibp_filter_value *value, const void *row)
{
	struct row context = {.value = value, .row = row};
	bool result;

	if (!filter)
		return true;
	result = matches(filter->root, &context);
	ibp_arena_release(&context.arena);
	return result;
}
