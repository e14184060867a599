/*
 * Signals for a full screen.  A handler only sets a bit; signals are let
 * through only while waiting for input, so that none slips past.
 */
#ifndef IBP_TUI_SIGNALS_H
#define IBP_TUI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

enum ibp_signal {
	IBP_SIGNAL_NONE = 0,
	IBP_SIGNAL_HANGUP = 1,    /* SIGHUP, SIGTERM */
	IBP_SIGNAL_STOP = 2,      /* SIGTSTP */
	IBP_SIGNAL_CONTINUE = 4,  /* SIGCONT */
	IBP_SIGNAL_INTERRUPT = 8, /* SIGINT */
};

#define IBP_SIGNALS 5

struct ibp_signals {
	sigset_t outside; /* as they were */
	struct sigaction old[IBP_SIGNALS];
};

void ibp_signals_catch(struct ibp_signals *signals);
void ibp_signals_release(const struct ibp_signals *signals);

/* Drops what the keys of another program in this terminal sent us. */
void ibp_signals_forget(void);

/* One that was seen and not yet taken. */
enum ibp_signal ibp_signals_take(void);

/*
 * Waits for standard input or a signal; false when TIMEOUT milliseconds
 * (negative: for ever) are over.
 */
bool ibp_signals_wait(const struct ibp_signals *signals, int timeout);

#endif
