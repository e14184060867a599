/*
 * A summary on its way out: made, checked, shown and written.  The command
 * and the questions of plain mode both go through it.
 */
#ifndef IBP_CMD_MONITOR_LEAVE_H
#define IBP_CMD_MONITOR_LEAVE_H

#include "cmd/monitor_board.h"
#include "core/invitation.h"
#include "exchange/summary.h"

/* Zero it before use. */
struct ibp_cmd_leave {
	const struct ibp_run *run;
	struct ibp_cmd_board board;
	char *edition;
	char *organisation;
	char *others; /* organisations that were told before; NULL: none */
	struct ibp_invitation invitation;
	struct ibp_summary summary;
	struct ibp_buf file;
	struct ibp_buf notes; /* E3, a line each */
	struct ibp_buf name;  /* of the file */
};

/* Opens the board's file; close it whatever came of it. */
enum ibp_status ibp_cmd_leave_open(const struct ibp_run *run,
				   struct ibp_cmd_leave *leave,
				   struct ibp_error *err);
void ibp_cmd_leave_close(struct ibp_cmd_leave *leave);

/* What a person typed, checked before anything else is asked. */
enum ibp_status ibp_cmd_leave_set_edition(struct ibp_cmd_leave *leave,
					  const char *text,
					  struct ibp_error *err);
enum ibp_status ibp_cmd_leave_set_organisation(struct ibp_cmd_leave *leave,
					       const char *text,
					       struct ibp_error *err);
/* E4; the edition is set. */
enum ibp_status ibp_cmd_leave_set_code(struct ibp_cmd_leave *leave,
				       const char *text, struct ibp_error *err);

/* The summary, with E1, E3, E5 and E6; nothing is written. */
enum ibp_status ibp_cmd_leave_make(struct ibp_cmd_leave *leave,
				   struct ibp_error *err);

/* Writes it in FOLDER, which is made where needed.  *PATH is new. */
enum ibp_status ibp_cmd_leave_write(struct ibp_cmd_leave *leave,
				    const char *folder, char **path,
				    struct ibp_error *err);

/* E7, always to be said: new text. */
char *ibp_cmd_leave_farewell(const struct ibp_cmd_leave *leave);

#endif
