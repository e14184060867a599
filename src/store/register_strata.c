/* How many boards there are, and where the borders of size lie. */
#include "base/num.h"
#include "store/register_internal.h"

static enum ibp_status read_population(struct ibp_register *reg,
				       struct ibp_register_strata *strata,
				       struct ibp_error *err)
{
	static const char sql[] = "SELECT sector, size, part, boards FROM pop";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);
	bool row = true;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		int sector = ibp_register_code(query, 0, ibp_sdc_sector_codes,
					       IBP_SDC_SECTORS);
		int size = ibp_register_code(query, 1, ibp_sdc_size_codes,
					     IBP_SDC_SIZES);
		int part = ibp_register_code(query, 2, ibp_sdc_part_codes,
					     IBP_SDC_PARTS);

		if (sector < 0 || size < 0 || part < 0) {
			status = ibp_register_unsound(reg, "pop", err);
			break;
		}
		strata->population.boards[sector][size][part] =
			(uint32_t)ibp_query_get_number(query, 3);
		strata->is_known = true;
	}
	ibp_query_end(query);
	return status;
}

static enum ibp_status read_cuts(struct ibp_register *reg,
				 struct ibp_register_strata *strata,
				 struct ibp_error *err)
{
	static const char sql[] = "SELECT sector, low, high, since FROM cut";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);
	bool row = true;

	if (status)
		return status;
	while (!(status = ibp_query_next(query, &row, err)) && row) {
		int sector = ibp_register_code(query, 0, ibp_sdc_sector_codes,
					       IBP_SDC_SECTORS);

		if (sector < 0) {
			status = ibp_register_unsound(reg, "cut", err);
			break;
		}
		strata->cuts[sector] = (struct ibp_register_cut){
			ibp_query_get_number(query, 1),
			ibp_query_get_number(query, 2),
			ibp_query_get_number(query, 3)};
	}
	ibp_query_end(query);
	return status;
}

enum ibp_status ibp_register_strata(struct ibp_register *reg,
				    struct ibp_register_strata *strata,
				    struct ibp_error *err)
{
	enum ibp_status status;

	*strata = (struct ibp_register_strata){.is_known = false};
	status = read_population(reg, strata, err);
	return status ? status : read_cuts(reg, strata, err);
}

static enum ibp_status write_count(struct ibp_register *reg, int sector,
				   int size, int part, uint32_t boards,
				   struct ibp_error *err)
{
	static const char sql[] =
		"INSERT INTO pop (sector, size, part, boards) "
		"VALUES (:sector, :size, :part, :boards)";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);

	if (status)
		return status;
	ibp_query_text(query, ":sector", ibp_sdc_sector_codes[sector]);
	ibp_query_text(query, ":size", ibp_sdc_size_codes[size]);
	ibp_query_text(query, ":part", ibp_sdc_part_codes[part]);
	ibp_query_number(query, ":boards", (long)boards);
	return ibp_query_run(query, err);
}

static enum ibp_status write_sector(struct ibp_register *reg,
				    const struct ibp_register_strata *strata,
				    int sector, struct ibp_error *err)
{
	enum ibp_status status = IBP_OK;

	for (int size = 0; size < IBP_SDC_SIZES; size++)
		for (int part = 0; !status && part < IBP_SDC_PARTS; part++)
			status = write_count(
				reg, sector, size, part,
				strata->population.boards[sector][size][part],
				err);
	return status;
}

static enum ibp_status write_cut(struct ibp_register *reg, int sector,
				 const struct ibp_register_cut *cut,
				 struct ibp_error *err)
{
	static const char sql[] = "INSERT INTO cut (sector, low, high, since) "
				  "VALUES (:sector, :low, :high, :since)";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, NULL, &query, err);

	if (status)
		return status;
	ibp_query_text(query, ":sector", ibp_sdc_sector_codes[sector]);
	ibp_query_number(query, ":low", cut->low);
	ibp_query_number(query, ":high", cut->high);
	ibp_query_number(query, ":since", cut->since);
	return ibp_query_run(query, err);
}

/* The same borders as ibp_register_size. */
static enum ibp_status set_sizes(struct ibp_register *reg, const char *edition,
				 struct ibp_error *err)
{
	static const char sql[] =
		"UPDATE holder SET size = CASE "
		"WHEN pupils < cut.low THEN 'S' "
		"WHEN pupils < cut.high THEN 'M' ELSE 'L' END "
		"FROM cut WHERE cut.sector = holder.sector "
		"AND edition = :edition AND pupils IS NOT NULL";
	struct ibp_query *query;
	enum ibp_status status =
		ibp_register_query(reg, sql, edition, &query, err);

	return status ? status : ibp_query_run(query, err);
}

enum ibp_status ibp_register_set_strata(
	struct ibp_register *reg, const char *edition,
	const struct ibp_register_strata *strata, struct ibp_error *err)
{
	enum ibp_status status = ibp_db_run(
		reg->store->db, "DELETE FROM pop; DELETE FROM cut;", err);

	for (int sector = 0; !status && sector < IBP_SDC_SECTORS; sector++) {
		status = write_sector(reg, strata, sector, err);
		if (!status && strata->cuts[sector].low)
			status = write_cut(reg, sector, &strata->cuts[sector],
					   err);
	}
	return status ? status : set_sizes(reg, edition, err);
}
