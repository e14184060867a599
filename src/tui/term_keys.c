#include "tui/term_keys.h"

#include <string.h>

#include "tui/key.h"

static const struct {
	const char *name;
	long key;
} keys[] = {
	{"KEY_UP", IBP_KEY_UP},
	{"KEY_DOWN", IBP_KEY_DOWN},
	{"KEY_LEFT", IBP_KEY_LEFT},
	{"KEY_RIGHT", IBP_KEY_RIGHT},
	{"KEY_PPAGE", IBP_KEY_PAGE_UP},
	{"KEY_NPAGE", IBP_KEY_PAGE_DOWN},
	{"KEY_HOME", IBP_KEY_HOME},
	{"KEY_FIND", IBP_KEY_HOME},
	{"KEY_END", IBP_KEY_END},
	{"KEY_SELECT", IBP_KEY_END},
	{"KEY_ENTER", IBP_KEY_ENTER},
	{"KEY_BTAB", IBP_KEY_BACKTAB},
	{"KEY_BACKSPACE", IBP_KEY_BACKSPACE},
	{"KEY_DC", IBP_KEY_DELETE},
	{"KEY_IC", IBP_KEY_INSERT},
};

long ibp_term_key(const char *name)
{
	char function[4] = "";
	size_t length;

	if (!name)
		return IBP_KEY_NONE;
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (!strcmp(keys[i].name, name))
			return keys[i].key;
	/* "KEY_F(1)" is our "F1". */
	if (strncmp(name, "KEY_F(", 6) != 0)
		return IBP_KEY_NONE;
	length = strcspn(name + 6, ")");
	if (length > 2)
		return IBP_KEY_NONE;
	function[0] = 'F';
	memcpy(function + 1, name + 6, length);
	return ibp_key_find(function, length + 1);
}
