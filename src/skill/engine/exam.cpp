#include "skill/engine/exam.hpp"

#include <algorithm>

namespace ent::skill::engine {
namespace {

constexpr std::int32_t points_of_degrees[] = {10, 25, 40, 50};
constexpr Decimal half = Decimal::of_millionths(Decimal::one / 2);
constexpr Decimal one_and_a_half = Decimal::of_millionths(3 * Decimal::one / 2);

constexpr ExamPart parts_to_2025[] = {
    {"francais", 100}, {"mathematiques", 100}, {"histoire-geographie-emc", 50}, {"sciences", 50}, {"oral", 100}};
constexpr Decimal mentions_to_2025[] = {480, 560, 640};

constexpr ExamPart parts_from_2026[] = {{"francais", 2}, {"mathematiques", 2}, {"histoire-geographie", one_and_a_half},
                                        {"emc", half},   {"sciences", 2},      {"oral", 2}};
constexpr Decimal mentions_from_2026[] = {12, 14, 16, 18};

constexpr ExamRule rules[] = {{2026, false, parts_from_2026, 10, mentions_from_2026}, {2018, true, parts_to_2025, 400, mentions_to_2025}};

/// Marks out of 20 by the weights of a rule's parts; none where one is missing.
std::optional<Rational> weighed(const ExamRule& rule, std::span<const Decimal> marks) {
  if (marks.size() != rule.parts.size()) return std::nullopt;
  Rational sum = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) sum += Rational(marks[i]) * Rational(rule.parts[i].weight);
  return sum;
}

}  // namespace

const ExamRule* exam_rule(std::int32_t session) {
  const auto found = std::ranges::find_if(rules, [&](const ExamRule& rule) { return session >= rule.first_session; });
  return found == std::end(rules) ? nullptr : found;
}

std::optional<Rational> socle_points(std::span<const std::int32_t> degrees) {
  if (degrees.size() != components) return std::nullopt;
  Rational sum = 0;
  for (const std::int32_t degree : degrees) {
    if (degree < 1 || degree > 4) return std::nullopt;
    sum += points_of_degrees[degree - 1];
  }
  return sum;
}

std::optional<Rational> points_of_800(std::span<const std::int32_t> degrees, Extra extra, std::span<const Decimal> marks) {
  const auto socle = socle_points(degrees);
  const auto exams = weighed(rules[1], marks);
  if (!socle || !exams) return std::nullopt;
  return *socle + Rational(std::int64_t{10} * static_cast<std::int64_t>(extra)) + *exams / Rational(20);
}

std::optional<Rational> mark_of_20(std::span<const Decimal> averages, std::optional<Decimal> optional_subject,
                                   std::span<const Decimal> marks) {
  const auto exams = weighed(rules[0], marks);
  if (averages.empty() || !exams) return std::nullopt;
  Rational year = 0;
  for (const Decimal average : averages) year += average;
  if (optional_subject && *optional_subject > 10) year += Rational(*optional_subject) - Rational(10);
  year = std::min(year / Rational(static_cast<std::int64_t>(averages.size())), Rational(20));
  return (year * Rational(4) + *exams / Rational(10) * Rational(6)) / Rational(10);
}

bool has_passed(const ExamRule& rule, const Rational& result) { return result >= Rational(rule.passed); }

Mention mention_of(const ExamRule& rule, const Rational& result) {
  const auto reached = [&](Decimal from) { return result >= Rational(from); };
  return static_cast<Mention>(std::ranges::count_if(rule.mentions, reached));
}

}  // namespace ent::skill::engine
