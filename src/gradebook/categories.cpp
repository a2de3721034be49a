#include "gradebook/categories.hpp"

#include <string>
#include <unordered_set>

#include "base/text.hpp"
#include "gradebook/averages.hpp"
#include "gradebook/letters.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_categories = 20;
constexpr std::size_t most_in_category = 100;
constexpr std::size_t longest_category_code = 20;
constexpr std::size_t longest_category_name = 60;
constexpr std::size_t longest_subject_code = 40;

Fate became_of(engine::Fate fate) noexcept {
  switch (fate) {
    case engine::Fate::counted: return Fate::counted;
    case engine::Fate::weightless: return Fate::weightless;
    default: return Fate::not_entered;
  }
}

}  // namespace

void check_categories(base::Fields& fields, const std::vector<Category>& categories) {
  fields.refuse_if(categories.size() > most_categories, "/categories", "field.range");
  std::unordered_set<std::string> codes, subjects;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const Category& category = categories[i];
    const std::string path = "/categories/" + std::to_string(i);
    const std::string code(base::trim(category.code));
    fields.length(code, 1, longest_category_code, path + "/code")
        .refuse_if(!codes.insert(code).second, path + "/code", "field.repeated")
        .length(base::trim(category.name), 1, longest_category_name, path + "/name")
        .refuse_if(category.subject_codes.empty() || category.subject_codes.size() > most_in_category, path + "/subject_codes", "field.range");
    for (std::size_t j = 0; j < category.subject_codes.size(); ++j) {
      const std::string place = path + "/subject_codes/" + std::to_string(j);
      const std::string subject(base::trim(category.subject_codes[j]));
      fields.length(subject, 1, longest_subject_code, place).refuse_if(!subjects.insert(subject).second, place, "field.repeated");
    }
  }
}

std::vector<Category> tidy(std::vector<Category> categories) {
  const auto trim = [](std::string& text) { text = std::string(base::trim(text)); };
  for (Category& category : categories) {
    trim(category.code);
    trim(category.name);
    for (std::string& subject : category.subject_codes) trim(subject);
  }
  return categories;
}

std::vector<CategoryAverage> category_averages(const Formula& formula, std::span<const SubjectAverage> shown,
                                               std::span<const engine::Subject> counted) {
  const engine::Rounding& shown_by = formula.policy.shown.general;
  std::vector<CategoryAverage> averages;
  for (const Category& category : formula.categories) {
    CategoryAverage& average = averages.emplace_back();
    average.code = category.code;
    average.name = category.name;
    engine::Overall overall(engine::of_category(formula.policy.general), formula.policy.scale);
    for (const std::string& code : category.subject_codes) {
      for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i].subject_code != code) continue;
        average.subjects.push_back({code, became_of(overall.add(counted[i])), shown[i].coefficient});
      }
    }
    const engine::Outcome outcome = overall.outcome();
    if (!outcome.exists()) continue;
    average.average = shown_as(shown_by, outcome.value);
    average.letter = overall_letter_of(formula, shown_by, outcome.value);
  }
  return averages;
}

}  // namespace ent::gradebook
