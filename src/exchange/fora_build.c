#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "exchange/fora_derive.h"
#include "exchange/fora_import.h"
#include "exchange/fora_type.h"

struct build {
	const char *file;
	const struct ibp_archi *archi;
	struct ibp_fora *fora;
	struct ibp_fora_account *account;
	struct ibp_fora_known *known; /* every element of archi, by id */
	struct ibp_error *err;
};

static struct ibp_fora_known *find(const struct build *b, const char *id)
{
	return ibp_fora_known_find(b->known, b->archi->element_count, id);
}

static int by_type(const void *a, const void *b)
{
	const struct ibp_fora_element *one = a;
	const struct ibp_fora_element *other = b;
	int order = strcmp(one->name, other->name);

	if (one->type != other->type)
		return one->type < other->type ? -1 : 1;
	return order ? order : strcmp(one->id, other->id);
}

/* Whether ELEMENT counts; if not, why is counted. */
static bool counts(const struct build *b,
		   const struct ibp_archi_element *element)
{
	struct ibp_fora_account *account = b->account;
	const char *type = element->type;
	size_t length = strlen(type);

	if (length >= 8 && strcmp(type + length - 8, "Junction") == 0)
		account->junctions++;
	else if (!element->name)
		account->nameless++;
	else if (ibp_fora_is_set_aside(b->archi, element))
		account->set_aside++;
	else
		return true;
	return false;
}

static struct ibp_fora_element make(const struct build *b,
				    const struct ibp_archi_element *from)
{
	const char *const *properties = from->properties;
	struct ibp_arena *arena = &b->fora->arena;
	struct ibp_fora_element made = {
		.id = ibp_arena_strdup(arena, from->id),
		.type = ibp_fora_type_of(b->archi, from),
		.name = ibp_arena_strdup(arena, from->name),
		.status = ibp_fora_status_of(b->archi, from),
		.text = ibp_arena_strdup(arena, from->text),
		.parent = IBP_FORA_NONE,
		.domain = IBP_FORA_NONE,
	};

	if (made.type != IBP_FORA_INFORMATION_OBJECT)
		return made;
	made.personal_data =
		ibp_fora_answer_of(properties[IBP_ARCHI_PERSONAL_DATA]);
	made.availability =
		ibp_fora_rating_of(properties[IBP_ARCHI_AVAILABILITY]);
	made.integrity = ibp_fora_rating_of(properties[IBP_ARCHI_INTEGRITY]);
	made.confidentiality =
		ibp_fora_rating_of(properties[IBP_ARCHI_CONFIDENTIALITY]);
	made.retention =
		ibp_arena_strdup(arena, properties[IBP_ARCHI_RETENTION]);
	return made;
}

static void choose_elements(struct build *b)
{
	const struct ibp_archi *archi = b->archi;
	struct ibp_fora *fora = b->fora;

	fora->elements =
		ibp_arena_alloc(&fora->arena, (archi->element_count + 1) *
						      sizeof(*fora->elements));
	b->known = ibp_alloc((archi->element_count + 1) * sizeof(*b->known));
	for (size_t i = 0; i < archi->element_count; i++) {
		const struct ibp_archi_element *from = &archi->elements[i];

		b->known[i] = (struct ibp_fora_known){from->id, IBP_FORA_NONE};
		b->account->has_folders |= from->folder != IBP_ARCHI_NONE;
		if (counts(b, from))
			fora->elements[fora->element_count++] = make(b, from);
	}
	qsort(fora->elements, fora->element_count, sizeof(*fora->elements),
	      by_type);
	qsort(b->known, archi->element_count, sizeof(*b->known),
	      ibp_fora_known_compare);
	for (uint32_t i = 0; i < fora->element_count; i++) {
		find(b, fora->elements[i].id)->index = i;
		b->account->unfiled +=
			fora->elements[i].status == IBP_FORA_UNKNOWN;
	}
}

static enum ibp_status check_elements(const struct build *b)
{
	const struct ibp_archi *archi = b->archi;
	enum ibp_status status = IBP_OK;

	for (size_t i = 1; i < archi->element_count; i++)
		if (ibp_fora_known_compare(&b->known[i - 1], &b->known[i]) == 0)
			status = ibp_error_add(
				b->err, IBP_INPUT, b->file, 0, 0,
				_("Two elements have the id \"%s\". Give each "
				  "its own."),
				b->known[i].id);
	if (!status && b->fora->element_count > IBP_FORA_ELEMENTS_MAX)
		status = ibp_error_add(
			b->err, IBP_INPUT, b->file, 0, 0,
			_("The model has more than %d elements. This is not "
			  "FORA."),
			IBP_FORA_ELEMENTS_MAX);
	return status;
}

