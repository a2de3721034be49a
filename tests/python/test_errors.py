"""The exceptions: one for each code of the library."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timezone
from pathlib import Path

import pytest

import ent
from ent import errors

LOCK = json.loads((Path(__file__).parents[2] / "bindings/ent.json").read_text(encoding="utf-8"))


def test_every_code_has_its_exception() -> None:
    codes = [code["name"] for code in LOCK["codes"]]
    assert list(errors._BY_CODE) == codes
    for code, cls in errors._BY_CODE.items():
        assert cls.__name__ == "".join(part.capitalize() for part in code.split("_"))
        assert cls.__mro__[1] is ent.Error and cls.__name__ in errors.__all__ and getattr(ent, cls.__name__) is cls
    docs = {code["name"]: code["doc"] for code in LOCK["codes"]}
    assert {code: cls.__doc__ for code, cls in errors._BY_CODE.items()} == docs


def test_an_error_has_all_that_the_library_says(host: ent.Session) -> None:
    with pytest.raises(ent.Error) as caught:
        host.org.add(kind="establishment", code="x", name="", degree="first")
    error = caught.value
    assert type(error) is ent.InvalidArgument
    assert (error.code, error.reason) == ("invalid_argument", "org.uai_malformed")
    assert error.fields == {"/code": "org.uai_malformed", "/name": "text.too_short"}
    assert error.message == ent.explain("org.uai_malformed", "en")
    assert str(error) == f"{error.message} [/code: org.uai_malformed, /name: text.too_short]"
    with pytest.raises(ent.NotFound) as missing:
        host.org.get(id=1)
    assert missing.value.fields == {}
    assert str(missing.value).endswith("[org.not_found]")


def test_people_are_told_in_their_language(host: ent.Session) -> None:
    with pytest.raises(ent.TimedOut) as late:
        host.org.list(deadline=datetime(2026, 1, 1, tzinfo=timezone.utc))
    assert late.value.text() == late.value.text("fr") == ent.explain("call.deadline_passed")
    assert late.value.text("en") == "The time allowed for this call passed before it began. Nothing was done."
    assert ent.explain("no.such_reason") == "no.such_reason"


def test_an_error_can_be_sent_to_another_process(host: ent.Session) -> None:
    with pytest.raises(ent.InvalidArgument) as caught:
        host.org.add(kind="establishment", code="x", name="", degree="first")
    sent = pickle.loads(pickle.dumps(caught.value))
    assert type(sent) is ent.InvalidArgument
    assert (sent.code, sent.reason, sent.message, sent.fields) == (
        caught.value.code, caught.value.reason, caught.value.message, caught.value.fields)
