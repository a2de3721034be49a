#include <memory>

#include "base/date.hpp"
#include "base/try.hpp"
#include "wall.hpp"

int64_t ent_session_account_id(const ent_session* session) {
  return session != nullptr && session->session ? session->session->account_id().value : 0;
}

int64_t ent_session_person_id(const ent_session* session) {
  return session != nullptr && session->session ? session->session->person_id().value : 0;
}

int32_t ent_session_profile(const ent_session* session) {
  return session != nullptr && session->session ? static_cast<std::int32_t>(session->session->profile()) : 0;
}

ent_status ent_session_at(ent_session* session, int32_t date, ent_session** out, ent_error** err) {
  if (out != nullptr) *out = nullptr;
  return ent::c::walled(err, [&]() -> std::optional<ent::Error> {
    ENT_TRY(from, ent::c::open_session(session));
    ENT_REFUSE(ent::c::need(out, "/out"));
    const ent::Date day{std::chrono::days{date}};
    if (!ent::base::writable(day)) return ent::base::invalid("/date", "field.range");
    *out = std::make_unique<ent_session>(from->at(day)).release();
    return std::nullopt;
  });
}

ent_status ent_session_snapshot(ent_session* session, ent_session** out, ent_error** err) {
  if (out != nullptr) *out = nullptr;
  return ent::c::walled(err, [&]() -> std::optional<ent::Error> {
    ENT_TRY(from, ent::c::open_session(session));
    ENT_REFUSE(ent::c::need(out, "/out"));
    ENT_TRY(held, from->snapshot());
    *out = std::make_unique<ent_session>(std::move(held)).release();
    return std::nullopt;
  });
}

void ent_session_close(ent_session* session) {
  if (session != nullptr) session->session.reset();
}

void ent_session_free(ent_session* session) { delete session; }
