"""The structure of an OpenAPI 3.1 document, written from the specification: what may stand where.

Stricter than it: every operation has an id, a tag that is declared, a summary and a description; every component is
used; every schema that is referred to is there; requests are closed; examples are valid.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema

Json = dict[str, Any]
# object -> {member: (type, required)}
OBJECTS: dict[str, dict[str, tuple[type, bool]]] = {
    "document": {"openapi": (str, True), "jsonSchemaDialect": (str, False), "info": (dict, True), "servers": (list, False),
                 "paths": (dict, True), "components": (dict, True), "security": (list, True), "tags": (list, True)},
    "info": {"title": (str, True), "version": (str, True), "summary": (str, False), "description": (str, True),
             "license": (dict, True)},
    "license": {"name": (str, True), "identifier": (str, False), "url": (str, False)},
    "tag": {"name": (str, True), "description": (str, True)},
    "path": {"post": (dict, True)},
    "operation": {"operationId": (str, True), "tags": (list, True), "summary": (str, True), "description": (str, True),
                  "parameters": (list, False), "requestBody": (dict, True), "responses": (dict, True),
                  "security": (list, False), "deprecated": (bool, False)},
    "body": {"required": (bool, True), "content": (dict, True), "description": (str, False)},
    "media": {"schema": (dict, True), "example": (object, False)},
    "response": {"description": (str, True), "content": (dict, False), "headers": (dict, False)},
    "parameter": {"name": (str, True), "in": (str, True), "required": (bool, False), "schema": (dict, True),
                  "description": (str, True)},
    "components": {"schemas": (dict, True), "responses": (dict, True), "parameters": (dict, True),
                   "securitySchemes": (dict, True)},
    "scheme": {"type": (str, True), "scheme": (str, False), "description": (str, True)},
}
SCHEMA = {"type", "format", "description", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
          "minimum", "maximum", "minLength", "maxLength", "pattern", "default", "$ref"}
COMPONENT_NAME = re.compile(r"[a-zA-Z0-9._-]+")
PATH = re.compile(r"/[a-z_]+/[a-z_]+")
STATUS = re.compile(r"[1-5][0-9][0-9]|default")


class Rules:
    def __init__(self, document: Json) -> None:
        self.document = document
        self.faults: list[str] = []
        self.used: set[str] = set()

    def say(self, where: str, what: str) -> None:
        self.faults.append(f"{where}: {what}")

    def check(self) -> list[str]:
        self.members("#", self.document, "document")
        if not re.fullmatch(r"3\.1\.\d+", str(self.document.get("openapi"))):
            self.say("#/openapi", "not 3.1")
        self.members("#/info", self.document["info"], "info")
        self.members("#/info/license", self.document["info"]["license"], "license")
        for i, tag in enumerate(self.document["tags"]):
            self.members(f"#/tags/{i}", tag, "tag")
        self.components()
        self.paths()
        self.references()
        return self.faults

    def members(self, where: str, value: Any, kind: str) -> None:
        if not isinstance(value, dict):
            return self.say(where, "no object")
        known = OBJECTS[kind]
        for name, member in value.items():
            if name not in known and not name.startswith("x-"):
                self.say(where, f"{name} can't stand in a {kind}")
            elif name in known and not isinstance(member, known[name][0]):
                self.say(f"{where}/{name}", "of the wrong type")
            elif known.get(name, (object, False))[1] and member in ("", {}, []):
                self.say(f"{where}/{name}", "empty")
        for name in (n for n, (_, required) in known.items() if required and n not in value):
            self.say(where, f"{name} is missing")

    def components(self) -> None:
        components = self.document["components"]
        self.members("#/components", components, "components")
        for kind, entries in components.items():
            for name in entries:
                if not COMPONENT_NAME.fullmatch(name):
                    self.say(f"#/components/{kind}/{name}", "no name of a component")
        for name, schema in components["schemas"].items():
            self.schema(f"#/components/schemas/{name}", schema, top=True)
        for name, response in components["responses"].items():
            self.response(f"#/components/responses/{name}", response)
        for name, parameter in components["parameters"].items():
            self.parameter(f"#/components/parameters/{name}", parameter)
        for name, scheme in components["securitySchemes"].items():
            self.members(f"#/components/securitySchemes/{name}", scheme, "scheme")

    def schema(self, where: str, schema: Json, top: bool = False) -> None:
        for unknown in schema.keys() - SCHEMA:
            self.say(where, f"{unknown} can't stand in a schema here")
        if top and not schema.get("description"):
            self.say(where, "not described")
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            self.say(where, error.message)
        for required in set(schema.get("required", [])) - schema.get("properties", {}).keys():
            self.say(where, f"{required} is required and no property")
        for name, inner in schema.get("properties", {}).items():
            self.schema(f"{where}/properties/{name}", inner)
            if where.startswith("#/components/schemas/") and not inner.get("description"):
                self.say(f"{where}/properties/{name}", "not described")
        for i, inner in enumerate(schema.get("anyOf", [])):
            self.schema(f"{where}/anyOf/{i}", inner)
        if "items" in schema:
            self.schema(f"{where}/items", schema["items"])
        if schema.get("type") == "array" and "items" not in schema:
            self.say(where, "a list of what?")

    def media(self, where: str, content: Json) -> None:
        for name, media in content.items():
            if name != "application/json":
                self.say(where, f"{name}: everything is JSON")
            self.members(f"{where}/{name}", media, "media")
            self.schema(f"{where}/{name}/schema", media["schema"])
            if "example" in media and not self.faults:  # of schemas that are none, nothing is an example
                schema = {**media["schema"], "components": self.document["components"]}
                for error in jsonschema.Draft202012Validator(schema).iter_errors(media["example"]):
                    self.say(f"{where}/{name}/example", error.message)

    def response(self, where: str, response: Json) -> None:
        if "$ref" in response:
            return
        self.members(where, response, "response")
        self.media(f"{where}/content", response.get("content", {}))

    def parameter(self, where: str, parameter: Json) -> None:
        if "$ref" in parameter:
            return
        self.members(where, parameter, "parameter")
        if parameter.get("in") != "header":
            self.say(where, "all parameters are headers: a request is its body")
        self.schema(f"{where}/schema", parameter["schema"])

    def paths(self) -> None:
        ids: set[str] = set()
        tags = {tag["name"] for tag in self.document["tags"]}
        for path, item in self.document["paths"].items():
            where = f"#/paths/{path}"
            if not PATH.fullmatch(path):
                self.say(where, "not /domain/function")
            self.members(where, item, "path")
            operation = item.get("post", {})
            self.operation(f"{where}/post", operation)
            name = operation.get("operationId")
            if name in ids:
                self.say(where, f"{name} twice")
            ids.add(str(name))
            for tag in set(operation.get("tags", [])) - tags:
                self.say(where, f"the tag {tag} is not declared")

    def operation(self, where: str, operation: Json) -> None:
        self.members(where, operation, "operation")
        for i, parameter in enumerate(operation.get("parameters", [])):
            self.parameter(f"{where}/parameters/{i}", parameter)
        names = [p.get("$ref", p.get("name")) for p in operation.get("parameters", [])]
        if len(names) != len(set(names)):
            self.say(where, "a parameter twice")
        self.members(f"{where}/requestBody", operation["requestBody"], "body")
        self.media(f"{where}/requestBody/content", operation["requestBody"]["content"])
        self.closed(f"{where}/requestBody", operation["requestBody"])
        for status, response in operation["responses"].items():
            if not STATUS.fullmatch(status):
                self.say(where, f"{status} is no status")
            self.response(f"{where}/responses/{status}", response)
        if "200" not in operation["responses"] or "default" not in operation["responses"]:
            self.say(where, "an answer or the default is missing")

    def closed(self, where: str, body: Json) -> None:
        reference = body["content"]["application/json"]["schema"].get("$ref", "")
        schema = self.document["components"]["schemas"].get(reference.rpartition("/")[2], {})
        if schema.get("additionalProperties") is not False:
            self.say(where, "a request is closed: additionalProperties is false")

    def references(self) -> None:
        found = set(find_references(self.document))
        for reference in found:
            place: Any = self.document
            for step in reference.removeprefix("#/").split("/"):
                place = place.get(step) if isinstance(place, dict) else None
            if place is None:
                self.say(reference, "refers to nothing")
        for requirement in self.document["security"]:
            found |= {f"#/components/securitySchemes/{name}" for name in requirement}
        for kind, entries in self.document["components"].items():
            for name in entries:
                if f"#/components/{kind}/{name}" not in found:
                    self.say(f"#/components/{kind}/{name}", "never used")


def find_references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from find_references(inner)
