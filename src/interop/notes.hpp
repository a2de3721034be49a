/// What an import has to say of the files: counted all, listed up to a number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ent/import.hpp"
#include "interop/feed.hpp"

namespace ent::interop {

class Notes {
 public:
  /// Into the notes of a report, whichever import makes it.
  template <class Report>
  Notes(Report& report, std::int32_t most) noexcept
      : refusals_(report.refusals), warnings_(report.warnings), notes_(report.notes), most_(static_cast<std::size_t>(most)) {}

  /// The number of a file, for Place.
  std::int32_t add_file(std::string name) {
    files_.push_back(std::move(name));
    return static_cast<std::int32_t>(files_.size()) - 1;
  }

  void refuse(const Place& place, std::string_view field, std::string_view reason) { add(true, place, field, reason); }
  void warn(const Place& place, std::string_view field, std::string_view reason) { add(false, place, field, reason); }

  /// Refusals and warnings so far: whoever compares two counts knows whether there was something to say.
  std::int64_t count() const noexcept { return refusals_ + warnings_; }

 private:
  void add(bool refused, const Place& place, std::string_view field, std::string_view reason) {
    ++(refused ? refusals_ : warnings_);
    if (notes_.size() >= most_) return;
    notes_.push_back({refused, place.file < 0 ? std::string() : files_[static_cast<std::size_t>(place.file)],
                      place.line, std::string(field), std::string(reason)});
  }

  std::int64_t& refusals_;
  std::int64_t& warnings_;
  std::vector<ImportNote>& notes_;
  std::size_t most_;
  std::vector<std::string> files_;
};

}  // namespace ent::interop
