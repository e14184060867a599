/*
 * bench_screen PROGRAM ARGUMENT...: runs a full-screen program on a terminal
 * of its own, as a person would: how long until the first screen stands, and
 * until the screen is right after a key that changes nothing and after one
 * that scores.  Prints "NAME MEDIAN_US P95_US PEAK_KB" for each.
 *
 * A screen stands when nothing more has come for a while; the time counted is
 * that of the last byte.
 */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define STARTS 20
#define KEYS 200
#define SCORES 60
#define QUIET_MS 40    /* a screen stands when nothing came for so long */
#define ANSWER_MS 2000 /* without an answer for so long, something is wrong */

static long now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int start(char **command, pid_t *child)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	int terminal;

	*child = forkpty(&terminal, NULL, NULL, &size);
	if (*child == 0) {
		setenv("TERM", "xterm", 1);
		execvp(command[0], command);
		_exit(127);
	}
	return *child < 0 ? -1 : terminal;
}

/* Microseconds from START to the last byte of the answer; -1: none came. */
static long wait_answer(int terminal, long start)
{
	struct pollfd wanted = {.fd = terminal, .events = POLLIN};
	char bytes[65536];
	long last = -1;

	while (poll(&wanted, 1, last < 0 ? ANSWER_MS : QUIET_MS) > 0) {
		if (read(terminal, bytes, sizeof(bytes)) <= 0)
			break;
		last = now_us();
	}
	return last < 0 ? -1 : last - start;
}

static long press(int terminal, const char *key)
{
	long start = now_us();

	if (write(terminal, key, strlen(key)) < 0)
		return -1;
	return wait_answer(terminal, start);
}

static long peak_kb(pid_t child)
{
	char path[40];
	char line[200];
	long peak = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)child);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, "VmHWM:", 6) == 0)
			peak = strtol(line + 6, NULL, 10);
	if (file)
		fclose(file);
	return peak;
}

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a;
	long y = *(const long *)b;

	return (x > y) - (x < y);
}

static void show(const char *name, long *spent, size_t count, long peak)
{
	qsort(spent, count, sizeof(*spent), compare);
	printf("%s %ld %ld %ld\n", name, spent[count / 2],
	       spent[count * 95 / 100], peak);
}

static void stop(int terminal, pid_t child)
{
	kill(child, SIGTERM);
	close(terminal);
	waitpid(child, NULL, 0);
}

static int bench_starts(char **command)
{
	long spent[STARTS];
	long peak = 0;

	for (size_t i = 0; i < STARTS; i++) {
		long begin = now_us();
		pid_t child;
		int terminal = start(command, &child);

		if (terminal < 0)
			return 1;
		spent[i] = wait_answer(terminal, begin);
		if (peak_kb(child) > peak)
			peak = peak_kb(child);
		stop(terminal, child);
		if (spent[i] < 0)
			return 1;
	}
	show("start", spent, STARTS, peak);
	return 0;
}

/* KEYS in turns, each of which must be answered. */
static int bench_keys(const char *name, int terminal, pid_t child,
		      const char *const keys[2], size_t count)
{
	long spent[KEYS];

	for (size_t i = 0; i < count; i++) {
		spent[i] = press(terminal, keys[i % 2]);
		if (spent[i] < 0)
			return 1;
	}
	show(name, spent, count, peak_kb(child));
	return 0;
}

int main(int argc, char **argv)
{
	static const char *const moves[] = {"j", "k"};
	static const char *const scores[] = {"2", "3"};
	int terminal;
	pid_t child;
	int failed;

	if (argc < 2) {
		fprintf(stderr, "usage: bench_screen PROGRAM ARGUMENT...\n");
		return 2;
	}
	if (bench_starts(argv + 1))
		return 1;
	terminal = start(argv + 1, &child);
	/* From the dashboard to the norms of the first domain. */
	failed = terminal < 0 || wait_answer(terminal, now_us()) < 0 ||
		 press(terminal, "\r") < 0 ||
		 bench_keys("key", terminal, child, moves, KEYS) ||
		 bench_keys("score", terminal, child, scores, SCORES);
	if (terminal >= 0)
		stop(terminal, child);
	return failed;
}
