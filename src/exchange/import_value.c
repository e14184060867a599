/* What stands in a cell as the value of a field. */
#include "exchange/import_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"

/* Folded, and without what people leave out or put in: "N.v.t.", "nvt". */
static char *squeeze(const char *text)
{
	char *folded = ibp_text_fold(text);
	char *to = folded;

	for (const char *from = folded; *from; from++)
		if (!strchr(" ./-", *from))
			*to++ = *from;
	*to = '\0';
	return folded;
}

static bool is_squeezed(const char *label, const char *squeezed)
{
	char *other = squeeze(label);
	bool same = strcmp(other, squeezed) == 0;

	free(other);
	return same;
}

/* A table may be filled in in another language than that of the run. */
static bool is_label(const char *context, const char *label,
		     const char *squeezed)
{
	const char *const *language = ibp_locale_headings;

	if (is_squeezed(ibp_pgettext_expr(IBP_DOMAIN, context, label),
			squeezed))
		return true;
	while (*language &&
	       !is_squeezed(ibp_locale_context(*language, context, label),
			    squeezed))
		language++;
	return *language != NULL;
}

static const char *choice_of(const struct ibp_field *field,
			     const char *squeezed)
{
	const struct ibp_choice *choice = field->choices;

	while (choice->word && !is_label("value", choice->label, squeezed))
		choice++;
	return choice->word;
}

/* The word that TEXT, a label in one of our languages, stands for. */
static const char *word_of(const struct ibp_field *field, const char *text)
{
	bool is_score = field->kind == IBP_FIELD_SCORE;
	const char *found = NULL;
	char *squeezed;

	/* Most cells are empty, a digit or a word of ours. */
	if ((!field->choices && !is_score) || strlen(text) < 2 ||
	    ibp_field_choice(field, text) >= 0)
		return text;
	squeezed = squeeze(text);
	if (field->choices)
		found = choice_of(field, squeezed);
	else if (is_label("score", NC_("score", "n/a"), squeezed) ||
		 is_label("value", NC_("value", "not applicable"), squeezed))
		found = "na";
	free(squeezed);
	return found ? found : text;
}

bool ibp_import_parse(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const struct ibp_field *field, const char *text,
		      char **value)
{
	struct ibp_error fault = {0};
	bool done = ibp_field_parse(field, word_of(field, text),
				    importer->target->today, value,
				    &fault) == IBP_OK;

	if (!done)
		ibp_import_fault(
			importer, row, column, "%s: %s",
			importer->target->framework->norms[row->norm].code,
			ibp_error_text(&fault));
	ibp_error_release(&fault);
	return done;
}
