/*
 * bench_yaml framework|model FILE: loads what is in FILE, and lets libyaml
 * alone pass over the same bytes, in turns.  A row for each, as
 * tests/bench/run prints them, and the ratio between the medians, which is to
 * stay under 2.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/file.h"
#include "model/fora.h"
#include "model/framework.h"

#define TIMES 200

static long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

static bool pass_bare(const struct ibp_buf *content)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool done = false;
	bool good;

	if (!yaml_parser_initialize(&parser))
		return false;
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)content->data, content->length);
	do {
		good = yaml_parser_parse(&parser, &event) != 0;
		if (!good)
			break;
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	} while (!done);
	yaml_parser_delete(&parser);
	return good;
}

static bool load_framework(const char *path, struct ibp_error *err)
{
	struct ibp_framework *framework = NULL;
	bool good = ibp_framework_load(path, &framework, err) == IBP_OK;

	ibp_framework_free(framework);
	return good;
}

static bool load_model(const char *path, struct ibp_error *err)
{
	struct ibp_fora *fora = NULL;
	bool good = ibp_fora_load(path, &fora, err) == IBP_OK;

	ibp_fora_free(fora);
	return good;
}

static bool load(bool is_model, const char *path)
{
	struct ibp_error err = {0};
	bool good =
		is_model ? load_model(path, &err) : load_framework(path, &err);

	if (!good)
		fprintf(stderr, "%s\n", ibp_error_text(&err));
	ibp_error_release(&err);
	return good;
}

static long show(const char *title, long *spent)
{
	struct rusage usage = {0};

	getrusage(RUSAGE_SELF, &usage);
	qsort(spent, TIMES, sizeof(*spent), compare);
	printf("%-44s %7ld us %7ld us %7ld kB\n", title, spent[TIMES / 2],
	       spent[TIMES * 95 / 100], usage.ru_maxrss);
	return spent[TIMES / 2];
}

int main(int argc, char **argv)
{
	static long bare[TIMES];
	static long loaded[TIMES];
	struct ibp_buf content = {0};
	struct ibp_error err = {0};
	long floor_us;
	long load_us;

	bool is_model;

	if (argc != 3 ||
	    ibp_file_read(argv[2], IBP_FORA_FILE_MAX, &content, &err)) {
		fprintf(stderr, "usage: bench_yaml framework|model FILE\n%s\n",
			ibp_error_text(&err));
		return 2;
	}
	is_model = strcmp(argv[1], "model") == 0;
	for (size_t i = 0; i < TIMES; i++) {
		long start = now_us();

		if (!pass_bare(&content))
			return 1;
		bare[i] = now_us() - start;
		start = now_us();
		if (!load(is_model, argv[2]))
			return 1;
		loaded[i] = now_us() - start;
	}
	floor_us = show(is_model ? "floor: libyaml alone over the model" :
				   "floor: libyaml alone over the framework",
			bare);
	load_us = show(is_model ? "loading the model" : "loading the framework",
		       loaded);
	printf("  ratio %ld.%02ld, to stay under 2\n", load_us / floor_us,
	       load_us * 100 / floor_us % 100);
	ibp_buf_release(&content);
	return 0;
}
