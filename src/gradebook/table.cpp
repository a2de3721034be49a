#include "gradebook/table.hpp"

#include <map>
#include <unordered_set>

#include "base/text.hpp"

namespace ent::gradebook {
namespace {

constexpr std::size_t most_rows = 500;
constexpr std::size_t longest_text = 200;
constexpr std::size_t longest_cell = 100;

/// The pupils of a group by number and by name, in either order, without case and accents.
class Pupils {
 public:
  explicit Pupils(std::span<const group::Pupil> pupils) {
    for (const group::Pupil& pupil : pupils) {
      by_id_.emplace(pupil.card.id.value, &pupil);
      add(pupil.card.family_name + " " + pupil.card.given_name, pupil);
      add(pupil.card.given_name + " " + pupil.card.family_name, pupil);
    }
  }

  Whose of(const ImportRow& row) const {
    if (row.pupil_id) {
      const auto found = by_id_.find(row.pupil_id->value);
      return found == by_id_.end() ? Whose{nullptr, "group.no_member"} : Whose{found->second, {}};
    }
    const auto found = by_name_.find(folded(row.pupil.value_or("")));
    if (found == by_name_.end()) return {nullptr, "group.no_member"};
    return found->second == nullptr ? Whose{nullptr, "gradebook.pupil_ambiguous"} : Whose{found->second, {}};
  }

 private:
  /// Words in lower case without accents, one space between them.
  static std::string folded(std::string_view name) {
    std::string words;
    for (const char c : base::fold(name)) {
      if (c != ' ' || (!words.empty() && words.back() != ' ')) words += c;
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
  }
  void add(const std::string& name, const group::Pupil& pupil) {
    const auto [place, is_new] = by_name_.emplace(folded(name), &pupil);
    if (!is_new && place->second != &pupil) place->second = nullptr;
  }

  std::map<std::int64_t, const group::Pupil*> by_id_;
  std::map<std::string, const group::Pupil*, std::less<>> by_name_;
};

}  // namespace

void check_rows(base::Fields& fields, std::span<const ImportRow> rows, std::size_t columns) {
  fields.refuse_if(rows.empty() || rows.size() > most_rows, "/items", "field.range");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ImportRow& row = rows[i];
    const std::string path = "/items/" + std::to_string(i);
    fields.refuse_if(row.pupil_id.has_value() == row.pupil.has_value(), path + "/pupil", "gradebook.id_or_name")
        .refuse_if(row.cells.size() != columns, path + "/cells", "gradebook.columns_differ");
    if (row.pupil) fields.length(*row.pupil, 1, longest_text, path + "/pupil");
    for (std::size_t j = 0; j < row.cells.size(); ++j) fields.length(row.cells[j], 0, longest_cell, path + "/cells/" + std::to_string(j));
  }
}

std::vector<Whose> owners_of(std::span<const ImportRow> rows, std::span<const group::Pupil> pupils) {
  const Pupils known(pupils);
  std::unordered_set<std::int64_t> seen;
  std::vector<Whose> owners;
  for (const ImportRow& row : rows) {
    Whose whose = known.of(row);
    if (whose.pupil != nullptr && !seen.insert(whose.pupil->member).second) whose = {nullptr, "field.repeated"};
    owners.push_back(whose);
  }
  return owners;
}

}  // namespace ent::gradebook
