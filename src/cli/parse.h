/*
 * The command line as one run: options and words in any order.
 */
#ifndef IBP_CLI_PARSE_H
#define IBP_CLI_PARSE_H

#include "cli/run.h"

/* The value of --lang, read before everything else; NULL: not given. */
const char *ibp_cli_language(int argc, char **argv);

/*
 * Fills RUN's action, options and words, which point into ARGV.  Reading
 * stops at --help, --usage or --version: what follows does not matter.
 * What is wrong is IBP_USAGE, with the nearest word that exists.
 */
enum ibp_status ibp_cli_parse(struct ibp_run *run, int argc, char **argv,
			      struct ibp_error *err);

#endif
