// The averages of many pupils in one subject.
#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "gradebook/averages.hpp"
#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine_marks.hpp"
#include "gradebook/plain_outcomes.hpp"
#include "gradebook/subject_book.hpp"

namespace ent::gradebook {
namespace {

/// What pupils have in assessments, each a row with a cell for each.
struct Grid {
  std::size_t columns = 0;
  std::vector<engine::Mark> marks{};
  std::vector<std::uint8_t> asked{};  ///< Whether the assessment was about the pupil.

  Grid(std::size_t assessments, std::size_t pupils, std::span<const PlacedMark> entries)
      : columns(assessments), marks(pupils * columns, {.kind = engine::MarkKind::own_left_out}), asked(marks.size()) {
    for (const PlacedMark& entry : entries) {
      const std::size_t cell = entry.pupil * columns + entry.assessment;
      marks[cell] = entered(entry.kind, entry.value);
      asked[cell] = 1;
    }
  }

  const engine::Mark& mark(std::size_t pupil, std::size_t column) const { return marks[pupil * columns + column]; }
  bool is_asked(std::size_t pupil, std::size_t column) const { return asked[pupil * columns + column] != 0; }
};

/// What makes one pupil's book differ from another's.
struct BookKey {
  std::vector<std::int64_t> groups{};   ///< Of those with boxes, that of the pupil's latest mark first.
  std::vector<std::size_t> columns{};   ///< Which assessments are in the book, where those that a pupil is asked are; else all are.

  auto operator<=>(const BookKey&) const = default;
};

/// A book with its evaluator, which refers to it.
struct Prepared {
  SubjectBook book;
  engine::Evaluator evaluator;

  Prepared(const Basis& basis, const BoxTree& tree, std::span<const BareAssessment> assessments, std::span<const std::size_t> columns)
      : book(filled(basis, tree, assessments, columns)), evaluator(basis.formula.policy, book.book()) {}
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

 private:
  static SubjectBook filled(const Basis& basis, const BoxTree& tree, std::span<const BareAssessment> assessments,
                            std::span<const std::size_t> columns) {
    SubjectBook book(basis.formula, tree);
    for (const std::size_t column : columns) book.add(assessments[column]);
    return book;
  }
};

/// Which book is a pupil's: that of all of them, but where boxes are said in groups in which not all are, or where the average rests on
/// what exactly a pupil is asked.
class Keys {
 public:
  Keys(const Basis& basis, std::span<const SaidBoxes> said, std::span<const BareAssessment> assessments, const Grid& grid)
      : assessments_(assessments), grid_(grid), by_asked_(looks_at_maxima(basis.formula, said)), all_(assessments.size()) {
    std::iota(all_.begin(), all_.end(), std::size_t{0});
    for (const SaidBoxes& one : said) {
      if (groups_.empty() || groups_.back() != one.group) groups_.push_back(one.group);
    }
  }

  BookKey of(std::size_t pupil) const {
    BookKey key;
    for (std::size_t column = grid_.columns; !groups_.empty() && column-- != 0;) {
      const std::int64_t group = assessments_[column].group;
      if (grid_.is_asked(pupil, column) && contains(groups_, group) && !contains(key.groups, group)) key.groups.push_back(group);
    }
    for (const std::size_t column : all_) {
      if (by_asked_ && grid_.is_asked(pupil, column)) key.columns.push_back(column);
    }
    return key;
  }

  std::span<const std::size_t> columns(const BookKey& key) const { return by_asked_ ? key.columns : all_; }

 private:
  static bool contains(const std::vector<std::int64_t>& groups, std::int64_t group) {
    return std::ranges::find(groups, group) != groups.end();
  }

  std::span<const BareAssessment> assessments_;
  const Grid& grid_;
  bool by_asked_;
  std::vector<std::size_t> all_;
  std::vector<std::int64_t> groups_;
};

}  // namespace

std::vector<engine::Outcome> outcomes_of(const Basis& basis, std::span<const BareAssessment> assessments, std::span<const PlacedMark> marks,
                                         std::span<const Counted> pupils, const PointsByMember& points) {
  if (assessments.empty()) return std::vector<engine::Outcome>(pupils.size());
  const auto said = of_subject(basis.boxes, assessments.front().subject);
  if (said.empty()) {
    if (auto plain = plain_outcomes(basis, assessments, marks, pupils, points)) return std::move(*plain);
  }
  const Grid grid(assessments.size(), pupils.size(), marks);
  const Keys keys(basis, said, assessments, grid);
  std::map<BookKey, Prepared> books;
  std::vector<engine::Mark> row;
  std::vector<engine::Outcome> outcomes;
  for (std::size_t pupil = 0; pupil < pupils.size(); ++pupil) {
    const BookKey key = keys.of(pupil);
    auto book = books.find(key);
    if (book == books.end()) {
      const BoxTree tree = tree_over(basis.days, said, key.groups);
      book = books.try_emplace(key, basis, tree, assessments, keys.columns(key)).first;
    }
    row.clear();
    for (const std::size_t column : keys.columns(key)) row.push_back(grid.mark(pupil, column));
    outcomes.push_back(book->second.evaluator.average({.marks = row, .adjustment = points_of(points, pupils[pupil].member)}));
  }
  return outcomes;
}

}  // namespace ent::gradebook
