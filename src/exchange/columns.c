#include "exchange/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/locale.h"
#include "base/text.h"

#define IGNORE "ignore"
#define NEAR_MIN 5 /* shorter names come near too much */
#define SAME_MIN 2 /* letters at the beginning */

static void add_name(struct ibp_column_names *names, const char *name,
		     size_t column, bool is_alias)
{
	names->items = ibp_grow(names->items, &names->capacity,
				names->count + 1, sizeof(*names->items));
	names->items[names->count++] =
		(struct ibp_column_name){.name = name,
					 .folded = ibp_text_fold(name),
					 .column = column,
					 .is_alias = is_alias};
}

/* A heading may be in another language than that of the run. */
static void add_label(struct ibp_column_names *names, const char *label,
		      size_t column)
{
	const char *const *language = ibp_locale_headings;

	for (; *language; language++)
		add_name(names, ibp_locale_text(*language, label), column,
			 false);
	add_name(names, _(label), column, false);
}

void ibp_column_names_init(struct ibp_column_names *names,
			   const struct ibp_column_kind *kind)
{
	struct ibp_column_alias alias;

	*names = (struct ibp_column_names){.kind = kind};
	for (size_t i = 0; i < kind->count; i++) {
		const char *label = kind->label(i);

		add_name(names, kind->name(i), i, false);
		if (label)
			add_label(names, label, i);
	}
	for (size_t i = 0; (alias = kind->alias(i)).name; i++)
		add_name(names, alias.name, alias.column, true);
}

void ibp_column_names_release(struct ibp_column_names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->items[i].folded);
	free(names->items);
	*names = (struct ibp_column_names){0};
}

static const struct ibp_column_name *find_name(
	const struct ibp_column_names *names, const char *name)
{
	char *folded = ibp_text_fold(name);
	size_t i = 0;

	while (i < names->count && strcmp(names->items[i].folded, folded) != 0)
		i++;
	free(folded);
	return i < names->count ? &names->items[i] : NULL;
}

size_t ibp_column_names_find(const struct ibp_column_names *names,
			     const struct ibp_column_map *map, const char *name)
{
	const char *field = map ? ibp_column_map_find(map, name) : NULL;
	const struct ibp_column_name *found =
		find_name(names, field ? field : name);

	return found ? found->column : names->kind->count;
}

/* ---- Names that are not known --------------------------------------------
 */

static bool is_near(const char *folded, const char *name)
{
	const char *names[] = {name, NULL};

	return ibp_text_nearest(folded, names) != NULL;
}

/* Words of ours before labels, and those of this run before others. */
static int rank_of(const struct ibp_column_kind *kind,
		   const struct ibp_column_name *name)
{
	const char *label = kind->label(name->column);

	if (strcmp(name->name, kind->name(name->column)) == 0)
		return 0;
	return label && strcmp(name->name, _(label)) == 0 ? 1 : 2;
}

/* Of other languages only what begins the same way is meant. */
static bool is_meant(const struct ibp_column_kind *kind,
		     const struct ibp_column_name *name, const char *folded)
{
	return kind->is_read(name->column) && is_near(folded, name->folded) &&
	       (rank_of(kind, name) < 2 ||
		strncmp(folded, name->folded, SAME_MIN) == 0);
}

/* The name of ours that TEXT comes near; NULL: none. */
static const struct ibp_column_name *find_near(
	const struct ibp_column_names *names, const char *text)
{
	const struct ibp_column_kind *kind = names->kind;
	const struct ibp_column_name *found = NULL;
	char *folded = ibp_text_fold(text);
	bool is_short = strlen(folded) < NEAR_MIN;

	for (size_t i = 0; !is_short && i < names->count; i++) {
		const struct ibp_column_name *name = &names->items[i];

		if (is_meant(kind, name, folded) &&
		    (!found || rank_of(kind, name) < rank_of(kind, found)))
			found = name;
	}
	free(folded);
	return found;
}

static void refuse_near(const struct ibp_column_names *names,
			const struct ibp_heading *heading, size_t index,
			struct ibp_error *err)
{
	const char *name = heading->names[index];
	const struct ibp_column_name *near = find_near(names, name);

	if (near)
		ibp_heading_fault(heading, index + 1, err,
				  _("The column \"%s\" is not known. Did you "
				    "mean \"%s\"? Change the name, or say what "
				    "it is with --columns."),
				  name, near->name);
}

/* ---- The columns of one table --------------------------------------------
 */

