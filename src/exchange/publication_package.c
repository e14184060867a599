/* datapackage.json: what the columns mean, and how the figures were made. */
#include <config.h>

#include "base/json.h"
#include "base/num.h"
#include "exchange/benchmark.h"
#include "exchange/publication.h"

#define PROFILE "https://datapackage.org/profiles/2.0/"

/* In Dutch in every language, as it was agreed with those who take part. */
const char ibp_publication_promise[] =
	"Deelname is niet geheim; de score van een afzonderlijk bestuur is "
	"niet nauwkeurig af te leiden zolang hoogstens vijf deelnemers van "
	"een groep samenspannen.";

/* In the order of ibp_benchmark_columns. */
static const struct {
	const char *type;
	const char *constraints; /* members of an object, JSON */
	const char *description;
} fields[] = {
	{"string", "\"required\": true, \"pattern\": \"20[0-9]{2}[a-d]?\"",
	 "Edition: one date of reference"},
	{"string", "\"required\": true, \"enum\": [\"k\", \"dp\"]",
	 "How boards are protected: rules with k boards, or noise"},
	{"string", "\"required\": true",
	 "Cell: sector, size and part of the country together"},
	{"string", "\"required\": true",
	 "po, vo and so, joined by + where they were merged; all"},
	{"string", "\"required\": true",
	 "S, M and L by pupils of the board, joined by +; all"},
	{"string", "\"required\": true",
	 "north, east, west and south, joined by +; all"},
	{"string", "\"required\": true",
	 "Reporting group of norms, figure about applications, or total"},
	{"string",
	 "\"required\": true, \"enum\": [\"mean\", \"level\", \"at_target\", "
	 "\"landscape\"]",
	 "mean of the levels; share of boards at a level, at level 3 or "
	 "higher, or in a band"},
	{"integer", "\"minimum\": 0, \"maximum\": 5",
	 "Level 1 to 5, or band from 0; empty where the measure has none"},
	{"number", "\"minimum\": 0, \"maximum\": 100",
	 "Rounded value; empty where it is coded or left out"},
	{"string", "", "The value for people, in Dutch"},
	{"string", "\"required\": true, \"enum\": [\"level\", \"percent\"]",
	 "Unit of the value"},
	{"string", "\"required\": true",
	 "Number of boards behind the value, as a band"},
	{"string", "\"required\": true, \"enum\": [\"F\", \"A\"]",
	 "SDMX CONF_STATUS: F free, A left out for confidentiality"},
};

const char *ibp_publication_meaning(size_t column)
{
	return column < sizeof(fields) / sizeof(*fields) ?
		       fields[column].description :
		       NULL;
}

void ibp_publication_add_title(struct ibp_buf *out, const char *edition)
{
	ibp_buf_addf(out,
		     "Informatiebeveiliging en privacy bij schoolbesturen, "
		     "editie %s",
		     edition);
}

static void add_fields(struct ibp_buf *out)
{
	for (size_t i = 0; ibp_benchmark_columns[i]; i++) {
		ibp_buf_addf(
			out,
			"%s\n          {\"name\": \"%s\", \"type\": \"%s\"",
			i ? "," : "", ibp_benchmark_columns[i], fields[i].type);
		ibp_buf_add(out, ", \"description\": ");
		ibp_json_add_string(out, fields[i].description);
		if (*fields[i].constraints)
			ibp_buf_addf(out, ", \"constraints\": {%s}",
				     fields[i].constraints);
		ibp_buf_add(out, "}");
	}
}

static void add_steps(const struct ibp_publication *publication,
		      struct ibp_buf *out)
{
	const struct ibp_sdc_rules *rules = publication->rules;
	char band[IBP_SDC_BAND_TEXT];
	char step[IBP_HUNDREDTHS_MAX_TEXT];

