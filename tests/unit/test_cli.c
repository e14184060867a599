/*
 * Words, options, help, completion and exit statuses, on a tool that is
 * only a table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/run.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define WORDS_MAX 10

/* ---- The tool ------------------------------------------------------- */

static enum ibp_status run_list(struct ibp_run *run, struct ibp_error *err)
{
	static const struct ibp_column columns[] = {
		{.key = "code", .title = "Code", .type = IBP_CELL_CODE},
	};
	struct ibp_doc *doc = ibp_doc_new("list", NULL);
	struct ibp_table *table =
		ibp_doc_add_table(doc, "norms", NULL, columns, 1);
	struct ibp_cell cell = ibp_cell_code("GO.01");
	enum ibp_status status;

	for (size_t i = 0; i < 10000; i++)
		ibp_doc_add_row(doc, table, &cell);
	status = ibp_run_show(run, doc, err);
	ibp_doc_free(doc);
	return status;
}

static enum ibp_status run_say(struct ibp_run *run, struct ibp_error *err)
{
	(void)err;
	ibp_run_say(run, "%s is done\033[2J", "It");
	return IBP_OK;
}

static enum ibp_status run_fail(struct ibp_run *run, struct ibp_error *err)
{
	(void)run;
	return ibp_error_set(err, IBP_DATA, "The file is locked.");
}

static enum ibp_status run_faults(struct ibp_run *run, struct ibp_error *err)
{
	(void)run;
	for (size_t i = 1; i <= IBP_ERROR_MAX + 3; i++)
		ibp_error_add(err, IBP_INPUT, "a.csv", i, 2, "bad score");
	return IBP_INPUT;
}

static enum ibp_status run_ask(struct ibp_run *run, struct ibp_error *err)
{
	bool yes = false;
	enum ibp_status status = ibp_run_confirm(run, "Sure?", &yes, err);

	return status ? status : yes ? IBP_OK : IBP_FOUND;
}

static enum ibp_status run_interrupt(struct ibp_run *run, struct ibp_error *err)
{
	(void)run;
	(void)err;
	raise(SIGINT);
	return IBP_OK;
}

static const struct ibp_action actions[] = {
	{.name = "next-unscored", .label = "Next", .keys = "u", .act = 1},
	{.name = "list", .help = "Norms with their state.", .run = run_list},
	{.name = "set",
	 .arguments = "CODE... [score=1..5|na|none] [checked_by=]",
	 .help = "Change norms.",
	 .run = run_say},
	{.name = "school add",
	 .arguments = "NAME [brin=..]",
	 .help = "Add a school.",
	 .run = run_say},
	{.name = "school list", .help = "Schools.", .run = run_say},
	{.name = "export",
	 .arguments = "[-o FILE]",
	 .help = "A copy in another form, for people and programs that do "
		 "not have this one.",
	 .run = run_ask},
	{.name = "fail", .help = "Fail.", .run = run_fail},
	{.name = "faults", .help = "Faults.", .run = run_faults},
	{.name = "interrupt", .help = "Interrupt.", .run = run_interrupt},
	{.name = NULL},
};

static const struct ibp_option options[] = {
	{0, "filter", "EXPR", "only some norms",
	 offsetof(struct ibp_options, filter), "list export"},
	{0, "format", "json|csv|md", "form of the result",
	 offsetof(struct ibp_options, format), "export list"},
	{0, "all", NULL, "all schools", offsetof(struct ibp_options, all),
	 "school"},
	{0, NULL, NULL, NULL, 0, NULL},
};

static const char *const examples[] = {
	"ibp-test set GO.02 score=3",
	"ibp-test list --filter 'score<3'",
	NULL,
};

static const struct ibp_tool tool = {
	.name = "ibp-test",
	.summary = "Shows how the command line works.",
	.examples = examples,
	.actions = actions,
	.options = options,
};

/* ---- Parsing -------------------------------------------------------- */

struct parsed {
	struct ibp_run run;
	struct ibp_error err;
	enum ibp_status status;
};

