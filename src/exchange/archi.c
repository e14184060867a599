#include "exchange/archi.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/i18n.h"
#include "base/text.h"
#include "exchange/archi_read.h"

void ibp_archi_free(struct ibp_archi *archi)
{
	if (!archi)
		return;
	ibp_arena_release(&archi->arena);
	free(archi->folders);
	free(archi->elements);
	free(archi->relations);
	free(archi->boxes);
	free(archi);
}

struct ibp_archi_folder *ibp_archi_add_folder(struct ibp_archi *archi)
{
	archi->folders =
		ibp_grow(archi->folders, &archi->folder_capacity,
			 archi->folder_count + 1, sizeof(*archi->folders));
	archi->folders[archi->folder_count] =
		(struct ibp_archi_folder){.parent = IBP_ARCHI_NONE};
	return &archi->folders[archi->folder_count++];
}

struct ibp_archi_element *ibp_archi_add_element(struct ibp_archi *archi)
{
	archi->elements =
		ibp_grow(archi->elements, &archi->element_capacity,
			 archi->element_count + 1, sizeof(*archi->elements));
	archi->elements[archi->element_count] =
		(struct ibp_archi_element){.folder = IBP_ARCHI_NONE};
	return &archi->elements[archi->element_count++];
}

struct ibp_archi_relation *ibp_archi_add_relation(struct ibp_archi *archi)
{
	archi->relations =
		ibp_grow(archi->relations, &archi->relation_capacity,
			 archi->relation_count + 1, sizeof(*archi->relations));
	archi->relations[archi->relation_count] =
		(struct ibp_archi_relation){0};
	return &archi->relations[archi->relation_count++];
}

struct ibp_archi_box *ibp_archi_add_box(struct ibp_archi *archi)
{
	archi->boxes = ibp_grow(archi->boxes, &archi->box_capacity,
				archi->box_count + 1, sizeof(*archi->boxes));
	archi->boxes[archi->box_count] =
		(struct ibp_archi_box){.parent = IBP_ARCHI_NONE};
	return &archi->boxes[archi->box_count++];
}

static const char *const property_keys[IBP_ARCHI_PROPERTIES] = {
	[IBP_ARCHI_FORA_TYPE] = "FORA-type",
	[IBP_ARCHI_PERSONAL_DATA] = "Persoonsgegevens",
	[IBP_ARCHI_AVAILABILITY] = "Beschikbaarheid",
	[IBP_ARCHI_INTEGRITY] = "Integriteit",
	[IBP_ARCHI_CONFIDENTIALITY] = "Vertrouwelijkheid",
	[IBP_ARCHI_RETENTION] = "Bewaartermijn",
};

enum ibp_archi_property ibp_archi_property_of(const char *key)
{
	int property = 0;

	while (key && property < IBP_ARCHI_PROPERTIES &&
	       strcmp(property_keys[property], key) != 0)
		property++;
	return key ? (enum ibp_archi_property)property : IBP_ARCHI_PROPERTIES;
}

static bool is_id(const char *text)
{
	return *text && strlen(text) <= IBP_ARCHI_ID_MAX - 3 &&
	       !text[strspn(text, "abcdefghijklmnopqrstuvwxyz"
				  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				  "0123456789-_.")];
}

const char *ibp_archi_id(struct ibp_archi *archi, struct ibp_xml *xml,
			 const char *id)
{
	if (!id || !is_id(id)) {
		ibp_xml_fault(xml,
			      _("An id is needed here: letters, digits, "
				"hyphens, points and underscores, at "
				"most %d."),
			      IBP_ARCHI_ID_MAX - 3);
		return NULL;
	}
	return ibp_arena_printf(&archi->arena, "%s%s",
				strncmp(id, "id-", 3) == 0 ? "" : "id-", id);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What no text of ours may hold is left out, byte by byte of a character. */
static char *clean(const char *text, size_t length)
{
	struct ibp_buf buf = {0};
	size_t at = 0;

	while (at < length) {
		long code;
		size_t good = ibp_text_find_forbidden(text + at, length - at,
						      IBP_TEXT_NOTE, &code);

		ibp_buf_add_bytes(&buf, text + at, good);
		at += good;
		if (at < length)
			at++;
		while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
			at++;
	}
	return ibp_buf_take(&buf);
}

/* TEXT without what is blank around it; NULL: nothing is left. */
static char *trimmed(const char *text)
{
	size_t length = text ? strlen(text) : 0;

	while (length && is_blank(*text)) {
		text++;
		length--;
	}
	while (length && is_blank(text[length - 1]))
		length--;
	return length ? clean(text, length) : NULL;
}

const char *ibp_archi_line(struct ibp_archi *archi, const char *text)
{
	const char *kept = NULL;
	char *line = trimmed(text);

	if (!line)
		return NULL;
	for (char *at = line; *at; at++)
		if (is_blank(*at))
			*at = ' ';
	if (*line)
		kept = ibp_arena_strdup(&archi->arena, line);
	free(line);
	return kept;
}

const char *ibp_archi_lines(struct ibp_archi *archi, const char *text)
{
	const char *kept = NULL;
	char *lines = trimmed(text);

	if (lines && *lines)
		kept = ibp_arena_strdup(&archi->arena, lines);
	free(lines);
	return kept;
}

static enum ibp_status read_exchange(int fd, const char *path, bool texts,
				     struct ibp_archi *archi,
				     struct ibp_error *err)
{
	struct ibp_exchange *exchange = ibp_exchange_new(archi, texts);
	struct ibp_xml *xml = ibp_xml_new(&ibp_exchange_events);
	enum ibp_status status =
		ibp_xml_read(xml, fd, path, IBP_ARCHI_FILE_MAX, exchange, err);

	if (!status)
		ibp_exchange_finish(exchange);
	ibp_xml_free(xml);
	ibp_exchange_free(exchange);
	return status;
}

static enum ibp_status cannot_read(const char *path, struct ibp_error *err)
{
	return ibp_error_set(err, IBP_INPUT, _("%s cannot be read: %s."), path,
			     strerror(errno));
}

static enum ibp_status read_file(const char *path, bool texts,
				 struct ibp_archi *archi, struct ibp_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	enum ibp_status status;

	if (fd < 0)
		return cannot_read(path, err);
	status = read_exchange(fd, path, texts, archi, err);
	close(fd);
	return status;
}

enum ibp_status ibp_archi_load(const char *path, bool texts,
			       struct ibp_archi **archi, struct ibp_error *err)
{
	struct ibp_archi *made = ibp_alloc(sizeof(*made));
	enum ibp_status status;
	struct stat info;

	if (stat(path, &info) != 0)
		status = cannot_read(path, err);
	else if (S_ISDIR(info.st_mode))
		status = ibp_grafico_read(path, texts, made, err);
	else
		status = read_file(path, texts, made, err);
	if (status)
		ibp_archi_free(made);
	else
		*archi = made;
	return status;
}

enum ibp_status ibp_archi_parse(const char *file, const char *text,
				size_t length, bool texts,
				struct ibp_archi **archi, struct ibp_error *err)
{
	struct ibp_archi *made = ibp_alloc(sizeof(*made));
	struct ibp_exchange *exchange = ibp_exchange_new(made, texts);
	struct ibp_xml *xml = ibp_xml_new(&ibp_exchange_events);
	enum ibp_status status =
		ibp_xml_parse(xml, file, text, length, exchange, err);

	if (!status) {
		ibp_exchange_finish(exchange);
		*archi = made;
		made = NULL;
	}
	ibp_xml_free(xml);
	ibp_exchange_free(exchange);
	ibp_archi_free(made);
	return status;
}
