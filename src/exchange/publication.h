/*
 * What is published: benchmark.csv, a row for each figure, and the Data
 * Package (version 2) that describes it.  The same plan gives the same bytes
 * on every machine and in every language; nothing in them says when, where or
 * by whom.  Read again by exchange/benchmark.h.
 */
#ifndef IBP_EXCHANGE_PUBLICATION_H
#define IBP_EXCHANGE_PUBLICATION_H

#include "base/buf.h"
#include "base/hash.h"
#include "core/sdc.h"

#define IBP_PUBLICATION_CSV "benchmark.csv"
#define IBP_PUBLICATION_PACKAGE "datapackage.json"
#define IBP_PUBLICATION_EXCEL "benchmark-excel.csv"

struct ibp_publication {
	const struct ibp_sdc_plan *plan;
	const struct ibp_sdc_rules *rules;
	const char *edition;
	const char *catalogue; /* digest */
	/* Pupils from which boards are M and L; 0: no such boards. */
	struct {
		long middle;
		long large;
	} sizes[IBP_SDC_SECTORS];
	long epsilon;       /* thousandths; 0: not the mode with noise */
	const char *detail; /* "groups", "clusters", "overall" */
};

enum ibp_publication_form {
	IBP_PUBLICATION_PLAIN, /* commas and a decimal point */
	IBP_PUBLICATION_DUTCH  /* semicolons, a decimal comma and a mark */
};

void ibp_publication_csv(const struct ibp_publication *publication,
			 enum ibp_publication_form form, struct ibp_buf *out);

/* The promise in the package: which sentence people may hold us to. */
extern const char ibp_publication_promise[];

/* The title of the package, and what it says of a column; NULL: no more. */
void ibp_publication_add_title(struct ibp_buf *out, const char *edition);
const char *ibp_publication_meaning(size_t column);

/* "sdc" of the package, an object: how the figures were made. */
void ibp_publication_params(const struct ibp_publication *publication,
			    struct ibp_buf *out);

/* PARAMS is what ibp_publication_params gave, of the file CSV. */
void ibp_publication_package(const char *edition, const char *params,
			     const struct ibp_buf *csv,
			     const char digest[IBP_SHA256_SIZE],
			     struct ibp_buf *out);

#endif
