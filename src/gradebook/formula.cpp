#include "gradebook/formula.hpp"

#include <array>
#include <tuple>

#include "gradebook/engine/presets.hpp"

namespace ent::gradebook {
namespace {

constexpr std::array weigh_words{"by coefficient", "by coefficient and scale", "by range", "equal weights"};
constexpr std::array bonus_words{"bonus as ordinary", "bonus points above half", "bonus ordinary above half"};
constexpr std::array optional_words{"optional as ordinary", "optional best first", "optional in order", "optional above the others"};
constexpr std::array rounding_words{"nearest", "up", "down"};
constexpr std::array averages_words{"boxes", "subjects", "general", "year", "groups"};
constexpr std::array year_words{"year of periods", "year of marks", "year of marks unless periods weigh"};

/// The engine has the same words in the same order.
template <class Rule, class SaidRule>
void adopt(Rule& rule, const std::optional<SaidRule>& said) {
  if (said) rule = static_cast<Rule>(*said);
}

/// Where the preset rounds; what it leaves exact stays so.
template <class Words>
void apply(engine::Rounding& rounding, const Words& said) {
  if (rounding.step == Decimal(0)) return;
  if (said.step) rounding.step = *said.step;
  if (said.rounding) rounding.toward = toward(*said.rounding);
}

/// Of one kind of average, what the next level sees and what is shown. An average that the preset never rounds is so where it is shown.
void apply(engine::Policy& policy, const RoundingOf& said) {
  const auto both = [&](engine::Rounding& counted, engine::Rounding& shown) {
    if (counted.step == Decimal(0) && shown.step == Decimal(0)) shown.step = said.step.value_or(Decimal(0));
    apply(counted, said);
    apply(shown, said);
  };
  switch (said.of) {
    case AverageOf::box: return both(policy.box.rounding, policy.shown.box);
    case AverageOf::subject: return both(policy.root.rounding, policy.shown.subject);
    case AverageOf::general: return both(policy.general.rounding, policy.shown.general);
    case AverageOf::year:
      if (said.step) policy.shown.year.step = *said.step;  // a year of marks is not rounded before
      return both(policy.year.rounding, policy.shown.year);
    case AverageOf::group:
      for (engine::Rounding* const rounding : {&policy.group.mean, &policy.group.median, &policy.shown.group}) {
        if (said.step) rounding->step = *said.step;
        apply(*rounding, said);
      }
  }
}

void apply(engine::BoxRule& rule, const Said& said) {
  apply(rule.rounding, said);
  if (said.missing) rule.missing = treatment(*said.missing);
  if (said.best_more) rule.extremes.best_more = *said.best_more;
  if (said.best_times) rule.extremes.best_times = *said.best_times;
  if (said.worst_times) rule.extremes.worst_times = *said.worst_times;
  adopt(rule.weigh, said.weigh);
  adopt(rule.bonus, said.bonus);
  adopt(rule.optional, said.optional);
}

template <class Rule, std::size_t count>
void tell(std::string& text, const std::array<const char*, count>& words, const std::optional<Rule>& said) {
  if (said) text.append("; ").append(words[static_cast<std::size_t>(*said) - 1]);
}

const char* word_of(RoundingRule rule) noexcept { return rounding_words[static_cast<std::size_t>(rule) - 1]; }

void tell(std::string& text, const char* name, const std::optional<Decimal>& value) {
  if (value) text.append("; ").append(name).append(" ").append(value->text());
}

}  // namespace

engine::Toward toward(RoundingRule rule) noexcept {
  switch (rule) {
    case RoundingRule::up: return engine::Toward::up;
    case RoundingRule::down: return engine::Toward::down;
    default: return engine::Toward::nearest;
  }
}

engine::Treatment treatment(MissingRule rule) noexcept {
  return rule == MissingRule::zero ? engine::Treatment::zero : engine::Treatment::left_out;
}

engine::Policy policy_of(const Said& said) {
  const engine::Policy* const preset = engine::find_preset(said.preset);
  engine::Policy policy = preset != nullptr ? *preset : engine::fr_exact;
  apply(policy.root, said);
  apply(policy.box, said);
  engine::ShownRule& shown = policy.shown;
  for (engine::Rounding* const rounding : {&policy.general.rounding, &policy.year.rounding, &policy.group.mean, &policy.group.median,
                                           &shown.box, &shown.subject, &shown.general, &shown.year, &shown.group}) {
    apply(*rounding, said);
  }
  for (const RoundingOf& one : said.roundings) apply(policy, one);
  policy.entry.negative = said.negative.value_or(policy.entry.negative);
  policy.entry.above_maximum = said.above_maximum.value_or(policy.entry.above_maximum);
  policy.entry.decimals = said.decimals.value_or(policy.entry.decimals);
  adopt(policy.group.quartiles, said.quartiles);
  adopt(policy.year_of, said.year);
  return policy;
}

std::string text_of(const Said& said) {
  std::string text = said.preset;
  tell(text, "step", said.step);
  if (said.rounding) text.append("; rounding ").append(word_of(*said.rounding));
  if (said.missing) text.append(*said.missing == MissingRule::zero ? "; missing zero" : "; missing left out");
  tell(text, "best more", said.best_more);
  tell(text, "best times", said.best_times);
  tell(text, "worst times", said.worst_times);
  if (said.moved) text.append(*said.moved == MovedRule::stay ? "; moved stay" : "; moved follow");
  if (said.negative) text.append(*said.negative ? "; negative" : "; not negative");
  if (said.above_maximum) text.append(*said.above_maximum ? "; above maximum" : "; not above maximum");
  if (said.decimals) text.append("; decimals ").append(std::to_string(*said.decimals));
  if (said.letters) text.append("; letters ").append(said.letters->preset.value_or("of its own"));
  if (said.quartiles) text.append(*said.quartiles == QuartileRule::linear ? "; quartiles linear" : "; quartiles nearest rank");
  tell(text, weigh_words, said.weigh);
  tell(text, bonus_words, said.bonus);
  tell(text, optional_words, said.optional);
  tell(text, year_words, said.year);
  for (const RoundingOf& one : said.roundings) {
    text.append("; ").append(averages_words[static_cast<std::size_t>(one.of) - 1]);
    if (one.step) text.append(" step ").append(one.step->text());
    if (one.rounding) text.append(" rounding ").append(word_of(*one.rounding));
  }
  if (!said.categories.empty()) text.append("; categories ").append(std::to_string(said.categories.size()));
  return text;
}

void Weights::add(std::int64_t division, std::string level, std::string subject, const SaidWeight& weight) {
  said_.insert_or_assign({division, std::move(level), std::move(subject)},
                         Weight{weight.coefficient, weight.mode.value_or(SubjectMode::ordinary)});
}

void Weights::add_own(std::int64_t member, std::string subject, const SaidWeight& weight) {
  own_.insert_or_assign({member, std::move(subject)}, weight);
}

Weight Weights::of(const std::optional<std::string>& subject, const Place& place) const {
  if (!subject) return {};
  const Weight of_all = of_others(*subject, place);
  const auto own = own_.find(std::tuple(place.member, std::string_view(*subject)));
  return own == own_.end() ? of_all : Weight{own->second.coefficient, own->second.mode.value_or(of_all.mode)};
}

Weight Weights::of_others(const std::string& subject, const Place& place) const {
  using Key = std::tuple<std::int64_t, std::string_view, std::string_view>;
  for (const Key& key : {Key{place.division, "", subject}, Key{0, place.level, subject}, Key{0, "", subject}}) {
    const auto found = said_.find(key);
    if (found != said_.end()) return found->second;
  }
  return {};
}

}  // namespace ent::gradebook
