/*
 * What the readers of the two forms share.
 */
#ifndef IBP_EXCHANGE_ARCHI_READ_H
#define IBP_EXCHANGE_ARCHI_READ_H

#include "exchange/archi.h"
#include "exchange/xml.h"

/* "id-" and what is left of ID; NULL: no id, which is told. */
const char *ibp_archi_id(struct ibp_archi *archi, struct ibp_xml *xml,
			 const char *id);

/* One line: outer blanks gone, line breaks and tabs become blanks. */
const char *ibp_archi_line(struct ibp_archi *archi, const char *text);

/* Outer blanks gone; what no text may hold is left out; NULL: empty. */
const char *ibp_archi_lines(struct ibp_archi *archi, const char *text);

/* The property KEY ("FORA-type"); IBP_ARCHI_PROPERTIES: another one. */
enum ibp_archi_property ibp_archi_property_of(const char *key);

/* New ones, zeroed; valid until the next. */
struct ibp_archi_folder *ibp_archi_add_folder(struct ibp_archi *archi);
struct ibp_archi_element *ibp_archi_add_element(struct ibp_archi *archi);
struct ibp_archi_relation *ibp_archi_add_relation(struct ibp_archi *archi);
struct ibp_archi_box *ibp_archi_add_box(struct ibp_archi *archi);

enum ibp_status ibp_grafico_read(const char *path, bool texts,
				 struct ibp_archi *archi,
				 struct ibp_error *err);

extern const struct ibp_xml_events ibp_exchange_events;

/* Of one exchange file; the context of ibp_exchange_events. */
struct ibp_exchange;
struct ibp_exchange *ibp_exchange_new(struct ibp_archi *archi, bool texts);
void ibp_exchange_free(struct ibp_exchange *exchange);

/* When the file is read: joins what stands apart in it. */
void ibp_exchange_finish(struct ibp_exchange *exchange);

#endif
