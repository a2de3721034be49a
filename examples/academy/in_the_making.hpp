/// A store that a run of the program makes.
#pragma once

#include <string>

namespace academy {

/// Gone again unless it gets finished, so that nobody takes half of it for one. What was there before stays.
class InTheMaking {
 public:
  explicit InTheMaking(std::string file);
  InTheMaking(const InTheMaking&) = delete;
  InTheMaking& operator=(const InTheMaking&) = delete;
  ~InTheMaking();

  bool was_there() const noexcept { return was_there_; }
  void finish() noexcept { finished_ = true; }
  const char* what_is_left() const noexcept { return file_.starts_with("postgres") ? "le schéma est à vider" : "rien n'est gardé"; }

 private:
  std::string file_;
  bool was_there_ = false;
  bool finished_ = false;
};

}  // namespace academy
