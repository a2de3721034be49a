/// A value or an error: what every operation answers.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ent {

/// What went wrong, in the words that every binding knows.
/// The values are part of the C ABI: append, never renumber.
enum class Errc : std::int32_t {
  ok = 0,
  invalid_argument = 1,     ///< An input is wrong; `fields` says which.
  unauthenticated = 2,      ///< Nobody is signed in, or the session has ended.
  permission_denied = 3,    ///< The actor may know of the target but may not do this.
  not_found = 4,            ///< No such thing, or the actor may not know of it.
  already_exists = 5,       ///< The thing to be made is there already.
  conflict = 6,             ///< Somebody else was first; read again, then decide.
  failed_precondition = 7,  ///< The state does not allow it now; a retry alone will not help.
  resource_exhausted = 8,   ///< Memory, disk or a quota is used up.
  unavailable = 9,          ///< The store cannot answer now; a retry may help.
  cancelled = 10,           ///< The caller stopped it.
  timed_out = 11,           ///< The deadline passed before the work began; nothing was done.
  unimplemented = 12,       ///< This engine or build does not have it.
  data_loss = 13,           ///< The store is damaged.
  internal = 14,            ///< A defect of the library.
};

/// The word of a code, as JSON and Python spell it ("not_found").
const char* word(Errc code) noexcept;

/// One rejected input.
struct FieldError {
  std::string path;    ///< JSON pointer into the request: "/members/3".
  std::string reason;  ///< Stable token, e.g. "text.too_long".
  friend bool operator==(const FieldError&, const FieldError&) = default;
};

/// The only error type that crosses the public boundary. Holds no personal data.
struct Error {
  Errc code = Errc::internal;
  std::string reason;              ///< Stable token, e.g. "org.code_taken"; see docs/errors.md.
  std::string message;             ///< English, one line, for logs; text for people: explain_reason().
  std::vector<FieldError> fields;  ///< The rejected inputs, for invalid_argument.
};

/// The text for people of a reason token, or the token itself when it has none.
/// `language` is "fr" or "en". Any thread. Since 0.1.
std::string explain_reason(const std::string& reason, const std::string& language);

/// Thrown by Result::value() on an error; operations never throw it themselves.
class Exception : public std::exception {
 public:
  explicit Exception(Error error) : error_(std::move(error)) {}
  const char* what() const noexcept override { return error_.message.c_str(); }
  const Error& error() const noexcept { return error_; }

 private:
  Error error_;
};

/// Answer of an operation that has nothing to say but that it is done.
struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

/// A value or an Error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  T& value() & { return check(), *std::get_if<0>(&state_); }              ///< Throws Exception on an error.
  const T& value() const& { return check(), *std::get_if<0>(&state_); }   ///< Throws Exception on an error.
  /// Throws Exception on an error. By value, so that `for (auto& item : list(...).value().items)` is safe.
  T value() && { return check(), std::move(*std::get_if<0>(&state_)); }

  T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  const T& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  T operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() noexcept { return std::get_if<0>(&state_); }
  const T* operator->() const noexcept { return std::get_if<0>(&state_); }

  const Error& error() const& noexcept { return *std::get_if<1>(&state_); }
  Error&& error() && noexcept { return std::move(*std::get_if<1>(&state_)); }

 private:
  void check() const {
    if (!has_value()) throw Exception(*std::get_if<1>(&state_));
  }
  std::variant<T, Error> state_;
};

}  // namespace ent
