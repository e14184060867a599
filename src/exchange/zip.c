#include "exchange/zip.h"

#include <minizip/unzip.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"

#define MIB ((size_t)1024 * 1024)
#define FLAG_ENCRYPTED 1u

/* What the archive lies in, and where it is read now. */
struct memory {
	const char *bytes;
	size_t length;
	size_t at;
	bool failed; /* more was wanted than there is */
};

struct part {
	const char *name;
	size_t size; /* unpacked, as the archive says */
	unz64_file_pos place;
};

struct ibp_zip {
	struct ibp_arena arena;
	const char *file;
	struct memory memory;
	unzFile handle;
	struct part parts[IBP_ZIP_PARTS_MAX];
	size_t count;
	size_t total; /* of the parts read so far */
	size_t left;  /* of the part read now */
	bool reading;
};

/* ---- The archive as minizip sees it: a file in memory ---------------------
 */

static voidpf open_memory(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
	struct memory *memory = stream;
	size_t left = memory->length - memory->at;
	size_t taken = size < left ? size : left;

	(void)opaque;
	memcpy(buffer, memory->bytes + memory->at, taken);
	memory->at += taken;
	memory->failed |= taken < size;
	return (uLong)taken;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream)
{
	const struct memory *memory = stream;

	(void)opaque;
	return memory->at;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset,
			int origin)
{
	struct memory *memory = stream;
	size_t from = 0;

	(void)opaque;
	if (origin == ZLIB_FILEFUNC_SEEK_CUR)
		from = memory->at;
	else if (origin == ZLIB_FILEFUNC_SEEK_END)
		from = memory->length;
	if (offset > memory->length - from)
		return -1;
	memory->at = from + (size_t)offset;
	return 0;
}

static int has_failed(voidpf opaque, voidpf stream)
{
	const struct memory *memory = stream;

	(void)opaque;
	return memory->failed;
}

