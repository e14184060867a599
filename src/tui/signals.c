#include "tui/signals.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

/* A handler has no other place to leave a word. */
static volatile sig_atomic_t seen;

static const struct {
	int number;
	enum ibp_signal meaning;
} caught[IBP_SIGNALS] = {
	{SIGHUP, IBP_SIGNAL_HANGUP},    {SIGTERM, IBP_SIGNAL_HANGUP},
	{SIGINT, IBP_SIGNAL_HANGUP},    {SIGTSTP, IBP_SIGNAL_STOP},
	{SIGCONT, IBP_SIGNAL_CONTINUE},
};

static void note(int number)
{
	for (int i = 0; i < IBP_SIGNALS; i++)
		if (caught[i].number == number)
			seen |= (int)caught[i].meaning;
}

void ibp_signals_catch(struct ibp_signals *signals)
{
	struct sigaction action = {.sa_handler = note};
	sigset_t inside;

	sigemptyset(&action.sa_mask);
	sigemptyset(&inside);
	sigaddset(&inside, SIGWINCH);
	for (int i = 0; i < IBP_SIGNALS; i++) {
		sigaddset(&inside, caught[i].number);
		sigaction(caught[i].number, &action, &signals->old[i]);
	}
	sigprocmask(SIG_BLOCK, &inside, &signals->outside);
}

void ibp_signals_release(const struct ibp_signals *signals)
{
	for (int i = 0; i < IBP_SIGNALS; i++)
		sigaction(caught[i].number, &signals->old[i], NULL);
	sigprocmask(SIG_SETMASK, &signals->outside, NULL);
}

void ibp_signals_forget(void)
{
	struct timespec now = {0, 0};
	sigset_t keys;

	sigemptyset(&keys);
	sigaddset(&keys, SIGINT);
	sigaddset(&keys, SIGTSTP);
	while (sigtimedwait(&keys, NULL, &now) > 0)
		continue;
}

enum ibp_signal ibp_signals_take(void)
{
	for (int bit = IBP_SIGNAL_HANGUP; bit <= IBP_SIGNAL_INTERRUPT; bit *= 2)
		if (seen & bit) {
			seen &= ~bit;
			return (enum ibp_signal)bit;
		}
	return IBP_SIGNAL_NONE;
}

bool ibp_signals_wait(const struct ibp_signals *signals, int timeout)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	struct timespec limit = {timeout / 1000,
				 (long)(timeout % 1000) * 1000000};

	return ppoll(&input, 1, timeout < 0 ? NULL : &limit,
		     &signals->outside) != 0;
}
