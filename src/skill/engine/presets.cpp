#include "skill/engine/presets.hpp"

#include <algorithm>

namespace ent::skill::engine {
namespace {

constexpr Decimal percent(std::int64_t tenths) noexcept { return Decimal::of_millionths(tenths * Decimal::one / 10); }

/// The nearer of the library's four levels, which are worth 0, 33, 67 and 100.
const std::vector<Bound> nearest_level{{percent(165)}, {percent(500)}, {percent(835)}};
const std::vector<Bound> sacoche_bounds{{35}, {60}, {81}};
const std::vector<Bound> entcore_bounds{{percent(15)}, {percent(25)}, {percent(35)}};
const std::vector<Bound> pronote_bounds{{18}, {33}, {45, false}};

Method plain(std::string_view name, Choose choose, std::int32_t most, Weigh weigh = Weigh::equal) {
  Method method;
  method.name = name;
  method.choose = choose;
  method.most = most;
  method.weigh = weigh;
  method.bounds = nearest_level;
  return method;
}

Method sacoche(std::string_view name, std::int32_t most, Weigh weigh) {
  Method method = plain(name, Choose::last, most, weigh);
  method.whole = Whole::share;
  method.bounds = sacoche_bounds;
  return method;
}

/// Validated is what lies above the second of the levels, which that product counts from 0.
Method entcore(std::string_view name, Choose choose, std::int32_t most) {
  Method method = plain(name, choose, most);
  method.figure = Figure::rank;
  method.by_subject = true;
  method.decided_count = true;
  method.whole = Whole::degrees;
  method.bounds = entcore_bounds;
  method.partly = method.acquired = {2, false};
  return method;
}

Method pronote(std::string_view name, Choose choose, std::int32_t most, Weigh weigh = Weigh::equal) {
  Method method = plain(name, choose, most, weigh);
  method.figure = Figure::points;
  method.best_of_a_day = choose == Choose::last;
  method.bounds = pronote_bounds;
  method.partly = method.acquired = {33, true};
  return method;
}

}  // namespace

std::span<const Method> presets() {
  static const Method list[] = {
      plain("mean", Choose::all, 0),
      plain("last", Choose::last, 1),
      plain("best", Choose::best, 1),
      plain("best-two", Choose::best, 2),
      plain("best-three", Choose::best, 3),
      plain("frequent", Choose::most_frequent, 0),
      plain("growing", Choose::all, 0, Weigh::growing),
      plain("doubling", Choose::last, 5, Weigh::doubling),
      sacoche("sacoche", 5, Weigh::doubling),
      sacoche("sacoche-growing", 0, Weigh::growing),
      entcore("entcore", Choose::best, 1),
      entcore("entcore-mean", Choose::all, 0),
      pronote("pronote", Choose::all, 0),
      pronote("pronote-last", Choose::last, 5),
      pronote("pronote-best", Choose::best, 5),
      pronote("pronote-growing", Choose::all, 0, Weigh::growing),
  };
  return list;
}

const Method* preset(std::string_view name) {
  const auto list = presets();
  const auto found = std::ranges::find(list, name, &Method::name);
  return found == list.end() ? nullptr : &*found;
}

Rational mark_of_positions(std::span<const std::int32_t> positions) {
  constexpr std::int32_t points[] = {10, 25, 40, 50};
  Rational sum = 0;
  for (const std::int32_t position : positions) sum += points[position - 1];
  const Rational most = Rational(50) * Rational(static_cast<std::int64_t>(positions.size()));
  return (sum * Rational(20) / most).rounded(base::Toward::nearest_up, 1);
}

}  // namespace ent::skill::engine
