#include "cli/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/num.h"
#include "base/text.h"

#define SIZE_MIN 20
#define SIZE_MAX_COLUMNS 1000

static bool is_truthy(const char *name)
{
	static const char *const no[] = {"", "0", "false", "no", NULL};
	const char *value = getenv(name);

	for (size_t i = 0; value && no[i]; i++)
		if (strcmp(value, no[i]) == 0)
			return false;
	return value != NULL;
}

static size_t from_environment(const char *name)
{
	const char *value = getenv(name);
	long number;

	if (!value || !ibp_num_parse(value, SIZE_MAX_COLUMNS, &number))
		return 0;
	return (size_t)number;
}

size_t ibp_screen_width(void)
{
	size_t width = from_environment("COLUMNS");
	struct winsize size;

	if (!width && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (!width)
		return 80;
	return width < SIZE_MIN ? SIZE_MIN : width;
}

size_t ibp_screen_height(void)
{
	size_t height = from_environment("LINES");
	struct winsize size;

	if (!height && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		height = size.ws_row;
	return height ? height : 24;
}

static bool is_dumb(void)
{
	const char *term = getenv("TERM");

	return term && strcmp(term, "dumb") == 0;
}

bool ibp_screen_has_colour(const struct ibp_options *options)
{
	if (options->no_color || !ibp_text_is_empty(getenv("NO_COLOR")))
		return false;
	if (is_truthy("CLICOLOR_FORCE"))
		return true;
	return isatty(STDOUT_FILENO) && !is_dumb();
}

bool ibp_screen_wants_plain(void)
{
	return is_dumb() || is_truthy("ACCESSIBLE") ||
	       is_truthy("IBP_ACCESSIBLE");
}

bool ibp_screen_is_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}
