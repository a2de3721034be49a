/// Short ways to make the errors that operations answer.
#pragma once

#include <string>
#include <string_view>

#include "ent/result.hpp"

namespace ent::base {

/// An error whose message is the English text of its reason.
Error fail(Errc code, std::string_view reason);

/// invalid_argument for one field, given as a JSON pointer.
Error invalid(std::string path, std::string_view reason);

/// Collects the wrong fields of one input, so that the caller learns of all at once.
class Fields {
 public:
  Fields& refuse_if(bool wrong, std::string path, std::string_view reason);
  /// Characters, not bytes.
  Fields& length(std::string_view text, std::size_t least, std::size_t most, std::string path);
  /// The error, if a field was refused.
  std::optional<Error> error() const;

 private:
  std::vector<FieldError> refused_;
};

}  // namespace ent::base
