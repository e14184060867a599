#include "exchange/ciso.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/yaml_text.h"
#include "model/content.h"

#define URN "urn:ibp-tools:risk:"

/* The language of the translation; it is spoken while the file is made. */
#define TRANSLATION "en"

/* What our own words in the file are, before they are in a language. */
enum word { ABOUT, RIGHTS, PACKAGER_NOTE, STEPS, WORKING, WORDS };

static const char *const words[WORDS] = {
	[ABOUT] = N_("The norms of the framework with five maturity levels "
		     "each. The texts of the norms and levels are in the "
		     "words of ibp-tools, not the publisher's."),
	[RIGHTS] = N_("Codes and official titles are the publisher's. All "
		      "other texts: ibp-tools, EUPL-1.2."),
	[PACKAGER_NOTE] = N_("In this version of the framework the norm has no "
			     "text for this level; this is what the level "
			     "means for every norm."),
	[STEPS] = N_("Steps to level 3"),
	[WORKING] = N_("The title is a working title, not the publisher's."),
};

/* A text in the language of the framework, and its translation. */
struct text {
	const char *own;
	const char *translated;
};

struct field {
	const char *key;
	struct text text; /* own NULL: the key is left out */
};

/* Where an object stands: what precedes its first line, and the others. */
struct place {
	const char *first;
	const char *rest;
};

struct ciso {
	const struct ibp_framework *framework;
	struct ibp_arena arena;
	struct ibp_buf *out;
	struct ibp_buf ref; /* ibp-fo-2024-06 */
};

static struct text our_words(const struct ciso *ciso, enum word word)
{
	return (struct text){
		ibp_locale_text(ciso->framework->language, words[word]),
		_(words[word])};
}

static void add_texts(const struct ciso *ciso, const char *indent,
		      const struct field *fields, size_t count)
{
	bool is_open = false;

	for (size_t i = 0; i < count; i++) {
		const struct text *text = &fields[i].text;

		if (!text->own || ibp_text_equal(text->own, text->translated))
			continue;
		if (!is_open)
			ibp_buf_addf(ciso->out,
				     "%stranslations:\n%s  " TRANSLATION ":\n",
				     indent, indent);
		is_open = true;
		ibp_buf_addf(ciso->out, "%s    %s: ", indent, fields[i].key);
		ibp_yaml_add_lines(ciso->out, text->translated);
		ibp_buf_add_char(ciso->out, '\n');
	}
}

/* The fields, then their translations; AT says how they are indented. */
static void add_fields(const struct ciso *ciso, struct place at,
		       const struct field *fields, size_t count)
{
	const char *indent = at.first;

	for (size_t i = 0; i < count; i++) {
		if (!fields[i].text.own)
			continue;
		ibp_buf_addf(ciso->out, "%s%s: ", indent, fields[i].key);
		ibp_yaml_add_lines(ciso->out, fields[i].text.own);
		ibp_buf_add_char(ciso->out, '\n');
		indent = at.rest;
	}
	add_texts(ciso, at.rest, fields, count);
}

