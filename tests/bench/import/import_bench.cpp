// What loading an academy costs beside the same done by hand: expat, prepared statements, the same tables with the same
// indexes and rows, one transaction. The hand knows the rows beforehand and looks nothing up, so it is the least that
// any loader of these files pays.
#include <expat.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "raw.hpp"

namespace {

namespace fs = std::filesystem;
using ent::bench::RawStatement;
using ent::bench::RawStore;

constexpr std::size_t piece = 256 * 1024;

double seconds(auto&& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void remove_store(const std::string& path) {
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end);
}

void load_with_ent(const std::string& store, const std::string& folder) {
  const auto portal = ent::Portal::open(store).value();
  auto session = portal.system();
  const auto report = ent::import_aaf(session, folder).value();
  if (!report.applied) throw std::runtime_error("not loaded");
}

struct Table {
  std::string insert;
  int columns = 0;
  struct Cell {
    int type = SQLITE_NULL;
    std::int64_t number = 0;
    std::string text{};
  };
  std::vector<Cell> cells;  ///< Row after row.
};

/// The tables and indexes of a loaded store, and its rows.
struct Loaded {
  std::vector<std::string> schema;
  std::vector<Table> tables;

  explicit Loaded(const std::string& path) {
    const RawStore store(path);
    std::vector<std::string> names;
    RawStatement(store, "SELECT sql, type, name FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, rowid")
        .each([&](sqlite3_stmt* row) {
          schema.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
          if (std::strcmp(reinterpret_cast<const char*>(sqlite3_column_text(row, 1)), "table") == 0)
            names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 2)));
        });
    for (const std::string& name : names) {
      Table table;
      RawStatement(store, ("SELECT * FROM " + name).c_str()).each([&](sqlite3_stmt* row) {
        table.columns = sqlite3_column_count(row);
        for (int i = 0; i < table.columns; ++i) {
          Table::Cell cell{sqlite3_column_type(row, i), sqlite3_column_int64(row, i), {}};
          if (cell.type == SQLITE_TEXT || cell.type == SQLITE_BLOB)
            cell.text.assign(static_cast<const char*>(sqlite3_column_blob(row, i)), static_cast<std::size_t>(sqlite3_column_bytes(row, i)));
          table.cells.push_back(std::move(cell));
        }
      });
      if (table.columns == 0) continue;
      table.insert = "INSERT INTO " + name + " VALUES (?";
      for (int i = 1; i < table.columns; ++i) table.insert += ", ?";
      table.insert += ")";
      tables.push_back(std::move(table));
    }
  }
};

/// The values of each record, as a loader needs them.
struct Reader {
  std::vector<std::pair<std::string, std::string>> values;
  std::string name, text;
  std::size_t records = 0;

  static void start(void* self, const char* element, const char** attributes) {
    auto& reader = *static_cast<Reader*>(self);
    reader.text.clear();
    if (std::strcmp(element, "attr") == 0 && attributes[0] != nullptr) reader.name = attributes[1];
  }
  static void end(void* self, const char* element) {
    auto& reader = *static_cast<Reader*>(self);
    if (std::strcmp(element, "value") == 0) reader.values.emplace_back(reader.name, reader.text);
    if (std::strcmp(element, "addRequest") == 0) {
      ++reader.records;
      reader.values.clear();
    }
  }
  static void data(void* self, const char* text, int size) {
    static_cast<Reader*>(self)->text.append(text, static_cast<std::size_t>(size));
  }
};

void parse(const fs::path& path) {
  Reader reader;
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &reader);
  XML_SetElementHandler(parser, &Reader::start, &Reader::end);
  XML_SetCharacterDataHandler(parser, &Reader::data);
  std::ifstream file(path, std::ios::binary);
  std::vector<char> buffer(piece);
  while (file) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto size = static_cast<int>(file.gcount());
    if (XML_Parse(parser, buffer.data(), size, !file) != XML_STATUS_OK) throw std::runtime_error("malformed");
  }
  XML_ParserFree(parser);
}

void load_by_hand(const std::string& path, const std::string& folder, const Loaded& loaded) {
  const RawStore store(path);
  const auto run = [&](const std::string& sql) { RawStatement(store, sql.c_str()).run(); };
  run("PRAGMA synchronous=FULL");
  for (const std::string& sql : loaded.schema) run(sql);
  run("BEGIN IMMEDIATE");
  for (const auto& entry : fs::directory_iterator(folder)) parse(entry.path());
  for (const Table& table : loaded.tables) {
    sqlite3_stmt* statement = nullptr;
    store.check(sqlite3_prepare_v3(store.handle(), table.insert.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    for (std::size_t at = 0; at < table.cells.size(); at += static_cast<std::size_t>(table.columns)) {
      for (int i = 0; i < table.columns; ++i) {
        const Table::Cell& cell = table.cells[at + static_cast<std::size_t>(i)];
        const int size = static_cast<int>(cell.text.size());
        if (cell.type == SQLITE_INTEGER) sqlite3_bind_int64(statement, i + 1, cell.number);
        else if (cell.type == SQLITE_TEXT) sqlite3_bind_text(statement, i + 1, cell.text.data(), size, SQLITE_STATIC);
        else if (cell.type == SQLITE_BLOB) sqlite3_bind_blob(statement, i + 1, cell.text.data(), size, SQLITE_STATIC);
        else sqlite3_bind_null(statement, i + 1);
      }
      if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(store.handle()));
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
  }
  run("COMMIT");
}

double median(std::vector<double> times) {
  std::ranges::sort(times);
  return times[times.size() / 2];
}

std::int64_t bytes_in(const std::string& folder) {
  std::int64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += static_cast<std::int64_t>(entry.file_size());
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string folder = arguments[1];
  const int rounds = count > 2 ? std::atoi(arguments[2]) : 3;
  const fs::path place = fs::temp_directory_path();
  const std::string ours = (place / "ent-import-bench.db").string(), by_hand = (place / "ent-import-hand.db").string();
  const double megabytes = static_cast<double>(bytes_in(folder)) / 1e6;
  remove_store(ours);
  const double first = seconds([&] { load_with_ent(ours, folder); });
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.1f MB in %.2f s, %.1f MB/s, peak RSS %.1f MB\n", megabytes, first, megabytes / first,
              static_cast<double>(usage.ru_maxrss) / 1024);
  if (rounds > 0) {
    const Loaded loaded(ours);
    std::vector<double> ent_times, hand_times;
    for (int round = 0; round < rounds; ++round) {
      remove_store(ours);
      remove_store(by_hand);
      hand_times.push_back(seconds([&] { load_by_hand(by_hand, folder, loaded); }));
      ent_times.push_back(seconds([&] { load_with_ent(ours, folder); }));
    }
    std::printf("by hand %.2f s, ent %.2f s, speed beside the hand %.2f\n", median(hand_times), median(ent_times),
                median(hand_times) / median(ent_times));
  }
  remove_store(ours);
  remove_store(by_hand);
  return 0;
}
