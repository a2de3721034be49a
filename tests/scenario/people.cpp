#include "scenario/people.hpp"

#include "access/describe.hpp"
#include "base/date.hpp"
#include "scenario/script.hpp"

namespace ent::test {
namespace {

using nlohmann::json;

std::string text_of(const json& said, const char* name) { return said.value(name, std::string()); }

}  // namespace

Profile profile_of(const std::string& word) {
  for (const reflect::Word& known : reflect::TypeOf<Profile>::value.words) {
    if (known.text() == word) return static_cast<Profile>(known.number);
  }
  throw Trouble("no such profile: " + word);
}

Activate activate_of(const json& said) {
  Activate input{.login = text_of(said, "login"), .code = text_of(said, "code"), .password = text_of(said, "password")};
  if (said.contains("birth_date")) input.birth_date = base::parse_date(said.at("birth_date").get<std::string>());
  if (said.contains("new_login")) input.new_login = text_of(said, "new_login");
  return input;
}

SignIn sign_in_of(const json& said) {
  SignIn input{.login = text_of(said, "login"), .password = text_of(said, "password"), .source = text_of(said, "source")};
  input.mobile = said.value("mobile", false);
  if (said.contains("profile")) input.profile = profile_of(text_of(said, "profile"));
  return input;
}

}  // namespace ent::test
