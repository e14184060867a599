/*
 * What the publisher's words mean.  Both ways: imports and exports.
 */
#ifndef IBP_EXCHANGE_FORA_TYPE_H
#define IBP_EXCHANGE_FORA_TYPE_H

#include "exchange/archi.h"
#include "model/fora.h"

/* The name of the folder that ELEMENT is in, at LEVEL from 0; NULL: none. */
const char *ibp_fora_folder(const struct ibp_archi *archi,
			    const struct ibp_archi_element *element,
			    size_t level);

/*
 * By the property FORA-type, else by the folder under the layer, else by the
 * type of ArchiMate; the domains of 2024 by id.
 */
enum ibp_fora_type ibp_fora_type_of(const struct ibp_archi *archi,
				    const struct ibp_archi_element *element);

/* The other way round: property and folder; NULL: neither has a word. */
const char *ibp_fora_property_word(enum ibp_fora_type type);
const char *ibp_fora_folder_word(enum ibp_fora_type type);

/* The type of ArchiMate that the publisher uses. */
const char *ibp_fora_archimate_type(enum ibp_fora_type type);

/* By the folders actueel, todo and vervallen, in any case. */
enum ibp_fora_status ibp_fora_status_of(
	const struct ibp_archi *archi, const struct ibp_archi_element *element);

/* Whether any folder of ELEMENT holds what is about the model itself. */
bool ibp_fora_is_set_aside(const struct ibp_archi *archi,
			   const struct ibp_archi_element *element);

enum ibp_fora_rating ibp_fora_rating_of(const char *word);
enum ibp_fora_answer ibp_fora_answer_of(const char *word);

/* False: no relation of ArchiMate. */
bool ibp_fora_relation_of(const char *word, enum ibp_fora_relation_type *type);
enum ibp_fora_access ibp_fora_access_of(const char *word);

#endif
