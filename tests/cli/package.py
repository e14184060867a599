"""Reads a folder as any tool would that knows Data Packages and nothing else.

package.py FOLDER: the table must be what its package says of it, field by
field; what is wrong is said, and the status is 1.  With standard library only.
"""
import csv
import hashlib
import json
import re
import sys
from decimal import Decimal, InvalidOperation


def whole(text):
    if not re.fullmatch(r"-?[0-9]+", text):
        raise ValueError("no whole number")
    return int(text)


def number(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError("no number") from None


READERS = {"string": str, "integer": whole, "number": number}


def check_value(field, text, missing):
    """What is wrong with a cell, or None."""
    rules = field.get("constraints", {})
    if text in missing:
        return "is empty" if rules.get("required") else None
    try:
        value = READERS[field["type"]](text)
    except ValueError as fault:
        return str(fault)
    if "enum" in rules and value not in rules["enum"]:
        return "is none of %s" % rules["enum"]
    if "pattern" in rules and not re.fullmatch(rules["pattern"], text):
        return "does not fit %s" % rules["pattern"]
    if "minimum" in rules and value < rules["minimum"]:
        return "is below %s" % rules["minimum"]
    if "maximum" in rules and value > rules["maximum"]:
        return "is above %s" % rules["maximum"]
    return None


def check_row(row, line):
    """Rules over more than one cell."""
    by_unit = {"level": "mean", "percent": None}
    if row["conf_status"] == "A" and row["value"]:
        yield line, "a value that is left out"
    if row["conf_status"] == "F" and not row["display"]:
        yield line, "no value for people"
    if (row["measure"] == "mean") != (row["unit"] == "level"):
        yield line, "a unit that does not fit"
    if by_unit[row["unit"]] == "mean" and row["category"]:
        yield line, "a mean with a category"


def faults(folder):
    with open(folder + "/datapackage.json", encoding="utf-8") as file:
        package = json.load(file)
    (resource,) = package["resources"]
    path = "%s/%s" % (folder, resource["path"])
    with open(path, "rb") as file:
        data = file.read()
    if len(data) != resource["bytes"]:
        yield 0, "the number of bytes"
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        yield 0, "the digest"
    fields = resource["schema"]["fields"]
    missing = resource["schema"]["missingValues"]
    rows = csv.reader(data.decode(resource["encoding"]).splitlines(), strict=True)
    names = [field["name"] for field in fields]
    if next(rows) != names:
        yield 1, "the names of the columns"
    seen = set()
    for line, cells in enumerate(rows, 2):
        if len(cells) != len(fields):
            yield line, "%d cells" % len(cells)
            continue
        for field, text in zip(fields, cells):
            fault = check_value(field, text, missing)
            if fault:
                yield line, '%s: "%s" %s' % (field["name"], text, fault)
        row = dict(zip(names, cells))
        yield from check_row(row, line)
        key = row["cell"], row["group"], row["measure"], row["category"]
        if key in seen:
            yield line, "the same figure twice"
        seen.add(key)


def main():
    found = 0
    for line, fault in faults(sys.argv[1]):
        print("line %d: %s" % (line, fault))
        found = 1
    return found


sys.exit(main())