static void parse(struct parsed *p, const char *first, ...)
{
	char *argv[WORDS_MAX + 1] = {(char *)(uintptr_t) "ibp-test"};
	int argc = 1;
	va_list args;

	va_start(args, first);
	for (; first; first = va_arg(args, const char *))
		argv[argc++] = (char *)(uintptr_t)first;
	va_end(args);
	*p = (struct parsed){.run.tool = &tool};
	p->status = ibp_cli_parse(&p->run, argc, argv, &p->err);
}

static void release(struct parsed *p)
{
	ibp_error_release(&p->err);
	free(p->run.words);
}

#define assert_says(p, text)                                              \
	do {                                                              \
		assert_int_equal((p)->status, IBP_USAGE);                 \
		assert_non_null(strstr(ibp_error_text(&(p)->err), text)); \
		release(p);                                               \
	} while (0)

static void test_any_order(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "--json", "list", "--filter", "score<3", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_string_equal(p.run.action->name, "list");
	assert_true(p.run.options.json);
	assert_string_equal(p.run.options.filter, "score<3");
	release(&p);
	parse(&p, "list", "--filter=score<3", "-fx.ibp", "--json", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_string_equal(p.run.action->name, "list");
	assert_string_equal(p.run.options.file, "x.ibp");
	assert_int_equal(p.run.word_count, 0);
	release(&p);
}

static void test_words(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "set", "GO.02", "-q", "note=-x --json", "--", "--json", "-",
	      NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_true(p.run.options.quiet);
	assert_false(p.run.options.json);
	assert_int_equal(p.run.word_count, 4);
	assert_string_equal(p.run.words[0], "GO.02");
	assert_string_equal(p.run.words[1], "note=-x --json");
	assert_string_equal(p.run.words[2], "--json");
	assert_string_equal(p.run.words[3], "-");
	release(&p);
}

static void test_two_words(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "school", "--all", "add", "De Eik", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_string_equal(p.run.action->name, "school add");
	assert_string_equal(p.run.words[0], "De Eik");
	release(&p);
	parse(&p, "school", NULL);
	assert_says(&p, "`school add`, `school list`");
	parse(&p, "school", "lst", NULL);
	assert_says(&p, "`school add`, `school list`");
}

static void test_no_command(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_null(p.run.action);
	release(&p);
	parse(&p, "-q", "--", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_null(p.run.action);
	release(&p);
}

static void test_data_file_first(void **state)
{
	char dir[] = "/tmp/ibp-test-XXXXXX";
	struct parsed p;

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	close(open("a.ibp", O_CREAT | O_WRONLY, 0600));
	parse(&p, "a.ibp", "list", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_string_equal(p.run.options.file, "a.ibp");
	assert_string_equal(p.run.action->name, "list");
	release(&p);
	parse(&p, "a.ibp", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_null(p.run.action);
	release(&p);
	parse(&p, "b.ibp", "list", NULL);
	assert_int_equal(p.status, IBP_INPUT);
	assert_non_null(
		strstr(ibp_error_text(&p.err), "There is no data file b.ibp."));
	release(&p);
	unlink("a.ibp");
	assert_int_equal(chdir("/"), 0);
	rmdir(dir);
}

static void test_suggestions(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "expotr", NULL);
	assert_says(&p, "Did you mean `export`?");
	parse(&p, "exp", NULL);
	assert_says(&p, "There is no command `exp`.");
	parse(&p, "next-unscored", NULL);
	assert_says(&p, "There is no command `next-unscored`.");
	parse(&p, "schol", "add", NULL);
	assert_says(&p, "Did you mean `school add`?");
	parse(&p, "", NULL);
	assert_says(&p, "There is no command ``.");
	parse(&p, "list", "--jsno", NULL);
	assert_says(&p, "`--jsno`. Did you mean `--json`?");
	parse(&p, "list", "--fitler=x", NULL);
	assert_says(&p, "`--fitler`. Did you mean `--filter`?");
	parse(&p, "list", "-x", NULL);
	assert_says(&p, "There is no option `-x`.");
	parse(&p, "list", "-qx", NULL);
	assert_says(&p, "There is no option `-x`.");
}

static void test_option_values(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "list", "--filter", NULL);
	assert_says(&p, "`--filter` needs a value: EXPR.");
	parse(&p, "list", "-f", NULL);
	assert_says(&p, "`--file` needs a value: FILE.");
	parse(&p, "list", "--json=3", NULL);
	assert_says(&p, "`--json` takes no value.");
}

static void test_option_of_other_command(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "set", "--filter=x", NULL);
	assert_says(&p, "`--filter` does not go with `set`.");
	parse(&p, "--filter=x", NULL);
	assert_says(&p, "`--filter` needs one of the commands list export.");
	parse(&p, "set", "--all", NULL);
	assert_says(&p, "`--all` does not go with `set`.");
}

static void test_help_ends_reading(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, "--help", "bogus", "--bogus", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_true(p.run.options.help);
	assert_null(p.run.action);
	release(&p);
	parse(&p, "list", "-h", "--bogus", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_string_equal(p.run.action->name, "list");
	release(&p);
	parse(&p, "help", "school", "add", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_true(p.run.options.help);
	assert_string_equal(p.run.action->name, "school add");
	release(&p);
	parse(&p, "help", "expotr", NULL);
	assert_says(&p, "Did you mean `export`?");
	parse(&p, "help", NULL);
	assert_int_equal(p.status, IBP_OK);
	assert_true(p.run.options.help);
	release(&p);
}

static void test_language(void **state)
{
	char *first[] = {(char *)(uintptr_t) "x", (char *)(uintptr_t) "list",
			 (char *)(uintptr_t) "--lang=nl", NULL};
	char *apart[] = {(char *)(uintptr_t) "x", (char *)(uintptr_t) "--lang",
			 (char *)(uintptr_t) "nl", NULL};
	char *behind[] = {(char *)(uintptr_t) "x", (char *)(uintptr_t) "--",
			  (char *)(uintptr_t) "--lang=nl", NULL};

	(void)state;
	assert_string_equal(ibp_cli_language(3, first), "nl");
	assert_string_equal(ibp_cli_language(3, apart), "nl");
	assert_null(ibp_cli_language(2, apart));
	assert_null(ibp_cli_language(3, behind));
}

/* ---- Help ----------------------------------------------------------- */

static void assert_fits(const char *text, size_t width)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = strndup(text, length);

		assert_true(ibp_text_width(line) <= width);
		free(line);
		text += length + (text[length] == '\n');
	}
}

/* The number of the line on which WORD stands, from 1. */
static size_t line_of(const char *text, const char *word)
{
	const char *at = strstr(text, word);
	size_t line = 1;

	assert_non_null(at);
	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

static void test_help(void **state)
{
	struct ibp_buf text = {0};

	(void)state;
	ibp_help_tool(&tool, 132, &text);
	assert_fits(text.data, 80);
	assert_int_equal(line_of(text.data, "Usage: ibp-test [OPTION"), 1);
	assert_true(line_of(text.data, "score=3") <
		    line_of(text.data, "Commands:"));
	assert_true(line_of(text.data, "-V, --version") <= 24);
	assert_true(line_of(text.data, "Commands:") <
		    line_of(text.data, "--no-color"));
	assert_non_null(strstr(text.data, "  school add"));
	assert_non_null(strstr(text.data, "--filter=EXPR"));
	assert_non_null(strstr(text.data, "never uses"));
	assert_non_null(strstr(text.data, "Report"));
	assert_null(strstr(text.data, "next-unscored"));
	assert_null(strstr(text.data, "--completion"));
	ibp_buf_release(&text);
	ibp_help_tool(&tool, 50, &text);
	assert_fits(text.data, 52);
	ibp_buf_release(&text);
}

static void test_help_of_command(void **state)
{
	struct ibp_buf text = {0};

	(void)state;
	ibp_help_command(&tool, &actions[1], 80, &text);
	assert_fits(text.data, 80);
	assert_int_equal(line_of(text.data, "Usage: ibp-test list"), 1);
	assert_true(line_of(text.data, "--filter=EXPR") <= 24);
	assert_null(strstr(text.data, "--all"));
	ibp_buf_release(&text);
	ibp_help_command(&tool, &actions[2], 80, &text);
	assert_null(strstr(text.data, "--filter"));
	assert_non_null(strstr(text.data, "[checked_by=]"));
	ibp_buf_release(&text);
}

static void test_usage(void **state)
{
	struct ibp_buf text = {0};

	(void)state;
	ibp_help_usage(&tool, 80, &text);
	assert_fits(text.data, 80);
	assert_non_null(strstr(text.data, "[-f|--file=FILE]"));
	ibp_buf_release(&text);
}

/* ---- Completion ----------------------------------------------------- */

static char *complete(const char *const words[4])
{
	char *line[4];
	struct ibp_buf text = {0};
	size_t count = 0;

	for (; count < 4 && words[count]; count++)
		line[count] = (char *)(uintptr_t)words[count];
	ibp_completion_add_words(&tool, line, count, &text);
	return ibp_buf_take(&text);
}

struct completion {
	const char *words[4];
	const char *expected;
};

static void test_completion(void **state)
{
	static const struct completion cases[] = {
		{{"school", ""}, "add\tAdd a school.\nlist\tSchools.\n"},
		{{"set", ""}, ":codes\nscore=\nchecked_by=\n"},
		{{"list", "--file="}, ":files\n"},
		{{"list", "-f", ""}, ":files\n"},
		{{"list", "--format", ""}, "json\ncsv\nmd\n"},
		{{"list", "--format=c"},
		 "--format=json\n--format=csv\n--format=md\n"},
		{{"-flist", "school", "add", ""}, "brin=\n"},
		{{"-f", "list", "school", "add"},
		 "add\tAdd a school.\nlist\tSchools.\n"},
		{{"bogus", ""}, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *made = complete(cases[i].words);

		assert_string_equal(made, cases[i].expected);
		free(made);
	}
}

static void test_completion_in_part(void **state)
{
	static const char *const nothing[4] = {""};
	static const char *const set[4] = {"set", "-"};
	static const char *const list[4] = {"list", "-"};
	char *made = complete(nothing);

	(void)state;
	assert_non_null(strstr(made, "list\tNorms with their state.\n"));
	assert_non_null(strstr(made, "\nschool\n"));
	assert_null(strstr(made, "next"));
	free(made);
	made = complete(set);
	assert_non_null(strstr(made, "--file=\t"));
	assert_null(strstr(made, "--filter"));
	assert_null(strstr(made, "--completion"));
	free(made);
	made = complete(list);
	assert_non_null(strstr(made, "--filter=\tonly some norms\n"));
	free(made);
}

static void test_completion_scripts(void **state)
{
	static const char *const shells[] = {"bash", "zsh", "fish"};
	struct ibp_error err = {0};
	struct ibp_buf text = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(shells); i++) {
		assert_int_equal(ibp_completion_add_script(&tool, shells[i],
							   &text, &err),
				 IBP_OK);
		assert_non_null(strstr(text.data, "_ibp_test"));
		assert_null(strstr(text.data, "TOOL"));
		assert_null(strstr(text.data, "FUNCTION"));
		ibp_buf_release(&text);
	}
	assert_int_equal(ibp_completion_add_script(&tool, "tcsh", &text, &err),
			 IBP_USAGE);
	ibp_error_release(&err);
}

/* ---- The whole of main, in a process of its own --------------------- */

struct result {
	int status; /* 128 + signal where one ended it */
	struct ibp_buf out;
	struct ibp_buf err;
};

static void take_file(const char *path, struct ibp_buf *text)
{
	struct ibp_error err = {0};

	assert_int_equal(ibp_file_read(path, 10000000, text, &err), IBP_OK);
	ibp_buf_add(text, "");
}

static void child(const char *out, const char *const *words)
{
	char *argv[WORDS_MAX + 1] = {(char *)(uintptr_t) "ibp-test"};
	int argc = 1;
	int in = open("/dev/null", O_RDONLY);
	int to = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int messages = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	for (; *words; words++)
		argv[argc++] = (char *)(uintptr_t)*words;
	dup2(in, STDIN_FILENO);
	dup2(to, STDOUT_FILENO);
	dup2(messages, STDERR_FILENO);
	_exit(ibp_tool_main(&tool, argc, argv));
}

static void run(struct result *result, const char *out, const char *first, ...)
{
	const char *words[WORDS_MAX + 1] = {first};
	size_t count = 1;
	va_list args;
	pid_t pid;
	int status;

	va_start(args, first);
	while (first && (words[count++] = va_arg(args, const char *)))
		;
	va_end(args);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child(out ? out : "out", words);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	*result = (struct result){.status = WIFSIGNALED(status) ?
						    128 + WTERMSIG(status) :
						    WEXITSTATUS(status)};
	if (!out)
		take_file("out", &result->out);
	take_file("err", &result->err);
	unlink("out");
	unlink("err");
}

static void done(struct result *result)
{
	ibp_buf_release(&result->out);
	ibp_buf_release(&result->err);
}

static void test_statuses(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "fail", NULL);
	assert_int_equal(r.status, 4);
	assert_string_equal(r.err.data, "ibp-test: The file is locked.\n");
	done(&r);
	run(&r, NULL, "expotr", NULL);
	assert_int_equal(r.status, 2);
	assert_string_equal(r.out.data, "");
	assert_string_equal(r.err.data,
			    "ibp-test: There is no command `expotr`. Did you "
			    "mean `export`?\n");
	done(&r);
	run(&r, NULL, "interrupt", NULL);
	assert_int_equal(r.status, 130);
	assert_non_null(strstr(r.err.data, "ibp-test: stopped."));
	done(&r);
	run(&r, NULL, "--lang=xx", NULL);
	assert_int_equal(r.status, 2);
	assert_non_null(strstr(r.err.data, "no language `xx`"));
	done(&r);
}

static void test_faults_in_a_file(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "faults", NULL);
	assert_int_equal(r.status, 3);
	assert_memory_equal(r.err.data, "a.csv:1:2: bad score\n", 21);
	assert_non_null(strstr(r.err.data, "a.csv:20:2: bad score\n"));
	assert_null(strstr(r.err.data, "a.csv:21"));
	assert_non_null(strstr(r.err.data, "ibp-test: 3 more are not shown."));
	done(&r);
}

