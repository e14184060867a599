/* The texts beside a data file: reading, writing, and in place of ours. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/json.h"
#include "model/texts.h"

static void set_text(struct ibp_texts *texts, struct ibp_texts_item *to,
		     struct ibp_texts_item *from, size_t field)
{
	const char *text = *ibp_texts_at(from, field);

	if (text)
		*ibp_texts_at(to, field) =
			ibp_arena_strdup(&texts->arena, text);
}

void ibp_texts_merge(struct ibp_texts *texts, const struct ibp_texts *more)
{
	struct ibp_texts_item *items = ibp_arena_alloc(
		&texts->arena, (texts->count + more->count) * sizeof(*items));

	if (texts->count)
		memcpy(items, texts->items, texts->count * sizeof(*items));
	texts->items = items;
	for (size_t i = 0; i < more->count; i++) {
		struct ibp_texts_item *from = &more->items[i];
		struct ibp_texts_item *to = ibp_texts_find(texts, from->code);

		if (!to) {
			to = &items[texts->count++];
			to->code = ibp_arena_strdup(&texts->arena, from->code);
		}
		for (size_t field = 0; field < IBP_TEXTS_FIELDS; field++)
			set_text(texts, to, from, field);
	}
	if (more->source)
		texts->source = ibp_arena_strdup(&texts->arena, more->source);
}

/* A JSON text is a text in YAML. */
static void add_pair(struct ibp_buf *out, const char *indent, const char *key,
		     const char *text)
{
	if (!text)
		return;
	ibp_buf_addf(out, "%s%s: ", indent, key);
	ibp_json_add_string(out, text);
	ibp_buf_add_char(out, '\n');
}

static void add_levels(struct ibp_buf *out, const struct ibp_texts_item *item)
{
	bool begun = false;

	for (int i = 0; i < IBP_LEVELS; i++) {
		const char key[] = {(char)('1' + i), '\0'};

		if (!item->levels[i])
			continue;
		if (!begun)
			ibp_buf_add(out, "    levels:\n");
		begun = true;
		add_pair(out, "      ", key, item->levels[i]);
	}
}

void ibp_texts_write(const struct ibp_texts *texts, struct ibp_buf *out)
{
	add_pair(out, "", "schema", IBP_TEXTS_SCHEMA);
	add_pair(out, "", "framework", texts->id);
	add_pair(out, "", "version", texts->version);
	add_pair(out, "", "source", texts->source);
	ibp_buf_add(out, texts->count ? "norms:\n" : "norms: []\n");
	for (size_t i = 0; i < texts->count; i++) {
		const struct ibp_texts_item *item = &texts->items[i];

		add_pair(out, "  - ", "code", item->code);
		add_pair(out, "    ", "title", item->title);
		add_pair(out, "    ", "purpose", item->purpose);
		add_pair(out, "    ", "why", item->why);
		add_levels(out, item);
		add_pair(out, "    ", "note", item->note);
	}
}

/* What takes the place of *OURS, if anything does. */
static void replace(struct ibp_framework *framework, struct ibp_norm *norm,
		    unsigned bit, const char **ours, const char *text)
{
	if (!text)
		return;
	*ours = ibp_arena_strdup(&framework->arena, text);
	norm->imported |= bit;
}

static void apply_norm(struct ibp_framework *framework, struct ibp_norm *norm,
		       struct ibp_texts_item *item)
{
	const char **const ours[IBP_TEXTS_FIELDS] = {
		&norm->title,     &norm->purpose,   &norm->why,
		&norm->levels[0], &norm->levels[1], &norm->levels[2],
		&norm->levels[3], &norm->levels[4], &norm->note,
	};

	for (size_t i = 0; i < IBP_TEXTS_FIELDS; i++)
		replace(framework, norm, 1U << i, ours[i],
			*ibp_texts_at(item, i));
	if (item->title)
		norm->title_status = IBP_TITLE_OFFICIAL;
	for (unsigned i = 0; i < IBP_LEVELS; i++)
		if (item->levels[i])
			norm->levels_source |= 1U << i;
}

void ibp_texts_apply(const struct ibp_texts *texts,
		     struct ibp_framework *framework)
{
	for (size_t i = 0; i < framework->norm_count; i++) {
		struct ibp_norm *norm = &framework->norms[i];
		struct ibp_texts_item *item = ibp_texts_find(texts, norm->code);

		if (item)
			apply_norm(framework, norm, item);
	}
	for (size_t i = 0; i < framework->domain_count; i++) {
		struct ibp_domain *domain = &framework->domains[i];
		struct ibp_texts_item *item =
			ibp_texts_find(texts, domain->code);

		if (!item || !item->title)
			continue;
		domain->title =
			ibp_arena_strdup(&framework->arena, item->title);
		domain->title_status = IBP_TITLE_OFFICIAL;
	}
}

char *ibp_texts_path(const char *board, const char *version)
{
	struct ibp_buf path = {0};

	ibp_buf_addf(&path, "%s.texts-%s.yaml", board, version);
	return ibp_buf_take(&path);
}

enum ibp_status ibp_texts_save(const char *board, const struct ibp_texts *texts,
			       struct ibp_error *err)
{
	char *path = ibp_texts_path(board, texts->version);
	struct ibp_buf out = {0};
	enum ibp_status status = IBP_OK;

	ibp_texts_write(texts, &out);
	if (texts->count)
		status = ibp_file_write(path, out.data, out.length, true, err);
	else if (ibp_file_exists(path) && remove(path) != 0)
		status = ibp_error_set(err, IBP_INPUT,
				       _("%s cannot be removed: %s."), path,
				       strerror(errno));
	ibp_buf_release(&out);
	free(path);
	return status;
}

static enum ibp_status load(const char *path,
			    const struct ibp_framework *framework,
			    struct ibp_texts **texts, struct ibp_error *err)
{
	struct ibp_texts *made = NULL;
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_TEXTS_FILE_MAX, &content, err);

	if (!status)
		status = ibp_texts_parse(path, ibp_buf_text(&content),
					 content.length, &made, err);
	if (!status)
		status = ibp_texts_check(made, framework, err);
	if (!status) {
		*texts = made;
		made = NULL;
	}
	ibp_texts_free(made);
	ibp_buf_release(&content);
	return status;
}

enum ibp_status ibp_texts_load(const char *board,
			       const struct ibp_framework *framework,
			       struct ibp_texts **texts, struct ibp_error *err)
{
	char *path = ibp_texts_path(board, framework->version);
	enum ibp_status status = IBP_OK;

	*texts = NULL;
	if (ibp_file_exists(path))
		status = load(path, framework, texts, err);
	free(path);
	return status;
}

enum ibp_status ibp_texts_overlay(const char *board,
				  struct ibp_framework *framework,
				  struct ibp_error *err)
{
	struct ibp_texts *texts = NULL;
	enum ibp_status status = ibp_texts_load(board, framework, &texts, err);

	if (!status && texts)
		ibp_texts_apply(texts, framework);
	ibp_texts_free(texts);
	return status;
}
