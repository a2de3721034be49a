#include "gradebook/average_table.hpp"

#include <algorithm>

#include "gradebook/engine/statistics.hpp"

namespace ent::gradebook {
namespace {

using Ranks = std::vector<std::optional<std::int32_t>>;

/// Among those who are of the group.
Ranks ranks_of(const ClassFigures& figures, std::span<const Classmate> pupils, bool asked) {
  Ranks found(pupils.size());
  if (!asked) return found;
  std::vector<std::optional<Decimal>> shown;
  for (std::size_t i = 0; i < found.size(); ++i) shown.push_back(pupils[i].of_class ? figures.pupils[i].shown : std::nullopt);
  const auto ranks = engine::ranks(shown);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (ranks[i] != 0) found[i] = static_cast<std::int32_t>(ranks[i]);
  }
  return found;
}

TableAverage cell_of(const ClassFigures& column, std::size_t pupil, std::optional<std::int32_t> rank) {
  const PupilFigure& figure = column.pupils[pupil];
  return {column.look.subject_code, figure.shown, figure.marks, figure.coefficient, figure.mode, figure.adjustment, rank, figure.letter};
}

}  // namespace

std::vector<GroupCategory> looks_of(std::vector<CategoryFigures>& categories) {
  std::vector<GroupCategory> looks;
  for (auto& [category, figures] : categories) {
    looks.push_back({std::move(category.code), std::move(category.name), std::move(category.subject_codes), std::move(figures.look)});
  }
  return looks;
}

Table table_of(ClassAverages averages, std::span<const person::MemberCard> cards, const TableShows& shows) {
  std::vector<Ranks> ranks;
  for (const ClassFigures& column : averages.subjects) ranks.push_back(ranks_of(column, averages.pupils, shows.ranks));
  const Ranks of_general = ranks_of(averages.general, averages.pupils, shows.ranks && shows.general);
  Table table;
  for (const person::MemberCard& one : cards) {
    const auto found = std::ranges::lower_bound(averages.pupils, one.member, {}, &Classmate::member);
    const auto pupil = static_cast<std::size_t>(found - averages.pupils.begin());
    TableRow& row = table.items.emplace_back();
    row.pupil = one.card;
    for (std::size_t i = 0; i < averages.subjects.size(); ++i) {
      row.averages.push_back(cell_of(averages.subjects[i], pupil, ranks[i][pupil]));
      row.marks += row.averages.back().marks;
    }
    for (const auto& [category, figures] : averages.categories) {
      row.categories.push_back({category.code, figures.pupils[pupil].shown, figures.pupils[pupil].letter});
    }
    if (shows.general) {
      row.general = averages.general.pupils[pupil].shown;
      row.general_letter = averages.general.pupils[pupil].letter;
    }
    row.rank = of_general[pupil];
    row.policy = averages.made_by_pupil[pupil].policy;
    row.scale = averages.made_by_pupil[pupil].scale;
  }
  for (ClassFigures& column : averages.subjects) table.subjects.push_back(std::move(column.look));
  table.categories = looks_of(averages.categories);
  if (shows.general) table.general = std::move(averages.general.look);
  table.policy = std::move(averages.made_by.policy);
  table.scale = averages.made_by.scale;
  table.frozen_at = averages.frozen_at;
  return table;
}

}  // namespace ent::gradebook
