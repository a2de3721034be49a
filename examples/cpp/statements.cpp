// A host that stands between the portal and its store: it lists what is written, and never a value.
#include <ent/org.hpp>
#include <ent/portal.hpp>
#include <ent/store_wrapper.hpp>

#include <iostream>
#include <map>
#include <mutex>
#include <string>

namespace {

namespace store = ent::store;

/// What all connections have seen. They are used by many threads.
class Journal {
 public:
  void note(const store::Text& text) {
    const std::lock_guard lock(mutex_);
    ++counts_[text.text];
  }

  /// How often rows went into each table.
  std::map<std::string, int> inserts() const {
    const std::string words = "INSERT INTO ";
    std::map<std::string, int> tables;
    for (const auto& [text, count] : counts_) {
      if (text.starts_with(words)) tables[text.substr(words.size(), text.find(' ', words.size()) - words.size())] += count;
    }
    return tables;
  }
  bool holds(const std::string& value) const {
    for (const auto& [text, count] : counts_) {
      if (text.find(value) != std::string::npos) return true;
    }
    return false;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, int> counts_;
};

class Connection final : public store::ConnectionWrapper {
 public:
  Connection(std::unique_ptr<store::Connection> inner, Journal& journal)
      : ConnectionWrapper(std::move(inner)), journal_(journal) {}

  store::Rows query(const store::Text& text, std::span<const store::Arg> args) override {
    journal_.note(text);
    return ConnectionWrapper::query(text, args);
  }
  void exec(const store::Text& text, std::span<const store::Arg> args) override {
    journal_.note(text);
    ConnectionWrapper::exec(text, args);
  }
  void exec_each(const store::Text& text, std::span<const store::Arg> args) override {
    journal_.note(text);
    ConnectionWrapper::exec_each(text, args);
  }

 private:
  Journal& journal_;
};

class Database final : public store::DatabaseWrapper {
 public:
  using DatabaseWrapper::DatabaseWrapper;

  std::unique_ptr<store::Connection> connect_reader() override {
    return std::make_unique<Connection>(DatabaseWrapper::connect_reader(), journal);
  }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<Connection>(DatabaseWrapper::connect_writer(), journal);
  }

  Journal journal;
};

}  // namespace

int main() {
  const auto database = std::make_shared<Database>(store::open(":memory:").value());
  const auto portal = ent::Portal::open(database).value();
  ent::Session host = portal.system();
  const std::string name = "Collège des Tilleuls";
  ent::org::add(host, {.kind = ent::org::Kind::establishment,
                       .code = "0951099D",
                       .name = name,
                       .degree = ent::org::Degree::second})
      .value();

  for (const char* table : {"org_unit", "audit_entry", "change_event"}) {
    std::cout << table << ": " << database->journal.inserts()[table] << " insert\n";
  }
  std::cout << "a value in a text: " << (database->journal.holds(name) ? "yes" : "no") << '\n';
}
