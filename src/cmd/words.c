#include "cmd/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define KEY_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_-:"
#define NAMES_MAX 32

/* The length of the key of WORD; 0: it is a plain word. */
static size_t key_length(const char *word)
{
	size_t length = strspn(word, KEY_CHARACTERS);

	return word[length] == '=' ? length : 0;
}

static enum ibp_status unknown_field(const struct ibp_run *run,
				     const struct ibp_field *fields,
				     const char *key, struct ibp_error *err)
{
	const char *names[NAMES_MAX + 1] = {NULL};
	const char *nearest;
	size_t count = 0;

	for (; fields && fields->name && count < NAMES_MAX; fields++)
		if (!fields->internal)
			names[count++] = fields->name;
	nearest = ibp_text_nearest(key, names);
	if (nearest)
		return ibp_error_set(
			err, IBP_USAGE,
			_("There is no field \"%s\". Did you mean \"%s\"?"),
			key, nearest);
	return ibp_error_set(err, IBP_USAGE,
			     _("There is no field \"%s\" here. `%s help %s` "
			       "names those that are."),
			     key, run->tool->name, run->action->name);
}

static enum ibp_status add_field(const struct ibp_run *run,
				 const struct ibp_field *fields,
				 const char *key, const char *text,
				 const char *today, struct ibp_words *words,
				 struct ibp_error *err)
{
	const struct ibp_field *field =
		fields ? ibp_field_find(fields, key) : NULL;
	char *value = NULL;
	enum ibp_status status;

	if (!field || field->internal)
		return unknown_field(run, fields, key, err);
	if (ibp_words_find(words, key))
		return ibp_error_set(err, IBP_USAGE,
				     _("The field \"%s\" is given twice."),
				     key);
	status = ibp_field_parse(field, text, today, &value, err);
	if (status)
		return status;
	words->fields[words->field_count++] = (struct ibp_word){
		.field = field,
		.value = ibp_arena_strdup(&words->arena, value),
	};
	free(value);
	return IBP_OK;
}

enum ibp_status ibp_words_read(const struct ibp_run *run,
			       const struct ibp_field *fields,
			       const char *today, struct ibp_words *words,
			       struct ibp_error *err)
{
	size_t count = run->word_count;
	enum ibp_status status = IBP_OK;

	words->plain =
		ibp_arena_alloc(&words->arena, count * sizeof(*words->plain));
	words->fields =
		ibp_arena_alloc(&words->arena, count * sizeof(*words->fields));
	for (size_t i = 0; i < count && !status; i++) {
		const char *word = run->words[i];
		size_t length = key_length(word);

		if (length)
			status = add_field(
				run, fields,
				ibp_arena_strndup(&words->arena, word, length),
				word + length + 1, today, words, err);
		else
			words->plain[words->plain_count++] = word;
	}
	return status;
}

void ibp_words_release(struct ibp_words *words)
{
	ibp_arena_release(&words->arena);
	*words = (struct ibp_words){0};
}

static enum ibp_status too_many(const struct ibp_run *run, const char *word,
				struct ibp_error *err)
{
	const struct ibp_action *action = run->action;

	return ibp_error_set(err, IBP_USAGE,
			     _("\"%s\" is one word too many. Usage: %s %s %s"),
			     word, run->tool->name, action->name,
			     action->arguments ? action->arguments : "");
}

static enum ibp_status too_few(const struct ibp_run *run, struct ibp_error *err)
{
	const struct ibp_action *action = run->action;

	return ibp_error_set(err, IBP_USAGE,
			     _("A word is missing. Usage: %s %s %s"),
			     run->tool->name, action->name, action->arguments);
}

enum ibp_status ibp_words_exactly(const struct ibp_run *run, size_t count,
				  struct ibp_error *err)
{
	if (run->word_count > count)
		return too_many(run, run->words[count], err);
	return run->word_count < count ? too_few(run, err) : IBP_OK;
}

enum ibp_status ibp_words_none(const struct ibp_run *run, struct ibp_error *err)
{
	return ibp_words_exactly(run, 0, err);
}

enum ibp_status ibp_words_count(const struct ibp_run *run,
				const struct ibp_words *words, size_t min,
				size_t max, struct ibp_error *err)
{
	if (words->plain_count > max)
		return too_many(run, words->plain[max], err);
	return words->plain_count < min ? too_few(run, err) : IBP_OK;
}

const struct ibp_word *ibp_words_find(const struct ibp_words *words,
				      const char *name)
{
	for (size_t i = 0; i < words->field_count; i++)
		if (strcmp(words->fields[i].field->name, name) == 0)
			return &words->fields[i];
	return NULL;
}

const char *ibp_words_value(const struct ibp_words *words, const char *name)
{
	const struct ibp_word *word = ibp_words_find(words, name);

	return word ? word->value : NULL;
}
