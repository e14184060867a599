#include "model/framework_read.h"

#include <string.h>

#include "base/i18n.h"

/* The domain whose code stands before the point of CODE; NULL: none. */
static struct ibp_domain *find_domain(struct ibp_framework *f, const char *code)
{
	size_t length = strcspn(code, ".");

	for (size_t i = 0; i < f->domain_count; i++)
		if (strlen(f->domains[i].code) == length &&
		    memcmp(f->domains[i].code, code, length) == 0)
			return &f->domains[i];
	return NULL;
}

/* A domain, a point, and one to three digits. */
static bool is_norm_code(const char *code)
{
	const char *number = strchr(code, '.');
	size_t digits = number ? strspn(number + 1, "0123456789") : 0;

	return digits >= 1 && digits <= 3 && !number[1 + digits];
}

static void check_code(struct ibp_framework *f, struct ibp_norm *norm,
		       struct ibp_error *err)
{
	const struct ibp_norm *first = ibp_framework_find(f, norm->code);

	if (!is_norm_code(norm->code))
		ibp_places_fault(&f->places, err, &norm->code,
				 _("\"%s\" cannot be the code of a norm. Use "
				   "the code of its domain, a point and a "
				   "number, such as GO.01."),
				 norm->code);
	if (first != norm)
		ibp_places_fault(
			&f->places, err, &norm->code,
			_("The code \"%s\" at %s is on line %zu "
			  "already. Give each its own code."),
			norm->code, "norms",
			(size_t)ibp_places_find(&f->places, &first->code).line);
}

/* Counts the norm with its domain, which goes on where it left off. */
static void check_domain(struct ibp_framework *f, struct ibp_norm *norm,
			 struct ibp_error *err)
{
	struct ibp_domain *domain = find_domain(f, norm->code);
	size_t index = ibp_framework_index(f, norm);

	if (!domain) {
		ibp_places_fault(&f->places, err, &norm->code,
				 _("At norms[%s].code: there is no domain "
				   "\"%.*s\". Add it to domains, or correct "
				   "the code."),
				 norm->code, (int)strcspn(norm->code, "."),
				 norm->code);
		return;
	}
	norm->domain = (size_t)(domain - f->domains);
	if (!domain->norm_count)
		domain->first_norm = index;
	else if (domain->first_norm + domain->norm_count != index)
		ibp_places_fault(&f->places, err, &norm->code,
				 _("Norm %s stands apart from the others of "
				   "domain %s. Put the norms of a domain "
				   "together."),
				 norm->code, domain->code);
	domain->norm_count++;
}

static void check_levels(struct ibp_framework *f, struct ibp_norm *norm,
			 struct ibp_error *err)
{
	bool any = false;

	for (int i = 0; i < IBP_LEVELS; i++) {
		any = any || norm->levels[i];
		if (norm->levels_source & 1U << i && !norm->levels[i])
			ibp_places_fault(&f->places, err, &norm->levels_source,
					 _("At norms[%s].levels_source: level "
					   "%d has no text in levels. Add the "
					   "text, or leave the number out."),
					 norm->code, i + 1);
	}
	if (!any)
		ibp_places_fault(&f->places, err, &norm->code,
				 _("At norms[%s].levels: the text of at least "
				   "one level is needed."),
				 norm->code);
}

static bool is_listed_before(const struct ibp_strings *list, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(list->items[i], list->items[index]) == 0)
			return true;
	return false;
}

static void check_related(struct ibp_framework *f, struct ibp_norm *norm,
			  struct ibp_error *err)
{
	for (size_t i = 0; i < norm->related.count; i++) {
		const char **code = &norm->related.items[i];
		const struct ibp_norm *other = ibp_framework_find(f, *code);

		if (!other || strcmp(other->code, *code) != 0)
			ibp_places_fault(&f->places, err, code,
					 _("At norms[%s].related[%zu]: there "
					   "is no norm \"%s\". Correct the "
					   "code, or remove it."),
					 norm->code, i + 1, *code);
		else if (other == norm)
			ibp_places_fault(&f->places, err, code,
					 _("At norms[%s].related[%zu]: a norm "
					   "is not related to itself. Remove "
					   "it."),
					 norm->code, i + 1);
		else if (is_listed_before(&norm->related, i))
			ibp_places_fault(&f->places, err, code,
					 _("At norms[%s].related[%zu]: \"%s\" "
					   "stands twice. Remove one."),
					 norm->code, i + 1, *code);
	}
}

void ibp_framework_check_norms(struct ibp_framework *f, struct ibp_error *err)
{
	for (size_t i = 0; i < f->norm_count; i++) {
		struct ibp_norm *norm = &f->norms[i];

		check_code(f, norm, err);
		check_domain(f, norm, err);
		check_levels(f, norm, err);
		check_related(f, norm, err);
	}
	for (size_t i = 0; i < f->domain_count; i++)
		if (!f->domains[i].norm_count)
			ibp_places_fault(&f->places, err, &f->domains[i].code,
					 _("Domain %s has no norms. Add one, "
					   "or remove the domain."),
					 f->domains[i].code);
	if (!f->norm_count)
		ibp_places_fault(&f->places, err, &f->norms,
				 _("At norms: at least one norm is needed."));
}
