/*
 * A zip archive in memory, read part by part; a workbook is one.  Only zip.c
 * knows minizip.
 *
 * The whole list of parts is looked at before any of them is unpacked: a
 * password, a name that leads outside, two parts of one name, and more or
 * larger parts than a workbook has are refused.
 */
#ifndef IBP_EXCHANGE_ZIP_H
#define IBP_EXCHANGE_ZIP_H

#include <stddef.h>

#include "base/error.h"

/* Ceilings; of parts when they are unpacked. */
#define IBP_ZIP_FILE_MIB 16 /* the archive itself */
#define IBP_ZIP_PARTS_MAX 64
#define IBP_ZIP_PART_MIB 32
#define IBP_ZIP_TOTAL_MIB 64 /* of all parts that are read */
#define IBP_ZIP_NAME_MAX 200

struct ibp_zip;

/*
 * FILE is for messages; it and BYTES outlive the archive.  Faults are
 * IBP_INPUT.
 */
enum ibp_status ibp_zip_open(const char *file, const char *bytes, size_t length,
			     struct ibp_zip **zip, struct ibp_error *err);
void ibp_zip_close(struct ibp_zip *zip);

size_t ibp_zip_count(const struct ibp_zip *zip);
const char *ibp_zip_name(const struct ibp_zip *zip, size_t index);

/* The part NAME, in any case; ibp_zip_count: there is none. */
size_t ibp_zip_find(const struct ibp_zip *zip, const char *name);

/* From now on ibp_zip_next gives the part INDEX from its beginning. */
enum ibp_status ibp_zip_begin(struct ibp_zip *zip, size_t index,
			      struct ibp_error *err);

/* At most SIZE bytes; 0: the end, and it is whole; below 0: a fault. */
long ibp_zip_next(struct ibp_zip *zip, char *buffer, size_t size,
		  struct ibp_error *err);

#endif
