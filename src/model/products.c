#include "model/products.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "model/yaml.h"

#define SCHEMA "ibp-tools/products/1"
#define ID_MAX 80
#define COMPONENTS_MAX 20

static const char *const schema_words[] = {SCHEMA, NULL};

static const char *const sector_words[] = {
	[IBP_PRODUCT_PO] = "po",
	[IBP_PRODUCT_VO] = "vo",
	[IBP_PRODUCT_BOTH] = "both",
	NULL,
};

static const char *const basis_words[] = {
	[IBP_PRODUCT_SEEN] = "seen",
	[IBP_PRODUCT_PUBLIC] = "public",
	NULL,
};

#define AT(member) offsetof(struct ibp_product, member)
static const struct ibp_yaml_field product_fields[] = {
	{.key = "name", .at = AT(name), .type = IBP_YAML_TEXT},
	{.key = "vendor",
	 .at = AT(vendor),
	 .type = IBP_YAML_TEXT,
	 .flags = IBP_YAML_OPTIONAL},
	{.key = "sector",
	 .at = AT(sector),
	 .type = IBP_YAML_WORD,
	 .words = sector_words},
	{.key = "basis",
	 .at = AT(basis),
	 .type = IBP_YAML_WORD,
	 .words = basis_words},
	{.key = "components",
	 .at = AT(components),
	 .type = IBP_YAML_TEXTS,
	 .max = COMPONENTS_MAX,
	 .bytes = ID_MAX},
	{0},
};
#undef AT
static const struct ibp_yaml_record product_record = {
	.size = sizeof(struct ibp_product),
	.fields = product_fields,
	.named = true};

#define AT(member) offsetof(struct ibp_products, member)
static const struct ibp_yaml_field products_fields[] = {
	{.key = "schema",
	 .at = AT(schema),
	 .type = IBP_YAML_SCHEMA,
	 .words = schema_words},
	{.key = "products",
	 .at = AT(items),
	 .type = IBP_YAML_RECORDS,
	 .max = IBP_PRODUCTS_MAX,
	 .record = &product_record,
	 .count_at = AT(count)},
	{0},
};
#undef AT
static const struct ibp_yaml_record products_record = {
	.size = sizeof(struct ibp_products), .fields = products_fields};

static int by_name(const void *a, const void *b)
{
	const struct ibp_product *const *one = a;
	const struct ibp_product *const *other = b;

	return strcmp((*one)->name, (*other)->name);
}

static enum ibp_status check(const struct ibp_products *products,
			     const struct ibp_places *places,
			     struct ibp_error *err)
{
	const struct ibp_product **sorted =
		ibp_alloc((products->count + 1) * sizeof(*sorted));
	size_t before = err->count;

	for (size_t i = 0; i < products->count; i++)
		sorted[i] = &products->items[i];
	qsort(sorted, products->count, sizeof(*sorted), by_name);
	for (size_t i = 1; i < products->count; i++)
		if (by_name(&sorted[i - 1], &sorted[i]) == 0)
			ibp_places_fault(places, err, &sorted[i]->name,
					 _("The product \"%s\" stands twice. "
					   "Keep one of the two."),
					 sorted[i]->name);
	free(sorted);
	return err->count > before ? IBP_INPUT : IBP_OK;
}

enum ibp_status ibp_products_load(const char *path,
				  struct ibp_products **products,
				  struct ibp_error *err)
{
	struct ibp_products *made = ibp_alloc(sizeof(*made));
	struct ibp_places places = {0};
	struct ibp_buf content = {0};
	enum ibp_status status =
		ibp_file_read(path, IBP_PRODUCTS_FILE_MAX, &content, err);

	if (!status)
		status = ibp_yaml_read(path, ibp_buf_text(&content),
				       content.length, &products_record, made,
				       &made->arena, &places, err);
	if (!status)
		status = check(made, &places, err);
	if (!status) {
		*products = made;
		made = NULL;
	}
	ibp_products_free(made);
	ibp_places_release(&places);
	ibp_buf_release(&content);
	return status;
}

enum ibp_status ibp_products_open(const char *data_dir,
				  struct ibp_products **products,
				  struct ibp_error *err)
{
	char *models = ibp_path_join(data_dir, "fora-model");
	char *path = ibp_path_join(models, "products.yaml");
	enum ibp_status status = IBP_OK;

	if (ibp_file_exists(path))
		status = ibp_products_load(path, products, err);
	else
		*products = ibp_alloc(sizeof(**products));
	free(path);
	free(models);
	return status;
}

void ibp_products_free(struct ibp_products *products)
{
	if (!products)
		return;
	ibp_arena_release(&products->arena);
	free(products);
}

const char *ibp_product_sector_word(enum ibp_product_sector sector)
{
	return sector_words[sector];
}

const char *ibp_product_basis_word(enum ibp_product_basis basis)
{
	return basis_words[basis];
}
