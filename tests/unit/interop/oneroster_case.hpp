/// What the tests of OneRoster share: a portal, and folders with a delivery that is changed a little.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "support/portal_store.hpp"
#include "support/ports.hpp"
#include "unit/state.hpp"

namespace ent::test {

inline const std::string oneroster_college = ENT_TEST_DATA "/oneroster";
inline constexpr Date oneroster_day{std::chrono::year{2025} / 9 / 5};

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A copy of a delivery.
class Copy {
 public:
  explicit Copy(const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      write(entry.path().filename().string(), content_of(entry.path().string()));
  }
  std::string path() const { return std::filesystem::path(folder_.file("x")).parent_path().string(); }
  std::string file(const std::string& name) const { return folder_.file(name); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
  }
  /// Replaces the first place where `before` stands; an empty one is the end.
  void replace(const std::string& name, const std::string& before, const std::string& after) const {
    std::string text = content_of(file(name));
    const std::size_t at = before.empty() ? text.size() : text.find(before);
    BOOST_TEST_REQUIRE((at != std::string::npos), name << " holds no " << before);
    write(name, text.replace(at, before.size(), after));
  }

 private:
  FreshFolder folder_;
};

struct RosterHost {
  explicit RosterHost(Place place) : fresh(place) {}
  PortalStore fresh;
  Portal portal = Portal::open(fresh.uri(), {.clock = std::make_shared<FrozenClock>()}).value();
  Session session = portal.system();

  ImportReport load(const std::string& folder, ImportOptions options = {}) {
    if (!options.date) options.date = oneroster_day;
    return import_oneroster(session, folder, options).value();
  }

  /// One line a row, in the order of the lines. The text outlives the portal: its address names it in the cache.
  std::vector<std::string> lines(const std::string& sql) const { return lines(sql.c_str()); }
  std::vector<std::string> lines(const char* sql) const {
    auto lease = portal.state().readers->take();
    lease->begin_read();
    std::vector<std::string> found;
    {
      store::Rows rows = lease->query(store::Sql::of_text(sql), {});
      while (rows.next()) found.push_back(rows.string(0));
    }
    lease->rollback();
    std::ranges::sort(found);
    return found;
  }
};

/// "users.csv 2 role import.unknown_value" for each note that is a refusal, or a warning.
inline std::vector<std::string> notes_of(const ImportReport& report, bool refused) {
  std::vector<std::string> found;
  for (const ImportNote& note : report.notes) {
    if (note.refused == refused) found.push_back(note.file + " " + std::to_string(note.line) + " " + note.field + " " + note.reason);
  }
  return found;
}

}  // namespace ent::test
