/*
 * One run of a tool: the options given, the words left over, and what the
 * main prepared for the command.  The same for every tool; what belongs to
 * one tool hangs on `tool_data`.
 */
#ifndef IBP_CLI_RUN_H
#define IBP_CLI_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/action.h"
#include "base/error.h"
#include "report/render.h"

/* Every option of every tool that one letter or name stands for. */
struct ibp_options {
	const char *file;       /* -f */
	const char *assessment; /* -a */
	const char *output;     /* -o */
	const char *lang;
	const char *data;
	const char *filter;
	const char *sort;
	const char *format;
	const char *type;
	const char *columns;
	const char *save_columns;
	const char *copy;
	const char *version_wanted; /* --to */
	const char *off;
	const char *on;
	const char *at; /* the day that a question is about */
	const char *by; /* rows of coverage */
	const char *completion;
	const char *profile;
	const char *sheets;
	const char *report_lang;
	const char *combined; /* the workbook with all boards */
	const char *jobs;
	const char *style;        /* of a house */
	const char *edition;      /* of the monitor */
	const char *organisation; /* --for: who sent the invitation */
	const char *code;         /* where the code of an invitation is */
	const char *sector;
	const char *size;
	const char *register_file; /* -r, of an edition of the monitor */
	const char *mode;          /* of publishing */
	const char *epsilon;       /* as a fraction, 500/1000 */
	const char *script; /* keys for the full screen, for a bug report */
	bool json;
	bool plain;
	bool no_color;
	bool no_input;
	bool no_pager;
	bool mouse;
	bool dry_run;
	bool force;
	bool quiet;
	bool verbose;
	bool help;
	bool usage;
	bool version;
	bool check;
	bool strict;
	bool texts;
	bool all;
	bool exit_code;
	bool clusters;
	bool overall;
	bool excel_nl;
	bool anonymous;
	bool markdown;
	bool reproducible;
	bool ranking;
	bool form;
};

struct ibp_tool;

struct ibp_run {
	const struct ibp_tool *tool;
	const struct ibp_action *action; /* NULL: no command given */
	struct ibp_options options;
	char **words; /* arguments after the command's own words */
	size_t word_count;
	void *tool_data; /* prepared by tool->prepare */
	FILE *out;
	FILE *messages;
};

/* One row of the table of options; --help and completion read it too. */
struct ibp_option {
	char letter; /* 0: none */
	const char *name;
	const char *argument; /* msgid, "FILE"; NULL: takes none */
	const char *help;     /* msgid; NULL: shown nowhere */
	size_t offset;        /* in struct ibp_options: const char * or bool */
	/*
	 * First words of the commands it goes with, "list export"; NULL:
	 * every command.
	 */
	const char *commands;
};

struct ibp_tool {
	const char *name;            /* ibp-scan */
	const char *summary;         /* msgid of one sentence */
	const char *const *examples; /* two lines, NULL at the end */
	const struct ibp_action *actions;
	/* What a tool without commands does; `actions` is then empty. */
	const struct ibp_action *only;
	const struct ibp_option *options; /* ends with a NULL name */
	/* Gives the command what action->needs says; tool_data. */
	enum ibp_status (*prepare)(struct ibp_run *run, struct ibp_error *err);
	void (*release)(struct ibp_run *run);
	/* Without a command: the full screen, or questions and answers. */
	enum ibp_status (*screen)(struct ibp_run *run, struct ibp_error *err);
	enum ibp_status (*plain)(struct ibp_run *run, struct ibp_error *err);
	/* Adds lines about the versions of data to --version; may be NULL. */
	void (*versions)(struct ibp_run *run, struct ibp_buf *out);
};

/* The whole of main: returns the exit status. */
int ibp_tool_main(const struct ibp_tool *tool, int argc, char **argv);

/* The options that every tool has, ends with a NULL name. */
extern const struct ibp_option ibp_common_options[];

/*
 * Renders DOC as the options say (JSON, plain, text through the pager, or
 * --format) to standard output or -o.
 */
enum ibp_status ibp_run_show(struct ibp_run *run, const struct ibp_doc *doc,
			     struct ibp_error *err);

/* The same for a result that is text already. */
enum ibp_status ibp_run_write(struct ibp_run *run, const struct ibp_buf *text,
			      struct ibp_error *err);

/* IBP_INPUT with what errno says about standard output. */
enum ibp_status ibp_run_cannot_write(struct ibp_error *err);

/* One short line on what was done (not under --quiet), to standard error. */
void ibp_run_say(struct ibp_run *run, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* One line on what went wrong while the rest goes on, whatever is quiet. */
void ibp_run_warn(struct ibp_run *run, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Asks on the terminal; IBP_USAGE under --no-input or without a terminal,
 * with WANTED, the option that answers it ("--code").  *ANSWER is new.
 */
enum ibp_status ibp_run_ask(struct ibp_run *run, const char *question,
			    const char *wanted, char **answer,
			    struct ibp_error *err);

/* Asks for yes or no; --force says yes without asking. */
enum ibp_status ibp_run_confirm(struct ibp_run *run, const char *question,
				bool *yes, struct ibp_error *err);

#endif
