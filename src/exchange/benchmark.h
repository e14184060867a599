/*
 * Published figures of a sector: benchmark.csv, with datapackage.json beside
 * it.  Read strictly: what `ibp-monitor publish` writes and nothing else, so
 * that a figure is never a slip of a spreadsheet.
 *
 * Of the package is read: that the digest of the CSV is the one it names
 * (`resources[0].hash`, "sha256:" and 64 hexadecimal digits), `sdc.k`, and
 * `sdc.sizes`, {"po": [500, 2500]}: with fewer pupils than the first number a
 * board is small, from the second one on it is large.
 */
#ifndef IBP_EXCHANGE_BENCHMARK_H
#define IBP_EXCHANGE_BENCHMARK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "core/sdc.h"
#include "core/summary.h"

#define IBP_BENCHMARK_FILE_MAX ((size_t)8 * 1024 * 1024)
#define IBP_BENCHMARK_PACKAGE_MAX ((size_t)1024 * 1024)
#define IBP_BENCHMARK_TOTAL "total" /* the group of all norms together */

/* The columns in their order; ends with NULL. */
extern const char *const ibp_benchmark_columns[];

struct ibp_benchmark_row {
	struct ibp_sdc_cell cell;
	const char *group; /* of the catalogue, total, or a figure */
	enum ibp_sdc_measure measure;
	int category;        /* level 1..5 or band 0..5; -1: none */
	long value;          /* hundredths or per cent; -1: coded, withheld */
	const char *display; /* with a comma: "2,15", "<1,5", "35%" */
	const char *boards;  /* band: "30-59" */
	bool is_withheld;
};

struct ibp_benchmark_sizes {
	long low; /* 0: not known */
	long high;
};

struct ibp_benchmark {
	struct ibp_arena arena;
	char edition[IBP_EDITION_SIZE];
	enum ibp_sdc_mode mode;
	char digest[IBP_SHA256_SIZE]; /* of the bytes of the file */
	bool has_package;             /* it lay beside it, and it fits */
	long k;                       /* of the package; 0: not known */
	struct ibp_benchmark_sizes sizes[IBP_SDC_SECTORS]; /* likewise */
	struct ibp_benchmark_row *rows;
	size_t count;
};

/* FILE is for messages: FILE:LINE:COLUMN, a column being a field. */
enum ibp_status ibp_benchmark_parse(const char *file, const char *text,
				    size_t length,
				    struct ibp_benchmark **benchmark,
				    struct ibp_error *err);

/* With datapackage.json in the same folder, where there is one. */
enum ibp_status ibp_benchmark_load(const char *path,
				   struct ibp_benchmark **benchmark,
				   struct ibp_error *err);

void ibp_benchmark_free(struct ibp_benchmark *benchmark);

/* CATEGORY -1: of a measure without any.  NULL: it is not there. */
const struct ibp_benchmark_row *ibp_benchmark_find(
	const struct ibp_benchmark *benchmark, struct ibp_sdc_cell cell,
	const char *group, enum ibp_sdc_measure measure, int category);

/* The size class by the package; -1: not known. */
int ibp_benchmark_size(const struct ibp_benchmark *benchmark, int sector,
		       long pupils);

/*
 * The smallest cell over the whole country in which a board of this SECTOR
 * and SIZE is; a SIZE of -1 is not known, and leaves all sizes together.
 * SECTOR likewise.  False: there is only the whole, or not even that.
 */
bool ibp_benchmark_own_cell(const struct ibp_benchmark *benchmark, int sector,
			    int size, struct ibp_sdc_cell *cell);

#endif
