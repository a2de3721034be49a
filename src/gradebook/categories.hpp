/// Categories of subjects, as they are said and as a pupil's averages make them: pure functions.
#pragma once

#include <span>
#include <vector>

#include "base/error.hpp"
#include "ent/gradebook.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/formula.hpp"

namespace ent::gradebook {

/// The categories of a policy, as they are kept.
struct SaidCategories {
  std::vector<Category> items{};
};

/// What is wrong with categories.
void check_categories(base::Fields& fields, const std::vector<Category>& categories);

/// Without space around codes and names.
std::vector<Category> tidy(std::vector<Category> categories);

/// The averages of the categories of a formula. `shown` are a pupil's subjects, and `counted` what each of them is to the general average.
std::vector<CategoryAverage> category_averages(const Formula& formula, std::span<const SubjectAverage> shown,
                                               std::span<const engine::Subject> counted);

}  // namespace ent::gradebook
