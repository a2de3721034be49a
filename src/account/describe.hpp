#pragma once

#include "access/describe.hpp"
#include "ent/account.hpp"
#include "reflect/describe.hpp"

namespace ent::account {
ENT_WORDS(State, pending, active, blocked)
ENT_WORDS(SessionKind, browser, mobile, impersonation)
ENT_WORDS(Attribute, login, given_name, family_name, birth_date, profile, establishment, person_id)
ENT_RECORD(View, 0, id, person_id, login, state, created_at, activated_at, hold_until, code_expires_at, revision)
ENT_RECORD(Get, 1, org_id, account_id, person_id)
ENT_RECORD(IssueActivations, 1, org_id, person_ids, profile, opens_on, renew, limit)
ENT_RECORD(Activation, 0, person_id, account_id, family_name, given_name, login, code, opens_at, expires_at)
ENT_RECORD(Sheet, 0, items, more)
ENT_RECORD(ChangePassword, 2, current, next)
ENT_RECORD(Target, 2, org_id, account_id)
ENT_RECORD(ChangeLogin, 3, org_id, account_id, login)
ENT_EMPTY_RECORD(Own)
ENT_RECORD(Place, 0, profile, org_id)
ENT_RECORD(Places, 0, items)
ENT_RECORD(SessionView, 0, id, kind, profile, device_name, reader_id, created_at, seen_at, ended_at, ends_at, current)
ENT_RECORD(Sessions, 0, items)
ENT_RECORD(EndSession, 1, session_id)
ENT_RECORD(Device, 0, id, name, first_seen_at, seen_at)
ENT_RECORD(Devices, 0, items)
ENT_RECORD(ForgetDevice, 1, device_id)
ENT_RECORD(Identity, 0, issuer, subject)
ENT_RECORD(Identities, 0, items)
ENT_RECORD(Link, 4, org_id, account_id, issuer, subject)
ENT_RECORD(Service, 5, org_id, code, name, attributes, profiles)
ENT_RECORD(Withdraw, 2, org_id, code)
ENT_RECORD(OfUnit, 1, org_id)
ENT_RECORD(Services, 0, items)
ENT_RECORD(Release, 2, org_id, code)
ENT_RECORD(Attributes, 0, subject, login, given_name, family_name, birth_date, profile, establishment, person_id)
ENT_RECORD(Consent, 0, code, expires_at)
ENT_RECORD(Alarm, 0, failures, under_attack)
}  // namespace ent::account
