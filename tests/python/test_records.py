"""Records: immutable, typed, read by name; compared by value; dataclasses to whoever asks."""

from __future__ import annotations

import copy
import dataclasses
import gc
import inspect
import pickle
from datetime import date, datetime, timezone

import pytest

import ent
from ent import account, org

UNIT = org.View(id=1, kind="academy", code="24", name="Créteil", degree=None, nature_code=None,
                valid_from=date(2026, 9, 14), valid_to=None, revision=1)


def test_a_record_of_the_library_is_one_made_in_python(host: ent.Session) -> None:
    added = host.org.add(kind="academy", code="24", name="Créteil")
    assert type(added) is org.View
    assert added == UNIT
    assert hash(added) == hash(UNIT)
    assert repr(added) == repr(UNIT) == (
        "View(id=1, kind='academy', code='24', name='Créteil', degree=None, nature_code=None, "
        "valid_from=datetime.date(2026, 9, 14), valid_to=None, revision=1)")


def test_a_record_cannot_be_changed(host: ent.Session) -> None:
    for unit in (UNIT, host.org.add(kind="academy", code="24", name="Créteil")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            unit.name = "Paris"  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            del unit.name
        with pytest.raises(AttributeError):
            setattr(unit, "other", 1)
        assert unit.name == "Créteil" and not hasattr(unit, "__dict__")


def test_secrets_are_not_printed() -> None:
    now = datetime(2026, 9, 14, tzinfo=timezone.utc)
    line = account.Activation(person_id=1, account_id=2, family_name="Martin", given_name="Léa", login="lea.martin",
                              code="AAAAA-BBBBB", opens_at=now, expires_at=now)
    assert "login='lea.martin', code=..., " in repr(line) and "AAAAA" not in repr(line)
    assert line.code == "AAAAA-BBBBB" and dataclasses.replace(line, code="C") != line
    assert "AAAAA" not in repr(account.Sheet(items=(line,), more=False))
    assert repr(account.Consent(code="AAAAA-BBBBB", expires_at=now)).startswith("Consent(code=..., expires_at=")
    assert ent.SignedIn.__secrets__ == ("token", "device_token")
    assert ent.Resumed.__secrets__ == ("token",)


def test_a_record_is_no_tuple() -> None:
    with pytest.raises(TypeError):
        tuple(UNIT)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        UNIT[0]  # type: ignore[index]
    values: object = (1, "academy", "24", "Créteil", None, None, date(2026, 9, 14), None, 1)
    assert UNIT != values


def test_records_are_equal_by_value_and_class() -> None:
    assert UNIT == dataclasses.replace(UNIT)
    assert UNIT != dataclasses.replace(UNIT, name="Paris")
    assert len({UNIT, dataclasses.replace(UNIT), dataclasses.replace(UNIT, revision=2)}) == 2

    class Same(org.View):
        __slots__ = ("id", "kind", "code", "name", "degree", "nature_code", "valid_from", "valid_to", "revision")

    assert Same(**dataclasses.asdict(UNIT)) != UNIT


def test_a_record_is_a_dataclass() -> None:
    assert dataclasses.is_dataclass(UNIT) and dataclasses.is_dataclass(org.Page)
    assert [field.name for field in dataclasses.fields(org.View)][:4] == ["id", "kind", "code", "name"]
    assert dataclasses.asdict(UNIT)["name"] == "Créteil"
    assert dataclasses.asdict(org.Page(items=(UNIT,), next="x"))["items"][0]["code"] == "24"
    match UNIT:
        case org.View(kind="academy", name=name):
            assert name == "Créteil"
        case _:
            raise AssertionError("no match")


def test_a_record_is_made_of_all_its_fields_by_name() -> None:
    with pytest.raises(TypeError, match="needs 'kind'"):
        org.View(id=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="has no 'colour'"):
        org.View(**dataclasses.asdict(UNIT), colour=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        org.View(1)  # type: ignore[call-arg, misc]


def test_a_record_can_be_copied_and_sent(host: ent.Session, academy: int) -> None:
    page = host.org.list(limit=2)
    for value in (UNIT, page):
        assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(page)).to_dicts() == page.to_dicts()


def test_a_record_is_seen_by_the_collector(host: ent.Session) -> None:
    unit = host.org.add(kind="academy", code="24", name="Créteil")
    assert gc.is_tracked(unit) and unit.valid_from in gc.get_referents(unit)


def test_records_are_documented() -> None:
    assert inspect.getdoc(org.View) == "A unit as it stands on a date."
    assert "valid_from: Default: today." in (inspect.getdoc(org.Operations.add) or "")
    signature = inspect.signature(org.Operations.list)
    assert all(p.kind is p.KEYWORD_ONLY for name, p in signature.parameters.items() if name != "self")
    assert signature.parameters["limit"].default == 50
