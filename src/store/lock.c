/* Locking an assessment, and opening it again with a reason. */
#include "base/date.h"
#include "base/i18n.h"
#include "store/internal.h"
#include "store/step.h"

static void add(struct ibp_changes *changes, long id, const char *field,
		const char *value)
{
	struct ibp_buf key = {0};

	ibp_buf_addf(&key, "%ld", id);
	ibp_changes_add(changes, IBP_SUBJECT_ASSESSMENT, 0, key.data, field,
			NULL, value);
	ibp_buf_release(&key);
}

static enum ibp_status make(struct ibp_store *store,
			    struct ibp_changes *changes, struct ibp_error *err)
{
	enum ibp_status status = ibp_store_apply(store, changes->items,
						 changes->count, NULL, err);

	ibp_changes_release(changes);
	return status;
}

enum ibp_status ibp_store_lock(struct ibp_store *store,
			       const struct ibp_assessment_info *info,
			       struct ibp_error *err)
{
	char digest[IBP_SHA256_SIZE];
	struct ibp_changes changes = {0};
	char now[IBP_TIME_SIZE];
	enum ibp_status status;

	if (info->locked)
		return ibp_error_set(err, IBP_USAGE,
				     _("The assessment \"%s\" is locked "
				       "already."),
				     info->name);
	status = ibp_store_digest(store, info->id, digest, err);
	if (status)
		return status;
	ibp_time_now(now);
	add(&changes, info->id, "locked", now);
	add(&changes, info->id, "locked_by", ibp_step_who(store));
	add(&changes, info->id, "digest", digest);
	return make(store, &changes, err);
}

enum ibp_status ibp_store_unlock(struct ibp_store *store,
				 const struct ibp_assessment_info *info,
				 const char *reason, struct ibp_error *err)
{
	struct ibp_changes changes = {0};

	if (!info->locked)
		return ibp_error_set(err, IBP_USAGE,
				     _("The assessment \"%s\" is not locked."),
				     info->name);
	/* The log names the first of them. */
	add(&changes, info->id, "unlock_reason", reason);
	add(&changes, info->id, "locked", NULL);
	add(&changes, info->id, "locked_by", NULL);
	add(&changes, info->id, "digest", NULL);
	return make(store, &changes, err);
}
