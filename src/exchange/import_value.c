/* What stands in a cell as the value of a field. */
#include "exchange/import_row.h"

#include "exchange/labels.h"

bool ibp_import_parse(struct ibp_importer *importer,
		      const struct ibp_import_row *row, size_t column,
		      const struct ibp_field *field, const char *text,
		      char **value)
{
	struct ibp_error fault = {0};
	const char *word = ibp_labels_word(importer->labels, field, text);
	bool done = ibp_field_parse(field, word, importer->target->today, value,
				    &fault) == IBP_OK;

	if (!done)
		ibp_import_fault(
			importer, row, column, "%s: %s",
			importer->target->framework->norms[row->norm].code,
			ibp_error_text(&fault));
	ibp_error_release(&fault);
	return done;
}
