#include "model/framework.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/framework_read.h"

enum ibp_status ibp_framework_parse(const char *path, const char *text,
				    size_t length,
				    struct ibp_framework **framework,
				    struct ibp_error *err)
{
	struct ibp_framework *made = ibp_alloc(sizeof(*made));
	enum ibp_status status;

	made->path = ibp_arena_strdup(&made->arena, path);
	status = ibp_yaml_read(made->path, text, length, &ibp_framework_record,
			       made, &made->arena, &made->places, err);
	if (!status)
		status = ibp_framework_check(made, err);
	if (status)
		ibp_framework_free(made);
	else
		*framework = made;
	return status;
}

enum ibp_status ibp_framework_load(const char *path,
				   struct ibp_framework **framework,
				   struct ibp_error *err)
{
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_FRAMEWORK_FILE_MAX, &content, err);

	if (!status)
		status = ibp_framework_parse(path, ibp_buf_text(&content),
					     content.length, framework, err);
	ibp_buf_release(&content);
	return status;
}

void ibp_framework_free(struct ibp_framework *framework)
{
	if (!framework)
		return;
	ibp_places_release(&framework->places);
	ibp_arena_release(&framework->arena);
	free(framework);
}

/* The letters of codes are ASCII in every locale. */
static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_same_code(const char *a, const char *b)
{
	while (*a && upper(*a) == upper(*b)) {
		a++;
		b++;
	}
	return !*a && !*b;
}

const struct ibp_norm *ibp_framework_find(const struct ibp_framework *framework,
					  const char *code)
{
	for (size_t i = 0; i < framework->norm_count; i++)
		if (is_same_code(framework->norms[i].code, code))
			return &framework->norms[i];
	return NULL;
}

size_t ibp_framework_index(const struct ibp_framework *framework,
			   const struct ibp_norm *norm)
{
	return (size_t)(norm - framework->norms);
}

const char *ibp_code_status_word(enum ibp_code_status status)
{
	return ibp_code_status_words[status];
}

const char *ibp_title_status_word(enum ibp_title_status status)
{
	return ibp_title_status_words[status];
}
