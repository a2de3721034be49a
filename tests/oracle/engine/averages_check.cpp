// averages_check < QUESTIONS > ANSWERS: the library's averages, for the questions of averages_text.py, one line each.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <map>
#include <sstream>

#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine/overall.hpp"
#include "gradebook/engine/plain.hpp"
#include "gradebook/engine/presets.hpp"
#include "gradebook/engine/statistics.hpp"
#include "gradebook/engine/words.hpp"
#include "gradebook/formula.hpp"

namespace {

using namespace ent::gradebook::engine;
using ent::Decimal;
using ent::base::Toward;

std::ostringstream answers;

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "averages_check: %s\n", why.c_str());
  std::exit(2);
}

/// `key=value` fields of a line; what has no sign of equality is a word.
struct Fields {
  std::map<std::string, std::string> named;
  std::vector<std::string> words;

  explicit Fields(const std::string& line) {
    std::istringstream in(line);
    for (std::string field; in >> field;) {
      const auto sign = field.find('=');
      if (sign == std::string::npos) {
        words.push_back(field);
      } else {
        named[field.substr(0, sign)] = field.substr(sign + 1);
      }
    }
  }

  bool has(const std::string& key) const { return named.contains(key); }
  std::string text(const std::string& key) const { return has(key) ? named.at(key) : std::string(); }
};

Decimal decimal(const std::string& text) {
  const auto value = Decimal::parse(text);
  if (!value) give_up("no number: " + text);
  return *value;
}

ent::base::Rational rational(const std::string& text) {
  const auto bar = text.find('/');
  const ent::base::Rational top = std::stoll(text.substr(0, bar));
  return bar == std::string::npos ? top : top / ent::base::Rational(std::stoll(text.substr(bar + 1)));
}

void take(const Fields& fields, const std::string& key, Decimal& into) {
  if (fields.has(key)) into = decimal(fields.text(key));
}

void take(const Fields& fields, const std::string& key, std::int32_t& into) {
  if (fields.has(key)) into = std::stoi(fields.text(key));
}

Part part(const Fields& fields) {
  const std::string word = fields.text("part");
  if (word == "bonus") return Part::bonus;
  if (word == "optional") return Part::optional;
  return word == "extra" ? Part::extra : Part::ordinary;
}

Rounding rounding(const std::string& text) {
  const auto colon = text.find(':');
  const std::string toward = text.substr(0, colon);
  return {toward == "up" ? Toward::up : Toward::nearest, decimal(text.substr(colon + 1))};
}

Box box(const Fields& fields, const Policy& policy, bool root) {
  Box result;
  BoxRule rule = root ? policy.root : policy.box;
  result.parent = root ? -1 : std::stoi(fields.words.at(1));
  take(fields, "coef", result.coefficient);
  take(fields, "min", result.minimum);
  if (fields.has("max")) result.maximum = decimal(fields.text("max"));
  if (fields.has("share")) result.share = decimal(fields.text("share"));
  result.part = part(fields);
  if (fields.text("gather") == "all") rule.gather = Gather::all_marks_below;
  if (fields.text("gather") == "sums") rule.gather = Gather::sums_of_boxes;
  if (fields.text("missing") == "zero") rule.missing = Treatment::zero;
  if (fields.text("optional") == "above_the_others") rule.optional = OptionalRule::above_the_others;
  take(fields, "lowest", rule.drops.lowest);
  take(fields, "highest", rule.drops.highest);
  take(fields, "keep", rule.drops.keep_highest);
  take(fields, "best_more", rule.extremes.best_more);
  take(fields, "best_times", rule.extremes.best_times);
  take(fields, "worst_times", rule.extremes.worst_times);
  if (fields.has("round")) rule.rounding = rounding(fields.text("round"));
  result.rule = rule;
  return result;
}

Assessment assessment(const Fields& fields) {
  Assessment result;
  result.box = std::stoi(fields.words.at(1));
  take(fields, "max", result.maximum);
  take(fields, "min", result.minimum);
  take(fields, "coef", result.coefficient);
  result.part = part(fields);
  result.brought_to_scale = fields.has("to_scale");
  result.formative = fields.has("formative");
  result.omitted = fields.has("omitted");
  result.never_dropped = fields.has("never_dropped");
  if (fields.has("share")) result.share = decimal(fields.text("share"));
  return result;
}

