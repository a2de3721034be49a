// everybody ENGINE WORLD FILE...: makes the world, and asks everybody every question of the files.
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "ops/registry.hpp"
#include "scenario/cpp_face.hpp"
#include "scenario/everybody/questions.hpp"
#include "scenario/everybody/rehearsal.hpp"
#include "scenario/everybody/standing.hpp"
#include "scenario/play.hpp"
#include "support/portal_store.hpp"
#include "unit/state.hpp"

namespace {

using namespace ent;
using namespace ent::test;

constexpr int skipped = 77;
constexpr std::chrono::days one_day{1};

std::string told_of(const Error& error) {
  return std::string(word(error.code)) + " " + (error.reason.empty() ? error.fields.at(0).reason : error.reason);
}

/// Whether the answer is what a question says. Which reason hides a thing is told by the scenarios.
bool is_told(const Result<std::string>& answer, const std::string& told) {
  if (!answer && told == "hidden") return answer.error().code == Errc::not_found;
  if (!answer) return told_of(answer.error()) == (told == "denied" ? "permission_denied access.denied" : told);
  const auto json = nlohmann::json::parse(*answer);
  return told == (json.contains("items") && json.at("items").empty() ? "empty" : "may");
}

class Inquiry {
 public:
  Inquiry(CppJsonFace& face, const Script& world, const Questions& questions)
      : face_(face), questions_(questions), variables_(play(world, face).variables), standing_(connect()) {
    for (const Asker& asker : questions.askers) {
      if (asker.yesterday) let_in(asker);
    }
    face_.clock().pass(one_day);
    for (const Asker& asker : questions.askers) {
      if (!asker.yesterday) let_in(asker);
    }
  }

  int ask_all() {
    std::set<std::string> asked;
    rows_ = standing_.rows();
    for (const Question& question : questions_.items) {
      asked.insert(question.operation);
      for (const auto& [name, told] : question.told) ask(question, name, told);
    }
    for (const Op* op : ops::all()) {
      if (!asked.contains(op->name)) complain(std::string("nobody is asked ") + op->name);
    }
    std::printf("%zu operations, %zu questions, %d calls, %d wrong answers\n", asked.size(), questions_.items.size(), calls_,
                complaints_);
    return complaints_;
  }

 private:
  std::unique_ptr<store::Connection> connect() { return face_.portal().state().database->connect_reader(); }

  void let_in(const Asker& asker) {
    ActAs input{.person_id = PersonId{variables_.at(asker.name).get<std::int64_t>()}, .profile = asker.profile};
    enter(asker.name + " without proof", input);
    input.step_up_at = face_.clock().now();
    enter(asker.name, input);
  }

  void enter(const std::string& name, const ActAs& input) {
    const auto entered = face_.enter(name, input);
    if (!entered) throw Trouble(name + " does not come in: " + entered.error().reason);
  }

  void ask(const Question& question, const std::string& name, const std::string& told) {
    const Op* const op = ops::find(question.operation);
    if (op == nullptr) throw Trouble(question.place + ": no operation: " + question.operation);
    expect(question, name, told, *op);
    if (name == "host" || (told != "may" && told != "empty")) return;
    expect(question, name + " without proof", question.proof ? "permission_denied access.step_up_needed" : told, *op);
  }

  void expect(const Question& question, const std::string& name, const std::string& told, const Op& op) {
    const bool refused = told == "denied" || told == "hidden";
    const std::int64_t audited = refused ? standing_.audited() : 0;
    const auto answer = rehearse(op, face_.session(name), fill_in(question.input, variables_));
    ++calls_;
    const std::string what = question.place + ": " + question.operation + ": " + name;
    if (!is_told(answer, told)) complain(what + " is told " + (answer ? *answer : told_of(answer.error())) + ", not " + told);
    if (refused && standing_.audited() != audited + 1) complain(what + " has left no trace");
    if (op.effect == unit::Effect::write) expect_untouched(refused ? what : "");
  }

  /// What is not refused may count tries, beside its transaction.
  void expect_untouched(const std::string& refused) {
    const std::int64_t rows = standing_.rows();
    if (rows != rows_ && !refused.empty()) complain(refused + " has left something behind");
    rows_ = rows;
  }

  void complain(const std::string& what) {
    std::printf("%s\n", what.c_str());
    ++complaints_;
  }

  CppJsonFace& face_;
  const Questions& questions_;
  Variables variables_;
  Standing standing_;
  std::int64_t rows_ = 0;  ///< When they were last counted.
  int calls_ = 0;
  int complaints_ = 0;
};

int run(int count, char** arguments) {
  const Place place = std::string(arguments[1]) == "postgres" ? Place::postgres : Place::memory;
  if (place == Place::postgres && postgres_uri().empty()) return skipped;
  const PortalStore store(place);
  const Questions questions = read_questions({arguments + 3, arguments + count});
  CppJsonFace face;
  face.open(store.uri());
  return Inquiry(face, read_script(arguments[2]), questions).ask_all() == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "%s\n", exception.what());
    return 2;
  }
}
