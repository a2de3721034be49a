/// Collects what hinders a report, in the order in which it is looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interop/lsu/facts.hpp"

namespace ent::lsu {

class Finder {
 public:
  /// What follows is of this subject, until it is said otherwise.
  void turn_to(const std::optional<std::string>& subject_code) { subject_ = subject_code; }

  void add(std::string_view reason, std::string_view field) { found_.push_back(made(reason, field)); }
  void add_if(bool hinders, std::string_view reason, std::string_view field) {
    if (hinders) add(reason, field);
  }
  void add_of(const person::Card& teacher, std::string_view reason, std::string_view field);
  /// A text that may be anything that can be written and is no longer than that.
  void text(std::string_view text, std::size_t longest, std::string_view field);
  /// The same, which must be there and not blank.
  void needed(const std::optional<std::string>& text, std::size_t longest, std::string_view field, std::string_view reason);
  /// The same, where it is there.
  void wanted(const std::optional<std::string>& text, std::size_t longest, std::string_view field);
  void count(std::int32_t number, std::string_view field);

  std::vector<Obstacle> found() && { return std::move(found_); }

 private:
  Obstacle made(std::string_view reason, std::string_view field) const;

  std::optional<std::string> subject_;
  std::vector<Obstacle> found_;
};

}  // namespace ent::lsu