Mark mark(const std::string& text) {
  Mark result;
  std::string_view word = text;
  if (const auto kind = mark_kind(word)) {
    result.kind = *kind;
    return result;
  }
  result.kind = word.ends_with('?') ? MarkKind::provisional : MarkKind::number;
  if (result.kind == MarkKind::provisional) word.remove_suffix(1);
  result.value = decimal(std::string(word));
  return result;
}

/// The preset of a book, with what a school says otherwise.
Policy policy_of(const Fields& fields) {
  const std::string& preset = fields.words.at(1);
  if (find_preset(preset) == nullptr) give_up("no policy " + preset);
  ent::gradebook::Said said{.preset = preset};
  const auto number = [&](const char* key, std::optional<Decimal>& into) {
    if (fields.has(key)) into = decimal(fields.text(key));
  };
  number("said_step", said.step);
  number("said_best_more", said.best_more);
  number("said_best_times", said.best_times);
  number("said_worst_times", said.worst_times);
  using ent::gradebook::AverageOf;
  using ent::gradebook::MissingRule;
  const std::string missing = fields.text("said_missing");
  if (!missing.empty()) said.missing = missing == "zero" ? MissingRule::zero : MissingRule::left_out;
  const auto rule = [&]<class Rule>(const char* key, std::initializer_list<std::string_view> words, std::optional<Rule>& into) {
    const auto found = std::find(words.begin(), words.end(), fields.text(key));
    if (found != words.end()) into = static_cast<Rule>(found - words.begin() + 1);
  };
  rule("said_rounding", {"nearest", "up", "down"}, said.rounding);
  for (const auto& [name, of] : {std::pair("said_box", AverageOf::box), std::pair("said_subject", AverageOf::subject)}) {
    ent::gradebook::RoundingOf& one = said.roundings.emplace_back(of);
    number((std::string(name) + "_step").c_str(), one.step);
    rule((std::string(name) + "_rounding").c_str(), {"nearest", "up", "down"}, one.rounding);
  }
  rule("said_weigh", {"coefficient", "coefficient_and_scale", "range", "equal"}, said.weigh);
  rule("said_bonus", {"as_ordinary", "points_above_half", "ordinary_above_unscaled_half"}, said.bonus);
  rule("said_optional", {"as_ordinary", "raising_best_first", "raising_in_order", "above_the_others"}, said.optional);
  return ent::gradebook::policy_of(said);
}

void say(const Outcome& outcome, const std::string& shown) {
  answers << word(outcome.standing);
  if (outcome.exists()) answers << ' ' << outcome.exact.text() << ' ' << outcome.value.text() << ' ' << shown;
}

/// One book, and the pupils asked about.
class Asked {
 public:
  Asked(Policy policy, Figure figure) : policy_(std::move(policy)), view_{.figure = figure} { book_.boxes.clear(); }

  const Policy& policy() const { return policy_; }
  Book& book() { return book_; }

  void answer(const Fields& fields, bool explained) {
    if (!evaluator_) evaluator_.emplace(policy_, book_);
    std::vector<Mark> marks;
    for (std::size_t at = 1; at < fields.words.size(); ++at) marks.push_back(mark(fields.words[at]));
    if (marks.size() != book_.assessments.size()) give_up("marks and assessments differ");
    PupilMarks pupil{.marks = marks};
    if (fields.has("adjust")) pupil.adjustment = decimal(fields.text("adjust"));
    const Outcome outcome = evaluator_->average(pupil, view_);
    say(outcome, outcome.exists() ? evaluator_->shown(outcome).text() : "");
    check_plain(marks, outcome, pupil.adjustment.has_value());
    if (explained) {
      const Explanation explanation = evaluator_->explain(pupil, view_);
      for (const Line& line : explanation.marks) {
        answers << " | " << word(line.fate) << ' ' << line.weight.text() << ' '
                  << (line.influence ? line.influence->text() : "-");
      }
    }
    answers << '\n';
  }

 private:
  /// The short way must say the same as the long one, wherever it is open.
  void check_plain(const std::vector<Mark>& marks, const Outcome& outcome, bool adjusted) const {
    if (view_.figure != Figure::by_policy || adjusted) return;
    const auto plain = PlainBook::of(policy_, book_);
    if (!plain) return;
    PlainSums sums(*plain, 2);
    for (std::size_t at = 0; at < marks.size(); ++at) sums.add(1, at, marks[at]);
    if (sums.standing(1) != outcome.standing || (outcome.exists() && sums.average(1) != outcome.exact)) {
      answers << " plain_differs";
    } else {
      answers << " plain";
    }
  }

  const Policy policy_;
  View view_;
  Book book_;
  std::optional<Evaluator> evaluator_;
};

