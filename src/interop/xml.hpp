/// XML files, read as they come in: what every format needs of a parser, its limits and tables aside.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct XML_ParserStruct;

namespace ent::interop::xml {

/// Why a file cannot be read on. Nothing that follows the fault is known, so nothing of the file is taken.
struct Fault {
  std::int64_t line = 0;
  std::string_view reason{};
};

/// Names and values in turns, up to a null.
using Attributes = const char**;
std::string_view attribute_value(Attributes attributes, std::string_view name) noexcept;

/// What a format makes of elements is for its class to say. Neither loads what the document type names nor takes entities
/// of the file's own. Files in UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 and Windows-1252.
class Reader {
 public:
  Reader();
  virtual ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Takes the next piece of the file; `last` with the last one. False after a fault.
  bool feed(std::string_view bytes, bool last);
  const std::optional<Fault>& fault() const noexcept { return fault_; }

 protected:
  std::int64_t line() const noexcept;
  /// Nothing more is read; the first reason stays.
  void stop(std::string_view reason);

 private:
  struct Handlers;
  struct Free {
    void operator()(XML_ParserStruct* parser) const noexcept;
  };

  virtual void begin(std::string_view name, Attributes attributes) = 0;
  virtual void end() = 0;
  virtual void characters(std::string_view piece) = 0;
  virtual void comment(std::string_view) {}
  void judge_failure();

  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::optional<Fault> fault_;
  bool out_of_memory_ = false;
};

}  // namespace ent::interop::xml
