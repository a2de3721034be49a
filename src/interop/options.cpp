#include "interop/options.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace ent::interop {
namespace {

constexpr std::size_t longest_feed = 60;

bool is_within(std::int64_t number, std::int64_t least, std::int64_t most) noexcept { return number >= least && number <= most; }

}  // namespace

bool is_feed_name(std::string_view feed) noexcept {
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || std::string_view("-_:.").find(c) != std::string_view::npos;
  };
  return !feed.empty() && feed != "ine" && feed.size() <= longest_feed && std::ranges::all_of(feed, allowed);
}

std::optional<Error> well_formed(const ImportOptions& options) {
  const bool known_mode = options.mode == ImportMode::full || options.mode == ImportMode::delta;
  return base::Fields()
      .refuse_if(options.feed && !is_feed_name(*options.feed), "/feed", "import.feed_malformed")
      .refuse_if(!known_mode, "/mode", "field.range")
      .refuse_if(options.school_year && !is_within(*options.school_year, 1950, 2200), "/school_year", "field.range")
      .refuse_if(!is_within(options.most_absent_percent, 0, 100), "/most_absent_percent", "field.range")
      .refuse_if(!is_within(options.removal_days, 1, 3650), "/removal_days", "field.range")
      .refuse_if(!is_within(options.most_notes, 0, 1'000'000), "/most_notes", "field.range")
      .error();
}

}  // namespace ent::interop
