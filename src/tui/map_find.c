/* What filtering, sorting, searching and marking is about in fora-map. */
#include "base/i18n.h"
#include "core/application_row.h"
#include "core/row_select.h"
#include "tui/map_desk.h"

/* ---- Applications ---- */

/* Questions that everybody has, ready to choose. */
static const struct ibp_named_filter application_filters[] = {
	{N_("without a place"), "places=0"},
	{N_("in use"), "status=in-use or status=phase-out"},
	{N_("planned"), "status=planned"},
	{N_("being phased out"), "status=phase-out"},
	{N_("with personal data"), "personal_data=ordinary or "
				   "personal_data=special"},
	{N_("personal data, no signed agreement"),
	 "(personal_data=ordinary or personal_data=special) and not "
	 "(agreement=signed or agreement=not-needed)"},
	{N_("contract ends within six months"), "contract_end<=+6m"},
	{N_("without an owner"), "owner=\"\""},
	{N_("stored outside the Netherlands"),
	 "not (country=NL or country=\"\")"},
	{N_("DPIA needed"), "dpia=needed"},
	{NULL, NULL},
};

static const struct ibp_sort_key application_sorts[] = {
	{"", N_("name")},
	{"supplier", N_("supplier")},
	{"status", N_("status")},
	{"owner", N_("owner")},
	{"contract_end", N_("end of the contract, earliest first")},
	{"-places", N_("places, most first")},
	{"-users", N_("users, most first")},
	{"-cost", N_("cost, highest first")},
	{"agreement", N_("agreement")},
	{NULL, NULL},
};

static enum ibp_status fill_applications(struct ibp_app *app,
					 struct ibp_rows *rows,
					 struct ibp_error *err)
{
	const struct ibp_map *map = ibp_map_of(app);
	struct ibp_arena arena = {0};
	struct ibp_filter *filter = NULL;
	size_t *items = NULL;
	size_t count = 0;
	enum ibp_status status = IBP_OK;

	if (rows->filter)
		status = ibp_filter_parse(rows->filter,
					  ibp_application_row_fields,
					  map->setup->today, &filter, err);
	if (!status)
		status = ibp_application_select(map->now, map->setup->today,
						filter, rows->sort, &arena,
						&items, &count, err);
	if (!status)
		ibp_rows_replace(rows, &arena, items, count,
				 map->now->application_count);
	else
		ibp_arena_release(&arena);
	ibp_filter_free(filter);
	return status;
}

static bool application_has(struct ibp_app *app, size_t index, const char *word)
{
	const struct ibp_map *map = ibp_map_of(app);
	struct ibp_application_row row = {map->now, index, map->setup->today};

	return ibp_application_row_has(&row, word);
}

static struct ibp_marks *application_marks(struct ibp_app *app)
{
	return &ibp_map_of(app)->applications;
}

static void add_application_marks(size_t count, struct ibp_buf *text)
{
	ibp_buf_addf(text,
		     ibp_ngettext("%zu application is marked: the next change "
				  "is made to it.",
				  "%zu applications are marked: the next "
				  "change is made to all of them.",
				  count),
		     count);
}

const struct ibp_rows_kind ibp_map_application_rows = {
	.fill = fill_applications,
	.has = application_has,
	.marks = application_marks,
	.add_marks = add_application_marks,
	.filters = application_filters,
	.sorts = application_sorts,
	.which = N_("Which applications?"),
	.fields = N_("A field, = != < <= > >= or ~ (contains), and a value; "
		     "join them with and, or, not and brackets. For example: "
		     "contract_end<=+6m and owner=\"\". Fields: name supplier "
		     "owner status kind hosting country users cost "
		     "contract_end personal_data agreement dpia school element "
		     "places and the others of `fora-map app list`."),
	.searched = N_("In name, supplier, owner, note and the places in FORA. "
		       "Capitals and accents do not matter."),
};

void ibp_map_follow_rows(struct ibp_app *app, struct ibp_rows *rows,
			 unsigned long *seen)
{
	const struct ibp_map *map = ibp_map_of(app);

	if (*seen == map->renumbered)
		return;
	*seen = map->renumbered;
	ibp_rows_fill(app, rows);
}

/* ---- Elements ---- */

const struct ibp_named_filter ibp_map_element_filters[] = {
	{N_("gaps"), "state=gap"},
	{N_("covered by one application"), "applications=1"},
	{N_("covered by several applications"), "applications>1"},
	{N_("planned only"), "state=planned or (state=gap and not "
			     "application=\"\")"},
	{N_("not for us"), "state=excluded"},
	{N_("processes"), "type=process or type=work-process"},
	{NULL, NULL},
};

const struct ibp_sort_key ibp_map_element_sorts[] = {
	{"", N_("order of FORA")},
	{"name", N_("name")},
	{"-applications", N_("applications, most first")},
	{"applications", N_("applications, fewest first")},
	{"state", N_("state")},
	{NULL, NULL},
};

struct selection {
	struct ibp_element_row row;
	const size_t *items;
};

static const void *element_at(void *context, size_t index)
{
	struct selection *selection = context;

	selection->row.index = (uint32_t)selection->items[index];
	return &selection->row;
}

enum ibp_status ibp_map_select_elements(struct ibp_map *map, const char *expr,
					const char *sort, size_t *items,
					size_t *count, struct ibp_arena *arena,
					struct ibp_error *err)
{
	struct selection selection = {{ibp_map_cover(map), 0}, items};
	const struct ibp_row_source source = {
		.fields = ibp_element_row_fields,
		.value = ibp_element_row_value,
		.at = element_at,
		.context = &selection,
		.count = *count,
	};
	struct ibp_filter *filter = NULL;
	size_t *found = NULL;
	enum ibp_status status = IBP_OK;

	if (expr)
		status = ibp_filter_parse(expr, ibp_element_row_fields,
					  map->setup->today, &filter, err);
	if (!status)
		status = ibp_row_select(&source, filter, sort, arena, &found,
					count, err);
	/* Each in a place of its own: they may be in another order. */
	for (size_t i = 0; !status && i < *count; i++)
		found[i] = items[found[i]];
	for (size_t i = 0; !status && i < *count; i++)
		items[i] = found[i];
	ibp_filter_free(filter);
	return status;
}

bool ibp_map_element_has(struct ibp_app *app, size_t index, const char *word)
{
	struct ibp_element_row row = {ibp_map_cover(ibp_map_of(app)),
				      (uint32_t)index};

	return ibp_element_row_has(&row, word);
}

struct ibp_marks *ibp_map_element_marks(struct ibp_app *app)
{
	return &ibp_map_of(app)->elements;
}

void ibp_map_add_element_marks(size_t count, struct ibp_buf *text)
{
	ibp_buf_addf(text,
		     ibp_ngettext("%zu element is marked: the next change is "
				  "made to it.",
				  "%zu elements are marked: the next change "
				  "is made to all of them.",
				  count),
		     count);
}