static int close_memory(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static void open_handle(struct ibp_zip *zip)
{
	zlib_filefunc64_def functions = {
		.zopen64_file = open_memory,
		.zread_file = read_memory,
		.ztell64_file = tell_memory,
		.zseek64_file = seek_memory,
		.zclose_file = close_memory,
		.zerror_file = has_failed,
		.opaque = &zip->memory,
	};

	zip->handle = unzOpen2_64(zip->file, &functions);
}

/* ---- The list of parts ----------------------------------------------------
 */

static enum ibp_status damaged(const struct ibp_zip *zip, struct ibp_error *err)
{
	return ibp_error_add(err, IBP_INPUT, zip->file, 0, 0,
			     _("This workbook is cut off or damaged. Open it "
			       "in a spreadsheet program and save it again."));
}

static enum ibp_status too_large(const struct ibp_zip *zip, int mib,
				 struct ibp_error *err)
{
	return ibp_error_add(err, IBP_INPUT, zip->file, 0, 0,
			     _("This workbook is too large (more than %d MiB, "
			       "unpacked). Copy the sheet that is to be "
			       "read into a new workbook."),
			     mib);
}

/* A name in the archive stays in it: relative, without "..". */
static bool leads_outside(const char *name)
{
	const char *at = name;

	if (*name == '/' || strpbrk(name, "\\:"))
		return true;
	while ((at = strstr(at, ".."))) {
		if ((at == name || at[-1] == '/') && (at[2] == '/' || !at[2]))
			return true;
		at += 2;
	}
	return false;
}

static enum ibp_status check_part(const struct ibp_zip *zip, const char *name,
				  const unz_file_info64 *info,
				  struct ibp_error *err)
{
	if (info->flag & FLAG_ENCRYPTED)
		return ibp_error_add(err, IBP_INPUT, zip->file, 0, 0,
				     _("This workbook is locked with a "
				       "password. Save it without one."));
	if (strlen(name) != info->size_filename || leads_outside(name) ||
	    ibp_zip_find(zip, name) < zip->count)
		return ibp_error_add(
			err, IBP_INPUT, zip->file, 0, 0,
			_("A part of this workbook has a name that no "
			  "spreadsheet program gives it. Open the workbook "
			  "in one and save it again."));
	/* Another way of packing would be given as it is, and not checked. */
	if (info->compression_method && info->compression_method != Z_DEFLATED)
		return damaged(zip, err);
	if (info->uncompressed_size > IBP_ZIP_PART_MIB * MIB)
		return too_large(zip, IBP_ZIP_PART_MIB, err);
	return IBP_OK;
}

static enum ibp_status add_part(struct ibp_zip *zip, struct ibp_error *err)
{
	char name[IBP_ZIP_NAME_MAX + 1];
	struct part *part = &zip->parts[zip->count];
	unz_file_info64 info;
	enum ibp_status status;

	if (zip->count == IBP_ZIP_PARTS_MAX)
		return ibp_error_add(err, IBP_INPUT, zip->file, 0, 0,
				     _("This workbook has more than %d parts. "
				       "Copy the sheet that is to be read into "
				       "a new workbook."),
				     IBP_ZIP_PARTS_MAX);
	if (unzGetCurrentFileInfo64(zip->handle, &info, name, sizeof(name),
				    NULL, 0, NULL, 0) != UNZ_OK ||
	    unzGetFilePos64(zip->handle, &part->place) != UNZ_OK)
		return damaged(zip, err);
	/* A name of exactly the size of the room for it has no end. */
	name[IBP_ZIP_NAME_MAX] = '\0';
	status = check_part(zip, name, &info, err);
	if (status)
		return status;
	part->name = ibp_arena_strdup(&zip->arena, name);
	part->size = (size_t)info.uncompressed_size;
	zip->count++;
	return IBP_OK;
}

static enum ibp_status list_parts(struct ibp_zip *zip, struct ibp_error *err)
{
	int result;

	if (zip->memory.length > IBP_ZIP_FILE_MIB * MIB)
		return too_large(zip, IBP_ZIP_FILE_MIB, err);
	open_handle(zip);
	if (!zip->handle)
		return damaged(zip, err);
	result = unzGoToFirstFile(zip->handle);
	while (result == UNZ_OK) {
		enum ibp_status status = add_part(zip, err);

		if (status)
			return status;
		result = unzGoToNextFile(zip->handle);
	}
	return result == UNZ_END_OF_LIST_OF_FILE ? IBP_OK : damaged(zip, err);
}

enum ibp_status ibp_zip_open(const char *file, const char *bytes, size_t length,
			     struct ibp_zip **zip, struct ibp_error *err)
{
	struct ibp_zip *made = ibp_alloc(sizeof(*made));
	enum ibp_status status;

	made->file = file;
	made->memory = (struct memory){.bytes = bytes, .length = length};
	status = list_parts(made, err);
	if (status)
		ibp_zip_close(made);
	else
		*zip = made;
	return status;
}

void ibp_zip_close(struct ibp_zip *zip)
{
	if (!zip)
		return;
	if (zip->handle)
		unzClose(zip->handle);
	ibp_arena_release(&zip->arena);
	free(zip);
}

size_t ibp_zip_count(const struct ibp_zip *zip)
{
	return zip->count;
}

const char *ibp_zip_name(const struct ibp_zip *zip, size_t index)
{
	return zip->parts[index].name;
}

size_t ibp_zip_find(const struct ibp_zip *zip, const char *name)
{
	size_t i = 0;

	while (i < zip->count && strcasecmp(zip->parts[i].name, name) != 0)
		i++;
	return i;
}

/* ---- One part -------------------------------------------------------------
 */

enum ibp_status ibp_zip_begin(struct ibp_zip *zip, size_t index,
			      struct ibp_error *err)
{
	const struct part *part;

	if (zip->reading)
		unzCloseCurrentFile(zip->handle);
	zip->reading = false;
	if (index >= zip->count)
		return damaged(zip, err);
	part = &zip->parts[index];
	zip->total += part->size;
	if (zip->total > IBP_ZIP_TOTAL_MIB * MIB)
		return too_large(zip, IBP_ZIP_TOTAL_MIB, err);
	if (unzGoToFilePos64(zip->handle, &part->place) != UNZ_OK ||
	    unzOpenCurrentFile(zip->handle) != UNZ_OK)
		return damaged(zip, err);
	zip->reading = true;
	zip->left = part->size;
	return IBP_OK;
}

long ibp_zip_next(struct ibp_zip *zip, char *buffer, size_t size,
		  struct ibp_error *err)
{
	int got = unzReadCurrentFile(zip->handle, buffer, (unsigned)size);

	if (got > 0) {
		zip->left -= (size_t)got;
		return got;
	}
	zip->reading = false;
	/* Closing compares what was read with the sum that the archive says. */
	if (unzCloseCurrentFile(zip->handle) != UNZ_OK || got < 0 ||
	    zip->left) {
		damaged(zip, err);
		return -1;
	}
	return 0;
}
