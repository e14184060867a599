#include "model/yaml_fault.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* Of a wrong word so many columns are repeated. */
#define SHOWN_MAX 40

void ibp_yaml_enter(struct ibp_yaml_faults *faults, const char *key)
{
	faults->steps[faults->depth++] = (struct ibp_yaml_step){.key = key};
}

void ibp_yaml_enter_item(struct ibp_yaml_faults *faults, size_t item,
			 const char *const *name)
{
	faults->steps[faults->depth++] =
		(struct ibp_yaml_step){.item = item, .name = name};
}

void ibp_yaml_leave(struct ibp_yaml_faults *faults)
{
	faults->depth--;
}

const char *ibp_yaml_path(struct ibp_yaml_faults *faults)
{
	struct ibp_buf *path = &faults->path;

	ibp_buf_cut(path, 0);
	for (size_t i = 0; i < faults->depth; i++) {
		const struct ibp_yaml_step *step = &faults->steps[i];

		if (step->key)
			ibp_buf_addf(path, "%s%s", i ? "." : "", step->key);
		else if (step->name && *step->name)
			ibp_buf_addf(path, "[%s]", *step->name);
		else
			ibp_buf_addf(path, "[%zu]", step->item);
	}
	return path->length ? ibp_buf_text(path) : _("the top level");
}

void ibp_yaml_fault(struct ibp_yaml_faults *faults, struct ibp_yaml_mark mark,
		    const char *format, ...)
{
	struct ibp_buf text = {0};
	va_list args;

	va_start(args, format);
	ibp_buf_vaddf(&text, format, args);
	va_end(args);
	ibp_error_add(faults->err, IBP_INPUT, faults->file, mark.line,
		      mark.column, "%s", ibp_buf_text(&text));
	faults->count++;
	ibp_buf_release(&text);
}

/* A word of the file, short and harmless; to be freed. */
static char *shown(const char *text)
{
	struct ibp_buf safe = {0};
	struct ibp_buf fit = {0};

	ibp_text_add_safe(&safe, text);
	for (char *at = safe.data; at && *at; at++)
		if (*at == '\n')
			*at = ' ';
	if (ibp_text_width(ibp_buf_text(&safe)) <= SHOWN_MAX)
		return ibp_buf_take(&safe);
	ibp_text_add_fit(&fit, ibp_buf_text(&safe), SHOWN_MAX);
	ibp_buf_release(&safe);
	return ibp_buf_take(&fit);
}

static void add_comma(struct ibp_buf *list, const char *word)
{
	ibp_buf_addf(list, "%s%s", list->length ? ", " : "", word);
}

static const struct ibp_yaml_field *find_near(
	const struct ibp_yaml_record *record, const char *key)
{
	const char *keys[IBP_YAML_KEYS_MAX + 1] = {0};
	const struct ibp_yaml_field *field = record->fields;
	const char *near;

	for (size_t i = 0; field[i].key; i++)
		keys[i] = field[i].key;
	near = ibp_text_nearest(key, keys);
	while (near && field->key != near)
		field++;
	return near ? field : NULL;
}

const struct ibp_yaml_field *ibp_yaml_unknown_key(
	struct ibp_yaml_faults *faults, struct ibp_yaml_mark mark,
	const char *key, const struct ibp_yaml_record *record)
{
	const struct ibp_yaml_field *near = find_near(record, key);
	const char *path = ibp_yaml_path(faults);
	struct ibp_buf all = {0};
	char *word = shown(key);

	for (size_t i = 0; record->fields[i].key; i++)
		add_comma(&all, record->fields[i].key);
	if (near)
		ibp_yaml_fault(faults, mark,
			       _("Unknown key \"%s\" at %s. Did you mean "
				 "\"%s\"?"),
			       word, path, near->key);
	else
		ibp_yaml_fault(faults, mark,
			       _("Unknown key \"%s\" at %s. The keys here are "
				 "%s."),
			       word, path, ibp_buf_text(&all));
	ibp_buf_release(&all);
	free(word);
	return near;
}

void ibp_yaml_double_key(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark, const char *key,
			 size_t first_line)
{
	ibp_yaml_fault(faults, mark,
		       _("The key \"%s\" at %s is on line %zu already. Keep "
			 "one of the two."),
		       key, ibp_yaml_path(faults), first_line);
}

void ibp_yaml_unknown_word(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *word,
			   const char *const *words)
{
	const char *near = ibp_text_nearest(word, words);
	const char *path = ibp_yaml_path(faults);
	struct ibp_buf all = {0};
	char *given = shown(word);

	for (size_t i = 0; words[i]; i++)
		add_comma(&all, words[i]);
	if (near)
		ibp_yaml_fault(faults, mark,
			       _("\"%s\" cannot be the value of %s. Did you "
				 "mean \"%s\"?"),
			       given, path, near);
	else
		ibp_yaml_fault(faults, mark,
			       _("\"%s\" cannot be the value of %s. It is one "
				 "of %s."),
			       given, path, ibp_buf_text(&all));
	ibp_buf_release(&all);
	free(given);
}

void ibp_yaml_wrong_number(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *key, int max)
{
	char *word = shown(key);

	ibp_yaml_fault(faults, mark,
		       _("Unknown key \"%s\" at %s. The keys here are the "
			 "numbers 1 to %d."),
		       word, ibp_yaml_path(faults), max);
	free(word);
}

/* A clause that follows the key path. */
static void tell_at(struct ibp_yaml_faults *faults, struct ibp_yaml_mark mark,
		    const char *clause)
{
	/* TRANSLATORS: a key path, and what is needed there. */
	ibp_yaml_fault(faults, mark, _("At %s: %s"), ibp_yaml_path(faults),
		       clause);
}

