/*
 * Products that schools use and the reference components they seem to fill:
 * fora-model/products.yaml.  A proposal of this project, never the opinion of
 * the publisher of FORA.
 */
#ifndef IBP_MODEL_PRODUCTS_H
#define IBP_MODEL_PRODUCTS_H

#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"

#define IBP_PRODUCTS_FILE_MAX ((size_t)4 * 1024 * 1024)
#define IBP_PRODUCTS_MAX 10000

enum ibp_product_sector { IBP_PRODUCT_PO, IBP_PRODUCT_VO, IBP_PRODUCT_BOTH };

enum ibp_product_basis {
	IBP_PRODUCT_SEEN,  /* read in a public source */
	IBP_PRODUCT_PUBLIC /* generally known */
};

struct ibp_product {
	const char *name;
	const char *vendor; /* NULL: not known */
	enum ibp_product_sector sector;
	enum ibp_product_basis basis;
	struct ibp_strings components; /* ids of elements of FORA */
};

struct ibp_products {
	struct ibp_arena arena;
	const char *schema;
	struct ibp_product *items;
	size_t count;
};

/* A name that stands twice is IBP_INPUT. */
enum ibp_status ibp_products_load(const char *path,
				  struct ibp_products **products,
				  struct ibp_error *err);

/* DATA_DIR/fora-model/products.yaml; none there: none at all. */
enum ibp_status ibp_products_open(const char *data_dir,
				  struct ibp_products **products,
				  struct ibp_error *err);

void ibp_products_free(struct ibp_products *products);

/* "po", "vo", "both"; "seen", "public". */
const char *ibp_product_sector_word(enum ibp_product_sector sector);
const char *ibp_product_basis_word(enum ibp_product_basis basis);

#endif