static size_t match_one(const struct ibp_column_names *names,
			const struct ibp_heading *heading, size_t index,
			const struct ibp_column_map *map, struct ibp_error *err)
{
	const char *name = heading->names[index];
	size_t column = ibp_column_names_find(names, map, name);

	if (column == names->kind->count &&
	    !(map && ibp_column_map_find(map, name)))
		refuse_near(names, heading, index, err);
	return column;
}

static size_t count_columns(const size_t *columns, size_t count, size_t wanted)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += columns[i] == wanted;
	return found;
}

/* Beside a column of its own name, what is called otherwise is another. */
static void free_aliases(const struct ibp_column_names *names,
			 const struct ibp_heading *heading,
			 const struct ibp_column_map *map, size_t *columns)
{
	for (size_t i = 0; i < heading->count; i++) {
		const char *name = heading->names[i];
		const struct ibp_column_name *found = find_name(names, name);

		if (found && found->is_alias &&
		    !(map && ibp_column_map_find(map, name)) &&
		    count_columns(columns, heading->count, columns[i]) > 1)
			columns[i] = names->kind->count;
	}
}

static void refuse_double(const struct ibp_column_kind *kind,
			  const struct ibp_heading *heading, size_t first,
			  size_t second, size_t column, struct ibp_error *err)
{
	struct ibp_buf other = {0};

	ibp_heading_add_column(&other, heading, first + 1);
	ibp_heading_fault(heading, second + 1, err,
			  _("This column and column %s are both `%s`."),
			  ibp_buf_text(&other), kind->name(column));
	ibp_buf_release(&other);
}

static bool is_read(const struct ibp_column_kind *kind, size_t column)
{
	return column < kind->count && kind->is_read(column);
}

static void check_double(const struct ibp_column_kind *kind,
			 const struct ibp_heading *heading,
			 const size_t *columns, struct ibp_error *err)
{
	for (size_t i = 0; i < heading->count; i++)
		for (size_t j = 0; j < i; j++)
			if (columns[i] == columns[j] &&
			    is_read(kind, columns[i]))
				refuse_double(kind, heading, j, i, columns[i],
					      err);
}

static bool has_column(const struct ibp_heading *heading, const char *name)
{
	for (size_t i = 0; i < heading->count; i++)
		if (strcmp(heading->names[i], name) == 0)
			return true;
	return false;
}

static void check_map(const struct ibp_heading *heading,
		      const struct ibp_column_map *map, struct ibp_error *err)
{
	for (size_t i = 0; map && i < map->count; i++)
		if (!has_column(heading, map->rows[i].column))
			ibp_heading_fault(heading, 0, err,
					  _("There is no column \"%s\", which "
					    "%s names."),
					  map->rows[i].column, map->file);
}

enum ibp_status ibp_columns_match(const struct ibp_column_kind *kind,
				  const struct ibp_heading *heading,
				  const struct ibp_column_map *map,
				  size_t *columns, struct ibp_error *err)
{
	size_t before = err->count;
	struct ibp_column_names names;

	ibp_column_names_init(&names, kind);
	for (size_t i = 0; i < heading->count; i++)
		columns[i] = match_one(&names, heading, i, map, err);
	free_aliases(&names, heading, map, columns);
	ibp_column_names_release(&names);
	check_double(kind, heading, columns, err);
	check_map(heading, map, err);
	return err->count == before ? IBP_OK : IBP_INPUT;
}

/* What comes near a name of ours was refused, and is a good guess. */
static const char *field_of(const struct ibp_column_names *names,
			    const struct ibp_column_map *used, const char *name,
			    size_t column)
{
	const struct ibp_column_kind *kind = names->kind;
	const struct ibp_column_name *near;

	if (is_read(kind, column))
		return kind->name(column);
	if (column < kind->count || (used && ibp_column_map_find(used, name)))
		return IGNORE;
	near = find_near(names, name);
	return near ? kind->name(near->column) : IGNORE;
}

void ibp_columns_note(const struct ibp_column_kind *kind,
		      const struct ibp_heading *heading,
		      const struct ibp_column_map *used, const size_t *columns,
		      struct ibp_buf *map, struct ibp_buf *unused)
{
	struct ibp_column_names names;

	ibp_column_names_init(&names, kind);
	ibp_column_map_begin(map);
	for (size_t i = 0; i < heading->count; i++) {
		const char *name = heading->names[i];

		if (*name || !heading->sheet)
			ibp_column_map_add(
				map, name,
				field_of(&names, used, name, columns[i]));
		if (columns[i] == kind->count && *name)
			ibp_buf_addf(unused, "%s%s", unused->length ? ", " : "",
				     name);
	}
	ibp_column_names_release(&names);
}
