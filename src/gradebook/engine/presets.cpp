#include "gradebook/engine/presets.hpp"

#include <algorithm>
#include <iterator>

namespace ent::gradebook::engine {
namespace {

constexpr Decimal tenth = Decimal::of_millionths(100'000);

constexpr std::size_t index_of(MarkKind kind) noexcept { return static_cast<std::size_t>(kind); }

constexpr std::array<Treatment, mark_kinds> usual_treatments() {
  std::array<Treatment, mark_kinds> treatments{};
  treatments.fill(Treatment::left_out);
  treatments[index_of(MarkKind::number)] = Treatment::value;
  treatments[index_of(MarkKind::absent_zero)] = Treatment::zero;
  treatments[index_of(MarkKind::not_handed_in_zero)] = Treatment::zero;
  treatments[index_of(MarkKind::own_zero)] = Treatment::zero;
  return treatments;
}

constexpr Policy named(std::string_view name) {
  Policy policy;
  policy.name = name;
  policy.treatments = usual_treatments();
  policy.general.rounding = policy.year.rounding = Rounding{};
  return policy;
}

constexpr Policy make_fr_exact() {
  Policy policy = named("fr-exact");
  policy.root.bonus = BonusRule::points_above_half;
  policy.root.optional = OptionalRule::raising_best_first;
  policy.root.extra = ExtraRule::above_the_line;
  policy.box = policy.root;
  return policy;
}

constexpr Policy make_gepi() {
  Policy policy = named("gepi");
  policy.root.weigh = Weigh::coefficient_and_scale;
  policy.root.bonus = BonusRule::ordinary_above_unscaled_half;
  policy.root.optional = OptionalRule::raising_in_order;
  policy.root.extremes.best_by_raw = true;
  policy.root.rounding = {Toward::up, tenth};
  policy.box = policy.root;
  policy.group = {.mean = {Toward::nearest, tenth}, .median = {}, .quartiles_from = 4};
  policy.shown = alike_everywhere({Toward::nearest, tenth});
  policy.entry.decimals = 1;
  return policy;
}

constexpr Policy make_pronote() {
  Policy policy = named("pronote");
  policy.root.weigh = Weigh::coefficient_and_scale;
  policy.root.bonus = BonusRule::points_above_half;
  policy.root.optional = OptionalRule::raising_best_first;
  policy.box = policy.root;
  return policy;
}

constexpr Policy make_entcore() {
  Policy policy = named("entcore");
  policy.root.gather = Gather::boxes_if_any;
  policy.root.weigh = Weigh::coefficient_and_scale;
  policy.root.rounding = {Toward::nearest_up, tenth};
  policy.box = policy.root;
  policy.general.weights = SubjectWeights::equal;
  policy.general.modes = false;
  policy.general.rounding = policy.year.rounding = {Toward::nearest_up, tenth};
  policy.year_of = YearOf::marks;
  policy.group.mean = {Toward::nearest_up, tenth};
  policy.shown = alike_everywhere({});
  return policy;
}

constexpr Policy make_moodle(std::string_view name, Aggregate aggregate, Weigh weigh) {
  Policy policy = named(name);
  policy.scale = 100;
  policy.root.aggregate = aggregate;
  policy.root.weigh = weigh;
  policy.root.nothing_if_all_missing = true;
  policy.root.within_range = true;
  policy.root.drop.one_stays = false;
  policy.root.drop.keep_or_drop = true;
  policy.box = policy.root;
  return policy;
}

constexpr Policy with_extra(Policy policy, ExtraRule extra) {
  policy.root.extra = extra;
  policy.root.sum_without_weights = true;
  policy.box = policy.root;
  return policy;
}

constexpr Policy make_moodle_natural() {
  Policy policy = make_moodle("moodle-natural", Aggregate::natural, Weigh::range);
  policy.root.drop.only_among_equals = true;
  policy.box = policy.root;
  return policy;
}

constexpr Policy make_canvas(std::string_view name, bool percent) {
  Policy policy = named(name);
  policy.scale = 100;
  policy.root.gather = percent ? Gather::marks_and_boxes : Gather::sums_of_boxes;
  policy.root.weigh = percent ? Weigh::coefficient : Weigh::range;
  policy.root.divisor = percent ? Divisor::weights_up_to_hundred : Divisor::weights;
  policy.root.drop.by = DropBy::total;
  policy.root.extra = ExtraRule::unpointed;
  policy.box.weigh = Weigh::range;
  policy.box.extra = ExtraRule::unpointed;
  policy.box.drop.by = DropBy::total;
  policy.year_of = YearOf::marks_unless_periods_weigh;
  policy.year.divisor = Divisor::weights_up_to_hundred;
  policy.entry.above_maximum = true;
  return policy;
}

}  // namespace

constexpr Policy fr_exact = make_fr_exact();
constexpr Policy gepi = make_gepi();
constexpr Policy pronote = make_pronote();
constexpr Policy entcore = make_entcore();
constexpr Policy moodle_mean = make_moodle("moodle-mean", Aggregate::mean, Weigh::equal);
constexpr Policy moodle_weighted_mean = make_moodle("moodle-weighted-mean", Aggregate::mean, Weigh::coefficient);
constexpr Policy moodle_simple_weighted_mean = with_extra(
    make_moodle("moodle-simple-weighted-mean", Aggregate::mean, Weigh::range), ExtraRule::above_the_line);
constexpr Policy moodle_mean_extra_credit = with_extra(
    make_moodle("moodle-mean-extra-credit", Aggregate::mean, Weigh::equal), ExtraRule::coefficient_above_the_line);
constexpr Policy moodle_median = make_moodle("moodle-median", Aggregate::median, Weigh::equal);
constexpr Policy moodle_lowest = make_moodle("moodle-lowest", Aggregate::lowest, Weigh::equal);
constexpr Policy moodle_highest = make_moodle("moodle-highest", Aggregate::highest, Weigh::equal);
constexpr Policy moodle_mode = make_moodle("moodle-mode", Aggregate::mode, Weigh::equal);
constexpr Policy moodle_natural = make_moodle_natural();
constexpr Policy canvas_points = make_canvas("canvas-points", false);
constexpr Policy canvas_percent = make_canvas("canvas-percent", true);

namespace {

constexpr const Policy* all[] = {
    &fr_exact,      &gepi,         &pronote,
    &entcore,       &moodle_mean,  &moodle_weighted_mean,
    &moodle_simple_weighted_mean,  &moodle_mean_extra_credit,
    &moodle_median, &moodle_lowest, &moodle_highest,
    &moodle_mode,   &moodle_natural, &canvas_points,
    &canvas_percent,
};

}  // namespace

std::span<const Policy* const> presets() noexcept { return all; }

const Policy* find_preset(std::string_view name) noexcept {
  const auto found = std::find_if(std::begin(all), std::end(all), [&](const Policy* p) { return p->name == name; });
  return found == std::end(all) ? nullptr : *found;
}

}  // namespace ent::gradebook::engine
