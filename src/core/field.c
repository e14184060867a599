#include "core/field.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/text.h"

#define LEVEL_MAX 5
#define NAMES_MAX 32

const struct ibp_field *ibp_field_find(const struct ibp_field *fields,
				       const char *name)
{
	for (; fields->name; fields++)
		if (strcmp(fields->name, name) == 0)
			return fields;
	return NULL;
}

const char *ibp_field_nearest(const struct ibp_field *fields, const char *name)
{
	const char *names[NAMES_MAX + 1];
	size_t count = 0;

	for (; count < NAMES_MAX && fields->name; fields++)
		names[count++] = fields->name;
	names[count] = NULL;
	return ibp_text_nearest(name, names);
}

/* A person may type capitals; the canonical word has none. */
int ibp_field_choice(const struct ibp_field *field, const char *word)
{
	if (!word || !field->choices)
		return -1;
	for (int i = 0; field->choices[i].word; i++)
		if (strcasecmp(field->choices[i].word, word) == 0)
			return i;
	return -1;
}

const char *ibp_field_choice_label(const struct ibp_field *field,
				   const char *word)
{
	int index = ibp_field_choice(field, word);

	if (index < 0)
		return word;
	return ibp_pgettext_expr(IBP_DOMAIN, "value",
				 field->choices[index].label);
}

static enum ibp_status parse_text(const struct ibp_field *field,
				  enum ibp_text_kind kind, const char *text,
				  char **value, struct ibp_error *err)
{
	return ibp_text_clean(text, kind, field->max, _(field->label), value,
			      err);
}

static enum ibp_status parse_date(const struct ibp_field *field,
				  const char *text, const char *today,
				  char **value, struct ibp_error *err)
{
	char date[IBP_DATE_SIZE];

	if (!ibp_date_parse(text, today, date))
		return ibp_error_set(
			err, IBP_USAGE,
			_("%s: \"%s\" is not a date. Write 2027-06-30, "
			  "30-06-2027, +2w or +3m."),
			_(field->label), text);
	*value = ibp_strdup(date);
	return IBP_OK;
}

static enum ibp_status parse_time(const struct ibp_field *field,
				  const char *text, char **value,
				  struct ibp_error *err)
{
	if (!ibp_time_is_valid(text))
		return ibp_error_set(err, IBP_USAGE,
				     _("%s: \"%s\" is not a time. Write "
				       "2027-06-30T12:00:00Z."),
				     _(field->label), text);
	*value = ibp_strdup(text);
	return IBP_OK;
}

static enum ibp_status parse_number(const struct ibp_field *field,
				    const char *text, char **value,
				    struct ibp_error *err)
{
	struct ibp_buf buf = {0};
	long number;

	if (!ibp_num_parse(text, (long)field->max, &number))
		return ibp_error_set(
			err, IBP_USAGE,
			_("%s: \"%s\" is not a whole number from 0 to %zu."),
			_(field->label), text, field->max);
	ibp_buf_addf(&buf, "%ld", number);
	*value = ibp_buf_take(&buf);
	return IBP_OK;
}

static bool is_level(const char *text)
{
	return text[0] >= '1' && text[0] <= '0' + LEVEL_MAX && !text[1];
}

static enum ibp_status parse_level(const struct ibp_field *field,
				   const char *text, char **value,
				   struct ibp_error *err)
{
	if (!is_level(text))
		return ibp_error_set(
			err, IBP_USAGE,
			_("%s: \"%s\" is not a level from 1 to 5."),
			_(field->label), text);
	*value = ibp_strdup(text);
	return IBP_OK;
}

static enum ibp_status parse_score(const struct ibp_field *field,
				   const char *text, char **value,
				   struct ibp_error *err)
{
	if (strcasecmp(text, "none") == 0) {
		*value = NULL;
		return IBP_OK;
	}
	if (strcasecmp(text, "na") == 0) {
		*value = ibp_strdup("na");
		return IBP_OK;
	}
	if (!is_level(text))
		return ibp_error_set(
			err, IBP_USAGE,
			_("%s: \"%s\" is not a level from 1 to 5, \"na\" (not "
			  "applicable) or \"none\" (open)."),
			_(field->label), text);
	*value = ibp_strdup(text);
	return IBP_OK;
}