void answer_overall(const Fields& fields) {
  const Policy* policy = find_preset(fields.words.at(1));
  if (policy == nullptr) give_up("no policy " + fields.words.at(1));
  std::vector<Subject> subjects;
  for (std::size_t at = 2; at < fields.words.size(); ++at) {
    std::istringstream in(fields.words[at]);
    std::string average, coefficient, own, mode;
    std::getline(in, average, ':');
    std::getline(in, coefficient, ':');
    std::getline(in, own, ':');
    std::getline(in, mode, ':');
    Subject& subject = subjects.emplace_back();
    if (average != "-") subject.average = rational(average);
    subject.coefficient = decimal(coefficient);
    if (own != "-") subject.own_coefficient = decimal(own);
    subject.mode = mode == "from_half" ? SubjectMode::from_half
                   : mode == "bonus"   ? SubjectMode::bonus
                                       : SubjectMode::ordinary;
  }
  const std::string& what = fields.words[0];
  const GeneralRule rule = what == "year" ? policy->year : what == "category" ? of_category(policy->general) : policy->general;
  say(overall(rule, policy->scale, subjects), "");
  answers << '\n';
}

/// A fold from the left, exact and rounded to hundredths in all directions.
void answer_fractions(const Fields& fields) {
  const std::string& how = fields.words.at(1);
  Rational result = rational(fields.words.at(2));
  for (std::size_t at = 3; at < fields.words.size(); ++at) {
    const Rational next = rational(fields.words[at]);
    if (how == "sum") result += next;
    if (how == "difference") result -= next;
    if (how == "product") result *= next;
    if (how == "quotient") result /= next;
  }
  answers << result.text();
  for (const Toward toward :
       {Toward::nearest, Toward::nearest_up, Toward::nearest_down, Toward::up, Toward::down}) {
    answers << ' ' << result.rounded(toward, Rational(1, 100)).text();
  }
  answers << ' ' << (result < rational(fields.words[2])) << '\n';
}

void answer_statistics(const Fields& fields) {
  std::vector<std::optional<Rational>> values;
  std::vector<std::optional<Decimal>> shown;
  for (std::size_t at = 1; at < fields.words.size(); ++at) {
    const bool none = fields.words[at] == "-";
    values.push_back(none ? std::nullopt : std::optional<Rational>(rational(fields.words[at])));
    shown.push_back(none ? std::nullopt
                         : std::optional<Decimal>(
                               values.back()->rounded(Toward::nearest, Rational(1, 100)).decimal()));
  }
  const Quartiles quartiles = fields.text("quartiles") == "linear" ? Quartiles::linear : Quartiles::nearest_rank;
  const Statistics all = statistics(values, {.quartiles = quartiles, .bounds = usual_bounds()});
  answers << all.marked;
  if (all.marked != 0) {
    for (const Rational* value :
         {&all.mean, &all.minimum, &all.lower_quartile, &all.median, &all.upper_quartile, &all.maximum}) {
      answers << ' ' << value->text();
    }
  }
  answers << " |";
  for (const std::size_t band : all.bands) answers << ' ' << band;
  answers << " |";
  for (const std::uint32_t rank : ranks(shown)) answers << ' ' << rank;
  answers << '\n';
}

std::string all_of(std::FILE* file) {
  std::string text;
  char buffer[65'536];
  for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file)) != 0;) text.append(buffer, size);
  return text;
}

}  // namespace

int main() {
  std::optional<Asked> asked;
  std::istringstream questions(all_of(stdin));
  for (std::string line; std::getline(questions, line);) {
    const Fields fields(line);
    if (fields.words.empty()) continue;
    const std::string& what = fields.words[0];
    if (what == "book") {
      const std::string figure = fields.text("figure");
      asked.emplace(policy_of(fields), figure == "so_far"            ? Figure::so_far
                             : figure == "if_nothing_more" ? Figure::if_nothing_more
                                                           : Figure::by_policy);
    } else if (what == "box") {
      asked->book().boxes.push_back(box(fields, asked->policy(), asked->book().boxes.empty()));
    } else if (what == "test") {
      asked->book().assessments.push_back(assessment(fields));
    } else if (what == "pupil" || what == "explain") {
      asked->answer(fields, what == "explain");
    } else if (what == "general" || what == "year" || what == "category") {
      answer_overall(fields);
    } else if (what == "fractions") {
      answer_fractions(fields);
    } else if (what == "statistics") {
      answer_statistics(fields);
    } else {
      give_up("no question: " + line);
    }
  }
  const std::string text = answers.str();
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}
