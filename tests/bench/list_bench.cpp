// Lists as JSON and Arrow, against the same written by hand for the one type.
#include <benchmark/benchmark.h>

#include <charconv>
#include <cstring>
#include <memory>

#include "ent/arrow.h"
#include "org/describe.hpp"
#include "ratio.hpp"
#include "reflect/arrow.hpp"
#include "reflect/codec.hpp"

namespace {

using namespace ent::bench;
using Views = std::vector<ent::org::View>;

Views views(std::size_t count) {
  Views made;
  for (std::size_t number = 0; number < count; ++number) {
    ent::org::View view;
    view.id = {static_cast<std::int64_t>(1'000 + number)};
    view.code = "099" + std::to_string(10'000 + number);
    view.name = "Collège n° " + std::to_string(number);
    view.degree = ent::org::Degree::second;
    view.nature_code = "340";
    view.valid_from = ent::Date{std::chrono::days{20'000}};
    made.push_back(std::move(view));
  }
  return made;
}

/// The writer that one writes for this record and no other.
struct HandJson {
  std::string& out;

  void number(std::int64_t value) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  void text(const std::string& value) {
    out.push_back('"');
    for (const char c : value) {
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
    out.push_back('"');
  }
  void date(ent::Date value) {
    const std::chrono::year_month_day ymd(value);
    const int year = static_cast<int>(ymd.year());
    const unsigned month = static_cast<unsigned>(ymd.month()), day = static_cast<unsigned>(ymd.day());
    const char digits[] = {'"', static_cast<char>('0' + year / 1000), static_cast<char>('0' + year / 100 % 10),
                           static_cast<char>('0' + year / 10 % 10), static_cast<char>('0' + year % 10), '-',
                           static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10), '-',
                           static_cast<char>('0' + day / 10), static_cast<char>('0' + day % 10), '"'};
    out.append(digits, sizeof digits);
  }
  void view(const ent::org::View& one) {
    static constexpr const char* kinds[] = {"", "academy", "department", "region", "municipality", "agglomeration",
                                            "circonscription", "establishment"};
    out += "{\"id\":";
    number(one.id.value);
    out.append(",\"kind\":\"").append(kinds[static_cast<int>(one.kind)]).append("\",\"code\":");
    text(one.code);
    out += ",\"name\":";
    text(one.name);
    if (one.degree) out += *one.degree == ent::org::Degree::first ? ",\"degree\":\"first\"" : ",\"degree\":\"second\"";
    if (one.nature_code) {
      out += ",\"nature_code\":";
      text(*one.nature_code);
    }
    out += ",\"valid_from\":";
    date(one.valid_from);
    if (one.valid_to) {
      out += ",\"valid_to\":";
      date(*one.valid_to);
    }
    out += ",\"revision\":";
    number(one.revision);
    out.push_back('}');
  }
};

std::string json_by_hand(const Views& all) {
  std::string out;
  HandJson writer{out};
  out.push_back('[');
  for (const auto& one : all) {
    if (out.size() > 1) out.push_back(',');
    writer.view(one);
  }
  out.push_back(']');
  return out;
}

std::string json_by_table(const Views& all) {
  std::string out;
  ent::reflect::write_json(ent::reflect::TypeOf<Views>::value, &all, out);
  return out;
}

void list_to_json(benchmark::State& state) {
  const Views all = views(static_cast<std::size_t>(state.range(0)));
  if (json_by_hand(all) != json_by_table(all)) throw std::runtime_error("not the same text");
  compare(state, [&] { benchmark::DoNotOptimize(json_by_hand(all).data()); },
          [&] { benchmark::DoNotOptimize(json_by_table(all).data()); });
}
BENCHMARK(list_to_json)->Arg(50)->Iterations(40'000)->Unit(benchmark::kMicrosecond);

/// The buffers of the columns, as Arrow lays them out.
struct HandColumns {
  struct Text {
    std::vector<std::int32_t> ends{0};
    std::vector<char> bytes;
    std::vector<std::uint8_t> valid;

    void add(const std::string& value) {
      bytes.insert(bytes.end(), value.begin(), value.end());
      ends.push_back(static_cast<std::int32_t>(bytes.size()));
    }
    void add(std::size_t row, const std::string* value) {
      if (row % 8 == 0) valid.push_back(0);
      if (value != nullptr) {
        valid.back() = static_cast<std::uint8_t>(valid.back() | 1U << row % 8);
        bytes.insert(bytes.end(), value->begin(), value->end());
      }
      ends.push_back(static_cast<std::int32_t>(bytes.size()));
    }
  };
  std::vector<std::int64_t> id, revision;
  std::vector<std::int32_t> valid_from, valid_to;
  std::vector<std::uint8_t> valid_to_valid;
  Text kind, code, name, degree, nature_code;

  explicit HandColumns(const Views& all) {
    static const std::string kinds[] = {"", "academy", "department", "region", "municipality", "agglomeration",
                                        "circonscription", "establishment"};
    static const std::string degrees[] = {"", "first", "second"};
    id.reserve(all.size());
    for (const auto& one : all) id.push_back(one.id.value);
    for (const auto& one : all) kind.add(kinds[static_cast<int>(one.kind)]);
    for (const auto& one : all) code.add(one.code);
    for (const auto& one : all) name.add(one.name);
    for (std::size_t row = 0; const auto& one : all) degree.add(row++, one.degree ? &degrees[static_cast<int>(*one.degree)] : nullptr);
    for (std::size_t row = 0; const auto& one : all) nature_code.add(row++, one.nature_code ? &*one.nature_code : nullptr);
    valid_from.reserve(all.size());
    for (const auto& one : all) valid_from.push_back(static_cast<std::int32_t>(one.valid_from.time_since_epoch().count()));
    valid_to.reserve(all.size());
    for (std::size_t row = 0; const auto& one : all) {
      if (row % 8 == 0) valid_to_valid.push_back(0);
      valid_to.push_back(one.valid_to ? static_cast<std::int32_t>(one.valid_to->time_since_epoch().count()) : 0);
      if (one.valid_to) valid_to_valid.back() = static_cast<std::uint8_t>(valid_to_valid.back() | 1U << row % 8);
      ++row;
    }
    revision.reserve(all.size());
    for (const auto& one : all) revision.push_back(one.revision);
  }
};

void list_to_arrow(benchmark::State& state) {
  const auto all = std::make_shared<const Views>(views(static_cast<std::size_t>(state.range(0))));
  compare(state,
          [&] {
            const HandColumns columns(*all);
            benchmark::DoNotOptimize(columns.name.bytes.data());
          },
          [&] {
            ArrowArrayStream stream{};
            ent::reflect::export_arrow(ent::reflect::TypeOf<Views>::value, all, &stream);
            ArrowArray batch{};
            if (stream.get_next(&stream, &batch) != 0) throw std::runtime_error("no batch");
            benchmark::DoNotOptimize(batch.length);
            batch.release(&batch);
            stream.release(&stream);
          });
}
BENCHMARK(list_to_arrow)->Arg(1000)->Iterations(4'000)->Unit(benchmark::kMicrosecond);

}  // namespace
