/// A collège into which timetables are loaded, and what then stands in it as lines of text.
#pragma once

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "ent/import_fet.hpp"
#include "ent/room.hpp"
#include "ent/subject.hpp"
#include "ent/timetable.hpp"
#include "fet_case.hpp"
#include "support/fresh_store.hpp"
#include "support/school.hpp"

namespace ent::test {

using Lines = std::vector<std::string>;

/// A file that is changed a little.
class FetFile {
 public:
  explicit FetFile(std::string text = text_of(fet_college)) : text_(std::move(text)) { write(); }
  std::string path() const { return folder_.file("college.fet"); }
  const std::string& text() const noexcept { return text_; }
  /// Replaces the first place where `before` stands, behind `after_this`.
  FetFile& replace(const std::string& before, const std::string& after, const std::string& after_this = "") {
    const std::size_t start = after_this.empty() ? 0 : text_.find(after_this);
    const std::size_t at = start == std::string::npos ? start : text_.find(before, start);
    BOOST_TEST_REQUIRE((at != std::string::npos), before);
    text_.replace(at, before.size(), after);
    write();
    return *this;
  }
  /// Puts an activity elsewhere.
  FetFile& move(int activity, const std::string& day, const std::string& hour) {
    const std::string id = "<Activity_Id>" + std::to_string(activity) + "</Activity_Id>\n\t<Preferred_Day>";
    const std::size_t begin = text_.find(id);
    BOOST_TEST_REQUIRE((begin != std::string::npos));
    const std::size_t end = text_.find("</Preferred_Hour>", begin);
    text_.replace(begin, end - begin, id + day + "</Preferred_Day>\n\t<Preferred_Hour>" + hour);
    write();
    return *this;
  }

 private:
  void write() const { std::ofstream(path(), std::ios::binary) << text_; }
  FreshFolder folder_;
  std::string text_;
};

struct FetSchool : School {
  explicit FetSchool(Place place) : School(place) {}

  FetOptions options() const { return {.org_id = org, .teachers = teachers}; }
  FetReport load(const std::string& file) { return load(file, options()); }
  FetReport load(const std::string& file, const FetOptions& asked) { return must(import_fet(host, file, asked)); }

  /// Gives the three teachers of the file their persons.
  void hire() {
    teachers = {{"Mme Lefèvre", staff("Claire", "Lefèvre", Profile::teacher)},
                {"M. Nguyen", staff("Minh", "Nguyen", Profile::teacher)},
                {"M. Œuvrard", staff("Luc", "Œuvrard", Profile::teacher)}};
  }

  /// The first column of a statement, in its order.
  Lines lines(const std::string& text) const {
    static std::set<std::string> texts;  // statements are remembered by the place of their text
    auto lease = portal.state().readers->take();
    lease->begin_read();
    Lines found;
    {
      store::Rows rows = lease->query(store::Sql::of_text(texts.insert(text).first->c_str()), {});
      while (rows.next()) found.push_back(rows.string(0));
    }
    lease->rollback();
    std::ranges::sort(found);
    return found;
  }

  /// All that an import may write, as it stands.
  Lines all() const {
    Lines found;
    for (const char* sql :
         {"SELECT code || '|' || name || '|' || CAST(revision AS TEXT) FROM subject",
          "SELECT code || '|' || name || '|' || site || '|' || CAST(valid_from AS TEXT) FROM room",
          "SELECT CAST(grp AS TEXT) || '|' || code || '|' || CAST(kind AS TEXT) || '|' || CAST(revision AS TEXT) FROM school_group",
          "SELECT CAST(grp AS TEXT) || '<' || CAST(division AS TEXT) FROM group_division",
          "SELECT CAST(grp AS TEXT) || '=' || part FROM group_part",
          "SELECT CAST(service AS TEXT) || '|' || CAST(grp AS TEXT) || '|' || CAST(member AS TEXT) || '|' || subject || '|' || "
          "CAST(valid_from AS TEXT) || '|' || CAST(valid_to AS TEXT) FROM service",
          "SELECT CAST(slot AS TEXT) || '|' || CAST(valid_from AS TEXT) || '|' || CAST(valid_to AS TEXT) || '|' || CAST(weekday AS TEXT) "
          "|| '|' || CAST(begins AS TEXT) || '|' || subject || '|' || CAST(revision AS TEXT) FROM slot",
          "SELECT CAST(slot AS TEXT) || '@' || CAST(role AS TEXT) || ':' || CAST(part AS TEXT) FROM slot_part",
          "SELECT CAST(slot AS TEXT) || '!' || CAST(member AS TEXT) FROM slot_teacher",
          "SELECT key || '>' || CAST(slot AS TEXT) || '#' || CAST(said AS TEXT) FROM slot_reference",
          "SELECT key || '>' || CAST(grp AS TEXT) FROM group_reference", "SELECT name || CAST(begins AS TEXT) FROM bell",
          "SELECT event FROM change_event"}) {
      std::ranges::move(lines(sql), std::back_inserter(found));
    }
    return found;
  }

  /// "1 480-600 Français 6A B101" for each slot on a day.
  Lines slots(Date date) {
    std::map<std::int64_t, std::string> groups, rooms;
    for (const auto& it : must(group::list(host, {.org_id = org, .limit = 500})).items) groups[it.id.value] = it.name;
    for (const auto& it : must(room::list(host, {.org_id = org, .limit = 500})).items) rooms[it.id.value] = it.code;
    Session then = host.at(date);
    Lines found;
    for (const timetable::Slot& slot : must(timetable::slots(then, {.org_id = org})).items) {
      std::string line = std::to_string(static_cast<int>(slot.weekday)) + " " + std::to_string(slot.begins.minutes) + "-" +
                         std::to_string(slot.ends.minutes) + " " + slot.subject_code.value_or("");
      for (const GroupId id : slot.group_ids) line += " " + groups[id.value];
      for (const RoomId id : slot.room_ids) line += " " + rooms[id.value];
      line += " " + std::to_string(slot.teacher_ids.size());
      found.push_back(std::move(line));
    }
    return found;
  }

  std::vector<FetTeacher> teachers{};
};

/// "college.fet 12 Name import.code_made" for each note that is a refusal, or a warning.
inline Lines notes_of(const FetReport& report, bool refused) {
  Lines found;
  for (const ImportNote& note : report.notes) {
    if (note.refused == refused) found.push_back(note.file + " " + std::to_string(note.line) + " " + note.field + " " + note.reason);
  }
  return found;
}

/// "3 created, 1 unchanged", of what is not 0.
inline std::string told(const ImportCounts& counts) {
  std::string text;
  const auto add = [&](std::int64_t count, const char* word) {
    if (count != 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + word;
  };
  add(counts.created, "created");
  add(counts.changed, "changed");
  add(counts.unchanged, "unchanged");
  add(counts.marked, "marked");
  add(counts.removed, "removed");
  add(counts.refused, "refused");
  return text;
}

inline Date a_day(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

}  // namespace ent::test
