#include "cmd/monitor_letters.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/path.h"
#include "base/random.h"
#include "base/text.h"
#include "exchange/named_columns.h"

#define FOLDER "letters"
#define SLUG_MAX 60
#define UNSORTED_MAX 256 /* names that are looked at one by one */

enum { HOLDER, HOLDING, LISTS };

static const struct {
	const char *file;
	const char *number; /* of its first column */
} lists[LISTS] = {
	[HOLDER] = {"holders.csv", "holder_id"},
	[HOLDING] = {"holdings.csv", "holding_id"},
};

static struct ibp_cmd_names *names_of(struct ibp_cmd_letters *letters, int list)
{
	return list == HOLDER ? &letters->holders : &letters->holdings;
}

/* ---- names --------------------------------------------------------------- */

static int by_folded(const void *a, const void *b)
{
	const struct ibp_cmd_known_name *one = a;
	const struct ibp_cmd_known_name *other = b;

	return strcmp(one->folded, other->folded);
}

static void sort_names(struct ibp_cmd_names *names)
{
	if (names->count > 0)
		qsort(names->items, names->count, sizeof(*names->items),
		      by_folded);
	names->sorted = names->count;
}

static void add_name(struct ibp_cmd_letters *letters,
		     struct ibp_cmd_names *names, const char *name,
		     uint64_t number)
{
	char *folded = ibp_text_fold(name);

	names->items = ibp_grow(names->items, &names->capacity,
				names->count + 1, sizeof(*names->items));
	names->items[names->count++] = (struct ibp_cmd_known_name){
		ibp_arena_strdup(&letters->arena, folded),
		ibp_arena_strdup(&letters->arena, name), number};
	free(folded);
	if (names->count - names->sorted > UNSORTED_MAX)
		sort_names(names);
}

static const struct ibp_cmd_known_name *find_name(
	const struct ibp_cmd_names *names, const char *name)
{
	char *folded = ibp_text_fold(name);
	struct ibp_cmd_known_name key = {folded, NULL, 0};
	const struct ibp_cmd_known_name *found = NULL;

	if (names->sorted > 0)
		found = bsearch(&key, names->items, names->sorted,
				sizeof(*names->items), by_folded);

	for (size_t i = names->sorted; !found && i < names->count; i++)
		if (strcmp(names->items[i].folded, folded) == 0)
			found = &names->items[i];
	free(folded);
	return found;
}

static enum ibp_status draw(int bits, uint64_t *number, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	*number = 0;
	while (!status && !*number) {
		status = ibp_random_bytes(number, sizeof(*number), err);
		*number >>= 64 - bits;
	}
	return status;
}

enum ibp_status ibp_cmd_names_number(struct ibp_cmd_letters *letters,
				     struct ibp_cmd_names *names,
				     const char *name, int bits,
				     uint64_t *number, struct ibp_error *err)
{
	const struct ibp_cmd_known_name *found = find_name(names, name);
	enum ibp_status status;

	if (found) {
		*number = found->number;
		return IBP_OK;
	}
	status = draw(bits, number, err);
	if (!status)
		add_name(letters, names, name, *number);
	return status;
}

/* ---- the lists ----------------------------------------------------------- */

static enum ibp_status read_rows(struct ibp_cmd_letters *letters, int list,
				 const char *path, const struct ibp_csv *csv,
				 struct ibp_error *err)
{
	struct ibp_cmd_names *names = names_of(letters, list);

	if (csv->column_count != 2 ||
	    strcmp(csv->rows[0].fields[0], lists[list].number) != 0)
		return ibp_error_add(err, IBP_INPUT, path, 1, 0,
				     _("The columns \"%s\" and \"name\" are "
				       "expected, as invite wrote them."),
				     lists[list].number);
	for (size_t i = 1; i < csv->row_count; i++) {
		uint64_t number;

		if (!ibp_sdc_token_parse(csv->rows[i].fields[0], &number) ||
		    !number)
			return ibp_error_add(err, IBP_INPUT, path,
					     csv->rows[i].line, 1,
					     _("16 hexadecimal digits are "
					       "expected"));
		add_name(letters, names, csv->rows[i].fields[1], number);
	}
	sort_names(names);
	return IBP_OK;
}

static enum ibp_status read_list(struct ibp_cmd_letters *letters, int list,
				 struct ibp_error *err)
{
	char *path = ibp_path_join(letters->folder, lists[list].file);
	struct ibp_csv csv = {0};
	enum ibp_status status = IBP_OK;

	if (ibp_file_exists(path)) {
		status = ibp_csv_load(path, &csv, err);
		if (!status)
			status = read_rows(letters, list, path, &csv, err);
	}
	ibp_csv_release(&csv);
	free(path);
	return status;
}

static enum ibp_status write_list(struct ibp_cmd_letters *letters, int list,
				  struct ibp_error *err)
{
	const struct ibp_cmd_names *names = names_of(letters, list);
	char *path = ibp_path_join(letters->folder, lists[list].file);
	struct ibp_buf text = {0};
	enum ibp_status status;

