/* Finding an element by what a person types. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fora_read.h"

/* So many of several elements of one name are shown. */
#define SHOWN_MAX 8

/* The type before the colon of "type:name"; IBP_FORA_TYPES: none. */
static enum ibp_fora_type type_of(const char *word, const char **name)
{
	const char *colon = strchr(word, ':');
	size_t length = colon ? (size_t)(colon - word) : 0;

	*name = word;
	for (int type = 0; colon && type < IBP_FORA_TYPES; type++) {
		const char *known = ibp_fora_type_words[type];

		if (strlen(known) != length || strncmp(known, word, length))
			continue;
		*name = colon + 1;
		return (enum ibp_fora_type)type;
	}
	return IBP_FORA_TYPES;
}

struct search {
	const struct ibp_fora *fora;
	enum ibp_fora_type type; /* IBP_FORA_TYPES: all */
	const char *name;
	uint32_t first;
	size_t count;
	struct ibp_buf shown;
};

static bool is_searched(const struct search *s, size_t index)
{
	return s->type == IBP_FORA_TYPES ||
	       s->fora->elements[index].type == s->type;
}

static void found(struct search *s, uint32_t index)
{
	const struct ibp_fora_element *element = &s->fora->elements[index];

	if (!s->count++)
		s->first = index;
	if (s->count <= SHOWN_MAX)
		ibp_buf_addf(&s->shown, "%s%s:%s (%s)",
			     s->count > 1 ? ", " : "",
			     ibp_fora_type_words[element->type], element->name,
			     element->id);
}

/* As written first; only where that is nothing, folded. */
static void search_name(struct search *s)
{
	char *wanted;

	for (uint32_t i = 0; i < s->fora->element_count; i++)
		if (is_searched(s, i) &&
		    strcmp(s->fora->elements[i].name, s->name) == 0)
			found(s, i);
	if (s->count)
		return;
	wanted = ibp_text_fold(s->name);
	for (uint32_t i = 0; i < s->fora->element_count; i++) {
		char *name;

		if (!is_searched(s, i))
			continue;
		name = ibp_text_fold(s->fora->elements[i].name);
		if (strcmp(name, wanted) == 0)
			found(s, i);
		free(name);
	}
	free(wanted);
}

/* A name with the word as its abbreviation, "... (LAS)"; NULL: none. */
static const char *by_abbreviation(const char *word, const char *const *names)
{
	size_t length = strlen(word);

	for (; length && *names; names++) {
		const char *at = strchr(*names, '(');

		if (at && strncmp(at + 1, word, length) == 0 &&
		    at[1 + length] == ')')
			return *names;
	}
	return NULL;
}

static enum ibp_status unknown(const struct search *s, const char *word,
			       struct ibp_error *err)
{
	const struct ibp_fora *fora = s->fora;
	const char **names =
		ibp_alloc((fora->element_count + 1) * sizeof(*names));
	const char *near;
	uint32_t at = 0;
	size_t count = 0;

	for (size_t i = 0; i < fora->element_count; i++)
		if (is_searched(s, i))
			names[count++] = fora->elements[i].name;
	near = by_abbreviation(s->name, names);
	if (!near)
		near = ibp_text_nearest(s->name, names);
	while (near && (!is_searched(s, at) || fora->elements[at].name != near))
		at++;
	if (near)
		ibp_error_set(err, IBP_INPUT,
			      _("There is no element \"%s\". Did you mean "
				"\"%s:%s\"?"),
			      word,
			      ibp_fora_type_words[fora->elements[at].type],
			      near);
	else
		ibp_error_set(err, IBP_INPUT,
			      _("There is no element \"%s\". Give an id, or a "
				"type and a name: component:Agendasysteem."),
			      word);
	free(names);
	return IBP_INPUT;
}

enum ibp_status ibp_fora_look_up(const struct ibp_fora *fora, const char *word,
				 uint32_t *index, struct ibp_error *err)
{
	struct search s = {.fora = fora, .first = ibp_fora_find(fora, word)};
	enum ibp_status status = IBP_OK;

	if (s.first == IBP_FORA_NONE) {
		s.type = type_of(word, &s.name);
		search_name(&s);
		if (!s.count)
			status = unknown(&s, word, err);
		else if (s.count > 1)
			status = ibp_error_set(
				err, IBP_INPUT,
				_("\"%s\" is the name of %zu elements: %s. "
				  "Give the id of one of them."),
				word, s.count, ibp_buf_text(&s.shown));
	}
	if (!status)
		*index = s.first;
	ibp_buf_release(&s.shown);
	return status;
}
