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

Method plain(std::string_view name, std::int32_t latest, Weigh weigh = Weigh::equal) {
  Method method;
  method.name = name;
  method.latest = latest;
  method.weigh = weigh;
  method.bounds = nearest_level;
  return method;
}

Method choosing(Method method, Choose choose, std::int32_t best = 1) {
  method.choose = choose;
  method.best = best;
  return method;
}

/// That product shows and compares whole percentages, of items and of domains.
Method sacoche(std::string_view name, std::int32_t latest = 0, Weigh weigh = Weigh::equal) {
  Method method = plain(name, latest, weigh);
  method.whole = Whole::share;
  method.bounds = sacoche_bounds;
  method.item_step = method.whole_step = 1;
  return method;
}

/// Validated is what lies above the second of the levels, which that product counts from 0.
Method entcore(std::string_view name) {
  Method method = plain(name, 0);
  method.figure = Figure::rank;
  method.by_subject = true;
  method.decided_count = true;
  method.whole = Whole::degrees;
  method.bounds = entcore_bounds;
  method.partly = method.acquired = {2, false};
  return method;
}

/// A mean is one of figures with two decimals: the database rounds it before subjects are taken together.
Method entcore_mean() {
  Method method = entcore("entcore-mean");
  method.item_step = Decimal::of_millionths(Decimal::one / 100);
  return method;
}

Method pronote(std::string_view name, std::int32_t latest = 0, Weigh weigh = Weigh::equal) {
  Method method = plain(name, latest, weigh);
  method.figure = Figure::points;
  method.best_of_a_day = latest != 0;
  method.bounds = pronote_bounds;
  method.partly = method.acquired = {33, true};
  return method;
}

}  // namespace

std::span<const Method> presets() {
  static const Method list[] = {
      plain("mean", 0),
      plain("last", 1),
      choosing(plain("best", 0), Choose::best),
      choosing(plain("best-two", 0), Choose::best, 2),
      choosing(plain("best-three", 0), Choose::best, 3),
      choosing(plain("frequent", 0), Choose::most_frequent),
      plain("growing", 0, Weigh::growing),
      plain("doubling", 5, Weigh::doubling),
      sacoche("sacoche", 5, Weigh::doubling),
      sacoche("sacoche-growing", 9, Weigh::growing),
      sacoche("sacoche-mean"),
      choosing(sacoche("sacoche-best"), Choose::best),
      choosing(sacoche("sacoche-best-two"), Choose::best, 2),
      choosing(sacoche("sacoche-best-three"), Choose::best, 3),
      choosing(sacoche("sacoche-frequent"), Choose::most_frequent),
      choosing(sacoche("sacoche-frequent-lower"), Choose::most_frequent_lower),
      choosing(entcore("entcore"), Choose::best),
      entcore_mean(),
      pronote("pronote"),
      pronote("pronote-last", 5),
      choosing(pronote("pronote-best"), Choose::best, 5),
      pronote("pronote-growing", 0, Weigh::growing),
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
