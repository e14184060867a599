"""Whether a JSON file is valid by a JSON Schema: valid.py SCHEMA FILE."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as schema:
    validator = jsonschema.Draft202012Validator(json.load(schema))
validator.check_schema(validator.schema)
with open(sys.argv[2], encoding="utf-8") as file:
    sys.exit(not validator.is_valid(json.load(file)))
