// Calls of any operation in JSON through the C face, by people of all kinds. An input is lines, each a call:
//     2 person.search {"text": "zo"}
// where the first character says who calls (see Town). What one call of an input writes the next ones find; the next
// input begins with the same town.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "ent/ent.h"
#include "expect.hpp"
#include "ops/registry.hpp"
#include "town.hpp"

namespace {

using ent::fuzz::expect;
using ent::fuzz::Town;

constexpr std::size_t most_calls = 8;

ent_str text(std::string_view from) { return {from.data(), from.size()}; }

/// What every answer and every refusal has, whatever was asked.
void check(std::string_view line, ent_status status, const ent_doc* doc, const ent_error* error) {
  expect((status == ENT_OK) == (doc != nullptr) && (status == ENT_OK) == (error == nullptr), "an answer or an error", line);
  expect(ent_error_code(error) == status, "the error has the code of the call", line);
  if (doc != nullptr) {
    ent_str json{};
    expect(ent_doc_json(doc, "", &json) == ENT_OK && json.size >= 2 && json.data[0] == '{', "an answer is a record", line);
    return;
  }
  expect(status != ENT_ERR_INTERNAL && status != ENT_ERR_DATA_LOSS, ent_error_message(error), line);
  const std::string_view reason = ent_error_reason(error);
  expect(!reason.empty() && ent_error_text(error, "fr") != reason, "a refusal has a text for people", line);
  for (std::size_t i = 0; i < ent_error_field_count(error); ++i) {
    const std::string_view path = ent_error_field_path(error, i);
    expect(path.empty() || path[0] == '/', "a field is told by its pointer", line);
    expect(std::strlen(ent_error_field_reason(error, i)) > 0, "a field is told with a reason", line);
  }
}

/// One call; whether it may have changed the town.
bool call(Town& town, std::string_view line) {
  if (line.size() < 3) return false;
  ent_session* session = town.session(line[0]);
  line.remove_prefix(2);
  const std::size_t space = line.find(' ');
  const std::string_view operation = line.substr(0, space);
  const std::string_view request = space == std::string_view::npos ? "" : line.substr(space + 1);
  ent_doc* doc = nullptr;
  ent_error* error = nullptr;
  const ent_status status = ent_call(session, text(operation), text(request), nullptr, &doc, &error);
  check(line, status, doc, error);
  ent_doc_free(doc);
  ent_error_free(error);
  const ent::Op* op = ent::ops::find(operation);
  return status == ENT_OK && op != nullptr && op->effect == ent::unit::Effect::write;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Town town;
  std::string_view input(reinterpret_cast<const char*>(data), size);
  bool changed = false;
  for (std::size_t calls = 0; calls < most_calls && !input.empty(); ++calls) {
    const std::size_t end = input.find('\n');
    changed |= call(town, input.substr(0, end));
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  }
  static int inputs = 0;  // refusals leave audit entries, which would fill the disk
  if (changed || ++inputs % 5'000 == 0) town.reset();
  return 0;
}
