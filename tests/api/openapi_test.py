#!/usr/bin/python3
"""openapi_test.py ROOT: bindings/openapi.json is well-formed OpenAPI 3.1 and says what the lock says."""
from __future__ import annotations

import copy
import json
import pathlib
import sys
import unittest
from collections.abc import Callable
from typing import Any

from openapi_rules import Json, Rules

ROOT = pathlib.Path(sys.argv.pop(1))
DOCUMENT: Json = json.loads((ROOT / "bindings/openapi.json").read_text(encoding="utf-8"))
LOCK: Json = json.loads((ROOT / "bindings/ent.json").read_text(encoding="utf-8"))


def faults_after(change: Callable[[Json], Any]) -> list[str]:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    return Rules(document).check()


class Document(unittest.TestCase):
    def test_is_well_formed(self) -> None:
        self.assertEqual(Rules(DOCUMENT).check(), [])

    def test_has_the_operations_of_the_lock(self) -> None:
        named = {"/" + op["name"].replace(".", "/"): op for op in LOCK["operations"]}
        self.assertEqual(DOCUMENT["paths"].keys(), named.keys())
        for path, operation in named.items():
            post = DOCUMENT["paths"][path]["post"]
            self.assertEqual(post["operationId"], operation["name"])
            self.assertEqual(post["x-permission"], operation["permission"])
            codes = {error["code"] for error in operation["errors"]}
            self.assertTrue(("not_found" in codes) <= ("404" in post["responses"]), path)

    def test_has_the_codes_of_the_lock(self) -> None:
        words = DOCUMENT["components"]["schemas"]["Error"]["properties"]["code"]["enum"]
        self.assertEqual(words, [code["name"] for code in LOCK["codes"]])

    def test_requires_what_the_lock_requires(self) -> None:
        types = {t["name"]: t for t in LOCK["types"]}
        for operation in LOCK["operations"]:
            post = DOCUMENT["paths"]["/" + operation["name"].replace(".", "/")]["post"]
            reference = post["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            schema = DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]]
            fields = types[operation["input"]]["fields"]
            self.assertEqual(schema.get("required", []), [f["name"] for f in fields if f["required"]])
            self.assertEqual(list(schema["properties"]), [f["name"] for f in fields])


class TheRulesNotice(unittest.TestCase):
    def test_each_kind_of_fault(self) -> None:
        def post(d: Json) -> Json:
            found: Json = d["paths"]["/org/add"]["post"]
            return found

        def schema(d: Json) -> Json:
            found: Json = d["components"]["schemas"]["org.Add"]
            return found

        changes: dict[str, Callable[[Json], Any]] = {
            "another version": lambda d: d.update(openapi="3.0.3"),
            "no title": lambda d: d["info"].pop("title"),
            "an unknown member": lambda d: post(d).update(response={}),
            "no summary": lambda d: post(d).update(summary=""),
            "an undeclared tag": lambda d: post(d).update(tags=["nowhere"]),
            "an id twice": lambda d: post(d).update(operationId="org.get"),
            "a lost schema": lambda d: d["components"]["schemas"].pop("org.View"),
            "an unused schema": lambda d: d["components"]["schemas"].update(Orphan={"type": "object", "description": "x"}),
            "an open request": lambda d: schema(d).pop("additionalProperties"),
            "a required stranger": lambda d: schema(d)["required"].append("nobody"),
            "a type that is none": lambda d: schema(d)["properties"]["code"].update(type="txet"),
            "an undescribed property": lambda d: schema(d)["properties"]["code"].pop("description"),
            "an example that is refused": lambda d: post(d)["requestBody"]["content"]["application/json"]["example"].pop("kind"),
            "a status that is none": lambda d: post(d)["responses"].update({"20": {"$ref": "#/components/responses/400"}}),
            "an unknown scheme": lambda d: d.update(security=[{"nobody": []}]),
        }
        for name, change in changes.items():
            with self.subTest(name):
                self.assertNotEqual(faults_after(change), [])


if __name__ == "__main__":
    unittest.main()
