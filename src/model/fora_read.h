/*
 * The parts of model/fora.h that lie in files of their own.
 */
#ifndef IBP_MODEL_FORA_READ_H
#define IBP_MODEL_FORA_READ_H

#include "model/fora.h"
#include "model/yaml.h"

#define IBP_FORA_SCHEMA "ibp-tools/fora/1"

/* 32 hexadecimal digits, or a shorter id as it is. */
#define IBP_FORA_KEY_MAX IBP_FORA_ID_MAX

/* The whole file, into a struct ibp_fora. */
extern const struct ibp_yaml_record ibp_fora_record;

/* What every spelling of ID has in common; false: too long. */
bool ibp_fora_key(const char *id, char key[IBP_FORA_KEY_MAX + 1]);

/*
 * Fills what makes finding fast.  The ids must be there; what is double or
 * points nowhere is told at its place in the file.
 */
enum ibp_status ibp_fora_index(struct ibp_fora *fora,
			       const struct ibp_places *places,
			       struct ibp_error *err);

#endif
