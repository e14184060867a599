/*
 * Whatever is taken in as a landscape, in any of its forms: either faults
 * and nothing else, or changes to known fields whose values are canonical.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/arrival_csv.h"
#include "exchange/arrival_json.h"
#include "exchange/arrival_xml.h"
#include "exchange/landscape_import.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char model[] =
	"schema: ibp-tools/fora/1\n"
	"version: \"2025-02-28\"\n"
	"source: here\n"
	"expects_system_by: chain\n"
	"domains: [id-d1]\n"
	"elements:\n"
	"  - {id: id-d1, type: domain, name: Onderwijs, status: current}\n"
	"  - {id: id-c1, type: component, name: \"LAS, groot\", "
	"domain: id-d1, status: current}\n"
	"  - {id: id-f1, type: function, name: Toetsen, domain: id-d1, "
	"status: current}\n"
	"relations: []\n";

static void check_change(const struct ibp_change *change)
{
	const struct ibp_field *fields = ibp_subject_fields(change->subject);
	const struct ibp_field *field = ibp_field_find(fields, change->field);
	struct ibp_error err = {0};
	char *again = NULL;

	if (!field || !change->key || ibp_text_equal(change->from, change->to))
		abort();
	if (change->to &&
	    (ibp_field_parse(field, change->to, "2026-11-23", &again, &err) ||
	     !ibp_text_equal(again, change->to)))
		abort();
	free(again);
	ibp_error_release(&err);
}

static struct ibp_placement placements[] = {
	{.id = 5, .application = 1, .element_id = "id-c1", .element_name = "x"},
};
static struct ibp_use uses[] = {{1, 3}};
static struct ibp_application applications[] = {
	{.id = 1,
	 .name = "Magister",
	 .owner = "rector",
	 .placements = placements,
	 .placement_count = 1,
	 .uses = uses,
	 .use_count = 1},
	{.id = 2, .name = "Caf\xc3\xa9"},
};
static struct ibp_school schools[] = {
	{.id = 3, .name = "De Linde", .brin = "99AA"},
	{.id = 4, .name = "'t Palet, noord"},
};
static struct ibp_coupling couplings[] = {{.id = 1, .from = 1, .to = 2}};
static struct ibp_exclusion exclusions[] = {
	{.element_id = "id-f1", .element_name = "Toetsen", .reason = "nee"}};

static void compare(const struct ibp_fora *fora, struct ibp_arrivals *arrivals)
{
	static const struct ibp_product product = {.name = "Snappet",
						   .vendor = "Snappet"};
	static struct ibp_product products[1];
	const struct ibp_products list = {.items = products, .count = 1};
	const struct ibp_landscape landscape = {
		.applications = applications,
		.application_count = COUNT(applications),
		.placements = placements,
		.placement_count = COUNT(placements),
		.schools = schools,
		.school_count = COUNT(schools),
		.couplings = couplings,
		.coupling_count = COUNT(couplings),
		.exclusions = exclusions,
		.exclusion_count = COUNT(exclusions),
	};
	struct ibp_landscape_target target = {
		.landscape = &landscape, .fora = fora, .products = &list};
	struct ibp_landscape_import import = {0};
	struct ibp_error err = {0};

	products[0] = product;
	for (size_t i = 0; i < IBP_SUBJECT_COUNT; i++)
		target.next[i] = 100;
	if (ibp_landscape_compare(&target, "f", arrivals, &import, &err) &&
	    (!err.count || import.changes.count))
		abort();
	for (size_t i = 0; i < import.changes.count; i++)
		check_change(&import.changes.items[i]);
	ibp_landscape_import_release(&import);
	ibp_error_release(&err);
}

static void read_table(const struct ibp_arrival_reader *reader,
		       const char *text, size_t size)
{
	struct ibp_arrival_table table = {0};

	ibp_arrivals_csv(reader, text, size, NULL, &table);
	ibp_buf_release(&table.unused);
	ibp_buf_release(&table.map);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct ibp_arrivals arrivals = {0};
	struct ibp_labels labels = {0};
	struct ibp_error err = {0};
	struct ibp_fora *fora = NULL;
	const struct ibp_arrival_reader reader = {.file = "f",
						  .today = "2026-11-23",
						  .arrivals = &arrivals,
						  .labels = &labels,
						  .err = &err};

	if (ibp_fora_parse("model", model, strlen(model), &fora, &err))
		abort();
	ibp_application_labels(&labels);
	if (size && *text == '{')
		ibp_arrivals_json(&reader, text, size);
	else if (size && *text == '<')
		ibp_arrivals_xml(&reader, text, size);
	else
		read_table(&reader, text, size);
	if (!err.count)
		compare(fora, &arrivals);
	ibp_arrivals_release(&arrivals);
	ibp_labels_release(&labels);
	ibp_fora_free(fora);
	ibp_error_release(&err);
	return 0;
}
