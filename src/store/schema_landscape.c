/* Version 3 of the board's file: its applications and their places in FORA. */
#include "store/schema.h"

#define TEXT(column, max) \
	column " TEXT CHECK (length(" column ") BETWEEN 1 AND " max "), "
#define DATE(column) column " TEXT CHECK (date(" column ") IS " column "), "
#define CHOICE(column, words) column " TEXT CHECK (" column " IN (" words ")), "
#define GRADE(column) CHOICE(column, "'low', 'medium', 'high'")

const char *const ibp_schema_landscape[] = {
	/* The edition of FORA that the places were made with. */
	"ALTER TABLE board ADD COLUMN fora TEXT "
	"CHECK (length(fora) BETWEEN 1 AND 40)",

	"CREATE TABLE application (" TEXT("name", "200") TEXT(
		"supplier",
		"200") TEXT("owner",
			    "200") CHOICE("status",
					  "'planned', 'in-use', 'phase-out', "
					  "'out'") DATE("planned_from")
		DATE("in_use_from") DATE("phase_out_from") DATE("out_from")
			CHOICE("kind", "'package', 'service', 'custom', "
				       "'platform'") CHOICE(
				"hosting", "'saas', 'paas', 'iaas', "
					   "'on-premises'") "country TEXT "
							    "CHECK (country "
							    "GLOB "
							    "'[A-Z][A-Z]'), "
							    "users INTEGER "
							    "CHECK (users "
							    "BETWEEN 0 AND "
							    "10000000), "
							    "cost INTEGER "
							    "CHECK (cost "
							    "BETWEEN 0 AND "
							    "1000000000),"
							    " " DATE("contract_"
								     "end") DATE("support_end") CHOICE(
								    "sso",
								    "'entree', "
								    "'other', "
								    "'none'") GRADE("availability")
								    GRADE("inte"
									  "grit"
									  "y") GRADE("confidentiality") CHOICE(
									    "pe"
									    "rs"
									    "on"
									    "al"
									    "_d"
									    "at"
									    "a",
									    "'n"
									    "on"
									    "e'"
									    ", "
									    "'o"
									    "rd"
									    "in"
									    "ar"
									    "y'"
									    ", "
									    "'s"
									    "pe"
									    "ci"
									    "al"
									    "'")
									    TEXT("note",
										 "20000") "id INTEGER PRIMARY KEY, "
											  "UNIQUE (name)"
											  ") STRICT",

	"CREATE TABLE agreement (" CHOICE(
		"status",
		"'none', 'requested', 'signed', 'expired', "
		"'not-needed'") TEXT("model_version",
				     "40") CHOICE("scope", "'board', 'school'")
		DATE("signed") DATE("ends") CHOICE(
			"dpia", "'not-needed', 'needed', 'central', 'local'")
			DATE("dpia_date") "application INTEGER PRIMARY KEY "
					  "REFERENCES application (id)"
					  ") STRICT",

	"CREATE TABLE use ("
	"application INTEGER NOT NULL REFERENCES application (id), "
	"school INTEGER NOT NULL REFERENCES school (id), " CHOICE(
		"used", "'yes'") "PRIMARY KEY (application, school)"
				 ") STRICT, WITHOUT ROWID",

	"CREATE INDEX use_by ON use (school)",

	"CREATE TABLE placement ("
	"application INTEGER REFERENCES application (id), " TEXT(
		"element", "80") TEXT("element_name", "1000")
		CHOICE("kind", "'main', 'partial', 'planned'")
			TEXT("note", "20000")
				CHOICE("look_again",
				       "'yes'") "id INTEGER PRIMARY KEY, "
						"UNIQUE (application, element)"
						") STRICT",

	"CREATE TABLE coupling ("
	"source INTEGER REFERENCES application (id), "
	"target INTEGER REFERENCES application (id), " TEXT("data", "1000")
		CHOICE("direction", "'to', 'from', 'both'") TEXT("via", "1000")
			TEXT("standard", "200") "id INTEGER PRIMARY KEY, "
						"CHECK (source <> target)"
						") STRICT",

	"CREATE INDEX coupling_from ON coupling (source)",
	"CREATE INDEX coupling_to ON coupling (target)",

	"CREATE TABLE exclusion ("
	"element TEXT PRIMARY KEY CHECK (length(element) BETWEEN 1 AND "
	"80), " TEXT("reason", "1000")
		TEXT("element_name",
		     "1000") "look_again TEXT CHECK (look_again IN ('yes'))"
			     ") STRICT, WITHOUT ROWID",

	/* Lasting choices of a person, and what a tool must remember. */
	"CREATE TABLE setting ("
	"name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 200), "
	"value TEXT CHECK (length(value) BETWEEN 1 AND 20000)"
	") STRICT, WITHOUT ROWID",

	NULL};
