/*
 * The tables of the register.  Tokens and holders are 16 hexadecimal digits,
 * so that a person who looks with other tools sees what the files say.
 */
#include "base/i18n.h"
#include "store/schema.h"

static const char *const version_1[] = {
	"CREATE TABLE meta ("
	"key TEXT PRIMARY KEY, "
	"value TEXT NOT NULL"
	") STRICT, WITHOUT ROWID",

	"INSERT INTO meta (key, value) VALUES ('min_reader', '1')",

	/* key: of the keyed rounding, one for an edition. */
	"CREATE TABLE edition ("
	"seq INTEGER PRIMARY KEY, "
	"name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 4 AND 5), "
	"catalogue TEXT NOT NULL CHECK (length(catalogue) = 64), "
	"key TEXT NOT NULL CHECK (length(key) = 64), "
	"opened TEXT NOT NULL, "
	"closed TEXT"
	") STRICT",

	/* holder_id is random and the same over editions, for P10. */
	"CREATE TABLE holder ("
	"edition TEXT NOT NULL REFERENCES edition (name), "
	"token_id TEXT NOT NULL CHECK (length(token_id) = 16), "
	"holder_id TEXT NOT NULL CHECK (length(holder_id) = 16), "
	"code TEXT CHECK (length(code) = 32), "
	"sector TEXT NOT NULL CHECK (sector IN ('po', 'vo', 'so')), "
	"size TEXT CHECK (size IN ('S', 'M', 'L')), "
	"part TEXT NOT NULL "
	"CHECK (part IN ('north', 'east', 'west', 'south')), "
	"pupils INTEGER CHECK (pupils >= 0), "
	"holding INTEGER NOT NULL CHECK (holding BETWEEN 0 AND 4294967295), "
	"active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), "
	"version INTEGER NOT NULL DEFAULT 0, "
	"PRIMARY KEY (edition, token_id)"
	") STRICT, WITHOUT ROWID",

	"CREATE INDEX holder_over_editions ON holder (holder_id, edition)",

	/* body: the file as it came; only the last version counts. */
	"CREATE TABLE submission ("
	"seq INTEGER PRIMARY KEY, "
	"edition TEXT NOT NULL, "
	"token_id TEXT NOT NULL, "
	"version INTEGER NOT NULL, "
	"body TEXT NOT NULL, "
	"UNIQUE (edition, token_id, version), "
	"FOREIGN KEY (edition, token_id) "
	"REFERENCES holder (edition, token_id)"
	") STRICT",

	/* How often, and never of what; token_id '' of nobody invited. */
	"CREATE TABLE refusal ("
	"edition TEXT NOT NULL REFERENCES edition (name), "
	"token_id TEXT NOT NULL, "
	"code TEXT NOT NULL, "
	"times INTEGER NOT NULL, "
	"PRIMARY KEY (edition, token_id, code)"
	") STRICT, WITHOUT ROWID",

	"CREATE TABLE pop ("
	"sector TEXT NOT NULL, "
	"size TEXT NOT NULL, "
	"part TEXT NOT NULL, "
	"boards INTEGER NOT NULL CHECK (boards >= 0), "
	"PRIMARY KEY (sector, size, part)"
	") STRICT, WITHOUT ROWID",

	/* Fixed for five years, so that sizes mean the same. */
	"CREATE TABLE cut ("
	"sector TEXT PRIMARY KEY, "
	"low INTEGER NOT NULL CHECK (low > 0), "
	"high INTEGER NOT NULL CHECK (high > low), "
	"since INTEGER NOT NULL"
	") STRICT, WITHOUT ROWID",

	/* pending: the figures, until their file is in its place. */
	"CREATE TABLE publication ("
	"id INTEGER PRIMARY KEY, "
	"edition TEXT NOT NULL REFERENCES edition (name), "
	"mode TEXT NOT NULL CHECK (mode IN ('k', 'dp')), "
	"params TEXT NOT NULL, "
	"digest TEXT NOT NULL CHECK (length(digest) = 64), "
	"pending TEXT"
	") STRICT",

	/* depth: a digit for each item of core/sdc.h. */
	"CREATE TABLE pub_unit ("
	"pub INTEGER NOT NULL REFERENCES publication (id), "
	"token_id TEXT NOT NULL, "
	"version INTEGER NOT NULL, "
	"cell TEXT NOT NULL, "
	"depth TEXT NOT NULL, "
	"PRIMARY KEY (pub, token_id)"
	") STRICT, WITHOUT ROWID",

	"CREATE TABLE budget ("
	"pub INTEGER PRIMARY KEY REFERENCES publication (id), "
	"edition TEXT NOT NULL REFERENCES edition (name), "
	"eps_num INTEGER NOT NULL CHECK (eps_num > 0), "
	"eps_den INTEGER NOT NULL CHECK (eps_den = 1000), "
	"what TEXT NOT NULL"
	") STRICT",

	/* What was published cannot be made not to have been. */
	"CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication "
	"BEGIN SELECT raise(ABORT, 'publications are kept'); END",

	"CREATE TRIGGER unit_is_kept BEFORE DELETE ON pub_unit "
	"BEGIN SELECT raise(ABORT, 'publications are kept'); END",

	"CREATE TRIGGER budget_is_kept BEFORE DELETE ON budget "
	"BEGIN SELECT raise(ABORT, 'what was spent is kept'); END",

	NULL};

static const struct ibp_migration migrations[] = {
	{.statements = version_1},
};

const struct ibp_schema ibp_register_schema = {
	.application_id = IBP_REGISTER_APPLICATION_ID,
	.migrations = migrations,
	.version = sizeof(migrations) / sizeof(*migrations),
	.missing = N_("Make it with \"ibp-monitor invite\", or name another "
		      "one with -r."),
	.remedy = N_("Put an earlier copy of it back."),
};
