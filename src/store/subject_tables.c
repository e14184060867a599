/* The SQL of every subject, made out of one list of columns each. */
#include "store/subject.h"

/* A value is text here; "na" lies in the file as -1. */
#define GET_VALUE(column) column
#define SET_VALUE ":value"
#define GET_SCORE(column) \
	"CASE " column " WHEN -1 THEN 'na' ELSE " column " END"
#define SET_SCORE "CASE :value WHEN 'na' THEN -1 ELSE :value END"

/* One list of columns per subject gives all of its SQL. */
#define AS_COLUMN(table, where, field, column, shape)               \
	{field, "SELECT " GET_##shape(column) " FROM " table where, \
	 "UPDATE " table " SET " column " = " SET_##shape where},
#define AS_LIST(table, where, field, column, shape) ", " GET_##shape(column)
#define AS_EMPTY(table, where, field, column, shape) " AND " column " IS NULL"

#define BOARD(AS, table, where)                         \
	AS(table, where, "name", "name", VALUE)         \
	AS(table, where, "sector", "sector", VALUE)     \
	AS(table, where, "students", "students", VALUE) \
	AS(table, where, "schools", "schools", VALUE)   \
	AS(table, where, "province", "province", VALUE) \
	AS(table, where, "fora", "fora", VALUE)

#define SCHOOL(AS, table, where)                \
	AS(table, where, "name", "name", VALUE) \
	AS(table, where, "brin", "brin", VALUE) \
	AS(table, where, "sector", "sector", VALUE)

#define ASSESSMENT(AS, table, where)                      \
	AS(table, where, "name", "name", VALUE)           \
	AS(table, where, "framework", "framework", VALUE) \
	AS(table, where, "version", "version", VALUE)     \
	AS(table, where, "created", "created", VALUE)     \
	AS(table, where, "locked", "locked", VALUE)       \
	AS(table, where, "locked_by", "locked_by", VALUE) \
	AS(table, where, "digest", "digest", VALUE)       \
	AS(table, where, "unlock_reason", "unlock_reason", VALUE)

#define NORM(AS, table, where)                                      \
	AS(table, where, "score", "score", SCORE)                   \
	AS(table, where, "reason", "reason", VALUE)                 \
	AS(table, where, "target", "target", VALUE)                 \
	AS(table, where, "status", "status", VALUE)                 \
	AS(table, where, "priority", "priority", VALUE)             \
	AS(table, where, "owner", "owner", VALUE)                   \
	AS(table, where, "due", "due", VALUE)                       \
	AS(table, where, "note", "note", VALUE)                     \
	AS(table, where, "score:2", "score_2", SCORE)               \
	AS(table, where, "reason:2", "reason_2", VALUE)             \
	AS(table, where, "score:settled", "score_settled", SCORE)   \
	AS(table, where, "reason:settled", "reason_settled", VALUE) \
	AS(table, where, "look_again", "look_again", VALUE)

#define EVIDENCE(AS, table, where)                          \
	AS(table, where, "norm", "norm", VALUE)             \
	AS(table, where, "title", "title", VALUE)           \
	AS(table, where, "ref", "ref", VALUE)               \
	AS(table, where, "kind", "kind", VALUE)             \
	AS(table, where, "date", "date", VALUE)             \
	AS(table, where, "checked_by", "checked_by", VALUE) \
	AS(table, where, "confidence", "confidence", VALUE)

#define FILTER(AS, table, where) AS(table, where, "expr", "expr", VALUE)

#define APPLICATION(AS, table, where)                                 \
	AS(table, where, "name", "name", VALUE)                       \
	AS(table, where, "supplier", "supplier", VALUE)               \
	AS(table, where, "owner", "owner", VALUE)                     \
	AS(table, where, "status", "status", VALUE)                   \
	AS(table, where, "planned_from", "planned_from", VALUE)       \
	AS(table, where, "in_use_from", "in_use_from", VALUE)         \
	AS(table, where, "phase_out_from", "phase_out_from", VALUE)   \
	AS(table, where, "out_from", "out_from", VALUE)               \
	AS(table, where, "kind", "kind", VALUE)                       \
	AS(table, where, "hosting", "hosting", VALUE)                 \
	AS(table, where, "country", "country", VALUE)                 \
	AS(table, where, "users", "users", VALUE)                     \
	AS(table, where, "cost", "cost", VALUE)                       \
	AS(table, where, "contract_end", "contract_end", VALUE)       \
	AS(table, where, "support_end", "support_end", VALUE)         \
	AS(table, where, "sso", "sso", VALUE)                         \
	AS(table, where, "availability", "availability", VALUE)       \
	AS(table, where, "integrity", "integrity", VALUE)             \
	AS(table, where, "confidentiality", "confidentiality", VALUE) \
	AS(table, where, "personal_data", "personal_data", VALUE)     \
	AS(table, where, "note", "note", VALUE)

#define AGREEMENT(AS, table, where)                               \
	AS(table, where, "status", "status", VALUE)               \
	AS(table, where, "model_version", "model_version", VALUE) \
	AS(table, where, "scope", "scope", VALUE)                 \
	AS(table, where, "signed", "signed", VALUE)               \
	AS(table, where, "ends", "ends", VALUE)                   \
	AS(table, where, "dpia", "dpia", VALUE)                   \
	AS(table, where, "dpia_date", "dpia_date", VALUE)

#define USE(AS, table, where) AS(table, where, "used", "used", VALUE)

#define PLACEMENT(AS, table, where)                             \
	AS(table, where, "application", "application", VALUE)   \
	AS(table, where, "element", "element", VALUE)           \
	AS(table, where, "element_name", "element_name", VALUE) \
	AS(table, where, "kind", "kind", VALUE)                 \
	AS(table, where, "note", "note", VALUE)                 \
	AS(table, where, "look_again", "look_again", VALUE)

/* FROM and TO are words of SQL. */
#define COUPLING(AS, table, where)                        \
	AS(table, where, "from", "source", VALUE)         \
	AS(table, where, "to", "target", VALUE)           \
	AS(table, where, "data", "data", VALUE)           \
	AS(table, where, "direction", "direction", VALUE) \
	AS(table, where, "via", "via", VALUE)             \
	AS(table, where, "standard", "standard", VALUE)

#define EXCLUSION(AS, table, where)                             \
	AS(table, where, "reason", "reason", VALUE)             \
	AS(table, where, "element_name", "element_name", VALUE) \
	AS(table, where, "look_again", "look_again", VALUE)

#define SETTING(AS, table, where) AS(table, where, "value", "value", VALUE)

/* The key of the one board is empty. */
#define BOARD_IS " WHERE id = 1 AND :key = ''"
#define ID_IS " WHERE id = :key"
#define ANSWER_IS " WHERE norm = :key AND assessment = :assessment"
#define EVIDENCE_IS " WHERE id = :key AND assessment = :assessment"
#define NAME_IS " WHERE name = :key"
#define OF_APPLICATION_IS " WHERE application = :key"
#define ELEMENT_IS " WHERE element = :key"
/* "APPLICATION:SCHOOL" */
#define FIRST_OF_KEY "CAST(substr(:key, 1, instr(:key, ':') - 1) AS INTEGER)"
#define SECOND_OF_KEY "CAST(substr(:key, instr(:key, ':') + 1) AS INTEGER)"
#define USE_IS \
	" WHERE application = " FIRST_OF_KEY " AND school = " SECOND_OF_KEY

#define END                      \
	{                        \
		NULL, NULL, NULL \
	}

static const struct ibp_column board_columns[] = {
	BOARD(AS_COLUMN, "board", BOARD_IS) END};
static const struct ibp_column school_columns[] = {
	SCHOOL(AS_COLUMN, "school", ID_IS) END};
static const struct ibp_column assessment_columns[] = {
	ASSESSMENT(AS_COLUMN, "assessment", ID_IS) END};
static const struct ibp_column norm_columns[] = {
	NORM(AS_COLUMN, "answer", ANSWER_IS) END};
static const struct ibp_column evidence_columns[] = {
	EVIDENCE(AS_COLUMN, "evidence", EVIDENCE_IS) END};
static const struct ibp_column filter_columns[] = {
	FILTER(AS_COLUMN, "filter", NAME_IS) END};
static const struct ibp_column application_columns[] = {
	APPLICATION(AS_COLUMN, "application", ID_IS) END};
static const struct ibp_column agreement_columns[] = {
	AGREEMENT(AS_COLUMN, "agreement", OF_APPLICATION_IS) END};
static const struct ibp_column use_columns[] = {USE(AS_COLUMN, "use", USE_IS)
							END};
static const struct ibp_column placement_columns[] = {
	PLACEMENT(AS_COLUMN, "placement", ID_IS) END};
static const struct ibp_column coupling_columns[] = {
	COUPLING(AS_COLUMN, "coupling", ID_IS) END};
static const struct ibp_column exclusion_columns[] = {
	EXCLUSION(AS_COLUMN, "exclusion", ELEMENT_IS) END};
static const struct ibp_column setting_columns[] = {
	SETTING(AS_COLUMN, "setting", NAME_IS) END};

/* Lists of columns: as read, and as a condition that all are empty. */
#define BOARD_LIST BOARD(AS_LIST, , )
#define BOARD_EMPTY BOARD(AS_EMPTY, , )
#define SCHOOL_LIST SCHOOL(AS_LIST, , )
#define SCHOOL_EMPTY SCHOOL(AS_EMPTY, , )
#define ASSESSMENT_LIST ASSESSMENT(AS_LIST, , )
#define ASSESSMENT_EMPTY ASSESSMENT(AS_EMPTY, , )
#define NORM_LIST NORM(AS_LIST, , )
#define NORM_EMPTY NORM(AS_EMPTY, , )
#define EVIDENCE_LIST EVIDENCE(AS_LIST, , )
#define EVIDENCE_EMPTY EVIDENCE(AS_EMPTY, , )
#define FILTER_LIST FILTER(AS_LIST, , )
#define FILTER_EMPTY FILTER(AS_EMPTY, , )
#define APPLICATION_LIST APPLICATION(AS_LIST, , )
#define APPLICATION_EMPTY APPLICATION(AS_EMPTY, , )
#define AGREEMENT_LIST AGREEMENT(AS_LIST, , )
#define AGREEMENT_EMPTY AGREEMENT(AS_EMPTY, , )
#define USE_LIST USE(AS_LIST, , )
#define USE_EMPTY USE(AS_EMPTY, , )
#define PLACEMENT_LIST PLACEMENT(AS_LIST, , )
#define PLACEMENT_EMPTY PLACEMENT(AS_EMPTY, , )
#define COUPLING_LIST COUPLING(AS_LIST, , )
#define COUPLING_EMPTY COUPLING(AS_EMPTY, , )
#define EXCLUSION_LIST EXCLUSION(AS_LIST, , )
#define EXCLUSION_EMPTY EXCLUSION(AS_EMPTY, , )
#define SETTING_LIST SETTING(AS_LIST, , )
#define SETTING_EMPTY SETTING(AS_EMPTY, , )

const struct ibp_subject_table ibp_subject_tables[IBP_SUBJECT_COUNT] = {
	[IBP_SUBJECT_BOARD] =
		{
			.columns = board_columns,
			.add = "INSERT INTO board (id) SELECT 1 WHERE :key = "
			       "''",
			.remove = "DELETE FROM board" BOARD_IS BOARD_EMPTY,
			.list = "SELECT ''" BOARD_LIST " FROM board",
		},
	[IBP_SUBJECT_SCHOOL] =
		{
			.is_numbered = true,
			.columns = school_columns,
			.add = "INSERT INTO school (id) VALUES (:key)",
			.remove = "DELETE FROM school" ID_IS SCHOOL_EMPTY,
			.list = "SELECT id" SCHOOL_LIST
				" FROM school ORDER BY id",
		},
	[IBP_SUBJECT_ASSESSMENT] =
		{
			.is_numbered = true,
			.columns = assessment_columns,
			.add = "INSERT INTO assessment (id) VALUES (:key)",
			.remove =
				"DELETE FROM assessment" ID_IS ASSESSMENT_EMPTY,
			.incomplete =
				"SELECT id FROM assessment WHERE framework IS "
				"NULL OR version IS NULL OR created IS NULL",
			.list = "SELECT id" ASSESSMENT_LIST
				" FROM assessment ORDER BY id",
		},
	[IBP_SUBJECT_NORM] =
		{
			.in_assessment = true,
			.is_implied = true,
			.columns = norm_columns,
			.add = "INSERT OR IGNORE INTO answer (norm, "
			       "assessment) "
			       "VALUES (:key, :assessment)",
			.remove = "DELETE FROM answer" ANSWER_IS NORM_EMPTY,
			.list = "SELECT norm" NORM_LIST " FROM answer "
				"WHERE assessment = :assessment ORDER BY norm",
		},
	[IBP_SUBJECT_EVIDENCE] =
		{
			.in_assessment = true,
			.is_numbered = true,
			.columns = evidence_columns,
			.add = "INSERT INTO evidence (id, assessment) "
			       "VALUES (:key, :assessment)",
			.remove = "DELETE FROM evidence" EVIDENCE_IS
				EVIDENCE_EMPTY,
			.incomplete =
				"SELECT id FROM evidence WHERE title IS NULL",
			.list = "SELECT id" EVIDENCE_LIST " FROM evidence "
				"WHERE assessment = :assessment ORDER BY id",
		},
	[IBP_SUBJECT_FILTER] =
		{
			.columns = filter_columns,
			.add = "INSERT INTO filter (name) VALUES (:key)",
			.remove = "DELETE FROM filter" NAME_IS FILTER_EMPTY,
			.list = "SELECT name" FILTER_LIST
				" FROM filter ORDER BY name",
		},
	[IBP_SUBJECT_APPLICATION] =
		{
			.is_numbered = true,
			.columns = application_columns,
			.add = "INSERT INTO application (id) VALUES (:key)",
			.remove = "DELETE FROM application" ID_IS
				APPLICATION_EMPTY,
			.incomplete =
				"SELECT id FROM application WHERE name IS NULL",
			.list = "SELECT id" APPLICATION_LIST
				" FROM application ORDER BY id",
		},
	[IBP_SUBJECT_AGREEMENT] =
		{
			.is_numbered = true,
			.is_implied = true,
			.columns = agreement_columns,
			.add = "INSERT OR IGNORE INTO agreement (application) "
			       "VALUES (:key)",
			.remove = "DELETE FROM agreement" OF_APPLICATION_IS
				AGREEMENT_EMPTY,
			.list = "SELECT application" AGREEMENT_LIST
				" FROM agreement ORDER BY application",
		},
	[IBP_SUBJECT_USE] =
		{
			.columns = use_columns,
			.add = "INSERT INTO use (application, school) "
			       "VALUES (" FIRST_OF_KEY ", " SECOND_OF_KEY ")",
			.remove = "DELETE FROM use" USE_IS USE_EMPTY,
			.list = "SELECT application || ':' || school" USE_LIST
				" FROM use ORDER BY application, school",
		},
	[IBP_SUBJECT_PLACEMENT] =
		{
			.is_numbered = true,
			.columns = placement_columns,
			.add = "INSERT INTO placement (id) VALUES (:key)",
			.remove = "DELETE FROM placement" ID_IS PLACEMENT_EMPTY,
			.incomplete =
				"SELECT id FROM placement WHERE application IS "
				"NULL OR element IS NULL OR element_name IS "
				"NULL",
			.list = "SELECT id" PLACEMENT_LIST
				" FROM placement ORDER BY application, id",
		},
	[IBP_SUBJECT_COUPLING] =
		{
			.is_numbered = true,
			.columns = coupling_columns,
			.add = "INSERT INTO coupling (id) VALUES (:key)",
			.remove = "DELETE FROM coupling" ID_IS COUPLING_EMPTY,
			.incomplete =
				"SELECT id FROM coupling WHERE source IS NULL "
				"OR target IS NULL",
			.list = "SELECT id" COUPLING_LIST
				" FROM coupling ORDER BY id",
		},
	[IBP_SUBJECT_EXCLUSION] =
		{
			.columns = exclusion_columns,
			.add = "INSERT INTO exclusion (element) VALUES (:key)",
			.remove = "DELETE FROM exclusion" ELEMENT_IS
				EXCLUSION_EMPTY,
			.incomplete =
				"SELECT element FROM exclusion WHERE reason IS "
				"NULL OR element_name IS NULL",
			.list = "SELECT element" EXCLUSION_LIST
				" FROM exclusion ORDER BY element",
		},
	[IBP_SUBJECT_SETTING] =
		{
			.columns = setting_columns,
			.add = "INSERT INTO setting (name) VALUES (:key)",
			.remove = "DELETE FROM setting" NAME_IS SETTING_EMPTY,
			.list = "SELECT name" SETTING_LIST
				" FROM setting ORDER BY name",
		},
};
