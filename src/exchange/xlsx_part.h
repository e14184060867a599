/* The parts of a workbook, each read by a file of its own. */
#ifndef IBP_EXCHANGE_XLSX_PART_H
#define IBP_EXCHANGE_XLSX_PART_H

#include "exchange/xlsx_read.h"
#include "exchange/xml.h"

/* What to do with a workbook whose parts are no good (msgid). */
extern const char *const ibp_xlsx_remedy;

/* Reads the part INDEX of the archive. */
enum ibp_status ibp_xlsx_read_part(struct ibp_workbook *workbook, size_t index,
				   const struct ibp_xml_events *events,
				   void *context, struct ibp_error *err);

/* Tells that the part read now does not hold together. */
void ibp_xlsx_fault(struct ibp_xml *xml);

/* A number of digits alone, at most MAX; false otherwise. */
bool ibp_xlsx_index(const char *text, size_t max, size_t *index);

/* Into workbook->strings, and into workbook->date_styles. */
enum ibp_status ibp_xlsx_read_strings(struct ibp_workbook *workbook,
				      size_t index, struct ibp_error *err);
enum ibp_status ibp_xlsx_read_styles(struct ibp_workbook *workbook,
				     size_t index, struct ibp_error *err);

/* TEXT in the arena, with what stands in it as _x000A_ put in its place. */
const char *ibp_xlsx_cell_text(struct ibp_workbook *workbook, const char *text);

/*
 * A number as programs write it ("3", "2.9999999999999996", "4.6E4") in its
 * plain form, rounded to what a spreadsheet shows; TEXT itself where it is
 * another or too large.
 */
const char *ibp_xlsx_cell_number(struct ibp_workbook *workbook,
				 const char *text);

/* "D12"; false: no address of a cell. */
bool ibp_xlsx_address(const char *text, size_t *column, size_t *row);

#endif
