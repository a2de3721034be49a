#include "store/postgres/uri.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "store/ddl.hpp"
#include "store/store.hpp"

namespace ent::store::postgres {
namespace {

constexpr std::size_t longest_schema = 63;
constexpr int most_partitions = 1024;

std::string checked_schema(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  const bool well_named = !name.empty() && name.size() <= longest_schema && std::ranges::all_of(name, fits) &&
                          (name[0] < '0' || name[0] > '9') && !name.starts_with("pg_");
  if (!well_named) throw Failure(Fault::bug, "schema= takes a name of small letters, digits and underscores");
  return std::string(name);
}

int checked_partitions(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 1 || number > most_partitions)
    throw Failure(Fault::bug, "partitions= takes a number from 1 to 1024");
  return number;
}

}  // namespace

Address parse_address(const std::string& uri) {
  const std::size_t question = uri.find('?');
  Address address{uri.substr(0, question), {}, default_partitions};
  std::string_view query = question == std::string::npos ? "" : std::string_view(uri).substr(question + 1);
  char separator = '?';
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.starts_with("schema=")) {
      address.schema = checked_schema(pair.substr(7));
    } else if (pair.starts_with("partitions=")) {
      address.partitions = checked_partitions(pair.substr(11));
    } else if (!pair.empty()) {
      address.uri.append(1, separator).append(pair);
      separator = '&';
    }
  }
  return address;
}

}  // namespace ent::store::postgres
