/*
 * The parts of model/framework.h that lie in files of their own.
 */
#ifndef IBP_MODEL_FRAMEWORK_READ_H
#define IBP_MODEL_FRAMEWORK_READ_H

#include "model/framework.h"
#include "model/yaml.h"

#define IBP_FRAMEWORK_SCHEMA "ibp-tools/framework/1"

/* The words of the two enums, each list ending with NULL. */
extern const char *const ibp_code_status_words[];
extern const char *const ibp_title_status_words[];

/* The whole file, into a struct ibp_framework. */
extern const struct ibp_yaml_record ibp_framework_record;

/*
 * Checks what one value says of another, and fills the indexes.  Every
 * member that the file must hold is there.
 */
enum ibp_status ibp_framework_check(struct ibp_framework *framework,
				    struct ibp_error *err);

/* The part of it that is about norms; every fault is added to ERR. */
void ibp_framework_check_norms(struct ibp_framework *framework,
			       struct ibp_error *err);

/* Whether TEXT may be an id, or a version; then it is a safe file name. */
bool ibp_framework_is_id(const char *text);
bool ibp_framework_is_version(const char *text);

#endif
