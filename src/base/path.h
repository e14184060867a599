/*
 * Where things lie.  Every function gives a new text to free.
 */
#ifndef IBP_BASE_PATH_H
#define IBP_BASE_PATH_H

/* DIR and NAME with one slash between them. */
char *ibp_path_join(const char *dir, const char *name);

/*
 * The folder with norms/, fora-model/ and examples/: CHOSEN (--data) where
 * not NULL, else $IBP_DATADIR, else where `make install` put them.
 */
char *ibp_path_data(const char *chosen);

/* The folder with catalogues: $IBP_LOCALEDIR, else the installed one. */
char *ibp_path_locale(void);

/*
 * The board's data file: CHOSEN (--file) where not NULL, else $IBP_FILE,
 * else school.ibp in the current folder where it exists, else school.ibp in
 * $XDG_DATA_HOME/ibp-tools (default ~/.local/share).
 */
char *ibp_path_board(const char *chosen);

/* $XDG_STATE_HOME/ibp-tools (default ~/.local/state); not made. */
char *ibp_path_state(void);

#endif