	ibp_csv_add_field(&text, ',', lists[list].number);
	ibp_csv_add_field(&text, ',', "name");
	ibp_csv_end_row(&text);
	for (size_t i = 0; i < names->count; i++) {
		char number[IBP_SDC_TOKEN_TEXT];

		ibp_sdc_token_text(names->items[i].number, number);
		ibp_csv_add_field(&text, ',', number);
		ibp_csv_add_field(&text, ',', names->items[i].name);
		ibp_csv_end_row(&text);
	}
	status = ibp_file_write(path, text.data, text.length, true, err);
	ibp_buf_release(&text);
	free(path);
	return status;
}

/* Holdings only where there are any: most boards stand alone. */
enum ibp_status ibp_cmd_letters_keep(struct ibp_cmd_letters *letters,
				     struct ibp_error *err)
{
	enum ibp_status status = write_list(letters, HOLDER, err);

	if (!status && letters->holdings.count)
		status = write_list(letters, HOLDING, err);
	return status;
}

enum ibp_status ibp_cmd_letters_open(const char *register_path,
				     struct ibp_cmd_letters *letters,
				     struct ibp_error *err)
{
	const char *slash = strrchr(register_path, '/');
	enum ibp_status status = IBP_OK;

	if (slash) {
		char *dir = ibp_strndup(register_path,
					(size_t)(slash - register_path + 1));

		letters->folder = ibp_path_join(dir, FOLDER);
		free(dir);
	} else {
		letters->folder = ibp_strdup(FOLDER);
	}
	for (int list = 0; !status && list < LISTS; list++)
		status = read_list(letters, list, err);
	return status;
}

void ibp_cmd_letters_release(struct ibp_cmd_letters *letters)
{
	free(letters->folder);
	free(letters->holders.items);
	free(letters->holdings.items);
	free(letters->written);
	ibp_arena_release(&letters->arena);
	*letters = (struct ibp_cmd_letters){.folder = NULL};
}

/* ---- letters ------------------------------------------------------------- */

static void add_text(struct ibp_buf *text, const struct ibp_cmd_letter *letter)
{
	ibp_buf_addf(text, _("To the board of %s"), letter->board);
	ibp_buf_add(text, "\n\n");
	ibp_buf_addf(text,
		     _("You are invited to edition %s of the comparison "
		       "of boards on information security and privacy."),
		     letter->edition);
	ibp_buf_add(text, "\n");
	ibp_buf_addf(text, _("Your code, for this edition only: %s"),
		     letter->code);
	ibp_buf_add(text, "\n");
	ibp_buf_addf(text, _("Reference of your invitation: %s"),
		     letter->token);
	ibp_buf_add(text, "\n\n");
	ibp_buf_addf(text,
		     _("Make the summary with:  ibp-monitor export "
		       "--edition=%s"),
		     letter->edition);
	ibp_buf_add(text, "\n");
	ibp_buf_add(
		text,
		_("It shows everything that leaves, line by line, and asks "
		  "before it writes. Send the file that it makes to us over "
		  "a safe channel, and give the code to nobody else."));
	ibp_buf_add(text, "\n");
	ibp_buf_add(text, _("That you take part is not secret, what you scored "
			    "is."));
	ibp_buf_add(text, "\n");
}

/* The letters of NAME in a form that every file system takes. */
static void add_slug(struct ibp_buf *name, const char *board)
{
	char *folded = ibp_text_fold(board);
	size_t start = name->length;

	for (const char *at = folded; *at && name->length - start < SLUG_MAX;
	     at++) {
		bool is_plain = (*at >= 'a' && *at <= 'z') ||
				(*at >= '0' && *at <= '9');

		if (is_plain)
			ibp_buf_add_char(name, *at);
		else if (name->length > start &&
			 name->data[name->length - 1] != '-')
			ibp_buf_add_char(name, '-');
	}
	free(folded);
}

/* With the token, since two names may have the same letters. */
static const char *path_of(struct ibp_cmd_letters *letters,
			   const struct ibp_cmd_letter *letter)
{
	struct ibp_buf name = {0};
	const char *path;

	ibp_buf_addf(&name, "%s/%s-", letters->folder, letter->edition);
	add_slug(&name, letter->board);
	ibp_buf_addf(&name, "-%.4s.txt", letter->token);
	path = ibp_arena_strdup(&letters->arena, ibp_buf_text(&name));
	ibp_buf_release(&name);
	return path;
}

enum ibp_status ibp_cmd_letters_write(struct ibp_cmd_letters *letters,
				      const struct ibp_cmd_letter *letter,
				      struct ibp_error *err)
{
	const char *path = path_of(letters, letter);
	struct ibp_buf text = {0};
	enum ibp_status status = ibp_file_make_dir(letters->folder, err);

	add_text(&text, letter);
	if (!status)
		status = ibp_file_write(path, text.data, text.length, false,
					err);
	ibp_buf_release(&text);
	if (status)
		return status;
	letters->written =
		ibp_grow(letters->written, &letters->written_capacity,
			 letters->written_count + 1, sizeof(*letters->written));
	letters->written[letters->written_count++] = path;
	return IBP_OK;
}

void ibp_cmd_letters_undo(struct ibp_cmd_letters *letters)
{
	for (size_t i = 0; i < letters->written_count; i++)
		unlink(letters->written[i]);
	letters->written_count = 0;
}
