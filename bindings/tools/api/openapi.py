"""bindings/openapi.json: the operations as a host would serve them, OpenAPI 3.1."""

from __future__ import annotations

import json
from typing import Any

from .layout import Json
from .sample import Samples

STATUS = {"invalid_argument": 400, "unauthenticated": 401, "permission_denied": 403, "not_found": 404,
          "already_exists": 409, "conflict": 409, "failed_precondition": 422, "resource_exhausted": 429,
          "unavailable": 503, "cancelled": 499, "timed_out": 504, "unimplemented": 501, "data_loss": 500,
          "internal": 500}
TITLES = {400: "An input is wrong.", 401: "Nobody is signed in, or the session has ended.",
          403: "The actor may know of the target but may not do this.",
          404: "No such thing, or the actor may not know of it.",
          409: "It is there already, or somebody else was first.", 422: "The state does not allow it now.",
          429: "Memory, disk or a quota is used up, or too many tries were made: wait.",
          "default": "Any other error of `code`."}
ALWAYS = (400, 401, 403, 422)  # of every call, whatever the operation says of its own
MAX_ID = 2**53 - 1
DESCRIPTION = """\
The operations of the library as a host would serve them: one POST for each, JSON in, JSON out.

The library has no network server: this describes requests and answers, so that a host that passes them on to `ent_call`,
`ent::call` or the Python package is described with it. Ids are integers below 2^53, dates `YYYY-MM-DD`, instants RFC 3339
in UTC. Members of a request that are unknown are refused; an answer may hold members and words that are newer than its
reader. What is absent from an answer has no value."""


def schema_name(record: str, use: str, both: bool) -> str:
    return record.replace("::", ".") + (".Input" if both and use == "input" else "")


