/* From an expression to a tree, by recursive descent. */
#include "core/filter_node.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"

#define NAMES_MAX 64

size_t ibp_filter_column(const struct ibp_filter_parser *p, const char *place)
{
	size_t column = 1;

	for (const char *c = p->expr; c < place; c++)
		column += ((unsigned char)*c & 0xc0) != 0x80;
	return column;
}

static void skip_blanks(struct ibp_filter_parser *p)
{
	p->at += strspn(p->at, " \t\n");
}

static size_t word_length(const char *at)
{
	return strcspn(at, " \t\n()\"=!<>~");
}

/* Takes WORD where it stands as a whole. */
static bool take_word(struct ibp_filter_parser *p, const char *word)
{
	size_t length = strlen(word);

	skip_blanks(p);
	if (word_length(p->at) != length || strncmp(p->at, word, length) != 0)
		return false;
	p->at += length;
	return true;
}

static bool take_char(struct ibp_filter_parser *p, char c)
{
	skip_blanks(p);
	if (*p->at != c)
		return false;
	p->at++;
	return true;
}

static struct ibp_filter_node *new_node(struct ibp_filter_parser *p,
					enum ibp_filter_type type)
{
	struct ibp_filter_node *node = ibp_arena_alloc(p->arena, sizeof(*node));

	node->type = type;
	return node;
}

static enum ibp_status unknown_field(struct ibp_filter_parser *p,
				     const char *place, const char *name)
{
	const char *names[NAMES_MAX + 1];
	const char *nearest;
	size_t count = 0;

	for (; count < NAMES_MAX && p->fields[count].name; count++)
		names[count] = p->fields[count].name;
	names[count] = NULL;
	nearest = ibp_text_nearest(name, names);
	if (nearest)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: there is no field "
				       "\"%s\". Did you mean \"%s\"?"),
				     ibp_filter_column(p, place), name,
				     nearest);
	return ibp_error_set(p->err, IBP_USAGE,
			     _("Filter, column %zu: there is no field \"%s\"."),
			     ibp_filter_column(p, place), name);
}

static enum ibp_status parse_field(struct ibp_filter_parser *p,
				   struct ibp_filter_node *node)
{
	const char *place;
	const char *name;
	size_t length;

	skip_blanks(p);
	place = p->at;
	length = word_length(place);
	if (!length)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: a field is "
				       "expected, such as score<3."),
				     ibp_filter_column(p, place));
	name = ibp_arena_strndup(p->arena, place, length);
	p->at += length;
	for (size_t i = 0; p->fields[i].name; i++)
		if (strcmp(p->fields[i].name, name) == 0) {
			node->field = i;
			node->kind = p->fields[i].kind;
			return IBP_OK;
		}
	return unknown_field(p, place, name);
}

static enum ibp_status parse_op(struct ibp_filter_parser *p,
				struct ibp_filter_node *node)
{
	/* A longer one before the one that it starts with. */
	static const struct {
		const char *text;
		enum ibp_filter_op op;
	} ops[] = {
		{"!=", IBP_FILTER_DIFFERENT}, {"<=", IBP_FILTER_AT_MOST},
		{">=", IBP_FILTER_AT_LEAST},  {"=", IBP_FILTER_EQUAL},
		{"<", IBP_FILTER_LESS},       {">", IBP_FILTER_MORE},
		{"~", IBP_FILTER_CONTAINS},
	};

	skip_blanks(p);
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (strncmp(p->at, ops[i].text, strlen(ops[i].text)) == 0) {
			p->at += strlen(ops[i].text);
			node->op = ops[i].op;
			return IBP_OK;
		}
	return ibp_error_set(p->err, IBP_USAGE,
			     _("Filter, column %zu: one of = != < <= > >= ~ is "
			       "expected."),
			     ibp_filter_column(p, p->at));
}

static enum ibp_status parse_quoted(struct ibp_filter_parser *p,
				    const char **value)
{
	struct ibp_buf buf = {0};
	const char *place = p->at++;

	while (*p->at && *p->at != '"') {
		if (*p->at == '\\' && (p->at[1] == '"' || p->at[1] == '\\'))
			p->at++;
		ibp_buf_add_char(&buf, *p->at++);
	}
	*value = ibp_arena_strdup(p->arena, ibp_buf_text(&buf));
	ibp_buf_release(&buf);
	if (*p->at != '"')
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: this quote is not "
				       "closed."),
				     ibp_filter_column(p, place));
	p->at++;
	return IBP_OK;
}

