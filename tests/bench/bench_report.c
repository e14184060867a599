/*
 * bench_report: ibp-report with the words given, many times, each in a process
 * of its own, with a clock around every call that hands the workbook library
 * a cell, a format, a table, a chart or the order to write it all.  What
 * those calls take together is the floor: the library fed the very same,
 * with no other work.  Prints "NAME MEDIAN_US P95_US PEAK_KB" for the library,
 * for all of the rendering and for the whole command.
 *
 * The linker puts the functions here in the place of those they are named
 * after (see bench_report in Makefile.am).
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "report/render_xlsx.h"

#define TIMES 30

enum part { LIBRARY, RENDERING, WHOLE, PARTS };

static const char *const names[PARTS] = {"library", "rendering", "whole"};

/* What one run takes, in nanoseconds: of the child, read by its parent. */
static long *spent;

static long now(void)
{
	struct timespec moment;

	clock_gettime(CLOCK_MONOTONIC, &moment);
	return moment.tv_sec * 1000000000 + moment.tv_nsec;
}

#define TIMED(part, type, name, parameters, arguments) \
	type __real_##name parameters;                 \
	type __wrap_##name parameters;                 \
	type __wrap_##name parameters                  \
	{                                              \
		long start = now();                    \
		type result = __real_##name arguments; \
                                                       \
		spent[part] += now() - start;          \
		return result;                         \
	}

TIMED(RENDERING, enum ibp_status, ibp_render_xlsx,
      (const struct ibp_doc *a, const struct ibp_style *b, struct ibp_buf *c,
       struct ibp_error *d),
      (a, b, c, d))
TIMED(LIBRARY, lxw_workbook *, workbook_new, (const char *a), (a))
TIMED(LIBRARY, lxw_error, workbook_close, (lxw_workbook * a), (a))
TIMED(LIBRARY, lxw_format *, workbook_add_format, (lxw_workbook * a), (a))
TIMED(LIBRARY, lxw_worksheet *, workbook_add_worksheet,
      (lxw_workbook * a, const char *b), (a, b))
TIMED(LIBRARY, lxw_chart *, workbook_add_chart, (lxw_workbook * a, uint8_t b),
      (a, b))
TIMED(LIBRARY, lxw_error, worksheet_write_string,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, const char *d,
       lxw_format *e),
      (a, b, c, d, e))
TIMED(LIBRARY, lxw_error, worksheet_write_number,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, double d, lxw_format *e),
      (a, b, c, d, e))
TIMED(LIBRARY, lxw_error, worksheet_write_datetime,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_datetime *d,
       lxw_format *e),
      (a, b, c, d, e))
TIMED(LIBRARY, lxw_error, worksheet_write_blank,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_format *d),
      (a, b, c, d))
TIMED(LIBRARY, lxw_error, worksheet_write_url_opt,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, const char *d,
       lxw_format *e, const char *f, const char *g),
      (a, b, c, d, e, f, g))
TIMED(LIBRARY, lxw_error, worksheet_set_row,
      (lxw_worksheet * a, lxw_row_t b, double c, lxw_format *d), (a, b, c, d))
TIMED(LIBRARY, lxw_error, worksheet_add_table,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e,
       lxw_table_options *f),
      (a, b, c, d, e, f))
TIMED(LIBRARY, lxw_error, worksheet_conditional_format_range,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e,
       lxw_conditional_format *f),
      (a, b, c, d, e, f))
TIMED(LIBRARY, lxw_error, worksheet_data_validation_range,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_row_t d, lxw_col_t e,
       lxw_data_validation *f),
      (a, b, c, d, e, f))
TIMED(LIBRARY, lxw_error, worksheet_insert_chart_opt,
      (lxw_worksheet * a, lxw_row_t b, lxw_col_t c, lxw_chart *d,
       lxw_chart_options *e),
      (a, b, c, d, e))

int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

static void run_once(int argc, char **argv, long *peak)
{
	long start = now();
	struct rusage usage;
	int status;
	pid_t child;

	for (int i = 0; i < PARTS; i++)
		spent[i] = 0;
	child = fork();
	if (child == 0)
		exit(__real_main(argc, argv));
	if (child < 0 || wait4(child, &status, 0, &usage) != child ||
	    !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "bench_report: ibp-report failed\n");
		exit(1);
	}
	spent[WHOLE] = now() - start;
	if (usage.ru_maxrss > *peak)
		*peak = usage.ru_maxrss;
}

int __wrap_main(int argc, char **argv)
{
	long all[PARTS][TIMES];
	long peak = 0;

	spent = mmap(NULL, PARTS * sizeof(*spent), PROT_READ | PROT_WRITE,
		     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (spent == MAP_FAILED) {
		perror("bench_report");
		return 1;
	}
	for (int i = 0; i < TIMES; i++) {
		run_once(argc, argv, &peak);
		for (int part = 0; part < PARTS; part++)
			all[part][i] = spent[part] / 1000;
	}
	for (int part = 0; part < PARTS; part++) {
		qsort(all[part], TIMES, sizeof(**all), compare);
		printf("%s %ld %ld %ld\n", names[part], all[part][TIMES / 2],
		       all[part][TIMES * 95 / 100], peak);
	}
	return 0;
}