/* URN of a KIND of object, with NAME behind the reference; NULL: none. */
static const char *make_urn(struct ciso *ciso, const char *kind,
			    const char *name)
{
	char *urn = ibp_arena_printf(&ciso->arena, URN "%s:%s%s%s", kind,
				     ciso->ref.data, name ? ":" : "",
				     name ? name : "");

	for (char *c = urn; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return urn;
}

/* ---- Scales -------------------------------------------------------------- */

static struct text level_text(const struct ciso *ciso,
			      const struct ibp_norm *norm, int level)
{
	const struct ibp_framework *framework = ciso->framework;

	if (norm && norm->levels[level - 1])
		return (struct text){norm->levels[level - 1],
				     ibp_content_level(norm, level)};
	return (struct text){framework->levels[level - 1].meaning,
			     ibp_content_level_meaning(framework, level)};
}

/* NORM NULL: what the levels mean for every norm. */
static void add_scale(const struct ciso *ciso, const struct ibp_norm *norm,
		      struct place at)
{
	for (int level = 1; level <= IBP_LEVELS; level++) {
		bool is_general = norm && !norm->levels[level - 1];
		const struct field fields[] = {
			{"name",
			 {ciso->framework->levels[level - 1].name,
			  ibp_content_level_name(ciso->framework, level)}},
			{"description", level_text(ciso, norm, level)},
			{"description_doc",
			 is_general ? our_words(ciso, PACKAGER_NOTE) :
				      (struct text){NULL, NULL}},
		};

		ibp_buf_addf(ciso->out, "%sscore: %d\n", at.first, level);
		add_fields(ciso, (struct place){at.rest, at.rest}, fields,
			   sizeof(fields) / sizeof(*fields));
	}
}

static void add_scales(const struct ciso *ciso)
{
	const struct ibp_framework *framework = ciso->framework;

	ibp_buf_addf(ciso->out,
		     "    min_score: 1\n    max_score: %d\n"
		     "    scores_definition:\n      scale:\n",
		     IBP_LEVELS);
	add_scale(ciso, NULL, (struct place){"        - ", "          "});
	ibp_buf_add(ciso->out, "      alternatives:\n");
	for (size_t i = 0; i < framework->norm_count; i++) {
		const struct ibp_norm *norm = &framework->norms[i];

		ibp_buf_addf(ciso->out, "        %s:\n", norm->code);
		add_scale(ciso, norm,
			  (struct place){"          - ", "            "});
	}
}

/* ---- Nodes --------------------------------------------------------------- */

static void add_node(const struct ciso *ciso, const char *urn,
		     const char *parent, int depth, bool is_norm)
{
	ibp_buf_addf(ciso->out,
		     "      - urn: %s\n        assessable: %s\n"
		     "        depth: %d\n",
		     urn, is_norm ? "true" : "false", depth);
	if (parent)
		ibp_buf_addf(ciso->out, "        parent_urn: %s\n", parent);
}

static void add_node_fields(const struct ciso *ciso, const struct field *fields,
			    size_t count)
{
	add_fields(ciso, (struct place){"        ", "        "}, fields, count);
}

/* The lines of a list below a HEAD that may be NULL; NULL without lines. */
static struct text list_text(struct ciso *ciso, const struct ibp_norm *norm,
			     const char *field, const struct ibp_strings *items,
			     struct text head)
{
	struct ibp_buf own = {0};
	struct ibp_buf other = {0};
	struct text text = {NULL, NULL};

	if (head.own) {
		ibp_buf_addf(&own, "%s\n", head.own);
		ibp_buf_addf(&other, "%s\n", head.translated);
	}
	for (size_t i = 0; i < items->count; i++) {
		const char *end = i + 1 < items->count ? "\n" : "";

		ibp_buf_addf(&own, "- %s%s", items->items[i], end);
		ibp_buf_addf(&other, "- %s%s",
			     ibp_content_item(norm->code, field, i + 1,
					      items->items[i]),
			     end);
	}
	if (items->count)
		text = (struct text){
			ibp_arena_strdup(&ciso->arena, own.data),
			ibp_arena_strdup(&ciso->arena, other.data)};
	ibp_buf_release(&own);
	ibp_buf_release(&other);
	return text;
}

/* A and B as paragraphs; either may be absent. */
static struct text join(struct ciso *ciso, struct text a, struct text b)
{
	if (!a.own || !b.own)
		return a.own ? a : b;
	return (struct text){
		ibp_arena_printf(&ciso->arena, "%s\n\n%s", a.own, b.own),
		ibp_arena_printf(&ciso->arena, "%s\n\n%s", a.translated,
				 b.translated)};
}

static struct text norm_text(const struct ibp_norm *norm, const char *field,
			     const char *text)
{
	return (struct text){text, ibp_content(norm->code, field, text)};
}

static struct text annotation(struct ciso *ciso, const struct ibp_norm *norm)
{
	struct text text = list_text(ciso, norm, "steps", &norm->steps,
				     our_words(ciso, STEPS));

	text = join(ciso, text, norm_text(norm, "note", norm->note));
	if (norm->title_status == IBP_TITLE_WORKING)
		text = join(ciso, text, our_words(ciso, WORKING));
	return text;
}

static void add_norm(struct ciso *ciso, const struct ibp_norm *norm,
		     const char *parent, const struct ibp_part *part)
{
	const struct text none = {NULL, NULL};
	const struct field fields[] = {
		{"ref_id", {norm->code, norm->code}},
		{"name", {norm->title, ibp_content_title(norm)}},
		{"description",
		 join(ciso, norm_text(norm, "purpose", norm->purpose),
		      norm_text(norm, "why", norm->why))},
		{"annotation", annotation(ciso, norm)},
		{"typical_evidence",
		 list_text(ciso, norm, "evidence", &norm->evidence, none)},
		{"scores_definition_ref", {norm->code, norm->code}},
	};

	add_node(ciso, make_urn(ciso, "req_node", norm->code), parent, 3, true);
	ibp_buf_addf(ciso->out,
		     "        target_score: %d\n"
		     "        implementation_groups: [%s]\n",
		     ciso->framework->target, part->code);
	add_node_fields(ciso, fields, sizeof(fields) / sizeof(*fields));
}

static void add_domain(struct ciso *ciso, const struct ibp_domain *domain,
		       const char *parent, const struct ibp_part *part)
{
	const char *urn = make_urn(ciso, "req_node", domain->code);
	const struct field fields[] = {
		{"ref_id", {domain->code, domain->code}},
		{"name", {domain->title, ibp_content_domain(domain)}},
	};

	add_node(ciso, urn, parent, 2, false);
	add_node_fields(ciso, fields, 2);
	for (size_t i = 0; i < domain->norm_count; i++)
		add_norm(ciso, &ciso->framework->norms[domain->first_norm + i],
			 urn, part);
}

static void add_part(struct ciso *ciso, size_t index)
{
	const struct ibp_framework *framework = ciso->framework;
	const struct ibp_part *part = &framework->parts[index];
	const char *urn = make_urn(ciso, "req_node", part->code);
	const struct field fields[] = {
		{"ref_id", {part->code, part->code}},
		{"name", {part->title, ibp_content_part(framework, part)}},
	};

	add_node(ciso, urn, NULL, 1, false);
	add_node_fields(ciso, fields, 2);
	for (size_t i = 0; i < framework->domain_count; i++)
		if (framework->domains[i].part == index)
			add_domain(ciso, &framework->domains[i], urn, part);
}

/* ---- The file ------------------------------------------------------------ */

/* The day on which the texts were last compared: it goes up, as asked. */
static void add_version(const struct ciso *ciso)
{
	ibp_buf_add(ciso->out, "version: ");
	for (const char *c = ciso->framework->retrieved; *c; c++)
		if (isdigit((unsigned char)*c))
			ibp_buf_add_char(ciso->out, *c);
	ibp_buf_addf(ciso->out, "\npublication_date: %s\n",
		     ciso->framework->retrieved);
}

static void add_head(struct ciso *ciso)
{
	const struct ibp_framework *framework = ciso->framework;
	const char *name = ibp_arena_printf(
		&ciso->arena, "%s %s", framework->title, framework->version);
	const struct field fields[] = {
		{"locale", {framework->language, framework->language}},
		{"ref_id", {ciso->ref.data, ciso->ref.data}},
		{"name", {name, name}},
		{"description", our_words(ciso, ABOUT)},
		{"copyright", our_words(ciso, RIGHTS)},
		{"provider", {framework->publisher, framework->publisher}},
		{"packager", {"ibp-tools", "ibp-tools"}},
	};

	ibp_buf_addf(ciso->out, "urn: %s\n", make_urn(ciso, "library", NULL));
	add_version(ciso);
	add_fields(ciso, (struct place){"", ""}, fields,
		   sizeof(fields) / sizeof(*fields));
}

static void add_groups(const struct ciso *ciso)
{
	const struct ibp_framework *framework = ciso->framework;

	ibp_buf_add(ciso->out, "    implementation_groups_definition:\n");
	for (size_t i = 0; i < framework->part_count; i++) {
		const struct ibp_part *part = &framework->parts[i];
		const struct field fields[] = {
			{"ref_id", {part->code, part->code}},
			{"name",
			 {part->title, ibp_content_part(framework, part)}},
		};

		add_fields(ciso, (struct place){"      - ", "        "}, fields,
			   2);
		ibp_buf_add(ciso->out, "        default_selected: true\n");
	}
}

static void add_framework(struct ciso *ciso)
{
	const struct ibp_framework *framework = ciso->framework;
	const struct field fields[] = {
		{"ref_id", {ciso->ref.data, ciso->ref.data}},
		{"name", {framework->title, framework->title}},
		{"description", our_words(ciso, ABOUT)},
	};

	ibp_buf_addf(ciso->out, "objects:\n  framework:\n    urn: %s\n",
		     make_urn(ciso, "framework", NULL));
	add_fields(ciso, (struct place){"    ", "    "}, fields, 3);
	add_scales(ciso);
	add_groups(ciso);
	ibp_buf_add(ciso->out, "    requirement_nodes:\n");
	for (size_t i = 0; i < framework->part_count; i++)
		add_part(ciso, i);
}

void ibp_ciso_library(const struct ibp_framework *framework,
		      struct ibp_buf *out)
{
	struct ciso ciso = {.framework = framework, .out = out};
	char *kept = ibp_strdup(ibp_locale_language());

	ibp_buf_addf(&ciso.ref, "%s-%s", framework->id, framework->version);
	ibp_locale_switch(TRANSLATION);
	add_head(&ciso);
	add_framework(&ciso);
	ibp_locale_switch(kept);
	free(kept);
	ibp_arena_release(&ciso.arena);
	ibp_buf_release(&ciso.ref);
}
