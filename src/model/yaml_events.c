#include "model/yaml_events.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/i18n.h"
#include "base/mem.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct ibp_yaml_parser {
	yaml_parser_t yaml;
	yaml_event_t event;
	const char *text;
	size_t depth; /* lists and groups that are open */
	bool stopped;
};

void ibp_yaml_stop(struct ibp_yaml_events *events)
{
	events->parser->stopped = true;
	events->event = (struct ibp_yaml_event){0};
}

/* What the parser could not make sense of is the last thing that is told. */
static void tell_syntax(struct ibp_yaml_events *events)
{
	const yaml_parser_t *yaml = &events->parser->yaml;
	struct ibp_yaml_mark mark = {yaml->problem_mark.line + 1,
				     yaml->problem_mark.column + 1};

	if (yaml->error == YAML_MEMORY_ERROR)
		abort();
	if (yaml->error == YAML_READER_ERROR)
		ibp_yaml_wrong_byte(&events->faults,
				    ibp_yaml_mark_at(events->parser->text,
						     yaml->problem_offset),
				    yaml->problem_value);
	else
		ibp_yaml_not_yaml(&events->faults, mark, yaml->problem);
}

/* Takes the next event of the parser; false when there is none. */
static bool take(struct ibp_yaml_events *events)
{
	struct ibp_yaml_parser *parser = events->parser;

	yaml_event_delete(&parser->event);
	if (events->faults.count >= IBP_ERROR_MAX)
		ibp_yaml_stop(events);
	if (parser->stopped)
		return false;
	if (!yaml_parser_parse(&parser->yaml, &parser->event)) {
		tell_syntax(events);
		ibp_yaml_stop(events);
		return false;
	}
	events->event.mark.line = parser->event.start_mark.line + 1;
	events->event.mark.column = parser->event.start_mark.column + 1;
	return true;
}

/* Refuses what makes one value mean another, and reads on without it. */
static void check_marks(struct ibp_yaml_events *events, const void *anchor,
			const void *tag)
{
	struct ibp_yaml_faults *faults = &events->faults;
	struct ibp_yaml_mark mark = events->event.mark;

	if (anchor)
		ibp_yaml_fault(faults, mark,
			       _("Anchors and aliases (& and *) are not read, "
				 "at %s. Write the value in full; put a text "
				 "that starts so between quotation marks."),
			       ibp_yaml_path(faults));
	else if (tag)
		ibp_yaml_fault(faults, mark,
			       _("Tags (!) are not read, at %s. Leave the tag "
				 "out; put a text that starts so between "
				 "quotation marks."),
			       ibp_yaml_path(faults));
}

/* A block of text ends with line breaks that nobody meant. */
static size_t text_length(const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	yaml_scalar_style_t style = event->data.scalar.style;

	if (style == YAML_LITERAL_SCALAR_STYLE ||
	    style == YAML_FOLDED_SCALAR_STYLE)
		while (length && text[length - 1] == '\n')
			length--;
	return length;
}

static void show_scalar(struct ibp_yaml_events *events)
{
	const yaml_event_t *from = &events->parser->event;
	struct ibp_yaml_event *event = &events->event;

	check_marks(events, from->data.scalar.anchor, from->data.scalar.tag);
	event->text = (const char *)from->data.scalar.value;
	event->length = text_length(from);
	event->plain = from->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	event->kind = IBP_YAML_SCALAR;
	if (!memchr(event->text, '\0', event->length))
		return;
	/* "\0" between quotation marks would hide what follows it. */
	ibp_yaml_wrong_character(&events->faults, event->mark, 0);
	event->kind = IBP_YAML_REFUSED;
}

static void show_start(struct ibp_yaml_events *events, enum ibp_yaml_kind kind,
		       const void *anchor, const void *tag)
{
	check_marks(events, anchor, tag);
	events->event.kind = kind;
	if (++events->parser->depth <= IBP_YAML_DEPTH_MAX)
		return;
	ibp_yaml_fault(&events->faults, events->event.mark,
		       _("At %s: nested too deep, at most %d levels are read."),
		       ibp_yaml_path(&events->faults), IBP_YAML_DEPTH_MAX);
	ibp_yaml_stop(events);
}

