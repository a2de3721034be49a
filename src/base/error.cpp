#include "base/error.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"

namespace ent::base {

Error fail(Errc code, std::string_view reason) {
  const auto* known = find_reason(reason);
  return {code, std::string(reason), std::string(known != nullptr ? known->english : reason), {}};
}

Error invalid(std::string path, std::string_view reason) {
  Error error = fail(Errc::invalid_argument, reason);
  error.fields.push_back({std::move(path), std::string(reason)});
  return error;
}

Fields& Fields::refuse_if(bool wrong, std::string path, std::string_view reason) {
  if (wrong) refused_.push_back({std::move(path), std::string(reason)});
  return *this;
}

Fields& Fields::length(std::string_view text, std::size_t least, std::size_t most, std::string path) {
  const std::size_t count = count_characters(text);
  if (count < least) return refuse_if(true, std::move(path), "text.too_short");
  return refuse_if(count > most, std::move(path), "text.too_long");
}

std::optional<Error> Fields::error() const {
  if (refused_.empty()) return std::nullopt;
  Error error = fail(Errc::invalid_argument, refused_.front().reason);
  error.fields = refused_;
  return error;
}

}  // namespace ent::base
