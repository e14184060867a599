/*
 * measure TIMES COMMAND...: runs the command TIMES times with its output
 * thrown away and prints "MEDIAN_US P95_US PEAK_KB": microseconds from start
 * to end, and the largest memory any run had resident.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMES_MAX 10000

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

int main(int argc, char **argv)
{
	static long spent[TIMES_MAX];
	long times = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
	long peak = 0;

	if (times < 1 || times > TIMES_MAX) {
		fprintf(stderr, "usage: measure TIMES COMMAND...\n");
		return 2;
	}
	for (long i = 0; i < times; i++) {
		spent[i] = run_once(argv + 2, &peak);
		if (spent[i] < 0) {
			fprintf(stderr, "%s failed\n", argv[2]);
			return 1;
		}
	}
	qsort(spent, (size_t)times, sizeof(*spent), compare);
	printf("%ld %ld %ld\n", spent[times / 2], spent[times * 95 / 100],
	       peak);
	return 0;
}