	ibp_buf_add(out, ",\n    \"rounding\": {\"counts\": ");
	ibp_buf_addf(out, "%ld, \"means\": [", rules->count_base);
	for (size_t i = 0; i < rules->band_count; i++)
		ibp_buf_addf(
			out, "%s{\"boards\": \"%s\", \"step\": %s}",
			i ? ", " : "",
			ibp_sdc_band_text(rules, rules->bands[i], band),
			ibp_num_hundredths(ibp_sdc_step(rules, rules->bands[i]),
					   '.', step));
	ibp_buf_add(out, "]}");
}

/* So that a board can find its own class. */
static void add_sizes(const struct ibp_publication *publication,
		      struct ibp_buf *out)
{
	const char *between = "";

	ibp_buf_add(out, ",\n    \"sizes\": {");
	for (int s = 0; s < IBP_SDC_SECTORS; s++) {
		if (!publication->sizes[s].middle)
			continue;
		ibp_buf_addf(out, "%s\"%s\": {\"M\": %ld, \"L\": %ld}", between,
			     ibp_sdc_sector_codes[s],
			     publication->sizes[s].middle,
			     publication->sizes[s].large);
		between = ", ";
	}
	ibp_buf_add(out, "}");
}

static void add_epsilon(const struct ibp_publication *publication,
			struct ibp_buf *out)
{
	ibp_buf_addf(out,
		     ",\n    \"epsilon\": {\"numerator\": %ld, "
		     "\"denominator\": 1000},\n    \"detail\": \"%s\"",
		     publication->epsilon, publication->detail);
}

void ibp_publication_params(const struct ibp_publication *publication,
			    struct ibp_buf *out)
{
	bool is_noise = publication->plan->mode == IBP_SDC_NOISE;

	ibp_buf_addf(out, "{\n    \"mode\": \"%s\",\n    \"k\": %ld",
		     is_noise ? "dp" : "k", publication->plan->k);
	if (is_noise)
		add_epsilon(publication, out);
	else
		add_steps(publication, out);
	add_sizes(publication, out);
	ibp_buf_addf(out,
		     ",\n    \"catalogue\": \"%s\",\n    \"program\": "
		     "\"" PACKAGE_NAME " " PACKAGE_VERSION "\",\n"
		     "    \"promise\": ",
		     publication->catalogue);
	ibp_json_add_string(out, ibp_publication_promise);
	ibp_buf_add(out, "\n  }");
}

void ibp_publication_package(const char *edition, const char *params,
			     const struct ibp_buf *csv,
			     const char digest[IBP_SHA256_SIZE],
			     struct ibp_buf *out)
{
	ibp_buf_addf(out,
		     "{\n  \"$schema\": \"" PROFILE "datapackage.json\",\n"
		     "  \"name\": \"ibp-benchmark-%s\",\n"
		     "  \"title\": \"",
		     edition);
	ibp_publication_add_title(out, edition);
	ibp_buf_addf(out,
		     "\",\n"
		     "  \"resources\": [\n    {\n"
		     "      \"$schema\": \"" PROFILE "dataresource.json\",\n"
		     "      \"name\": \"benchmark\",\n"
		     "      \"type\": \"table\",\n"
		     "      \"path\": \"" IBP_PUBLICATION_CSV "\",\n"
		     "      \"format\": \"csv\",\n"
		     "      \"mediatype\": \"text/csv\",\n"
		     "      \"encoding\": \"utf-8\",\n"
		     "      \"bytes\": %zu,\n"
		     "      \"hash\": \"sha256:%s\",\n"
		     "      \"schema\": {\n"
		     "        \"$schema\": \"" PROFILE "tableschema.json\",\n"
		     "        \"fields\": [",
		     csv->length, digest);
	add_fields(out);
	ibp_buf_addf(out,
		     "\n        ],\n        \"missingValues\": [\"\"]\n"
		     "      }\n    }\n  ],\n  \"sdc\": %s\n}\n",
		     params);
}