void ibp_yaml_wrong_type(struct ibp_yaml_faults *faults,
			 struct ibp_yaml_mark mark,
			 const struct ibp_yaml_field *field)
{
	static const char *const clauses[] = {
		[IBP_YAML_SCHEMA] = N_("a text is needed."),
		[IBP_YAML_TEXT] = N_("a text is needed."),
		[IBP_YAML_DATE] =
			N_("a day that exists is needed, as YYYY-MM-DD."),
		[IBP_YAML_WORD] = N_("one word is needed."),
		[IBP_YAML_WHOLES] = N_("a list is needed. Put the numbers "
				       "between [ and ]."),
		[IBP_YAML_TEXTS] = N_("a list is needed. Put each item on a "
				      "line of its own after \"- \"."),
		[IBP_YAML_RECORDS] = N_("a list is needed. Put each item on a "
					"line of its own after \"- \"."),
		[IBP_YAML_NUMBERED] = N_("a text for each number is needed, "
					 "such as \"3: text\"."),
	};

	if (!field)
		tell_at(faults, mark,
			_("a group of keys is needed. Put each on a line of "
			  "its own, as \"key: value\"."));
	else if (field->type == IBP_YAML_WHOLE)
		ibp_yaml_fault(faults, mark,
			       _("At %s: a whole number from %d to %d is "
				 "needed, without quotation marks."),
			       ibp_yaml_path(faults), field->min, field->max);
	else
		tell_at(faults, mark, _(clauses[field->type]));
}

void ibp_yaml_wrong_schema(struct ibp_yaml_faults *faults,
			   struct ibp_yaml_mark mark, const char *schema,
			   const char *wanted)
{
	const char *version = strrchr(wanted, '/');
	size_t kind = version ? (size_t)(version - wanted) + 1 : 0;
	char *given = shown(schema);

	if (kind && strncmp(schema, wanted, kind) == 0)
		ibp_yaml_fault(faults, mark,
			       _("This file was made for another version of "
				 "these programs: its schema is \"%s\", and "
				 "\"%s\" is read here."),
			       given, wanted);
	else
		ibp_yaml_fault(faults, mark,
			       _("This is another kind of file: its schema is "
				 "\"%s\", and \"%s\" is read here."),
			       given, wanted);
	free(given);
}

/* What libyaml says, and what that means to someone who wrote the file. */
static const struct {
	const char *problem;
	const char *sentence;
} syntax[] = {
	{"mapping values are not allowed in this context",
	 N_("A colon followed by a space stands where no key can be. Put the "
	    "text between quotation marks, or indent the line as the one "
	    "above it.")},
	{"could not find expected ':'",
	 N_("A colon is missing after the key that starts above this place. "
	    "Write \"key: value\", and close every quotation mark.")},
	{"did not find expected key",
	 N_("A key was expected here. Indent the line as its neighbours, and "
	    "look for a quotation mark inside the text before it.")},
	{"did not find expected '-' indicator",
	 N_("An item with \"- \" was expected here. Indent the line as the "
	    "items above it.")},
	{"did not find expected ',' or ']'",
	 N_("A comma or ] was expected here. Close the list that starts "
	    "with [.")},
	{"did not find expected ',' or '}'",
	 N_("A comma or } was expected here. Close the group that starts "
	    "with {.")},
	{"found unexpected end of stream",
	 N_("A quotation mark is not closed before the end of the file.")},
	{"found unexpected document indicator",
	 N_("A quotation mark is not closed before this line.")},
	{"found unknown escape character",
	 N_("After a backslash stands a character that means nothing. Write "
	    "\\\\ for a backslash, or use single quotation marks.")},
	{"did not find expected hexdecimal number",
	 N_("After \\x, \\u or \\U come 2, 4 or 8 hexadecimal digits. Write "
	    "\\\\ for a backslash, or use single quotation marks.")},
	{"found invalid Unicode character escape code",
	 N_("After the backslash stands the number of no character. Write "
	    "the character itself.")},
	{"found character that cannot start any token",
	 N_("A value cannot start with this character. Indent with spaces, "
	    "not tabs; put a text that starts so between quotation marks.")},
	{"found a tab character where an indentation space is expected",
	 N_("A tab stands where the line is indented. Use spaces.")},
	{"found a tab character that violates indentation",
	 N_("A tab stands where the line is indented. Use spaces.")},
	{"did not find expected alphabetic or numeric character",
	 N_("A value that starts with & or * is not read. Put the text "
	    "between quotation marks.")},
	{"block sequence entries are not allowed in this context",
	 N_("An item with \"- \" cannot stand here. Put it on a line of its "
	    "own, or the text between quotation marks.")},
	{"mapping keys are not allowed in this context",
	 N_("A key cannot stand here. Put it on a line of its own.")},
	{"did not find expected <document start>",
	 N_("This stands outside the structure above it. Indent the line as "
	    "its neighbours.")},
	{"did not find expected node content",
	 N_("A value was expected here.")},
	{"found incompatible YAML document",
	 N_("This file asks for another version of YAML than 1.1 or 1.2.")},
};

void ibp_yaml_not_yaml(struct ibp_yaml_faults *faults,
		       struct ibp_yaml_mark mark, const char *problem)
{
	for (size_t i = 0; i < sizeof(syntax) / sizeof(syntax[0]); i++)
		if (strcmp(syntax[i].problem, problem) == 0) {
			ibp_yaml_fault(faults, mark, "%s",
				       _(syntax[i].sentence));
			return;
		}
	ibp_yaml_fault(faults, mark,
		       _("This is not valid YAML: %s. Put the text between "
			 "quotation marks, or correct the line."),
		       problem);
}
