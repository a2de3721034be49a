/// Takes back what a part of a run has written, wherever nobody has written since.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ent/import.hpp"
#include "interop/undo/image.hpp"

namespace ent::interop::undo {

class Restore {
 public:
  Restore(unit::WriteUnit& unit, const unit::Granted& granted, std::string feed, std::size_t most_conflicts,
          ImportUndo& report)
      : unit_(unit), granted_(granted), feed_(std::move(feed)), most_(most_conflicts), report_(report) {}

  /// The parts of a run are given from the last to the first.
  void take_back(Image image);

  /// Units in which something changed that rights rest on.
  const std::unordered_set<std::int64_t>& touched() const noexcept { return touched_; }

 private:
  template <class Row>
  struct Back {
    std::vector<Row> put{};   ///< As it was.
    std::vector<Row> gone{};  ///< Was not there.
  };
  template <class Row>
  Back<Row> compare(const std::vector<Row>& before, const std::vector<Row>& after, const std::vector<Row>& standing,
                    UndoCounts& counts, const char* fact);

  void take_back_facts(const Image& image);
  void take_back_identity(const Image& image);
  void take_back_keys(const Image& image);
  void remove_people(const Image& image);
  void take_back_groups(const Image& image);
  void take_back_units(const Image& image);
  void touch(const Image& image);
  void conflict(const char* fact, std::int64_t org, std::int64_t person, const char* reason);

  unit::WriteUnit& unit_;
  const unit::Granted& granted_;
  std::string feed_;
  std::size_t most_;
  ImportUndo& report_;
  std::unordered_set<std::int64_t> touched_{};
};

}  // namespace ent::interop::undo
