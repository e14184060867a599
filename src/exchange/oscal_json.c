#include "exchange/oscal_json.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "base/text.h"
#include "base/uuid.h"

#define OSCAL_VERSION "1.2.1"

void ibp_oscal_put(json_t *object, const char *key, const char *text)
{
	if (!ibp_text_is_empty(text))
		json_object_set_new(object, key, json_string(text));
}

static void make_uuid(const char *format, va_list args,
		      char uuid[IBP_UUID_SIZE])
	__attribute__((format(printf, 1, 0)));

static void make_uuid(const char *format, va_list args,
		      char uuid[IBP_UUID_SIZE])
{
	struct ibp_buf name = {0};

	ibp_buf_vaddf(&name, format, args);
	ibp_uuid_named(ibp_buf_text(&name), uuid);
	ibp_buf_release(&name);
}

void ibp_oscal_put_uuid(json_t *object, const char *key, const char *format,
			...)
{
	char uuid[IBP_UUID_SIZE];
	va_list args;

	va_start(args, format);
	make_uuid(format, args, uuid);
	va_end(args);
	ibp_oscal_put(object, key, uuid);
}

void ibp_oscal_put_ref(json_t *object, const char *key, const char *format, ...)
{
	char ref[1 + IBP_UUID_SIZE] = "#";
	va_list args;

	va_start(args, format);
	make_uuid(format, args, ref + 1);
	va_end(args);
	ibp_oscal_put(object, key, ref);
}

void ibp_oscal_put_date(json_t *object, const char *key, const char *date)
{
	struct ibp_buf time = {0};

	if (!date)
		return;
	ibp_buf_addf(&time, "%sT00:00:00Z", date);
	ibp_oscal_put(object, key, time.data);
	ibp_buf_release(&time);
}

json_t *ibp_oscal_object(json_t *object, const char *key)
{
	json_t *made = json_object();

	json_object_set_new(object, key, made);
	return made;
}

static json_t *array_at(json_t *object, const char *key)
{
	json_t *array = json_object_get(object, key);

	if (!array) {
		array = json_array();
		json_object_set_new(object, key, array);
	}
	return array;
}

json_t *ibp_oscal_add(json_t *object, const char *key)
{
	json_t *made = json_object();

	json_array_append_new(array_at(object, key), made);
	return made;
}

void ibp_oscal_add_text(json_t *object, const char *key, const char *text)
{
	json_array_append_new(array_at(object, key), json_string(text));
}

void ibp_oscal_prop(json_t *object, const char *name, const char *value)
{
	json_t *prop;

	if (ibp_text_is_empty(value))
		return;
	prop = ibp_oscal_add(object, "props");
	ibp_oscal_put(prop, "name", name);
	ibp_oscal_put(prop, "ns", IBP_OSCAL_NS);
	ibp_oscal_put(prop, "value", value);
}

void ibp_oscal_prop_number(json_t *object, const char *name, long value)
{
	struct ibp_buf text = {0};

	ibp_buf_addf(&text, "%ld", value);
	ibp_oscal_prop(object, name, text.data);
	ibp_buf_release(&text);
}

void ibp_oscal_put_id(json_t *object, const char *key, const char *prefix,
		      const char *code, const char *suffix)
{
	struct ibp_buf id = {0};

	ibp_buf_add(&id, prefix);
	for (; *code; code++)
		ibp_buf_add_char(&id, (char)tolower((unsigned char)*code));
	ibp_buf_add(&id, suffix);
	ibp_oscal_put(object, key, id.data);
	ibp_buf_release(&id);
}

json_t *ibp_oscal_begin(const char *root, const char *name, const char *title,
			const char *version, const char *changed, json_t **body)
{
	json_t *document = json_object();
	json_t *metadata;

	*body = ibp_oscal_object(document, root);
	ibp_oscal_put_uuid(*body, "uuid", "%s/%s", root, name);
	metadata = ibp_oscal_object(*body, "metadata");
	ibp_oscal_put(metadata, "title", title);
	ibp_oscal_put(metadata, "last-modified", changed);
	ibp_oscal_put(metadata, "version", version);
	ibp_oscal_put(metadata, "oscal-version", OSCAL_VERSION);
	ibp_oscal_prop(metadata, "language", ibp_locale_language());
	return document;
}

void ibp_oscal_finish(json_t *document, struct ibp_buf *out)
{
	char *text = json_dumps(document, JSON_INDENT(2));

	/* It fails without memory only, like every allocation. */
	if (!text)
		abort();
	ibp_buf_add(out, text);
	ibp_buf_add_char(out, '\n');
	free(text);
	json_decref(document);
}

void ibp_oscal_name(const struct ibp_oscal *source, struct ibp_buf *name)
{
	ibp_buf_addf(name, "%s/%s", source->board->name,
		     source->assessment->name);
}

bool ibp_oscal_is_gap(const struct ibp_oscal *source, size_t index)
{
	int score = source->assessment->answers[index].score;

	return score >= 1 &&
	       score < ibp_assessment_target(source->framework,
					     source->assessment, index);
}
