#include "scenario/everybody/questions.hpp"

#include <algorithm>
#include <set>

#include "scenario/people.hpp"
#include "scenario/script.hpp"

namespace ent::test {
namespace {

const std::set<std::string> verbs{"came", "comes", "called", "asks", "proof", "may", "empty", "denied", "hidden", "told"};

class Reader {
 public:
  void take(const Step& step) {
    if (step.verb == "came" || step.verb == "comes") return come(step);
    if (step.verb == "called") return call(step);
    if (step.verb == "asks") return ask(step);
    if (questions_.items.empty()) throw Trouble("nothing has been asked");
    if (step.verb == "proof") questions_.items.back().proof = true;
    if (step.verb == "proof") return;
    if (step.verb == "told") return tell(step.words.at(0) + " " + step.words.at(1), step.words, 2);
    tell(step.verb, step.words, 0);
  }

  Questions finish() {
    expect_all_told();
    return std::move(questions_);
  }

 private:
  void come(const Step& step) {
    questions_.askers.push_back({step.words.at(0), profile_of(step.words.at(1)), step.verb == "came"});
    everybody_.insert(step.words.at(0));
  }

  void call(const Step& step) {
    std::set<std::string> names;
    for (auto word = step.words.begin() + 1; word != step.words.end(); ++word) names.merge(named(*word));
    called_[step.words.at(0)] = names;
  }

  void ask(const Step& step) {
    expect_all_told();
    questions_.items.push_back({step.place, step.words.at(0), step.json, false, {}});
  }

  void tell(const std::string& answer, const std::vector<std::string>& words, std::size_t first) {
    auto& told = questions_.items.back().told;
    for (std::size_t i = first; i < words.size(); ++i) {
      for (const std::string& name : named(words[i])) {
        if (!told.try_emplace(name, answer).second) throw Trouble(name + " is told two things");
      }
    }
  }

  /// The askers of a word: one, those who are called so, or the rest.
  std::set<std::string> named(const std::string& word) const {
    if (word == "rest") {
      std::set<std::string> names = everybody_;
      for (const auto& [name, answer] : questions_.items.back().told) names.erase(name);
      return names;
    }
    if (const auto found = called_.find(word); found != called_.end()) return found->second;
    if (!everybody_.contains(word)) throw Trouble("nobody is called " + word);
    return {word};
  }

  void expect_all_told() const {
    if (questions_.items.empty()) return;
    for (const std::string& name : everybody_) {
      const Question& last = questions_.items.back();
      if (!last.told.contains(name)) throw Trouble(last.place + ": " + name + " is told nothing");
    }
  }

  Questions questions_;
  std::set<std::string> everybody_{"host"};
  std::map<std::string, std::set<std::string>> called_;
};

}  // namespace

Questions read_questions(const std::vector<std::string>& files) {
  Reader reader;
  for (const std::string& file : files) {
    for (const Step& step : read_script(file, verbs).steps) {
      try {
        reader.take(step);
      } catch (const std::exception& trouble) {
        throw Trouble(step.place + ": " + trouble.what());
      }
    }
  }
  return reader.finish();
}

}  // namespace ent::test