static void test_without_command(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, NULL);
	assert_int_equal(r.status, 2);
	assert_string_equal(r.out.data, "");
	assert_memory_equal(r.err.data, "Usage: ibp-test", 15);
	done(&r);
}

static void test_version(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "bogus", "--version", NULL);
	assert_int_equal(r.status, 0);
	assert_memory_equal(r.out.data, "ibp-test (ibp-tools) 0.1.0\n", 27);
	assert_non_null(strstr(r.out.data, "EUPL-1.2"));
	assert_non_null(strstr(r.out.data, "IBP_NOW=2026-11-23T12:00:00Z"));
	done(&r);
}

static void test_forms(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "list", "--json", NULL);
	assert_memory_equal(r.out.data, "{\n  \"schema\"", 12);
	done(&r);
	run(&r, NULL, "--plain", "list", NULL);
	assert_memory_equal(r.out.data, "GO.01\nGO.01\n", 12);
	done(&r);
	run(&r, NULL, "list", "--format=md", NULL);
	assert_memory_equal(r.out.data, "| Code |\n", 9);
	done(&r);
	run(&r, NULL, "list", "--format=xls", NULL);
	assert_int_equal(r.status, 2);
	assert_non_null(strstr(r.err.data, "no format `xls`"));
	done(&r);
}

