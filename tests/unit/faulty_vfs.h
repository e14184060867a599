/*
 * An SQLite file system that counts what is asked of it and fails at a
 * chosen moment, as a full, broken or read-only disk does.
 */
#ifndef IBP_TESTS_FAULTY_VFS_H
#define IBP_TESTS_FAULTY_VFS_H

#include <errno.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

enum faulty_call {
	FAULTY_OPEN,  /* of a file that is to be made */
	FAULTY_WRITE, /* nothing of it is written */
	FAULTY_SHORT, /* half of it is written */
	FAULTY_SYNC,
	FAULTY_TRUNCATE,
	FAULTY_DELETE,  /* the file stays */
	FAULTY_DELETED, /* the file is gone, its folder not synchronised */
	FAULTY_READ,
	FAULTY_CALLS
};

static struct {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	sqlite3_io_methods methods;
	unsigned long counts[FAULTY_CALLS];
	enum faulty_call call;
	unsigned long at; /* fails from this count on; 0: never */
	bool once;        /* and works again after it */
	int error;        /* errno of the failure */
	bool struck;
} faulty;

struct faulty_file {
	sqlite3_file base;
	sqlite3_file *real;
};

static inline sqlite3_file *faulty_real(sqlite3_file *file)
{
	return ((struct faulty_file *)(void *)file)->real;
}

static inline bool faulty_strikes(enum faulty_call call)
{
	unsigned long count = ++faulty.counts[call];

	if (call != faulty.call || !faulty.at || count < faulty.at ||
	    (faulty.once && count > faulty.at))
		return false;
	faulty.struck = true;
	errno = faulty.error;
	return true;
}

static inline int faulty_close(sqlite3_file *file)
{
	sqlite3_file *real = faulty_real(file);
	int code = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;

	free(real);
	return code;
}

static inline int faulty_read(sqlite3_file *file, void *data, int length,
			      sqlite3_int64 at)
{
	if (faulty_strikes(FAULTY_READ))
		return SQLITE_IOERR_READ;
	return faulty_real(file)->pMethods->xRead(faulty_real(file), data,
						  length, at);
}

static inline int faulty_write(sqlite3_file *file, const void *data, int length,
			       sqlite3_int64 at)
{
	sqlite3_file *real = faulty_real(file);
	int failure = faulty.error == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;

	if (faulty_strikes(FAULTY_WRITE))
		return failure;
	if (faulty_strikes(FAULTY_SHORT)) {
		real->pMethods->xWrite(real, data, length / 2, at);
		errno = faulty.error;
		return failure;
	}
	return real->pMethods->xWrite(real, data, length, at);
}

static inline int faulty_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	if (faulty_strikes(FAULTY_TRUNCATE))
		return SQLITE_IOERR_TRUNCATE;
	return faulty_real(file)->pMethods->xTruncate(faulty_real(file), size);
}

/* Counted, not done: nobody pulls the plug here, and it takes long. */
static inline int faulty_sync(sqlite3_file *file, int flags)
{
	(void)file;
	(void)flags;
	return faulty_strikes(FAULTY_SYNC) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static inline int faulty_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return faulty_real(file)->pMethods->xFileSize(faulty_real(file), size);
}

static inline int faulty_lock(sqlite3_file *file, int level)
{
	return faulty_real(file)->pMethods->xLock(faulty_real(file), level);
}

static inline int faulty_unlock(sqlite3_file *file, int level)
{
	return faulty_real(file)->pMethods->xUnlock(faulty_real(file), level);
}

static inline int faulty_reserved(sqlite3_file *file, int *result)
{
	return faulty_real(file)->pMethods->xCheckReservedLock(
		faulty_real(file), result);
}

static inline int faulty_control(sqlite3_file *file, int op, void *argument)
{
	return faulty_real(file)->pMethods->xFileControl(faulty_real(file), op,
							 argument);
}

static inline int faulty_sector(sqlite3_file *file)
{
	return faulty_real(file)->pMethods->xSectorSize(faulty_real(file));
}

static inline int faulty_device(sqlite3_file *file)
{
	return faulty_real(file)->pMethods->xDeviceCharacteristics(
		faulty_real(file));
}

static inline int faulty_open(sqlite3_vfs *vfs, const char *name,
			      sqlite3_file *file, int flags, int *out)
{
	struct faulty_file *made = (struct faulty_file *)(void *)file;
	int code;

	(void)vfs;
	made->base.pMethods = NULL;
	if ((flags & SQLITE_OPEN_CREATE) && faulty_strikes(FAULTY_OPEN))
		return SQLITE_CANTOPEN;
	made->real = calloc(1, (size_t)faulty.real->szOsFile);
	code = faulty.real->xOpen(faulty.real, name, made->real, flags, out);
	if (code == SQLITE_OK)
		made->base.pMethods = &faulty.methods;
	else
		free(made->real);
	return code;
}

static inline int faulty_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	int code;

	(void)vfs;
	(void)sync;
	if (faulty_strikes(FAULTY_DELETE))
		return SQLITE_IOERR_DELETE;
	code = faulty.real->xDelete(faulty.real, name, 0);
	return faulty_strikes(FAULTY_DELETED) ? SQLITE_IOERR_DIR_FSYNC : code;
}

static inline int faulty_last_error(sqlite3_vfs *vfs, int length, char *text)
{
	(void)vfs;
	return faulty.struck ?
		       faulty.error :
		       faulty.real->xGetLastError(faulty.real, length, text);
}

static inline int faulty_access(sqlite3_vfs *vfs, const char *name, int flags,
				int *result)
{
	(void)vfs;
	return faulty.real->xAccess(faulty.real, name, flags, result);
}

static inline int faulty_full_name(sqlite3_vfs *vfs, const char *name,
				   int length, char *full)
{
	(void)vfs;
	return faulty.real->xFullPathname(faulty.real, name, length, full);
}

/* From now on every database goes through here. */
static inline void faulty_start(void)
{
	faulty.real = sqlite3_vfs_find(NULL);
	faulty.vfs = *faulty.real;
	faulty.vfs.zName = "faulty";
	faulty.vfs.szOsFile = sizeof(struct faulty_file);
	faulty.vfs.xOpen = faulty_open;
	faulty.vfs.xDelete = faulty_delete;
	faulty.vfs.xGetLastError = faulty_last_error;
	faulty.vfs.xAccess = faulty_access;
	faulty.vfs.xFullPathname = faulty_full_name;
	faulty.methods = (sqlite3_io_methods){
		.iVersion = 1,
		.xClose = faulty_close,
		.xRead = faulty_read,
		.xWrite = faulty_write,
		.xTruncate = faulty_truncate,
		.xSync = faulty_sync,
		.xFileSize = faulty_size,
		.xLock = faulty_lock,
		.xUnlock = faulty_unlock,
		.xCheckReservedLock = faulty_reserved,
		.xFileControl = faulty_control,
		.xSectorSize = faulty_sector,
		.xDeviceCharacteristics = faulty_device,
	};
	sqlite3_vfs_register(&faulty.vfs, 1);
}

/* Counts from zero; AT 0: nothing fails. */
static inline void faulty_plan(enum faulty_call call, int error,
			       unsigned long at, bool once)
{
	for (int i = 0; i < FAULTY_CALLS; i++)
		faulty.counts[i] = 0;
	faulty.call = call;
	faulty.error = error;
	faulty.at = at;
	faulty.once = once;
	faulty.struck = false;
}

static inline void faulty_heal(void)
{
	faulty_plan(FAULTY_CALLS, 0, 0, false);
}

#endif
