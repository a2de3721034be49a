#include <cstring>
#include <memory>

#include "base/reason.hpp"
#include "wall.hpp"

namespace {

/// What is given out when there is no memory for an error: made beforehand, and never freed.
const ent_error exhausted{ent::base::fail(ent::Errc::resource_exhausted, "memory.full")};

const ent::FieldError* field(const ent_error* err, std::size_t index) noexcept {
  return err != nullptr && index < err->error.fields.size() ? &err->error.fields[index] : nullptr;
}

}  // namespace

namespace ent::c {

ent_status give(Error error, ent_error** err) noexcept {
  const auto code = static_cast<ent_status>(error.code);
  if (err == nullptr) return code;
  *err = new (std::nothrow) ent_error{std::move(error)};
  return *err != nullptr ? code : give_exhausted(err);
}

ent_status give_exhausted(ent_error** err) noexcept {
  if (err != nullptr) *err = const_cast<ent_error*>(&exhausted);
  return ENT_ERR_RESOURCE_EXHAUSTED;
}

}  // namespace ent::c

const char* ent_version(void) { return ENT_VERSION; }

ent_status ent_error_code(const ent_error* err) {
  return err == nullptr ? ENT_OK : static_cast<ent_status>(err->error.code);
}

const char* ent_error_reason(const ent_error* err) { return err == nullptr ? "" : err->error.reason.c_str(); }

const char* ent_error_message(const ent_error* err) { return err == nullptr ? "" : err->error.message.c_str(); }

size_t ent_error_field_count(const ent_error* err) { return err == nullptr ? 0 : err->error.fields.size(); }

const char* ent_error_field_path(const ent_error* err, size_t index) {
  const auto* found = field(err, index);
  return found == nullptr ? nullptr : found->path.c_str();
}

const char* ent_error_field_reason(const ent_error* err, size_t index) {
  const auto* found = field(err, index);
  return found == nullptr ? nullptr : found->reason.c_str();
}

const char* ent_error_text(const ent_error* err, const char* language) {
  return ent_reason_text(ent_error_reason(err), language);
}

const char* ent_reason_text(const char* reason, const char* language) {
  if (reason == nullptr) return "";
  const auto* known = ent::base::find_reason(reason);
  if (known == nullptr) return reason;
  const bool french = language != nullptr && std::strcmp(language, "fr") == 0;
  return (french ? known->french : known->english).data();  // literals, so with a NUL behind
}

void ent_error_free(ent_error* err) {
  if (err != &exhausted) delete err;
}
