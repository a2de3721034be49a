/// Several who save one register, or one grid of marks, at the same moment, each saying something else: another pupil is
/// missing, another mark is given. One of them is answered, and the others are told why they were not.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "support/classroom.hpp"

namespace ent::test {

class Rival {
 public:
  static constexpr int rounds = 25;

  Rival(const Classroom& room, const Portal& portal, int number)
      : room_(room), head_(room.as_head(portal)), teacher_(room.as_teacher(portal)), number_(number) {}

  /// Whether it is this one's save that stands. Each throws when it was refused otherwise than for the others.
  bool takes_first(int round) { return won(take(round, std::nullopt), "attendance.taken"); }
  bool takes_again(int round) { return won(take(round, 1), "call.stale_revision"); }
  bool enters(int round) {
    gradebook::EnterMarks grid{room_.assessments.front(), {}};
    for (const PersonId pupil : room_.pupils) grid.items.push_back({.pupil_id = pupil, .value = Decimal(number_ + round % 2 * 10)});
    return won(gradebook::enter_marks(teacher_, grid, {.if_revision = round + 1}), "call.stale_revision");
  }

  /// Whether the register and the grid of the round say what this one saved, of these revisions, and nothing else.
  bool stands_on_register(int round, std::int64_t revision) {
    const auto found = room_.get_register(head_, round).value();
    std::size_t absent = 0;
    for (const attendance::Line& line : found.lines) absent += line.entry.has_value() ? 1 : 0;
    const auto own = std::ranges::find(found.lines, missing(), [](const attendance::Line& line) { return line.pupil.id; });
    return found.revision == revision && absent == 1 && found.absent == 1 && own != found.lines.end() && own->entry;
  }
  bool stands_in_grid(int round) {
    const auto sheet = gradebook::marks(teacher_, {.id = room_.assessments.front()}).value();
    return sheet.assessment.revision == round + 2 && std::ranges::all_of(sheet.items, [&](const gradebook::Mark& mark) {
             return mark.value == Decimal(number_ + round % 2 * 10);
           });
  }

 private:
  PersonId missing() const { return room_.pupils[static_cast<std::size_t>(number_)]; }

  Result<attendance::Taken> take(int round, std::optional<std::int64_t> read) {
    return attendance::take(head_,
                            {.marks = {{.pupil_id = missing(), .kind = attendance::Kind::absence}},
                             .division_id = room_.division,
                             .date = Classroom::day(round),
                             .half_day = calendar::HalfDay::morning},
                            {.if_revision = read});
  }

  template <class T>
  static bool won(const Result<T>& answer, std::string_view conflict) {
    if (!answer && (answer.error().code != Errc::conflict || answer.error().reason != conflict)) {
      throw std::runtime_error(answer.error().reason);
    }
    return answer.has_value();
  }

  const Classroom& room_;
  Session head_, teacher_;
  int number_;
};

}  // namespace ent::test
