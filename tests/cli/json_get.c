/*
 * json_get FILE PATH: one value out of a JSON file, read as strictly as the
 * programs read it.  PATH is keys and numbers between slashes; a last "#" is
 * the number of members, a last "?" the type, an empty path the whole.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"

static const char *type_of(const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		return "object";
	case JSON_ARRAY:
		return "array";
	case JSON_STRING:
		return "string";
	case JSON_INTEGER:
		return "integer";
	case JSON_REAL:
		return "real";
	case JSON_NULL:
		return "null";
	default:
		return "boolean";
	}
}

static size_t size_of(const json_t *value)
{
	return json_is_array(value) ? json_array_size(value) :
				      json_object_size(value);
}

static void print(const json_t *value)
{
	char *text;

	if (json_is_string(value)) {
		puts(json_string_value(value));
	} else if (json_is_real(value)) {
		printf("%.2f\n", json_real_value(value));
	} else {
		text = json_dumps(value, JSON_ENCODE_ANY);
		puts(text);
		free(text);
	}
}

static const json_t *step(const json_t *value, const char *name)
{
	if (json_is_array(value))
		return json_array_get(value, strtoul(name, NULL, 10));
	return json_object_get(value, name);
}

static int walk(const json_t *value, char *path)
{
	char *saved = NULL;

	for (char *name = strtok_r(path, "/", &saved); name;
	     name = strtok_r(NULL, "/", &saved)) {
		if (strcmp(name, "#") == 0)
			return printf("%zu\n", size_of(value)) < 0;
		if (strcmp(name, "?") == 0)
			return puts(type_of(value)) < 0;
		value = step(value, name);
		if (!value) {
			fprintf(stderr, "there is no %s\n", name);
			return 1;
		}
	}
	print(value);
	return 0;
}

int main(int argc, char **argv)
{
	struct ibp_buf content = {0};
	struct ibp_error err = {0};
	json_t *value = NULL;
	char *path;
	int result = 1;

	if (argc != 3)
		return 2;
	path = ibp_strdup(argv[2]);
	if (ibp_file_read(argv[1], IBP_JSON_MAX, &content, &err) ||
	    ibp_json_parse(argv[1], ibp_buf_text(&content), content.length,
			   &value, &err))
		fprintf(stderr, "%s\n", ibp_error_text(&err));
	else
		result = walk(value, path);
	json_decref(value);
	ibp_buf_release(&content);
	ibp_error_release(&err);
	free(path);
	return result;
}
