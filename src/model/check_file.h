/*
 * A model file of any kind, checked where it lies and not installed.
 */
#ifndef IBP_MODEL_CHECK_FILE_H
#define IBP_MODEL_CHECK_FILE_H

#include "base/error.h"

/*
 * What the file is, its schema says.  An upgrade map is also held against
 * the two frameworks that it joins, where they lie beside it.
 */
enum ibp_status ibp_model_check_file(const char *path, struct ibp_error *err);

#endif