/* Makes the parser's event ours. */
static void show(struct ibp_yaml_events *events)
{
	const yaml_event_t *from = &events->parser->event;

	switch (from->type) {
	case YAML_SCALAR_EVENT:
		show_scalar(events);
		break;
	case YAML_SEQUENCE_START_EVENT:
		show_start(events, IBP_YAML_LIST,
			   from->data.sequence_start.anchor,
			   from->data.sequence_start.tag);
		break;
	case YAML_MAPPING_START_EVENT:
		show_start(events, IBP_YAML_GROUP,
			   from->data.mapping_start.anchor,
			   from->data.mapping_start.tag);
		break;
	case YAML_ALIAS_EVENT:
		check_marks(events, from->data.alias.anchor, NULL);
		events->event.kind = IBP_YAML_REFUSED;
		break;
	default:
		events->parser->depth--;
		events->event.kind = IBP_YAML_END;
	}
}

bool ibp_yaml_next(struct ibp_yaml_events *events)
{
	if (take(events))
		show(events);
	return !events->parser->stopped;
}

void ibp_yaml_skip(struct ibp_yaml_events *events)
{
	enum ibp_yaml_kind kind = events->event.kind;
	size_t inside = kind == IBP_YAML_LIST || kind == IBP_YAML_GROUP;

	while (inside && ibp_yaml_next(events)) {
		kind = events->event.kind;
		if (kind == IBP_YAML_LIST || kind == IBP_YAML_GROUP)
			inside++;
		if (kind == IBP_YAML_END)
			inside--;
	}
}

static void fail(struct ibp_yaml_events *events, const char *sentence)
{
	ibp_yaml_fault(&events->faults, events->event.mark, "%s", sentence);
	ibp_yaml_stop(events);
}

static void start(struct ibp_yaml_events *events)
{
	const yaml_event_t *from = &events->parser->event;

	if (!take(events) || !take(events))
		return;
	if (from->type == YAML_STREAM_END_EVENT)
		fail(events, _("The file is empty."));
	else if (from->data.document_start.tag_directives.start !=
		 from->data.document_start.tag_directives.end)
		fail(events, _("The directive %TAG is not read. Remove it."));
	else
		ibp_yaml_next(events);
}

bool ibp_yaml_open(struct ibp_yaml_events *events, const char *file,
		   const char *text, size_t length, struct ibp_error *err)
{
	struct ibp_yaml_parser *parser = ibp_alloc(sizeof(*parser));
	size_t mark = strlen(BYTE_ORDER_MARK);

	*events = (struct ibp_yaml_events){
		.faults = {.file = file, .err = err},
		.parser = parser,
	};
	if (length >= mark && memcmp(text, BYTE_ORDER_MARK, mark) == 0) {
		text += mark;
		length -= mark;
	}
	if (!yaml_parser_initialize(&parser->yaml))
		abort();
	parser->text = text;
	yaml_parser_set_encoding(&parser->yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser->yaml, (const unsigned char *)text,
				     length);
	if (ibp_yaml_check_bytes(&events->faults, text, length))
		start(events);
	else
		ibp_yaml_stop(events);
	return !parser->stopped;
}

void ibp_yaml_finish(struct ibp_yaml_events *events)
{
	if (!take(events) || !take(events))
		return;
	if (events->parser->event.type != YAML_STREAM_END_EVENT)
		fail(events, _("A second document starts here. A file holds "
			       "one: remove the rest, or split the file."));
}

void ibp_yaml_close(struct ibp_yaml_events *events)
{
	yaml_event_delete(&events->parser->event);
	yaml_parser_delete(&events->parser->yaml);
	free(events->parser);
	ibp_buf_release(&events->faults.path);
	*events = (struct ibp_yaml_events){0};
}
