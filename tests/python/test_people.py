"""How people come in: bootstrap, activation, sign-in, resume, profiles, step-up, act_as, impersonation, sign-out."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

import ent
from conftest import Clock

PASSWORD = "trois arbres au bord de l'eau"


def bootstrap(portal: ent.Portal) -> ent.Bootstrapped:
    return portal.bootstrap(uai="9990002B", establishment_name="Collège des Tilleuls", family_name="Roche",
                            given_name="Alix")


@pytest.fixture
def school(portal: ent.Portal) -> ent.Bootstrapped:
    """A collège whose administrator has chosen a password."""
    first = bootstrap(portal)
    done = portal.activate(login=first.account.login, code=first.account.code, password=PASSWORD)
    assert done == ent.Activated(account_id=first.account.account_id, login="alix.roche")
    return first


def teacher(portal: ent.Portal, school: ent.Bootstrapped) -> ent.account.Activation:
    with portal.system() as host:
        person = host.person.add(org_id=school.establishment_id, family_name="Moreau", given_name="Hugo")
        host.person.affiliate(org_id=school.establishment_id, person_id=person.id, profile="teacher")
        return host.account.issue_activations(org_id=school.establishment_id, person_ids=[person.id]).items[0]


def refused(kind: type[ent.Error], reason: str, call: Callable[[], object]) -> ent.Error:
    with pytest.raises(kind) as raised:
        call()
    assert raised.value.reason == reason
    return raised.value


def test_a_portal_begins_once(portal: ent.Portal, school: ent.Bootstrapped) -> None:
    refused(ent.FailedPrecondition, "portal.not_empty", lambda: bootstrap(portal))


def test_what_is_wrong_in_a_bootstrap_is_named(portal: ent.Portal) -> None:
    wrong = refused(ent.InvalidArgument, "org.uai_malformed", lambda: portal.bootstrap(
        uai="tilleuls", establishment_name="Collège", family_name="Roche", given_name="Alix"))
    assert wrong.fields == {"/uai": "org.uai_malformed"}
    with pytest.raises(ent.InvalidArgument) as raised:
        portal.bootstrap(uai=7, establishment_name="Collège", family_name="Roche", given_name="Alix")  # type: ignore[arg-type]
    assert raised.value.fields == {"/uai": "field.type"}


def test_a_person_signs_in_and_out(portal: ent.Portal, school: ent.Bootstrapped, clock: Clock) -> None:
    refused(ent.Unauthenticated, "account.credentials_wrong",
            lambda: portal.sign_in(login="alix.roche", password="ce n'est pas le bon"))
    given = portal.sign_in(login=" ALIX.Roche", password=PASSWORD, device_name="Terminal")
    assert (len(given.token), given.ends_at) == (64, clock.now + timedelta(hours=12))
    assert isinstance(given, ent.SignedIn) and dataclasses.replace(given, token="").session is given.session
    with given.session as session:
        assert (session.account_id, session.profile) == (school.account.account_id, "local_admin")
        assert [device.name for device in session.account.devices().items] == ["Terminal"]
        portal.sign_out(session)
        portal.sign_out(session)
        refused(ent.Unauthenticated, "session.ended", session.account.places)
    refused(ent.FailedPrecondition, "closed", lambda: portal.sign_out(session))


def test_a_token_goes_on_with_the_session(portal: ent.Portal, school: ent.Bootstrapped) -> None:
    given = portal.sign_in(login="alix.roche", password=PASSWORD, mobile=True)
    again = portal.resume(given.token)
    assert again.token != given.token and again.ends_at == given.ends_at
    assert again.session.account_id == given.session.account_id
    refused(ent.Unauthenticated, "session.ended", lambda: portal.resume("0123"))
    refused(ent.InvalidArgument, "field.type", lambda: portal.resume(7))  # type: ignore[arg-type]


def test_profiles_and_proofs(portal: ent.Portal, school: ent.Bootstrapped) -> None:
    account_id = teacher(portal, school).account_id
    session = portal.act_as(account_id=school.account.account_id)
    assert session.switch_profile("local_admin").profile == "local_admin"
    refused(ent.FailedPrecondition, "account.profile_not_held", lambda: session.switch_profile("teacher"))
    refused(ent.InvalidArgument, "field.word", lambda: session.switch_profile("king"))  # type: ignore[arg-type]

    def block() -> None:
        session.account.block(org_id=school.establishment_id, account_id=account_id)

    refused(ent.PermissionDenied, "access.step_up_needed", block)
    refused(ent.Unauthenticated, "account.credentials_wrong", lambda: session.step_up("ce n'est pas le bon"))
    session.step_up(PASSWORD)
    block()


def test_a_host_vouches_for_people(portal: ent.Portal, school: ent.Bootstrapped, clock: Clock) -> None:
    sheet = teacher(portal, school)
    refused(ent.InvalidArgument, "account.one_key", portal.act_as)
    with portal.act_as(person_id=sheet.person_id, profile="teacher") as session:
        assert (session.person_id, session.profile) == (sheet.person_id, "teacher")
    assert portal.act_as(account_id=school.account.account_id, step_up_at=clock.now).profile == "local_admin"
    with pytest.raises(ent.InvalidArgument):
        portal.act_as(account_id=sheet.account_id, step_up_at=datetime(2026, 9, 14))  # no time zone


def test_who_is_let_in_reads_as_another(portal: ent.Portal, school: ent.Bootstrapped, clock: Clock) -> None:
    sheet = teacher(portal, school)
    portal.activate(login=sheet.login, code=sheet.code, password=PASSWORD)
    code = portal.act_as(account_id=sheet.account_id).account.allow_impersonation().code
    administrator = portal.act_as(account_id=school.account.account_id, step_up_at=clock.now)

    def impersonate(code: str) -> ent.Session:
        return portal.impersonate(administrator, org_id=school.establishment_id, account_id=sheet.account_id, code=code,
                                  profile="teacher")

    refused(ent.Unauthenticated, "account.code_wrong", lambda: impersonate("00000-00000"))
    with impersonate(code) as reader:
        assert (reader.person_id, reader.profile) == (sheet.person_id, "teacher")


def test_an_assertion_is_fresh_and_of_a_known_identity(portal: ent.Portal, clock: Clock) -> None:
    refused(ent.Unauthenticated, "account.identity_unknown", lambda: portal.sign_in_external(
        issuer="https://connexion.example", subject="42", asserted_at=clock.now))


def test_a_closed_portal_lets_nobody_in(portal: ent.Portal, school: ent.Bootstrapped) -> None:
    session = portal.act_as(account_id=school.account.account_id)
    portal.close()
    for call in (lambda: portal.sign_in(login="a", password="b"), lambda: portal.resume("0123"),
                 lambda: session.switch_profile("local_admin"), lambda: session.step_up(PASSWORD),
                 lambda: portal.sign_out(session)):
        refused(ent.FailedPrecondition, "closed", call)


def test_others_work_while_a_password_is_checked(portal: ent.Portal, school: ent.Bootstrapped) -> None:
    """Hashing takes a while, without the interpreter's lock."""
    done: list[ent.SignedIn] = []
    threads = [threading.Thread(target=lambda: done.append(portal.sign_in(login="alix.roche", password=PASSWORD)))
               for _ in range(4)]
    turns = 0
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        turns += 1
    for thread in threads:
        thread.join()
    assert turns > 0 and len({given.token for given in done}) == 4


def test_a_number_of_hashes_is_asked_for(tmp_path: object) -> None:
    refused(ent.InvalidArgument, "field.range", lambda: ent.open(":memory:", password_hashes=0))
    ent.open(":memory:", password_hashes=1, clock=lambda: datetime(2026, 9, 14, tzinfo=timezone.utc)).close()
