"""Holds a library of CISO Assistant against a schema and the norms themselves.

    ciso.py SCHEMA LIBRARY.yaml NORMS-NL.json NORMS-EN.json
"""
import json
import sys

import jsonschema
import yaml

schema, library, dutch, english = sys.argv[1:]
with open(library, encoding="utf-8") as file:
    typed = yaml.safe_load(file)
# YAML knows dates, JSON does not.
typed["publication_date"] = str(typed["publication_date"])
with open(schema, encoding="utf-8") as file:
    jsonschema.Draft202012Validator(json.load(file)).validate(typed)

norms = [json.load(open(path, encoding="utf-8"))["norms"]
         for path in (dutch, english)]
framework = typed["objects"]["framework"]
nodes = framework["requirement_nodes"]
urns = [node["urn"] for node in nodes]
assert len(set(urns)) == len(urns), "an urn stands there twice"
for place, node in enumerate(nodes):
    parent = node.get("parent_urn")
    assert not parent or parent in urns[:place], f"{node['urn']}: no parent"
leaves = [node for node in nodes if node["assessable"]]
assert [leaf["ref_id"] for leaf in leaves] == [n["code"] for n in norms[0]]

scales = framework["scores_definition"]["alternatives"]
general = framework["scores_definition"]["scale"]
groups = {g["ref_id"] for g in framework["implementation_groups_definition"]}
levels = 0
for leaf, nl, en in zip(leaves, *norms):
    code = leaf["ref_id"]
    assert leaf["name"] == nl["title"], code
    other = leaf.get("translations", {}).get("en", {})
    assert other.get("name", leaf["name"]) == en["title"], code
    assert nl["purpose"] in leaf["description"], code
    assert en["purpose"] in other["description"], code
    assert set(leaf["implementation_groups"]) <= groups, code
    for level in general:
        score = level["score"]
        step = scales[leaf["scores_definition_ref"]][score - 1]
        text = nl["levels"][str(score)]
        if text is None:
            assert step["description"] == level["description"], code
            assert "description_doc" in step, code
            continue
        assert step["description"] == text, f"{code} {score}"
        assert (step["translations"]["en"]["description"] ==
                en["levels"][str(score)]), f"{code} {score}"
        levels += 1
print(len(leaves), levels)
