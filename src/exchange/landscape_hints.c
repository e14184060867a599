/* Couplings, and what a person should look at in a list. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "exchange/landscape_compare.h"

/* Shorter names come near too much. */
#define NEAR_MIN 5

/* ---- Couplings ----------------------------------------------------------- */

static const struct ibp_coupling *find_coupling(
	const struct ibp_landscape *landscape, long from, long to,
	const char *data)
{
	for (size_t i = 0; i < landscape->coupling_count; i++) {
		const struct ibp_coupling *item = &landscape->couplings[i];

		if (item->from == from && item->to == to &&
		    ibp_text_equal(item->data, data))
			return item;
	}
	return NULL;
}

static void couple(struct ibp_comparer *c,
		   const struct ibp_arrival_coupling *item,
		   const struct ibp_known_application *from,
		   const struct ibp_known_application *to)
{
	const struct ibp_coupling none = {0};
	const struct ibp_coupling *found = find_coupling(
		c->target->landscape, from->id, to->id, item->data);
	const struct ibp_coupling *old = found ? found : &none;
	const char *key = found ? ibp_compare_key(c, found->id) :
				  ibp_compare_new_key(c, IBP_SUBJECT_COUPLING);
	const char *source = ibp_compare_key(c, from->id);
	const char *target = ibp_compare_key(c, to->id);
	const struct {
		const char *field;
		const char *from;
		const char *to;
	} values[] = {
		{"from", found ? source : NULL, source},
		{"to", found ? target : NULL, target},
		{"data", old->data, item->data},
		{"direction", old->direction, item->direction},
		{"via", old->via, item->via},
		{"standard", old->standard, item->standard},
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		const struct ibp_change change = {
			.subject = IBP_SUBJECT_COUPLING,
			.key = key,
			.field = values[i].field,
			.from = values[i].from,
			.to = values[i].to,
			.name = ibp_arena_printf(&c->import->arena,
						 _("%s and %s"), from->name,
						 to->name),
		};

		ibp_compare_add(c, &item->at, &change);
	}
}

void ibp_compare_couplings(struct ibp_comparer *c)
{
	const struct ibp_arrivals *arrivals = c->reader.arrivals;

	for (size_t i = 0; i < arrivals->coupling_count; i++) {
		const struct ibp_arrival_coupling *item =
			&arrivals->couplings[i];
		const struct ibp_known_application *from =
			ibp_compare_application(c, &item->at, item->from);
		const struct ibp_known_application *to =
			ibp_compare_application(c, &item->at, item->to);

		if (!from || !to)
			continue;
		if (from == to)
			ibp_arrival_fault(&c->reader, &item->at,
					  _("An application is not coupled "
					    "with itself: name two."));
		else
			couple(c, item, from, to);
	}
}

/* ---- Hints --------------------------------------------------------------- */

/* Folded names of what is there already, and how it is spelled. */
struct spelling {
	struct ibp_arena arena;
	const char **folded;
	const char **spelled;
	size_t count;
};

static void spell(struct spelling *s, const char *name)
{
	char *folded = ibp_text_fold(name);

	s->folded[s->count] = ibp_arena_strdup(&s->arena, folded);
	s->spelled[s->count++] = name;
	free(folded);
}

static struct spelling spelling_new(size_t max)
{
	struct spelling s = {0};

	s.folded = ibp_arena_alloc(&s.arena, (max + 1) * sizeof(*s.folded));
	s.spelled = ibp_arena_alloc(&s.arena, (max + 1) * sizeof(*s.spelled));
	return s;
}

/* What NAME comes near; begins with the same letter, and is not the same. */
static const char *near_spelling(const struct spelling *s, const char *name)
{
	char *folded = ibp_text_fold(name);
	const char *found = NULL;
	const char *near = strlen(folded) < NEAR_MIN ?
				   NULL :
				   ibp_text_nearest(folded, s->folded);

	for (size_t i = 0; near && i < s->count && !found; i++)
		if (s->folded[i] == near && strcmp(near, folded) != 0 &&
		    *near == *folded)
			found = s->spelled[i];
	free(folded);
	return found;
}

static const struct ibp_product *find_product(
	const struct ibp_products *products, const struct ibp_word_index *index,
	const char *name)
{
	size_t at = ibp_word_index_find(index, name);

	return at == IBP_WORD_NONE ? NULL : &products->items[at];
}

/* The product list knows who makes it, where the file does not say. */
static void take_vendor(struct ibp_comparer *c,
			const struct ibp_known_application *known,
			const struct ibp_product *product)
{
	const struct ibp_change change = {
		.subject = IBP_SUBJECT_APPLICATION,
		.key = ibp_compare_key(c, known->id),
		.field = "supplier",
		.to = product->vendor,
		.name = known->name,
	};
	size_t supplier = ibp_application_column_find("supplier");

	c->import->known += !known->arrival->place_count;
	if (!known->arrival->values[supplier].value)
		ibp_compare_add(c, &known->arrival->at, &change);
}

static void hint_near(struct ibp_comparer *c, const struct spelling *board,
		      const struct spelling *products,
		      const struct ibp_known_application *known)
{
	const char *near = near_spelling(board, known->name);

	if (near) {
		ibp_compare_hint(c, &known->arrival->at,
				 _("%s is new, and its name comes near %s, "
				   "which the board has."),
				 known->name, near);
		return;
	}
	near = near_spelling(products, known->name);
	if (near)
		ibp_compare_hint(c, &known->arrival->at,
				 _("%s is not a known product. Did you mean "
				   "%s?"),
				 known->name, near);
}

static void hint_new(struct ibp_comparer *c)
{
	const struct ibp_landscape *l = c->target->landscape;
	const struct ibp_products *products = c->target->products;
	struct spelling board = spelling_new(l->application_count);
	struct spelling known = spelling_new(products->count);
	struct ibp_word_index index = {0};
	size_t tried = 0;

	for (size_t i = 0; i < l->application_count; i++)
		spell(&board, l->applications[i].name);
	for (size_t i = 0; i < products->count; i++) {
		spell(&known, products->items[i].name);
		ibp_word_index_add(&index, products->items[i].name, i);
	}
	ibp_word_index_finish(&index);
	for (size_t i = 0; i < c->application_count; i++) {
		const struct ibp_known_application *a = &c->applications[i];
		const struct ibp_product *product;

		if (a->old)
			continue;
		product = find_product(products, &index, a->name);
		if (product)
			take_vendor(c, a, product);
		else if (tried++ < IBP_HINTS_NAMES_MAX)
			hint_near(c, &board, &known, a);
	}
	ibp_word_index_release(&index);
	ibp_arena_release(&board.arena);
	ibp_arena_release(&known.arena);
}

void ibp_compare_hints(struct ibp_comparer *c)
{
	const struct ibp_arrivals *arrivals = c->reader.arrivals;

	for (size_t i = 0; i < arrivals->double_count; i++) {
		const struct ibp_arrival_double *told = &arrivals->doubles[i];

		ibp_compare_hint(c, &told->at,
				 _("%s is there already, on line %zu: the two "
				   "rows are taken together."),
				 told->name, told->first);
	}
	hint_new(c);
}