static enum ibp_status refuse_choice(const struct ibp_field *field,
				     const char *text, struct ibp_error *err)
{
	struct ibp_buf list = {0};
	const char *names[NAMES_MAX + 1];
	const char *nearest;
	size_t count = 0;

	for (; count < NAMES_MAX && field->choices[count].word; count++) {
		ibp_buf_addf(&list, "%s%s", count ? ", " : "",
			     field->choices[count].word);
		names[count] = field->choices[count].word;
	}
	names[count] = NULL;
	nearest = ibp_text_nearest(text, names);
	if (nearest)
		ibp_error_set(err, IBP_USAGE,
			      _("%s: \"%s\" is not one of %s. Did you mean "
				"\"%s\"?"),
			      _(field->label), text, ibp_buf_text(&list),
			      nearest);
	else
		ibp_error_set(err, IBP_USAGE, _("%s: \"%s\" is not one of %s."),
			      _(field->label), text, ibp_buf_text(&list));
	ibp_buf_release(&list);
	return IBP_USAGE;
}

static enum ibp_status parse_choice(const struct ibp_field *field,
				    const char *text, char **value,
				    struct ibp_error *err)
{
	int index = ibp_field_choice(field, text);

	if (index < 0)
		return refuse_choice(field, text, err);
	*value = ibp_strdup(field->choices[index].word);
	return IBP_OK;
}

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static enum ibp_status parse_country(const struct ibp_field *field,
				     const char *text, char **value,
				     struct ibp_error *err)
{
	if (!is_letter(text[0]) || !is_letter(text[1]) || text[2])
		return ibp_error_set(
			err, IBP_USAGE,
			_("%s: \"%s\" is not a country. Write its two letters: "
			  "NL, DE, US."),
			_(field->label), text);
	*value = ibp_strdup(text);
	for (char *c = *value; *c; c++)
		*c = (char)(*c >= 'a' ? *c - 'a' + 'A' : *c);
	return IBP_OK;
}

/* TEXT has no white space around it and is not empty. */
static enum ibp_status parse_kind(const struct ibp_field *field,
				  const char *text, const char *today,
				  char **value, struct ibp_error *err)
{
	switch (field->kind) {
	case IBP_FIELD_LINE:
		return parse_text(field, IBP_TEXT_LINE, text, value, err);
	case IBP_FIELD_NOTE:
		return parse_text(field, IBP_TEXT_NOTE, text, value, err);
	case IBP_FIELD_DATE:
		return parse_date(field, text, today, value, err);
	case IBP_FIELD_TIME:
		return parse_time(field, text, value, err);
	case IBP_FIELD_NUMBER:
		return parse_number(field, text, value, err);
	case IBP_FIELD_LEVEL:
		return parse_level(field, text, value, err);
	case IBP_FIELD_SCORE:
		return parse_score(field, text, value, err);
	case IBP_FIELD_CHOICE:
		return parse_choice(field, text, value, err);
	case IBP_FIELD_COUNTRY:
		return parse_country(field, text, value, err);
	}
	return IBP_OK;
}

enum ibp_status ibp_field_parse(const struct ibp_field *field, const char *text,
				const char *today, char **value,
				struct ibp_error *err)
{
	enum ibp_status status;
	char *trimmed;
	char *result = NULL;
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	if (!length && field->required)
		return ibp_error_set(err, IBP_USAGE,
				     _("%s: this cannot be left empty."),
				     _(field->label));
	trimmed = ibp_strndup(text, length);
	status = length ? parse_kind(field, trimmed, today, &result, err) :
			  IBP_OK;
	if (!status)
		*value = result;
	free(trimmed);
	return status;
}

char *ibp_field_show(const struct ibp_field *field, const char *value)
{
	char date[IBP_DATE_SIZE];

	if (!value)
		return ibp_strdup("");
	switch (field->kind) {
	case IBP_FIELD_DATE:
		return ibp_strdup(ibp_date_show(value, date));
	case IBP_FIELD_CHOICE:
		return ibp_strdup(ibp_field_choice_label(field, value));
	case IBP_FIELD_SCORE:
		if (strcmp(value, "na") == 0)
			return ibp_strdup(C_("value", "not applicable"));
		return ibp_strdup(value);
	case IBP_FIELD_LINE:
	case IBP_FIELD_NOTE:
	case IBP_FIELD_TIME:
	case IBP_FIELD_NUMBER:
	case IBP_FIELD_LEVEL:
	case IBP_FIELD_COUNTRY:
		break;
	}
	return ibp_strdup(value);
}
