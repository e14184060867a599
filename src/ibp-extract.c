/*
 * ibp-extract FILE.yaml...: the texts of framework files, and of files named
 * descriptions.yaml, as lines of C that xgettext reads, with #line back into
 * the YAML.  For translators only (make update-content), not installed.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/locale.h"
#include "model/content.h"
#include "model/fora_texts.h"
#include "model/framework.h"

/* What the field of a message context holds, for the translator. */
static const struct {
	const char *field;
	const char *meaning;
} meanings[] = {
	{"title", "a title"},
	{"purpose", "what the norm is for, one or two sentences"},
	{"why", "why it matters to a school"},
	{"levels", "what this level of maturity asks, or its name"},
	{"steps", "a step towards the next level, as an instruction"},
	{"evidence", "a kind of evidence that an auditor would accept"},
	{"note", "a remark that is shown with the norm"},
	{"milestones", "what must be reached by that date"},
	{"parts", "a part of the framework"},
	{"roles", "who in a school board may own a norm"},
	{"description", "what an element of FORA is, in one sentence"},
};

static const char *meaning_of(const char *context)
{
	const char *bar = strchr(context, '|');

	for (size_t i = 0; bar && i < sizeof(meanings) / sizeof(*meanings);
	     i++) {
		size_t length = strlen(meanings[i].field);

		if (strncmp(bar + 1, meanings[i].field, length) == 0 &&
		    (bar[1 + length] == '.' || bar[1 + length] == '\0'))
			return meanings[i].meaning;
	}
	return "a text of the framework";
}

/* As a C string: UTF-8 passes, only what C gives a meaning is escaped. */
static void print_string(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text; text++) {
		if (*text == '\n')
			fputs("\\n", out);
		else if (*text == '"' || *text == '\\')
			fprintf(out, "\\%c", *text);
		else
			fputc(*text, out);
	}
	fputc('"', out);
}

static void print_text(void *path, const char *message_context,
		       const char *text, size_t line)
{
	printf("#line %zu \"%s\"\n/* TRANSLATORS: %s */ NC_(", line,
	       (const char *)path, meaning_of(message_context));
	print_string(stdout, message_context);
	fputs(", ", stdout);
	print_string(stdout, text);
	fputs(");\n", stdout);
}

static enum ibp_status extract_framework(char *path, struct ibp_error *err)
{
	struct ibp_framework *framework = NULL;
	enum ibp_status status = ibp_framework_load(path, &framework, err);

	if (status == IBP_OK)
		ibp_content_each(framework, print_text, path);
	ibp_framework_free(framework);
	return status;
}

static enum ibp_status extract_descriptions(char *path, struct ibp_error *err)
{
	struct ibp_fora_texts *texts = NULL;
	enum ibp_status status = ibp_fora_texts_load(path, &texts, err);
	struct ibp_buf context = {0};

	for (size_t i = 0; texts && i < texts->count; i++) {
		const struct ibp_fora_sentence *sentence = &texts->items[i];

		ibp_buf_cut(&context, 0);
		ibp_buf_addf(&context, "%s|description", sentence->id);
		print_text(path, ibp_buf_text(&context), sentence->text,
			   sentence->line);
	}
	ibp_buf_release(&context);
	ibp_fora_texts_free(texts);
	return status;
}

static enum ibp_status extract(char *path)
{
	const char *slash = strrchr(path, '/');
	bool is_model =
		strcmp(slash ? slash + 1 : path, "descriptions.yaml") == 0;
	struct ibp_error err = {0};
	enum ibp_status status = is_model ? extract_descriptions(path, &err) :
					    extract_framework(path, &err);

	if (status)
		fprintf(stderr, "%s\n", ibp_error_text(&err));
	ibp_error_release(&err);
	return status;
}

int main(int argc, char **argv)
{
	ibp_locale_start("en");
	for (int i = 1; i < argc; i++) {
		enum ibp_status status = extract(argv[i]);

		if (status)
			return (int)status;
	}
	return fflush(stdout) == EOF || ferror(stdout) ? IBP_INPUT : IBP_OK;
}
