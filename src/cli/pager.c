#include "cli/pager.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* -F ends it when all fits, -R lets colours through, -X keeps the screen. */
static char less_command[] = "command -v less >/dev/null && exec less -FRX; "
			     "exec cat";

/* Starts COMMAND with its input from a pipe; -1 when that fails. */
static int start(char *command, pid_t *child)
{
	char shell[] = "sh";
	char flag[] = "-c";
	char *words[] = {shell, flag, command, NULL};
	posix_spawn_file_actions_t actions;
	int ends[2];
	int fault;

	if (pipe(ends) != 0)
		return -1;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	fault = posix_spawn(child, "/bin/sh", &actions, NULL, words, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[0]);
	if (fault) {
		close(ends[1]);
		return -1;
	}
	return ends[1];
}

static void feed(int fd, const char *text, size_t length)
{
	while (length) {
		ssize_t put = write(fd, text, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return; /* the person has seen enough */
		text += put;
		length -= (size_t)put;
	}
}

/* The pager answers to Ctrl-C itself, and may leave before the end. */
static void feed_and_wait(int fd, pid_t child, const char *text, size_t length)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction stop;
	struct sigaction broken;

	sigaction(SIGINT, &ignore, &stop);
	sigaction(SIGPIPE, &ignore, &broken);
	feed(fd, text, length);
	close(fd);
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGPIPE, &broken, NULL);
}

bool ibp_pager_show(const char *text, size_t length)
{
	char *command = getenv("PAGER");
	pid_t child;
	int fd;

	if (command && (!*command || strcmp(command, "cat") == 0))
		return false;
	fd = start(command ? command : less_command, &child);
	if (fd < 0)
		return false;
	feed_and_wait(fd, child, text, length);
	return true;
}
