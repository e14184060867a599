/*
 * The commands of fora-map.  What the runner prepared for them is struct
 * ibp_cmd_map.
 */
#ifndef IBP_CMD_MAP_H
#define IBP_CMD_MAP_H

#include "cmd/file.h"
#include "cmd/words.h"
#include "core/landscape.h"
#include "model/fora.h"
#include "model/products.h"

/* run->tool_data.  What the command does not need is NULL. */
struct ibp_cmd_map {
	struct ibp_cmd_file file;
	struct ibp_landscape *landscape;
	struct ibp_fora *fora; /* the edition of the landscape, or the newest */
	struct ibp_board board; /* of the full screen and the questions */
	const char *notice;     /* what they say first; NULL: the store's */
	struct ibp_products *products; /* likewise */
};

/* The callbacks of struct ibp_tool. */
enum ibp_status ibp_cmd_map_prepare(struct ibp_run *run, struct ibp_error *err);
void ibp_cmd_map_release(struct ibp_run *run);

/* Lets go of the board, so that another can be opened. */
void ibp_cmd_map_close(struct ibp_run *run);

struct ibp_cmd_map *ibp_cmd_map_of(const struct ibp_run *run);

/* Reads the landscape from the open store, afresh. */
enum ibp_status ibp_cmd_map_load(struct ibp_run *run, struct ibp_error *err);

/*
 * Finds its places in the edition of FORA that they were made with, or the
 * newest where there are none.
 */
enum ibp_status ibp_cmd_map_bind(struct ibp_run *run, struct ibp_error *err);

/* The application of WORD, by number or name; NULL with a sentence: none. */
const struct ibp_application *ibp_cmd_map_find(struct ibp_run *run,
					       const char *word,
					       struct ibp_error *err);

/* The fields of WORDS as changes to the thing KEY. */
void ibp_cmd_map_add_fields(struct ibp_changes *changes,
			    enum ibp_subject subject, const char *key,
			    const struct ibp_words *words);

/*
 * Reads the words of RUN, MIN to MAX plain ones and the field version=, and
 * opens that edition, or the newest.
 */
enum ibp_status ibp_cmd_map_open(struct ibp_run *run, size_t min, size_t max,
				 struct ibp_words *words,
				 struct ibp_error *err);

/* Cells of what an element says; none where it says nothing. */
struct ibp_cell ibp_cmd_map_type_cell(enum ibp_fora_type type);
struct ibp_cell ibp_cmd_map_status_cell(enum ibp_fora_status status);
struct ibp_cell ibp_cmd_map_answer_cell(enum ibp_fora_answer answer);
struct ibp_cell ibp_cmd_map_rating_cell(enum ibp_fora_rating rating);
struct ibp_cell ibp_cmd_map_name_cell(const struct ibp_fora *fora,
				      uint32_t index);

/* A row of the table of actions each. */
typedef enum ibp_status ibp_cmd_map_command(struct ibp_run *run,
					    struct ibp_error *err);

ibp_cmd_map_command ibp_cmd_map_model_versions;
ibp_cmd_map_command ibp_cmd_map_model_list;
ibp_cmd_map_command ibp_cmd_map_model_show;
ibp_cmd_map_command ibp_cmd_map_model_import;
ibp_cmd_map_command ibp_cmd_map_model_check;
ibp_cmd_map_command ibp_cmd_map_coverage;
ibp_cmd_map_command ibp_cmd_map_gaps;
ibp_cmd_map_command ibp_cmd_map_overlaps;
ibp_cmd_map_command ibp_cmd_map_agreements;
ibp_cmd_map_command ibp_cmd_map_impact;
ibp_cmd_map_command ibp_cmd_map_landscape;
ibp_cmd_map_command ibp_cmd_map_suggest;
ibp_cmd_map_command ibp_cmd_map_app_add;
ibp_cmd_map_command ibp_cmd_map_app_set;
ibp_cmd_map_command ibp_cmd_map_app_rm;
ibp_cmd_map_command ibp_cmd_map_app_list;
ibp_cmd_map_command ibp_cmd_map_app_show;
ibp_cmd_map_command ibp_cmd_map_agreement_set;
ibp_cmd_map_command ibp_cmd_map_use;
ibp_cmd_map_command ibp_cmd_map_unuse;
ibp_cmd_map_command ibp_cmd_map_link;
ibp_cmd_map_command ibp_cmd_map_unlink;
ibp_cmd_map_command ibp_cmd_map_couple;
ibp_cmd_map_command ibp_cmd_map_uncouple;
ibp_cmd_map_command ibp_cmd_map_exclude;
ibp_cmd_map_command ibp_cmd_map_include;
ibp_cmd_map_command ibp_cmd_map_import;
ibp_cmd_map_command ibp_cmd_map_export;
ibp_cmd_map_command ibp_cmd_map_upgrade;
ibp_cmd_map_command ibp_cmd_map_confirm;
ibp_cmd_map_command ibp_cmd_map_check;
ibp_cmd_map_command ibp_cmd_map_log;

#endif