static void test_output_file(void **state)
{
	struct ibp_buf text = {0};
	struct result r;

	(void)state;
	run(&r, NULL, "list", "--plain", "-o", "made", NULL);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.out.data, "");
	take_file("made", &text);
	assert_memory_equal(text.data, "GO.01\n", 6);
	ibp_buf_release(&text);
	done(&r);
	run(&r, NULL, "list", "--plain", "-o", "made", NULL);
	assert_int_equal(r.status, 3);
	assert_non_null(strstr(r.err.data, "--force"));
	done(&r);
	run(&r, NULL, "list", "--plain", "-o", "made", "--force", NULL);
	assert_int_equal(r.status, 0);
	done(&r);
	unlink("made");
}

/* Large enough that some of it is written before the end, and not. */
static void test_full_disk(void **state)
{
	static const char *const words[] = {"list", "--version", "--help",
					    "--usage", "--completion=bash"};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		struct result r;

		run(&r, "/dev/full", words[i], NULL);
		assert_int_equal(r.status, 3);
		assert_non_null(strstr(r.err.data, "No space left"));
		done(&r);
	}
}

static void test_say(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "set", NULL);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err.data, "It is done?[2J\n");
	assert_string_equal(r.out.data, "");
	done(&r);
	run(&r, NULL, "set", "--quiet", NULL);
	assert_string_equal(r.err.data, "");
	done(&r);
}

