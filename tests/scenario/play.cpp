#include "scenario/play.hpp"

#include "base/date.hpp"
#include "scenario/match.hpp"
#include "scenario/people.hpp"
#include "support/ports.hpp"

namespace ent::test {
namespace {

using nlohmann::json;

std::string told(const Error& error) {
  std::string text = std::string(word(error.code)) + " " + error.reason;
  for (const FieldError& field : error.fields) text += " " + field.path + " (" + field.reason + ")";
  return text;
}

class Player {
 public:
  explicit Player(Face& face) : face_(face) {}

  void take(const Step& step) {
    if (step.verb == "now") return set_now(step);
    if (step.verb == "as") return as(step);
    if (step.verb == "enter") return enter(step);
    if (step.verb == "activate") return told_as(face_.activate(activate_of(said(step))));
    if (step.verb == "sign_in") return told_as(face_.sign_in(step.words.at(0), sign_in_of(said(step))));
    if (step.verb == "step_up") return told_as(face_.step_up(session_, said(step).at("password").get<std::string>()));
    if (step.verb == "snapshot") return must(face_.snapshot(step.words.at(0), session_));
    if (step.verb == "end") return face_.end(step.words.at(0));
    if (step.verb == "with") return with(step);
    if (step.verb == "gives") return gives(step);
    if (step.verb == "fails") return fails(step);
    if (step.verb == "close") return face_.close();
    if (step.verb == "pump") return pump();
    call(step);
  }

  /// Before each call and at the end: an answer that nobody looks at tests nothing.
  void expect_judged() const {
    if (!judged_) throw Trouble("the call before has neither `gives` nor `fails`");
  }

  int calls() const { return calls_; }
  Variables& variables() { return variables_; }

 private:
  json said(const Step& step) const { return json::parse(fill_in(step.json, variables_)); }

  /// What went well needs no more said.
  void told_as(const Result<Done>& done) {
    expect_judged();
    ++calls_;
    skipped_ = false;
    judged_ = done.has_value();
    answer_ = done ? Result<std::string>("{}") : Result<std::string>(done.error());
  }

  /// enter NAME PROFILE $person, enter NAME PROFILE $person proved
  void enter(const Step& step) {
    ActAs input{.person_id = PersonId{number_of(step.words.at(2))}, .profile = profile_of(step.words.at(1))};
    if (step.words.size() > 3) input.step_up_at = now_;
    told_as(face_.enter(step.words.at(0), input));
  }

  /// All that is due is delivered; payloads are texts of JSON, and are told as what they hold.
  void pump() {
    expect_judged();
    const Result<std::string> taken = face_.take_deliveries();
    if (!taken) throw Trouble(told(taken.error()));
    json answer = json::parse(*taken);
    std::vector<std::int64_t> numbers;
    for (json& one : answer["items"]) {
      numbers.push_back(one["number"].get<std::int64_t>());
      one["payload"] = json::parse(one["payload"].get<std::string>());
    }
    if (!numbers.empty()) must(face_.settle_deliveries(answer["lease"].get<std::int64_t>(), numbers));
    skipped_ = false;
    judged_ = false;
    answer_ = json{{"items", answer["items"]}}.dump();
    ++calls_;
  }

  static void must(const Result<Done>& done) {
    if (!done) throw Trouble(told(done.error()));
  }

  static Date date_of(const std::string& text) {
    const auto date = base::parse_date(text);
    if (!date) throw Trouble("no date: " + text);
    return *date;
  }

  static Instant instant_of(const std::string& text) {
    const auto instant = base::parse_instant(text);
    if (!instant) throw Trouble("no instant: " + text);
    return *instant;
  }

  std::int64_t number_of(const std::string& text) const {
    return text.starts_with('$') ? variables_.at(text.substr(1)).get<std::int64_t>() : std::stoll(text);
  }

  void set_now(const Step& step) {
    now_ = instant_of(step.words.at(0));
    face_.set_now(now_);
  }

  /// as NAME, as NAME at DATE
  void as(const Step& step) {
    session_ = step.words.at(0);
    if (step.words.size() == 1) return;
    const std::string moved = session_ + " at " + step.words.at(2);
    must(face_.at(moved, session_, date_of(step.words.at(2))));
    session_ = moved;
  }

  /// with key TEXT, with revision NUMBER, with deadline INSTANT: of the next call
  void with(const Step& step) {
    const std::string& what = step.words.at(0);
    if (what == "key") {
      options_.idempotency_key = step.words.at(1);
    } else if (what == "revision") {
      options_.if_revision = number_of(step.words.at(1));
    } else if (what == "deadline") {
      options_.deadline = instant_of(step.words.at(1));
    } else {
      throw Trouble("with what? " + what);
    }
  }

  /// call OPERATION JSON, or words OPERATION JSON, which a typed face cannot say
  void call(const Step& step) {
    expect_judged();
    const CallOptions options = std::exchange(options_, {});
    skipped_ = step.verb == "words" && face_.typed();
    if (skipped_) return;
    answer_ = face_.call(session_, step.words.at(0), fill_in(step.json, variables_), options);
    judged_ = false;
    ++calls_;
  }

  void gives(const Step& step) {
    if (skipped_) return;
    judged_ = true;
    if (!answer_) throw Trouble("fails " + told(answer_.error()));
    const json answer = json::parse(*answer_);
    if (auto found = mismatch(json::parse(step.json), answer, variables_)) throw Trouble(*found);
  }

  /// fails CODE REASON, or fails CODE REASON PATH REASON PATH...: all rejected fields, in their order; the path
  /// of the request as a whole, which is empty, is spelt `whole`
  void fails(const Step& step) {
    if (skipped_) return;
    judged_ = true;
    if (answer_) throw Trouble("gives " + *answer_);
    Error expected;
    expected.reason = step.words.at(1);
    for (std::size_t i = 1; i + 1 < step.words.size(); i += 2) {
      expected.fields.push_back({step.words.at(i + 1) == "whole" ? "" : step.words.at(i + 1), step.words.at(i)});
    }
    const Error& error = answer_.error();
    if (word(error.code) != step.words.at(0) || error.reason != expected.reason || error.fields != expected.fields) {
      throw Trouble("fails " + told(error));
    }
  }

  Face& face_;
  Instant now_ = FrozenClock::first;
  std::string session_ = "host";
  CallOptions options_;
  Variables variables_;
  Result<std::string> answer_ = std::string();
  bool judged_ = true;
  bool skipped_ = false;
  int calls_ = 0;
};

}  // namespace

Played play(const Script& script, Face& face) {
  Player player(face);
  std::string place = script.file;
  try {
    for (const Step& step : script.steps) {
      place = step.place;
      player.take(step);
    }
    player.expect_judged();
  } catch (const std::exception& trouble) {
    throw Trouble(place + ": " + trouble.what());
  }
  return {player.calls(), std::move(player.variables())};
}

}  // namespace ent::test
