#include "tui/key.h"

#include <string.h>
#include <utf8proc.h>

#include "base/i18n.h"

/* A key with a name of its own: for tables and scripts, and for people. */
static const struct key_name {
	const char *name;
	const char *shown; /* msgid with context "key"; NULL: the name */
	long key;
} names[] = {
	{"Up", NC_("key", "arrow up"), IBP_KEY_UP},
	{"Down", NC_("key", "arrow down"), IBP_KEY_DOWN},
	{"Left", NC_("key", "arrow left"), IBP_KEY_LEFT},
	{"Right", NC_("key", "arrow right"), IBP_KEY_RIGHT},
	{"PgUp", NC_("key", "PgUp"), IBP_KEY_PAGE_UP},
	{"PgDn", NC_("key", "PgDn"), IBP_KEY_PAGE_DOWN},
	{"Home", NC_("key", "Home"), IBP_KEY_HOME},
	{"End", NC_("key", "End"), IBP_KEY_END},
	{"Enter", NC_("key", "Enter"), IBP_KEY_ENTER},
	{"Escape", NC_("key", "Esc"), IBP_KEY_ESCAPE},
	{"Tab", NC_("key", "Tab"), IBP_KEY_TAB},
	{"BTab", NC_("key", "Shift-Tab"), IBP_KEY_BACKTAB},
	{"BSpace", NC_("key", "Backspace"), IBP_KEY_BACKSPACE},
	{"DC", NC_("key", "Delete"), IBP_KEY_DELETE},
	{"IC", NC_("key", "Insert"), IBP_KEY_INSERT},
	{"Space", NC_("key", "space bar"), IBP_KEY_SPACE},
};

#define NAMES (sizeof(names) / sizeof(*names))

static const struct key_name *find_key(long key)
{
	for (size_t i = 0; i < NAMES; i++)
		if (names[i].key == key)
			return &names[i];
	return NULL;
}

bool ibp_key_is_text(long key)
{
	return (key >= 0x20 && key < 0x7f) || (key >= 0xa0 && key < 0x110000);
}

/* "F1" to "F12". */
static long find_function(const char *name, size_t length)
{
	long number = 0;

	if (length < 2 || length > 3 || name[0] != 'F')
		return IBP_KEY_NONE;
	for (size_t i = 1; i < length; i++) {
		if (name[i] < '0' || name[i] > '9')
			return IBP_KEY_NONE;
		number = number * 10 + (name[i] - '0');
	}
	return number >= 1 && number <= 12 ? IBP_KEY_F0 + number : IBP_KEY_NONE;
}

long ibp_key_find(const char *name, size_t length)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t step;

	for (size_t i = 0; i < NAMES; i++)
		if (strlen(names[i].name) == length &&
		    !memcmp(names[i].name, name, length))
			return names[i].key;
	if (length == 3 && name[0] == 'C' && name[1] == '-' && name[2] >= 'a' &&
	    name[2] <= 'z')
		return IBP_KEY_CTRL(name[2]);
	step = utf8proc_iterate((const utf8proc_uint8_t *)name,
				(utf8proc_ssize_t)length, &code);
	if (step > 0 && (size_t)step == length && ibp_key_is_text(code))
		return code;
	return find_function(name, length);
}

bool ibp_key_is_one_of(long key, const char *list)
{
	while (list && *list) {
		size_t length = strcspn(list, " ");

		if (ibp_key_find(list, length) == key)
			return true;
		list += length;
		list += strspn(list, " ");
	}
	return false;
}

void ibp_key_add_text(struct ibp_buf *buf, long key)
{
	utf8proc_uint8_t bytes[4];

	if (ibp_key_is_text(key))
		ibp_buf_add_bytes(buf, bytes,
				  (size_t)utf8proc_encode_char(
					  (utf8proc_int32_t)key, bytes));
}

void ibp_key_add(struct ibp_buf *buf, long key)
{
	const struct key_name *named = find_key(key);

	if (named)
		ibp_buf_add(buf,
			    ibp_pgettext_expr(IBP_DOMAIN, "key", named->shown));
	else if (key > IBP_KEY_F0 && key <= IBP_KEY_LAST)
		ibp_buf_addf(buf, "F%ld", key - IBP_KEY_F0);
	else if (key > 0 && key < 0x20)
		/* TRANSLATORS: a key pressed together with Ctrl. */
		ibp_buf_addf(buf, C_("key", "Ctrl-%c"), (int)key + '@');
	else
		ibp_key_add_text(buf, key);
}

/* The next key of *LIST, which moves behind it. */
static long next_key(const char **list)
{
	size_t length = strcspn(*list, " ");
	long key = ibp_key_find(*list, length);

	*list += length;
	*list += strspn(*list, " ");
	return key;
}

/* How many characters in a row follow each other, as 1 2 3 4 5 do. */
static size_t run_length(const char *list)
{
	long key = next_key(&list);
	size_t count = 1;

	while (*list && ibp_key_is_text(key) && next_key(&list) == key + 1) {
		key++;
		count++;
	}
	return count;
}

void ibp_key_add_names(struct ibp_buf *buf, const char *list, size_t max)
{
	for (size_t i = 0; i < max && list && *list; i++) {
		size_t count = run_length(list);
		long key = next_key(&list);

		if (i)
			ibp_buf_add(buf, ", ");
		ibp_key_add(buf, key);
		if (count < 3)
			continue;
		while (--count)
			key = next_key(&list);
		ibp_buf_add_char(buf, '-');
		ibp_key_add(buf, key);
	}
}