static void test_no_terminal_to_ask(void **state)
{
	struct result r;

	(void)state;
	run(&r, NULL, "export", "--no-input", NULL);
	assert_int_equal(r.status, 2);
	assert_non_null(strstr(r.err.data, "Sure? Give it with --force."));
	done(&r);
	run(&r, NULL, "export", "--force", NULL);
	assert_int_equal(r.status, 0);
	done(&r);
}

static void test_reader_leaves(void **state)
{
	pid_t pid;
	int ends[2];
	int status;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		char path[40];

		close(ends[0]);
		snprintf(path, sizeof(path), "/dev/fd/%d", ends[1]);
		child(path, (const char *const[]){"list", NULL});
	}
	close(ends[1]);
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE);
	unlink("err");
}

static int enter(void **state)
{
	char dir[] = "/tmp/ibp-test-XXXXXX";

	if (!mkdtemp(dir) || chdir(dir) != 0)
		return -1;
	*state = strdup(dir);
	return 0;
}

static int leave(void **state)
{
	int gone = chdir("/") == 0 && rmdir(*state) == 0 ? 0 : -1;

	free(*state);
	return gone;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_order),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_two_words),
		cmocka_unit_test(test_no_command),
		cmocka_unit_test(test_data_file_first),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_option_values),
		cmocka_unit_test(test_option_of_other_command),
		cmocka_unit_test(test_help_ends_reading),
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_help_of_command),
		cmocka_unit_test(test_usage),
		cmocka_unit_test(test_completion),
		cmocka_unit_test(test_completion_in_part),
		cmocka_unit_test(test_completion_scripts),
		cmocka_unit_test_setup_teardown(test_statuses, enter, leave),
		cmocka_unit_test_setup_teardown(test_faults_in_a_file, enter,
						leave),
		cmocka_unit_test_setup_teardown(test_without_command, enter,
						leave),
		cmocka_unit_test_setup_teardown(test_version, enter, leave),
		cmocka_unit_test_setup_teardown(test_forms, enter, leave),
		cmocka_unit_test_setup_teardown(test_output_file, enter, leave),
		cmocka_unit_test_setup_teardown(test_full_disk, enter, leave),
		cmocka_unit_test_setup_teardown(test_say, enter, leave),
		cmocka_unit_test_setup_teardown(test_no_terminal_to_ask, enter,
						leave),
		cmocka_unit_test_setup_teardown(test_reader_leaves, enter,
						leave),
	};

	unsetenv("LANGUAGE");
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	setenv("LANG", "C", 1);
	setenv("IBP_NOW", "2026-11-23T12:00:00Z", 1);
	ibp_locale_start("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
