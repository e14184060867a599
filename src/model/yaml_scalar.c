#include <string.h>

#include "base/date.h"
#include "base/num.h"
#include "base/text.h"
#include "model/yaml_reader.h"

struct ibp_yaml_mark ibp_yaml_here(const struct ibp_yaml_reader *r)
{
	return r->in.event.mark;
}

bool ibp_yaml_is_scalar(const struct ibp_yaml_reader *r)
{
	return r->in.event.kind == IBP_YAML_SCALAR;
}

bool ibp_yaml_is_null(const struct ibp_yaml_reader *r)
{
	static const char *const words[] = {"", "~", "null", "Null", "NULL"};

	if (!ibp_yaml_is_scalar(r) || !r->in.event.plain)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(r->in.event.text, words[i]) == 0)
			return true;
	return false;
}

void ibp_yaml_refuse(struct ibp_yaml_reader *r,
		     const struct ibp_yaml_field *field)
{
	if (r->in.event.kind != IBP_YAML_REFUSED)
		ibp_yaml_wrong_type(&r->in.faults, ibp_yaml_here(r), field);
	ibp_yaml_skip(&r->in);
}

const char *ibp_yaml_take_text(struct ibp_yaml_reader *r,
			       const struct ibp_yaml_field *field)
{
	const struct ibp_yaml_event *event = &r->in.event;

	if (!ibp_yaml_is_scalar(r) || ibp_yaml_is_null(r) || !event->length) {
		ibp_yaml_refuse(r, field);
		return NULL;
	}
	if (!ibp_yaml_check_text(&r->in.faults, ibp_yaml_here(r), field,
				 event->text, event->length))
		return NULL;
	return ibp_arena_strndup(r->arena, event->text, event->length);
}

void ibp_yaml_read_text(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, void *slot)
{
	const char **text = slot;

	*text = ibp_yaml_take_text(r, field);
}

/* Another schema makes everything else a fault: then one is enough. */
void ibp_yaml_read_schema(struct ibp_yaml_reader *r,
			  const struct ibp_yaml_field *field, void *slot)
{
	const char **text = slot;

	*text = ibp_yaml_take_text(r, field);
	if (!*text || strcmp(*text, field->words[0]) == 0)
		return;
	ibp_yaml_wrong_schema(&r->in.faults, ibp_yaml_here(r), *text,
			      field->words[0]);
	ibp_yaml_stop(&r->in);
}

void ibp_yaml_read_date(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, void *slot)
{
	if (ibp_yaml_is_scalar(r) && ibp_date_is_valid(r->in.event.text))
		ibp_yaml_read_text(r, field, slot);
	else
		ibp_yaml_refuse(r, field);
}

int ibp_yaml_take_word(struct ibp_yaml_reader *r,
		       const struct ibp_yaml_field *field)
{
	const char *text = r->in.event.text;

	for (int i = 0; field->words[i]; i++)
		if (strcmp(text, field->words[i]) == 0)
			return i;
	ibp_yaml_unknown_word(&r->in.faults, ibp_yaml_here(r), text,
			      field->words);
	return 0;
}

void ibp_yaml_read_word(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, void *slot)
{
	int *value = slot;

	if (ibp_yaml_is_scalar(r))
		*value = ibp_yaml_take_word(r, field);
	else
		ibp_yaml_refuse(r, field);
}

int ibp_yaml_take_whole(struct ibp_yaml_reader *r,
			const struct ibp_yaml_field *field, int min)
{
	long number;

	if (ibp_yaml_is_scalar(r) && r->in.event.plain &&
	    ibp_num_parse(r->in.event.text, field->max, &number) &&
	    number >= min)
		return (int)number;
	ibp_yaml_refuse(r, field);
	return 0;
}

void ibp_yaml_read_whole(struct ibp_yaml_reader *r,
			 const struct ibp_yaml_field *field, void *slot)
{
	int *value = slot;

	*value = ibp_yaml_take_whole(r, field, field->min);
}
