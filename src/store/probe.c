#include "store/probe.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/i18n.h"

/* The header of an SQLite file: sqlite.org/fileformat.html, 1.3. */
#define HEADER_SIZE 100
#define AT_PAGE_SIZE 16
#define AT_PAGE_COUNT 28
#define AT_APPLICATION_ID 68

static const char magic[] = "SQLite format 3"; /* and its NUL byte */

struct header {
	unsigned char bytes[HEADER_SIZE];
	size_t length; /* what there was to read */
	off_t size;    /* of the whole file */
	mode_t mode;
};

static uint32_t number_at(const struct header *h, size_t at, size_t length)
{
	uint32_t number = 0;

	while (length--)
		number = number << 8 | h->bytes[at++];
	return number;
}

/* Non-blocking, or a named pipe would keep us waiting. */
static bool read_header(const char *path, struct header *h)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat info;
	ssize_t got = 0;
	int kept;

	if (fd < 0)
		return false;
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode))
		got = pread(fd, h->bytes, HEADER_SIZE, 0);
	kept = errno;
	close(fd);
	errno = kept;
	if (got < 0)
		return false;
	h->length = (size_t)got;
	h->size = info.st_size;
	h->mode = info.st_mode;
	return true;
}

static enum ibp_status no_file(const char *shown, const char *missing,
			       struct ibp_error *err)
{
	if (errno == ENOENT)
		return ibp_error_set(err, IBP_INPUT,
				     _("There is no file %s. %s"), shown,
				     _(missing));
	return ibp_error_set(err, IBP_INPUT, _("%s cannot be read: %s."), shown,
			     strerror(errno));
}

static enum ibp_status not_ours(const char *shown, uint32_t id,
				struct ibp_error *err)
{
	if (id == IBP_REGISTER_APPLICATION_ID)
		return ibp_error_set(err, IBP_DATA,
				     _("%s is a register of ibp-monitor, not "
				       "the data file of a board."),
				     shown);
	if (id == IBP_APPLICATION_ID)
		return ibp_error_set(err, IBP_DATA,
				     _("%s is the data file of a board, not a "
				       "register of ibp-monitor."),
				     shown);
	return ibp_error_set(err, IBP_DATA,
			     _("%s is a database of another program, not a "
			       "data file of ibp-tools."),
			     shown);
}

enum ibp_status ibp_probe_file(const char *path, const char *shown,
			       const struct ibp_schema *schema,
			       struct ibp_error *err)
{
	struct header h = {0};
	uint32_t id;

	if (!read_header(path, &h))
		return no_file(shown, schema->missing, err);
	if (!S_ISREG(h.mode))
		return ibp_error_set(err, IBP_INPUT, _("%s is not a file."),
				     shown);
	if (h.length == 0)
		return ibp_error_set(err, IBP_DATA,
				     _("%s is empty, so it is not a data file "
				       "of ibp-tools."),
				     shown);
	if (memcmp(h.bytes, magic,
		   h.length < sizeof(magic) ? h.length : sizeof(magic)) != 0)
		return ibp_error_set(err, IBP_DATA,
				     _("%s is not a data file of ibp-tools."),
				     shown);
	if (h.length < HEADER_SIZE)
		return ibp_error_set(
			err, IBP_DATA,
			_("%s is cut short: the end of the file is missing. "
			  "%s"),
			shown, _(schema->remedy));
	id = number_at(&h, AT_APPLICATION_ID, 4);
	return id == (uint32_t)schema->application_id ?
		       IBP_OK :
		       not_ours(shown, id, err);
}

bool ibp_probe_is_cut_short(const char *path)
{
	struct header h = {0};
	uint32_t page_size;

	if (!read_header(path, &h) || h.length < HEADER_SIZE)
		return false;
	page_size = number_at(&h, AT_PAGE_SIZE, 2);
	if (page_size == 1)
		page_size = 65536;
	if (page_size < 512 || (page_size & (page_size - 1)))
		return false;
	return h.size < (off_t)page_size * number_at(&h, AT_PAGE_COUNT, 4);
}

bool ibp_probe_is_shared(unsigned long type)
{
	static const unsigned long shared[] = {
		NFS_SUPER_MAGIC, V9FS_MAGIC, SMB_SUPER_MAGIC, CIFS_SUPER_MAGIC,
		SMB2_SUPER_MAGIC};

	for (size_t i = 0; i < sizeof(shared) / sizeof(*shared); i++)
		if (shared[i] == (type & 0xffffffffUL))
			return true;
	return false;
}

bool ibp_probe_is_on_share(const char *path)
{
	struct statfs info;

	return statfs(path, &info) == 0 &&
	       ibp_probe_is_shared((unsigned long)info.f_type);
}