/* An end that is no element is told by name. */
static void leave_out(struct build *b, const struct ibp_archi_relation *from)
{
	struct ibp_fora_account *account = b->account;
	struct ibp_arena *arena = &account->arena;

	if (find(b, from->source) && find(b, from->target)) {
		account->relations++;
		return;
	}
	account->dangling[account->dangling_count++] =
		(struct ibp_fora_dangling){
			ibp_arena_strdup(arena, from->id),
			ibp_arena_strdup(arena, from->type),
			ibp_arena_strdup(arena, from->source),
			ibp_arena_strdup(arena, from->target),
		};
}

static bool add_relation(struct build *b, const struct ibp_archi_relation *from)
{
	struct ibp_fora *fora = b->fora;
	const struct ibp_fora_known *source = find(b, from->source);
	const struct ibp_fora_known *target = find(b, from->target);
	struct ibp_fora_relation relation = {0};

	if (!source || source->index == IBP_FORA_NONE || !target ||
	    target->index == IBP_FORA_NONE ||
	    !ibp_fora_relation_of(from->type, &relation.type))
		return false;
	relation.source = source->index;
	relation.target = target->index;
	relation.source_id = fora->elements[relation.source].id;
	relation.target_id = fora->elements[relation.target].id;
	if (relation.type == IBP_FORA_ACCESS)
		relation.access =
			ibp_fora_access_of(from->access ? from->access : "");
	fora->relations[fora->relation_count++] = relation;
	return true;
}

static int compare_numbers(uint32_t one, uint32_t other)
{
	return (one > other) - (one < other);
}

static int by_ends(const void *a, const void *b)
{
	const struct ibp_fora_relation *one = a;
	const struct ibp_fora_relation *other = b;
	int order = compare_numbers(one->type, other->type);

	if (!order)
		order = compare_numbers(one->source, other->source);
	if (!order)
		order = compare_numbers(one->target, other->target);
	return order ? order : compare_numbers(one->access, other->access);
}

static int by_relation_id(const void *a, const void *b)
{
	const struct ibp_fora_dangling *one = a;
	const struct ibp_fora_dangling *other = b;

	return strcmp(one->id, other->id);
}

static void choose_relations(struct build *b)
{
	const struct ibp_archi *archi = b->archi;
	struct ibp_fora *fora = b->fora;
	struct ibp_fora_account *account = b->account;
	size_t room = archi->relation_count + 1;

	fora->relations =
		ibp_arena_alloc(&fora->arena, room * sizeof(*fora->relations));
	account->dangling = ibp_arena_alloc(&account->arena,
					    room * sizeof(*account->dangling));
	for (size_t i = 0; i < archi->relation_count; i++)
		if (!add_relation(b, &archi->relations[i]))
			leave_out(b, &archi->relations[i]);
	qsort(fora->relations, fora->relation_count, sizeof(*fora->relations),
	      by_ends);
	qsort(account->dangling, account->dangling_count,
	      sizeof(*account->dangling), by_relation_id);
}

static enum ibp_status list_domains(struct build *b)
{
	struct ibp_fora *fora = b->fora;
	size_t count = 0;

	/* They come first. */
	while (count < fora->element_count &&
	       fora->elements[count].type == IBP_FORA_DOMAIN)
		count++;
	if (!count || count > IBP_FORA_DOMAINS_MAX)
		return ibp_error_set(b->err, IBP_INPUT,
				     _("%s holds %zu domains of FORA, which "
				       "is not possible. Give the model as its "
				       "publisher gives it."),
				     b->file, count);
	fora->domains.items = ibp_arena_alloc(
		&fora->arena, count * sizeof(*fora->domains.items));
	fora->domains.count = count;
	for (size_t i = 0; i < count; i++)
		fora->domains.items[i] = fora->elements[i].id;
	return IBP_OK;
}

static void describe(struct ibp_fora *fora,
		     const struct ibp_fora_edition *edition)
{
	fora->version = ibp_arena_strdup(&fora->arena, edition->version);
	fora->commit = ibp_arena_strdup(&fora->arena, edition->commit);
	fora->source = ibp_arena_strdup(&fora->arena, edition->source);
}

void ibp_fora_account_release(struct ibp_fora_account *account)
{
	ibp_arena_release(&account->arena);
	*account = (struct ibp_fora_account){0};
}

enum ibp_status ibp_fora_build(const char *file, const struct ibp_archi *archi,
			       const struct ibp_fora_edition *edition,
			       struct ibp_fora **fora,
			       struct ibp_fora_account *account,
			       struct ibp_error *err)
{
	struct ibp_fora_account told = {.has_figure = archi->has_figure};
	struct build b = {.file = file,
			  .archi = archi,
			  .fora = ibp_alloc(sizeof(*b.fora)),
			  .account = &told,
			  .err = err};
	enum ibp_status status;

	describe(b.fora, edition);
	choose_elements(&b);
	status = check_elements(&b);
	if (!status)
		status = list_domains(&b);
	if (!status) {
		choose_relations(&b);
		ibp_fora_derive(b.fora, archi, b.known);
		*fora = b.fora;
		*account = told;
	} else {
		ibp_fora_account_release(&told);
		ibp_fora_free(b.fora);
	}
	free(b.known);
	return status;
}
