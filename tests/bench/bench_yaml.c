/*
 * bench_yaml framework|model FILE: loads what is in FILE, and lets libyaml
 * alone pass over the same bytes, in turns.  Prints "NAME MEDIAN_US P95_US
 * PEAK_KB" for each.
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

static void show(const char *name, long *spent)
{
	struct rusage usage = {0};

	getrusage(RUSAGE_SELF, &usage);
	qsort(spent, TIMES, sizeof(*spent), compare);
	printf("%s %ld %ld %ld\n", name, spent[TIMES / 2],
	       spent[TIMES * 95 / 100], usage.ru_maxrss);
}

int main(int argc, char **argv)
{
	static long bare[TIMES];
	static long loaded[TIMES];
	struct ibp_buf content = {0};
	struct ibp_error err = {0};
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
	show("bare", bare);
	show("load", loaded);
	ibp_buf_release(&content);
	return 0;
}
