#include "core/suggest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* Shorter words are in too many names. */
#define WORD_MIN 3

const char *ibp_suggest_word(enum ibp_suggest_basis basis)
{
	static const char *const words[] = {
		[IBP_SUGGEST_BY_NAME] = "name",
		[IBP_SUGGEST_BY_VENDOR] = "vendor",
		[IBP_SUGGEST_BY_MODEL] = "model",
	};

	return words[basis];
}

const char *ibp_suggest_label(enum ibp_suggest_basis basis)
{
	static const char *const labels[] = {
		[IBP_SUGGEST_BY_NAME] = N_("its name"),
		[IBP_SUGGEST_BY_VENDOR] = N_("its supplier"),
		[IBP_SUGGEST_BY_MODEL] = N_("FORA"),
	};

	return _(labels[basis]);
}

/* "Jamf School (ZuluDesk)" is known as that, and as each of the two. */
struct names {
	const char *texts[3];
};

struct known {
	struct names name;
	struct names vendor;
};

struct suggest {
	const struct ibp_cover *cover;
	const struct ibp_products *products;
	struct ibp_arena arena;
	struct known *known; /* per product, folded */
	struct ibp_suggestions *out;
	size_t capacity;
	bool *is_taken;  /* per element: placed or suggested already */
	uint32_t *stack; /* room for every element */
	size_t application;
};

static const char *trimmed(struct suggest *s, const char *from, const char *to)
{
	while (to > from && to[-1] == ' ')
		to--;
	return ibp_arena_strndup(&s->arena, from, (size_t)(to - from));
}

static struct names names_of(struct suggest *s, const char *text)
{
	struct names names = {{NULL}};
	char *folded = ibp_text_fold(text ? text : "");
	const char *whole = ibp_arena_strdup(&s->arena, folded);
	const char *open = strchr(whole, '(');
	const char *close = open ? strchr(open, ')') : NULL;

	names.texts[0] = whole;
	if (close) {
		names.texts[1] = trimmed(s, whole, open);
		names.texts[2] = trimmed(s, open + 1, close);
	}
	free(folded);
	return names;
}

/* Bytes of longer characters are letters too. */
static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether WORD stands in TEXT by itself. */
static bool has_word(const char *text, const char *word)
{
	size_t length = word ? strlen(word) : 0;
	const char *at = text;

	if (length < WORD_MIN)
		return false;
	for (; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || !is_letter(at[-1])) &&
		    !is_letter(at[length]))
			return true;
	return false;
}

static bool has_name(const char *text, const struct names *names)
{
	for (size_t i = 0; i < 3; i++)
		if (has_word(text, names->texts[i]))
			return true;
	return false;
}

static void add(struct suggest *s, uint32_t element,
		const struct ibp_suggestion *like)
{
	struct ibp_suggestions *out = s->out;

	if (element == IBP_FORA_NONE || s->is_taken[element] ||
	    !ibp_spread_can_hold(s->cover->fora->elements[element].type))
		return;
	s->is_taken[element] = true;
	out->items = ibp_grow(out->items, &s->capacity, out->count + 1,
			      sizeof(*out->items));
	out->items[out->count] = *like;
	out->items[out->count].application = s->application;
	out->items[out->count++].element = element;
}

static void add_product(struct suggest *s, const struct ibp_product *product,
			enum ibp_suggest_basis basis)
{
	const struct ibp_suggestion like = {
		.basis = basis, .product = product, .via = IBP_FORA_NONE};

	for (size_t i = 0; i < product->components.count; i++)
		add(s,
		    ibp_fora_find(s->cover->fora, product->components.items[i]),
		    &like);
}

/* The products whose name, or vendor, stands in TEXT; whether there are. */
static bool add_products(struct suggest *s, const char *text,
			 enum ibp_suggest_basis basis)
{
	char *folded = ibp_text_fold(text ? text : "");
	bool found = false;

	for (size_t i = 0; i < s->products->count; i++) {
		const struct names *names = basis == IBP_SUGGEST_BY_NAME ?
						    &s->known[i].name :
						    &s->known[i].vendor;

		if (!has_name(folded, names))
			continue;
		add_product(s, &s->products->items[i], basis);
		found = true;
	}
	free(folded);
	return found;
}

static const struct ibp_application *application_of(const struct suggest *s)
{
	return &s->cover->landscape->applications[s->application];
}

static void take(struct suggest *s, uint32_t element, size_t *height)
{
	if (element == IBP_FORA_NONE || s->is_taken[element])
		return;
	s->is_taken[element] = true;
	s->stack[(*height)++] = element;
}

