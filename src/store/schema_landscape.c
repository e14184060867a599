/* Version 3 of the board's file: its applications and their places in FORA. */
#include "store/schema.h"

const char *const ibp_schema_landscape[] = {
	/* The edition of FORA that the places were made with. */
	"ALTER TABLE board ADD COLUMN fora TEXT "
	"CHECK (length(fora) BETWEEN 1 AND 40)",

	"CREATE TABLE application ("
	"name TEXT CHECK (length(name) BETWEEN 1 AND 200), "
	"supplier TEXT CHECK (length(supplier) BETWEEN 1 AND 200), "
	"owner TEXT CHECK (length(owner) BETWEEN 1 AND 200), "
	"status TEXT CHECK (status IN ("
	"'planned', 'in-use', 'phase-out', 'out')), "
	"planned_from TEXT CHECK (date(planned_from) IS planned_from), "
	"in_use_from TEXT CHECK (date(in_use_from) IS in_use_from), "
	"phase_out_from TEXT CHECK (date(phase_out_from) IS phase_out_from), "
	"out_from TEXT CHECK (date(out_from) IS out_from), "
	"kind TEXT CHECK (kind IN ("
	"'package', 'service', 'custom', 'platform')), "
	"hosting TEXT CHECK (hosting IN ("
	"'saas', 'paas', 'iaas', 'on-premises')), "
	"country TEXT CHECK (country GLOB '[A-Z][A-Z]'), "
	"users INTEGER CHECK (users BETWEEN 0 AND 10000000), "
	"cost INTEGER CHECK (cost BETWEEN 0 AND 1000000000), "
	"contract_end TEXT CHECK (date(contract_end) IS contract_end), "
	"support_end TEXT CHECK (date(support_end) IS support_end), "
	"sso TEXT CHECK (sso IN ('entree', 'other', 'none')), "
	"availability TEXT CHECK (availability IN ("
	"'low', 'medium', 'high')), "
	"integrity TEXT CHECK (integrity IN ('low', 'medium', 'high')), "
	"confidentiality TEXT CHECK (confidentiality IN ("
	"'low', 'medium', 'high')), "
	"personal_data TEXT CHECK (personal_data IN ("
	"'none', 'ordinary', 'special')), "
	"note TEXT CHECK (length(note) BETWEEN 1 AND 20000), "
	"id INTEGER PRIMARY KEY, "
	"UNIQUE (name)"
	") STRICT",

	"CREATE TABLE agreement ("
	"status TEXT CHECK (status IN ("
	"'none', 'requested', 'signed', 'expired', 'not-needed')), "
	"model_version TEXT CHECK (length(model_version) BETWEEN 1 AND 40), "
	"scope TEXT CHECK (scope IN ('board', 'school')), "
	"signed TEXT CHECK (date(signed) IS signed), "
	"ends TEXT CHECK (date(ends) IS ends), "
	"dpia TEXT CHECK (dpia IN ("
	"'not-needed', 'needed', 'central', 'local')), "
	"dpia_date TEXT CHECK (date(dpia_date) IS dpia_date), "
	"application INTEGER PRIMARY KEY REFERENCES application (id)"
	") STRICT",

	"CREATE TABLE use ("
	"application INTEGER NOT NULL REFERENCES application (id), "
	"school INTEGER NOT NULL REFERENCES school (id), "
	"used TEXT CHECK (used IN ('yes')), "
	"PRIMARY KEY (application, school)"
	") STRICT, WITHOUT ROWID",

	"CREATE INDEX use_by ON use (school)",

	"CREATE TABLE placement ("
	"application INTEGER REFERENCES application (id), "
	"element TEXT CHECK (length(element) BETWEEN 1 AND 80), "
	"element_name TEXT CHECK (length(element_name) BETWEEN 1 AND 1000), "
	"kind TEXT CHECK (kind IN ('main', 'partial', 'planned')), "
	"note TEXT CHECK (length(note) BETWEEN 1 AND 20000), "
	"look_again TEXT CHECK (look_again IN ('yes')), "
	"id INTEGER PRIMARY KEY, "
	"UNIQUE (application, element)"
	") STRICT",

	"CREATE TABLE coupling ("
	"source INTEGER REFERENCES application (id), "
	"target INTEGER REFERENCES application (id), "
	"data TEXT CHECK (length(data) BETWEEN 1 AND 1000), "
	"direction TEXT CHECK (direction IN ('to', 'from', 'both')), "
	"via TEXT CHECK (length(via) BETWEEN 1 AND 1000), "
	"standard TEXT CHECK (length(standard) BETWEEN 1 AND 200), "
	"id INTEGER PRIMARY KEY, "
	"CHECK (source <> target)"
	") STRICT",

	"CREATE INDEX coupling_from ON coupling (source)",

	"CREATE INDEX coupling_to ON coupling (target)",

	"CREATE TABLE exclusion ("
	"element TEXT PRIMARY KEY CHECK (length(element) BETWEEN 1 AND 80), "
	"reason TEXT CHECK (length(reason) BETWEEN 1 AND 1000), "
	"element_name TEXT CHECK (length(element_name) BETWEEN 1 AND 1000), "
	"look_again TEXT CHECK (look_again IN ('yes'))"
	") STRICT, WITHOUT ROWID",

	/* Lasting choices of a person, and what a tool must remember. */
	"CREATE TABLE setting ("
	"name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200), "
	"value TEXT CHECK (length(value) BETWEEN 1 AND 20000)"
	") STRICT, WITHOUT ROWID",

	NULL};
