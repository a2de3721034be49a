/// FET files, read as they come in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "interop/fet/document.hpp"
#include "interop/xml.hpp"

namespace ent::interop::fet {

/// Constraints of which nothing is made are counted.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Takes the next piece of the file; `last` with the last one. False after a fault.
  bool feed(std::string_view bytes, bool last);

  const std::optional<xml::Fault>& fault() const noexcept;
  /// Whole once the last piece has been taken.
  const Document& document() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ent::interop::fet