static enum ibp_status parse_value(struct ibp_filter_parser *p,
				   const char **value)
{
	size_t length;

	skip_blanks(p);
	if (*p->at == '"')
		return parse_quoted(p, value);
	length = strcspn(p->at, " \t\n()\"");
	if (!length)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: a value is "
				       "expected; \"\" means not set."),
				     ibp_filter_column(p, p->at));
	*value = ibp_arena_strndup(p->arena, p->at, length);
	p->at += length;
	return IBP_OK;
}

static enum ibp_status parse_compare(struct ibp_filter_parser *p,
				     struct ibp_filter_node **out)
{
	struct ibp_filter_node *node = new_node(p, IBP_FILTER_COMPARE);
	enum ibp_status status = parse_field(p, node);
	const char *place;

	if (!status)
		status = parse_op(p, node);
	skip_blanks(p);
	place = p->at;
	if (!status)
		status = parse_value(p, &node->value);
	if (!status)
		status = ibp_filter_check(p, place, node);
	if (!status)
		*out = node;
	return status;
}

static enum ibp_status parse_or(struct ibp_filter_parser *p,
				struct ibp_filter_node **out);

static enum ibp_status parse_brackets(struct ibp_filter_parser *p,
				      struct ibp_filter_node **out)
{
	const char *place = p->at - 1;
	enum ibp_status status;

	if (++p->depth > IBP_FILTER_DEPTH)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: more than %d "
				       "brackets inside each other."),
				     ibp_filter_column(p, place),
				     IBP_FILTER_DEPTH);
	status = parse_or(p, out);
	p->depth--;
	if (!status && !take_char(p, ')'))
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: this bracket is "
				       "not closed."),
				     ibp_filter_column(p, place));
	return status;
}

static enum ibp_status parse_not(struct ibp_filter_parser *p,
				 struct ibp_filter_node **out)
{
	bool negated = take_word(p, "not");
	struct ibp_filter_node *inner = NULL;
	enum ibp_status status;

	if (take_char(p, '('))
		status = parse_brackets(p, &inner);
	else
		status = parse_compare(p, &inner);
	if (status)
		return status;
	*out = inner;
	if (negated) {
		*out = new_node(p, IBP_FILTER_NOT);
		(*out)->children = inner;
	}
	return IBP_OK;
}

typedef enum ibp_status parse_one(struct ibp_filter_parser *p,
				  struct ibp_filter_node **out);

/* One or more of what ONE reads, with WORD between them. */
static enum ibp_status parse_chain(struct ibp_filter_parser *p,
				   enum ibp_filter_type type, const char *word,
				   parse_one *one, struct ibp_filter_node **out)
{
	struct ibp_filter_node *chain = new_node(p, type);
	struct ibp_filter_node **last = &chain->children;

	do {
		enum ibp_status status = one(p, last);

		if (status)
			return status;
		last = &(*last)->next;
	} while (take_word(p, word));
	*out = chain;
	return IBP_OK;
}

static enum ibp_status parse_and(struct ibp_filter_parser *p,
				 struct ibp_filter_node **out)
{
	return parse_chain(p, IBP_FILTER_AND, "and", parse_not, out);
}

static enum ibp_status parse_or(struct ibp_filter_parser *p,
				struct ibp_filter_node **out)
{
	return parse_chain(p, IBP_FILTER_OR, "or", parse_and, out);
}

static enum ibp_status parse_all(struct ibp_filter_parser *p,
				 struct ibp_filter_node **root)
{
	enum ibp_status status;

	if (strlen(p->expr) > IBP_FILTER_MAX)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("The filter is too long: at most %d "
				       "bytes."),
				     IBP_FILTER_MAX);
	if (!ibp_text_is_utf8(p->expr, strlen(p->expr)))
		return ibp_error_set(p->err, IBP_USAGE,
				     _("The filter is not valid UTF-8 text."));
	status = parse_or(p, root);
	skip_blanks(p);
	if (!status && *p->at)
		return ibp_error_set(p->err, IBP_USAGE,
				     _("Filter, column %zu: \"and\", \"or\" or "
				       "the end is expected."),
				     ibp_filter_column(p, p->at));
	return status;
}

enum ibp_status ibp_filter_parse(const char *expr,
				 const struct ibp_filter_field *fields,
				 const char *today, struct ibp_filter **filter,
				 struct ibp_error *err)
{
	struct ibp_filter *made = ibp_alloc(sizeof(*made));
	struct ibp_filter_parser p = {expr, expr,         fields, today,
				      0,    &made->arena, err};
	enum ibp_status status = parse_all(&p, &made->root);

	if (status)
		ibp_filter_free(made);
	else
		*filter = made;
	return status;
}
