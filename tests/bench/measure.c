/*
 * measure TIMES COMMAND... [-- COMMAND...]: runs each command TIMES times, in
 * turns, with its output thrown away, and prints a line for each: "MEDIAN_US
 * P95_US PEAK_KB", microseconds from start to end, and the largest memory
 * any run had resident.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMES_MAX 10000
#define COMMANDS_MAX 4

static long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void run_child(char **command)
{
	int out = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (out < 0 || dup2(out, STDIN_FILENO) < 0 ||
	    dup2(out, STDOUT_FILENO) < 0)
		_exit(126);
	execvp(command[0], command);
	fprintf(stderr, "%s: %s\n", command[0], strerror(errno));
	_exit(127);
}

/* Microseconds of one run; -1: it did not end with 0. */
static long run_once(char **command, long *peak)
{
	long start = now_us();
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0)
		run_child(command);
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return -1;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return -1;
	if (usage.ru_maxrss > *peak)
		*peak = usage.ru_maxrss;
	return now_us() - start;
}

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

struct figures {
	char **command;
	long peak;
	long spent[TIMES_MAX];
};

/* The commands between the "--" of WORDS, which become NULL. */
static size_t take_commands(struct figures *all, char **words)
{
	size_t count = 0;
	bool begins = true;

	for (; *words && count < COMMANDS_MAX; words++) {
		if (begins)
			all[count++].command = words;
		begins = strcmp(*words, "--") == 0;
		if (begins)
			*words = NULL;
	}
	return count;
}

static void show(struct figures *one, size_t times)
{
	qsort(one->spent, times, sizeof(*one->spent), compare);
	printf("%ld %ld %ld\n", one->spent[times / 2],
	       one->spent[times * 95 / 100], one->peak);
}

int main(int argc, char **argv)
{
	static struct figures all[COMMANDS_MAX];
	long times = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
	size_t count;

	if (times < 1 || times > TIMES_MAX) {
		fprintf(stderr, "usage: measure TIMES COMMAND...\n");
		return 2;
	}
	count = take_commands(all, argv + 2);
	for (long i = 0; i < times; i++) {
		for (size_t j = 0; j < count; j++) {
			struct figures *one = &all[j];

			one->spent[i] = run_once(one->command, &one->peak);
			if (one->spent[i] >= 0)
				continue;
			fprintf(stderr, "%s failed\n", *one->command);
			return 1;
		}
	}
	for (size_t j = 0; j < count; j++)
		show(&all[j], (size_t)times);
	return 0;
}
