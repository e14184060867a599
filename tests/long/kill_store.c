/*
 * kill_store [KILLS]: a child sets scores in a loop and says which are done;
 * it is killed at a random moment, KILLS times (200).  Every score that was
 * answered must be there, and the file must be sound.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/path.h"
#include "store/store.h"

#define KILLS 200
#define TOOL "ibp-test"
#define LIFE_MS_MAX 60

struct run {
	char dir[32];
	char *file;
	struct ibp_framework *framework;
	struct ibp_error err;
	long made;       /* changes that are in the file */
	long journals;   /* kills halfway through a change */
	long unanswered; /* changes made, killed before they were answered */
};

static int fail(const struct run *run, const char *what)
{
	fprintf(stderr, "%s: %s: %s\n", run->dir, what,
		ibp_error_text(&run->err));
	return 1;
}

/* Change number INDEX, from 0: always another score than was there. */
static int score_of(const struct run *run, long index)
{
	long norms = (long)run->framework->norm_count;

	return (int)((index / norms + index % norms) % 5) + 1;
}

static const char *code_of(const struct run *run, long index)
{
	return run->framework->norms[(size_t)index % run->framework->norm_count]
		.code;
}

/* Never returns: sets scores and writes the number of each to ANSWERS. */
static void live(struct run *run, int answers)
{
	struct ibp_store *store = NULL;

	if (ibp_store_open(run->file, IBP_STORE_WRITE, TOOL, &store, &run->err))
		_exit(fail(run, "open"));
	for (long index = run->made;; index++) {
		const struct ibp_change change = {
			IBP_SUBJECT_NORM,
			1,
			code_of(run, index),
			"score",
			NULL,
			ibp_score_text(score_of(run, index)),
			NULL};
		size_t done = 0;

		if (ibp_store_apply(store, &change, 1, &done, &run->err) ||
		    done != 1)
			_exit(fail(run, "apply"));
		if (write(answers, &index, sizeof(index)) != sizeof(index))
			_exit(1);
	}
}

static void wait_a_while(void)
{
	long ns = rand() % (LIFE_MS_MAX * 1000) * 1000L;
	const struct timespec while_ = {ns / 1000000000, ns % 1000000000};

	nanosleep(&while_, NULL);
}

/* *ANSWERED: how many changes are answered in all. */
static int kill_one(struct run *run, long *answered)
{
	struct ibp_buf journal = {0};
	int ends[2];
	int result;
	long index;
	pid_t child;

	*answered = run->made;
	if (pipe(ends) != 0)
		return fail(run, strerror(errno));
	child = fork();
	if (child == 0) {
		close(ends[0]);
		live(run, ends[1]);
	}
	close(ends[1]);
	wait_a_while();
	kill(child, SIGKILL);
	while (read(ends[0], &index, sizeof(index)) == sizeof(index))
		*answered = index + 1;
	close(ends[0]);
	if (waitpid(child, &result, 0) != child || !WIFSIGNALED(result))
		return fail(run, "the child ended by itself");
	ibp_buf_addf(&journal, "%s-journal", run->file);
	run->journals += ibp_file_exists(journal.data);
	ibp_buf_release(&journal);
	return 0;
}

/* What the log says was made; the first step made the file. */
static int count_made(struct run *run, struct ibp_store *store)
{
	struct ibp_arena arena = {0};
	struct ibp_log_entry *log;
	size_t count;

	if (ibp_store_log(store, NULL, 1, &arena, &log, &count, &run->err))
		return fail(run, "log");
	run->made = log[0].step - 1;
	ibp_arena_release(&arena);
	return 0;
}

static int check_scores(struct run *run, struct ibp_store *store)
{
	struct ibp_assessment *a = NULL;
	long norms = (long)run->framework->norm_count;

	if (ibp_store_load(store, 1, run->framework, &a, &run->err))
		return fail(run, "load");
	for (long n = 0; n < norms; n++) {
		long index = run->made - 1 - ((run->made - 1 - n) % norms);
		int wanted =
			n < run->made ? score_of(run, index) : IBP_SCORE_OPEN;

		if (a->answers[n].score != wanted)
			return fail(run, "a score is not what it was set to");
	}
	ibp_assessment_free(a);
	return 0;
}

static int check_file(struct run *run, struct ibp_store *store)
{
	struct ibp_findings findings = {0};
	int result = 0;

	if (ibp_store_check(store, &findings, &run->err))
		return fail(run, "check");
	if (findings.count)
		result = fail(run, findings.items[0].message);
	ibp_findings_release(&findings);
	return result;
}

static int look(struct run *run, long answered)
{
	struct ibp_store *store = NULL;
	int result;

	/* The lock of the dead child must not be in the way. */
	if (ibp_store_open(run->file, IBP_STORE_WRITE, TOOL, &store, &run->err))
		return fail(run, "open after the kill");
	result = count_made(run, store);
	if (!result && run->made < answered)
		result = fail(run, "an answered score is gone");
	if (!result && run->made > answered + 1)
		result = fail(run, "more than one unanswered score");
	run->unanswered += run->made > answered;
	if (!result)
		result = check_scores(run, store);
	if (!result)
		result = check_file(run, store);
	ibp_store_close(store);
	return result;
}

static int begin(struct run *run)
{
	const struct ibp_change name = {
		IBP_SUBJECT_BOARD, 0, "", "name", NULL, "De Linde", NULL};
	const struct ibp_store_init init = {TOOL, "ibp-fo", "2024-06", &name,
					    1};
	char *data = ibp_path_data(NULL);

	snprintf(run->dir, sizeof(run->dir), "/tmp/ibp-kill-XXXXXX");
	if (!mkdtemp(run->dir))
		return fail(run, strerror(errno));
	run->file = ibp_path_join(run->dir, "school.ibp");
	if (ibp_framework_open(data, "ibp-fo", "2024-06", &run->framework,
			       &run->err))
		return fail(run, "norms");
	free(data);
	return ibp_store_create(run->file, &init, &run->err) ?
		       fail(run, "create") :
		       0;
}

/* The folder stays when something was wrong, to look at. */
static void end(struct run *run)
{
	struct ibp_buf lock = {0};

	ibp_buf_addf(&lock, "%s.lock", run->file);
	unlink(lock.data);
	unlink(run->file);
	rmdir(run->dir);
	ibp_buf_release(&lock);
	ibp_framework_free(run->framework);
	free(run->file);
}

int main(int argc, char **argv)
{
	int kills = argc > 1 ? atoi(argv[1]) : KILLS;
	unsigned seed = (unsigned)time(NULL);
	struct run run = {0};
	long answered;

	printf("seed %u\n", seed);
	srand(seed);
	if (begin(&run))
		return 1;
	for (int i = 0; i < kills; i++)
		if (kill_one(&run, &answered) || look(&run, answered))
			return 1;
	printf("%d kills: %ld scores, %ld kills halfway through a change, "
	       "%ld changes made but not answered; nothing lost\n",
	       kills, run.made, run.journals, run.unanswered);
	if (kills >= KILLS && !run.journals)
		return fail(&run, "no kill came halfway through a change");
	end(&run);
	return 0;
}