class Document:
    def __init__(self, lock: Json) -> None:
        self.lock = lock
        self.types = {t["name"]: t for t in lock["types"]}
        self.samples = Samples(lock["types"])

    def build(self) -> Json:
        operations = self.lock["operations"]
        return {
            "openapi": "3.1.0",
            "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
            "info": {"title": "ent", "version": self.lock["library"], "summary": "An espace numérique de travail, by operation.",
                     "description": DESCRIPTION,
                     "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
            "servers": [{"url": "/", "description": "Where the host puts them."}],
            "security": [{"session": []}],
            "tags": [{"name": d["name"], "description": d["doc"]} for d in self.lock["domains"]],
            "paths": {"/" + op["name"].replace(".", "/"): {"post": self.operation(op)} for op in operations},
            "components": {"schemas": self.schemas(), "responses": self.responses(),
                           "parameters": self.parameters(), "securitySchemes": self.security()},
        }

    def operation(self, op: Json) -> Json:
        write = op["effect"] == "write"
        names = (["IdempotencyKey"] if write and not op["secret"] else []) + (["IfRevision"] if write else ["AtDate"])
        parameters = [{"$ref": f"#/components/parameters/{name}"} for name in (*names, "Deadline")]
        statuses = sorted({*ALWAYS, *(STATUS[e["code"]] for e in op["errors"])})
        answers: Json = {"200": {"description": "Done.", "content": self.content(op["answer"], "answer")}}
        answers |= {str(status): {"$ref": f"#/components/responses/{status}"} for status in statuses}
        answers["default"] = {"$ref": "#/components/responses/default"}
        body = self.content(op["input"], "input")
        body["application/json"]["example"] = self.samples.request(op)
        return {"operationId": op["name"], "tags": [op["name"].split(".")[0]], "summary": summary(op["doc"]),
                "description": self.description(op), "parameters": parameters,
                "requestBody": {"required": True, "content": body}, "responses": answers,
                "x-permission": op["permission"], "x-effect": op["effect"], "x-audited": op["audited"],
                "x-step-up": op["step_up"], "x-since": op["since"]}

    def description(self, op: Json) -> str:
        errors = [f"* `{e['code']}`, `{e['reason']}`" + (f": {e['note']}" if "note" in e else "") for e in op["errors"]]
        own = "\n".join(["Errors of its own:", "", *errors]) if errors else "It has no errors of its own."
        return f"{op['doc']}\n\nPermission: {op['permission_doc']}.\n\n{own}"

    def content(self, record: str, use: str) -> Json:
        return {"application/json": {"schema": {"$ref": self.reference(record, use)}}}

    def reference(self, name: str, use: str) -> str:
        declared = self.types[name]
        both = declared["kind"] == "record" and len(declared["use"]) == 2
        return f"#/components/schemas/{schema_name(name, use, both)}"

    def schemas(self) -> Json:
        found: Json = {}
        for declared in self.types.values():
            if declared["kind"] == "enumeration":
                found[schema_name(declared["name"], "", False)] = self.enumeration(declared)
                continue
            for use in declared["use"]:
                name = schema_name(declared["name"], use, len(declared["use"]) == 2)
                found[name] = self.record(declared, use)
        return dict(sorted((found | self.error_schemas()).items()))

    def enumeration(self, declared: Json) -> Json:
        words = "\n".join(f"* `{w['name']}`: {w['doc']}" for w in declared["words"])
        return {"type": "string", "description": f"{declared['doc']}\n\n{words}",
                "enum": [w["name"] for w in declared["words"]]}

    def record(self, declared: Json, use: str) -> Json:
        fields = declared["fields"]
        out: Json = {"type": "object", "description": declared["doc"],
                     "properties": {f["name"]: self.field(f, use) for f in fields}}
        required = [f["name"] for f in fields
                    if (f["required"] if use == "input" else f["type"]["kind"] != "optional")]
        if required:
            out["required"] = required
        if use == "input":
            out["additionalProperties"] = False
        return out

    def field(self, field: Json, use: str) -> Json:
        schema = self.value(field["type"], use)
        described = {**schema, "description": field["doc"]}
        if field.get("secret"):
            described["format"] = "password"
        if "default" in field and use == "input":
            described["default"] = field["default"]
        return described

    def value(self, kind: Json, use: str) -> Json:
        """What is optional may be null in a request; in an answer it is left out."""
        match kind["kind"]:
            case "optional" if use == "input":
                inner = self.value(kind["of"], use)
                if "$ref" in inner:
                    return {"anyOf": [inner, {"type": "null"}]}
                return {**inner, "type": [inner["type"], "null"]}
            case "optional":
                return self.value(kind["of"], use)
            case "list":
                return {"type": "array", "items": self.value(kind["of"], use)}
            case "record" | "enumeration":
                return {"$ref": self.reference(kind["name"], use)}
            case "id":
                return {"type": "integer", "format": "int64", "minimum": 1, "maximum": MAX_ID}
        return dict(SCALARS[kind["kind"]])

    def error_schemas(self) -> Json:
        field = {"type": "object", "description": "One rejected input.", "required": ["path", "reason"], "properties": {
            "path": {"type": "string", "description": "JSON pointer into the request."},
            "reason": {"type": "string", "description": "Stable token."}}}
        error = {"type": "object", "description": "Why there is no answer.", "required": ["code", "reason", "message", "fields"],
                 "properties": {
                     "code": {"type": "string", "enum": [c["name"] for c in self.lock["codes"]],
                              "description": "What kind of thing went wrong; newer libraries may say others."},
                     "reason": {"type": "string", "description": "Stable token; see the page of errors."},
                     "message": {"type": "string", "description": "English, one line, for logs."},
                     "fields": {"type": "array", "items": {"$ref": "#/components/schemas/FieldError"},
                                "description": "The rejected inputs, for `invalid_argument`."}}}
        return {"Error": error, "FieldError": field}

    def responses(self) -> Json:
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        return {str(status): {"description": text, "content": content} for status, text in TITLES.items()}

    def parameters(self) -> Json:
        def header(name: str, schema: Json, doc: str) -> Json:
            return {"name": name, "in": "header", "required": False, "schema": schema, "description": doc}

        return {
            "AtDate": header("Ent-At", {"type": "string", "format": "date"},
                             "The date of the facts that are read; rights are judged now."),
            "Deadline": header("Ent-Deadline", {"type": "string", "format": "date-time"},
                               "A call that has not begun by then is refused."),
            "IdempotencyKey": header("Idempotency-Key", {"type": "string", "minLength": 1, "maxLength": 100},
                                     "A second write with the same key and request does nothing and gives the first answer."),
            "IfRevision": header("Ent-If-Revision", {"type": "integer", "format": "int64"},
                                 "The revision that the caller has read; another one by now is a conflict."),
        }

    def security(self) -> Json:
        return {"session": {"type": "http", "scheme": "bearer", "description": "The session that the host has opened."}}


SCALARS: dict[str, Json] = {
    "boolean": {"type": "boolean"}, "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"}, "text": {"type": "string"},
    "date": {"type": "string", "format": "date"}, "instant": {"type": "string", "format": "date-time"},
    "time": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    "decimal": {"type": "string", "format": "decimal", "pattern": "^-?[0-9]{1,12}([.,][0-9]{1,6})?$"}}


def summary(doc: str) -> str:
    """The first sentence, as far as one is short."""
    first = doc.split("\n")[0]
    sentence = first.split(". ")[0].split("; ")[0].rstrip(".")
    return sentence if len(sentence) <= 120 else sentence[:117].rsplit(" ", 1)[0] + "..."


def openapi(lock: Json) -> str:
    document: Any = Document(lock).build()
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