/* Marks where the application is, and the parts of that. */
static void take_places(struct suggest *s)
{
	const struct ibp_application *a = application_of(s);
	size_t count = s->cover->fora->element_count;
	size_t height = 0;

	memset(s->is_taken, 0, count);
	for (size_t i = 0; i < a->placement_count; i++)
		take(s, a->placements[i].element, &height);
	while (height) {
		struct ibp_fora_slice parts = ibp_spread_slice(
			&s->cover->spread->down, s->stack[--height]);

		for (size_t i = 0; i < parts.count; i++)
			take(s, parts.items[i], &height);
	}
}

static void add_components(struct suggest *s)
{
	const struct ibp_application *a = application_of(s);

	if (!add_products(s, a->name, IBP_SUGGEST_BY_NAME))
		add_products(s, a->supplier, IBP_SUGGEST_BY_VENDOR);
}

/* What FORA says that COMPONENT performs, or with DEEP, that this serves. */
static void add_performed(struct suggest *s, uint32_t component, bool is_deep)
{
	const struct ibp_fora_lists *across = &s->cover->spread->across;
	const struct ibp_suggestion like = {.basis = IBP_SUGGEST_BY_MODEL,
					    .via = component};
	struct ibp_fora_slice performed = ibp_spread_slice(across, component);

	for (size_t i = 0; i < performed.count; i++) {
		struct ibp_fora_slice served =
			ibp_spread_slice(across, performed.items[i]);

		if (!is_deep)
			add(s, performed.items[i], &like);
		for (size_t k = 0; is_deep && k < served.count; k++)
			add(s, served.items[k], &like);
	}
}

static bool is_component(const struct suggest *s, uint32_t element)
{
	return element != IBP_FORA_NONE &&
	       ibp_family_of(s->cover->fora->elements[element].type) ==
		       IBP_FAMILY_COMPONENT;
}

/* From the components that it is on, and those that its name suggests. */
static void add_functions(struct suggest *s, bool is_deep)
{
	const struct ibp_application *a = application_of(s);
	size_t count = s->out->count;

	for (size_t i = 0; i < a->placement_count; i++)
		if (is_component(s, a->placements[i].element))
			add_performed(s, a->placements[i].element, is_deep);
	for (size_t i = 0; i < count; i++)
		if (s->out->items[i].basis == IBP_SUGGEST_BY_NAME &&
		    is_component(s, s->out->items[i].element))
			add_performed(s, s->out->items[i].element, is_deep);
}

static void begin(struct suggest *s, const struct ibp_cover *cover,
		  const struct ibp_products *products,
		  struct ibp_suggestions *suggestions)
{
	*suggestions = (struct ibp_suggestions){0};
	*s = (struct suggest){
		.cover = cover, .products = products, .out = suggestions};
	s->is_taken =
		ibp_arena_alloc(&s->arena, cover->fora->element_count + 1);
	s->stack = ibp_arena_alloc(&s->arena, (cover->fora->element_count + 1) *
						      sizeof(*s->stack));
	s->known = ibp_arena_alloc(&s->arena,
				   (products->count + 1) * sizeof(*s->known));
	for (size_t i = 0; i < products->count; i++) {
		s->known[i].name = names_of(s, products->items[i].name);
		s->known[i].vendor = names_of(s, products->items[i].vendor);
	}
}

void ibp_suggest_all(const struct ibp_cover *cover,
		     const struct ibp_products *products,
		     struct ibp_suggestions *suggestions)
{
	struct suggest s;

	begin(&s, cover, products, suggestions);
	for (size_t i = 0; i < cover->landscape->application_count; i++) {
		s.application = i;
		if (ibp_text_equal(ibp_application_status_at(application_of(&s),
							     cover->date),
				   "out"))
			continue;
		take_places(&s);
		add_components(&s);
	}
	ibp_arena_release(&s.arena);
}

void ibp_suggest_one(const struct ibp_cover *cover,
		     const struct ibp_products *products, size_t application,
		     struct ibp_suggestions *suggestions)
{
	struct suggest s;

	begin(&s, cover, products, suggestions);
	s.application = application;
	take_places(&s);
	add_components(&s);
	add_functions(&s, false);
	add_functions(&s, true);
	ibp_arena_release(&s.arena);
}

void ibp_suggestions_release(struct ibp_suggestions *suggestions)
{
	free(suggestions->items);
	*suggestions = (struct ibp_suggestions){0};
}
