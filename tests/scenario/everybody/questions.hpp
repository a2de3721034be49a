/// What everybody is asked, and what each should be told: files of questions. README.md says what they look like.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ent/profile.hpp"

namespace ent::test {

/// Somebody who asks, known by the name of the person in the world of the test.
struct Asker {
  std::string name;
  Profile profile{};
  bool yesterday = false;  ///< Came in the day before.
};

/// One question, and what each asker is told: "may", "empty", "denied", "hidden", or a code and a reason.
struct Question {
  std::string place;  ///< File and line.
  std::string operation;
  std::string input;
  bool proof = false;  ///< Who may has to have proved lately who they are.
  std::map<std::string, std::string> told;
};

struct Questions {
  std::vector<Asker> askers;  ///< But for the host.
  std::vector<Question> items;
};

/// Throws Trouble where a file is malformed, or leaves an asker out, or names one twice.
Questions read_questions(const std::vector<std::string>& files);

}  // namespace ent::test
