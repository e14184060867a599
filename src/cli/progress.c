#include "cli/progress.h"

#include <unistd.h>

#include "base/date.h"
#include "base/i18n.h"

#define FIRST_MS 1000
#define EVERY_MS 200
#define ERASE "\r\033[K"

void ibp_progress_begin(struct ibp_progress *progress, struct ibp_run *run,
			size_t total)
{
	*progress = (struct ibp_progress){
		.run = run,
		.total = total,
		.begun = ibp_clock_ms(),
	};
}

static bool is_wanted(const struct ibp_progress *progress, long now)
{
	return !progress->run->options.quiet && isatty(STDERR_FILENO) &&
	       now - progress->begun >= FIRST_MS &&
	       now - progress->shown >= EVERY_MS;
}

void ibp_progress_show(struct ibp_progress *progress, size_t done)
{
	long now = ibp_clock_ms();
	long left;

	if (!done || !is_wanted(progress, now))
		return;
	left = (now - progress->begun) * (long)(progress->total - done) /
	       (long)done / 1000;
	fputs(ERASE, progress->run->messages);
	fprintf(progress->run->messages, _("%zu of %zu, about %ld s left"),
		done, progress->total, left + 1);
	fflush(progress->run->messages);
	progress->shown = now;
}

void ibp_progress_end(struct ibp_progress *progress)
{
	if (progress->shown)
		fputs(ERASE, progress->run->messages);
}
