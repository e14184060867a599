/* demo: the example board in a private, throw-away copy. */
#include "cli/screen.h"
#include "cmd/scan.h"
#include "file_calls.h"
#include "scan_calls.h"

/* On the screen, as questions, or where there is no terminal its status. */
static enum ibp_status show(struct ibp_run *run, struct ibp_error *err)
{
	struct ibp_cmd_scan *scan = ibp_cmd_scan_of(run);
	bool plain = run->options.plain || ibp_screen_wants_plain();
	enum ibp_status status;

	scan->notice = ibp_demo_notice();
	if (ibp_screen_is_terminal() && !run->options.json)
		return plain ? ibp_calls_plain(run, err) :
			       ibp_calls_screen(run, err);
	status = ibp_cmd_file_open(run, IBP_STORE_READ, err);
	if (!status)
		status = ibp_cmd_scan_load(run, err);
	return status ? status : ibp_cmd_scan_status(run, err);
}

static void close_board(struct ibp_run *run)
{
	ibp_cmd_scan_close(ibp_cmd_scan_of(run));
}

enum ibp_status ibp_demo(struct ibp_run *run, struct ibp_error *err)
{
	return ibp_demo_run(run, show, close_board, err);
}
