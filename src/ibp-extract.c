/*
 * ibp-extract FILE.yaml...: the texts of framework files as lines of C that
 * xgettext reads, with #line back into the YAML.  For translators only (make
 * update-content), not installed.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/locale.h"
#include "model/content.h"
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

static int extract(char *path)
{
	struct ibp_framework *framework = NULL;
	struct ibp_error err = {0};
	enum ibp_status status = ibp_framework_load(path, &framework, &err);

	if (status == IBP_OK)
		ibp_content_each(framework, print_text, path);
	else
		fprintf(stderr, "%s\n", ibp_error_text(&err));
	ibp_framework_free(framework);
	ibp_error_release(&err);
	return status;
}

int main(int argc, char **argv)
{
	ibp_locale_start("en");
	for (int i = 1; i < argc; i++) {
		int status = extract(argv[i]);

		if (status)
			return status;
	}
	return fflush(stdout) == EOF || ferror(stdout) ? IBP_INPUT : IBP_OK;
}
