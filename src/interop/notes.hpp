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
  Notes(ImportReport& report, std::int32_t most) noexcept : report_(report), most_(static_cast<std::size_t>(most)) {}

  /// The number of a file, for Place.
  std::int32_t add_file(std::string name) {
    files_.push_back(std::move(name));
    return static_cast<std::int32_t>(files_.size()) - 1;
  }

  void refuse(const Place& place, std::string_view field, std::string_view reason) { add(true, place, field, reason); }
  void warn(const Place& place, std::string_view field, std::string_view reason) { add(false, place, field, reason); }

  /// Refusals and warnings so far: whoever compares two counts knows whether there was something to say.
  std::int64_t count() const noexcept { return report_.refusals + report_.warnings; }

 private:
  void add(bool refused, const Place& place, std::string_view field, std::string_view reason) {
    ++(refused ? report_.refusals : report_.warnings);
    if (report_.notes.size() >= most_) return;
    report_.notes.push_back({refused, place.file < 0 ? std::string() : files_[static_cast<std::size_t>(place.file)],
                             place.line, std::string(field), std::string(reason)});
  }

  ImportReport& report_;
  std::size_t most_;
  std::vector<std::string> files_;
};

}  // namespace ent::interop
