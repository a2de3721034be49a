/// AAF files, read as they come in: memory is that of one piece of the file and of the records in it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "interop/aaf/record.hpp"
#include "interop/xml.hpp"

namespace ent::interop::aaf {

/// What the comments at the head of a file say.
struct Head {
  std::string academy{};  ///< Code of the academy that wrote it, as it stands there: "13".
  std::string degree{};   ///< "1D" or "2D".
};

/// The records of a file as they are completed.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Takes the next piece of the file; `last` with the last one. False after a fault.
  bool feed(std::string_view bytes, bool last);

  /// The records that the last piece completed; valid until the next one.
  std::span<const Record> records() const noexcept;

  const std::optional<xml::Fault>& fault() const noexcept;
  const Head& head() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ent::interop::aaf
