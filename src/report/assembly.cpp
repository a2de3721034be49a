#include "report/assembly.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "gradebook/engine/statistics.hpp"
#include "person/rules.hpp"
#include "report/models.hpp"
#include "report/state.hpp"

namespace ent::report {
namespace {

using gradebook::ClassFigures;
using rows::Entry;
using Kind = rows::Kind;

/// What is said of one pupil.
class Said {
 public:
  Said(const std::vector<Entry>& all, std::int64_t member) {
    const auto range = std::ranges::equal_range(all, member, {}, &Entry::member);
    begin_ = range.begin();
    end_ = range.end();
  }
  auto begin() const { return begin_; }
  auto end() const { return end_; }
  const Entry* find(Kind kind, const std::string& item = {}) const {
    const auto found = std::find_if(begin_, end_, [&](const Entry& one) { return one.kind == kind && one.item == item; });
    return found == end_ ? nullptr : &*found;
  }
  std::optional<std::string> text(Kind kind, const std::string& item = {}) const {
    const Entry* const entry = find(kind, item);
    return entry == nullptr ? std::nullopt : std::optional(entry->text);
  }

 private:
  std::vector<Entry>::const_iterator begin_, end_;
};

/// What one report is made of.
struct Maker {
  const ClassFacts& facts;
  const rows::Pupil& pupil;
  const Preset& preset;
  Said said;
  std::size_t place;  ///< Of the pupil among the classmates.
  std::vector<Service> services{};
};

bool is_of_subject(Kind kind) noexcept {
  return kind == Kind::subject_comment || kind == Kind::positioning || kind == Kind::average;
}

Among among(const gradebook::GroupSubject& look) { return {look.marked, look.mean, look.minimum, look.maximum}; }

Average average_of(const ClassFigures& figures, std::size_t pupil, const Entry* typed) {
  const gradebook::PupilFigure& figure = figures.pupils[pupil];
  const auto exact = figure.exact ? std::optional(figure.exact->text()) : std::nullopt;
  Average average{figure.shown, figure.computed, exact, {}, among(figures.look), {}, figure.year, figure.letter,
                  figure.computed ? figure.adjustment : std::nullopt};
  for (std::size_t i = 0; i < figure.before.size(); ++i) {
    const gradebook::GroupSubject& then = figures.looks_before[i];
    average.before.push_back({figure.before[i], then.mean, then.marked});
  }
  if (typed != nullptr) average.overridden = Overridden{rows::average_of(typed->value), typed->text};
  return average;
}

/// The subjects of a report, and whether they are expected in it.
std::map<std::string, bool> subjects_of(const Maker& maker) {
  std::map<std::string, bool> subjects;
  for (const PresetDomain& domain : maker.preset.domains) subjects[domain.code] = true;
  for (const Service& service : maker.services) {
    const bool still_taught = service.until == maker.facts.period.last_day;
    if (!still_taught) continue;
    if (!service.subject.empty() || maker.preset.domains.empty()) subjects[service.subject] = true;
  }
  if (maker.preset.has(Block::averages)) {
    for (const ClassFigures& figures : maker.facts.averages.subjects) {
      if (figures.pupils[maker.place].shown) subjects.try_emplace(figures.subject, false);
    }
  }
  for (const Entry& entry : maker.said) {
    if (is_of_subject(entry.kind)) subjects.try_emplace(entry.item, false);
  }
  return subjects;
}

std::string name_of(const Maker& maker, const std::string& subject) {
  const auto domain = std::ranges::find_if(maker.preset.domains, [&](const PresetDomain& one) { return subject == one.code; });
  if (domain != maker.preset.domains.end()) return domain->name;
  const auto named = maker.facts.subject_names.find(subject);
  return named == maker.facts.subject_names.end() ? subject : named->second;
}

bool by_name(const person::Card& one, const person::Card& other) {
  const auto key = [](const person::Card& card) { return std::pair(person::sort_key(card.family_name, card.given_name), card.id); };
  return key(one) < key(other);
}

std::vector<person::Card> teachers_of(const ClassFacts& facts, const std::vector<Service>& standing) {
  std::set<std::int64_t> members;
  for (const Service& service : standing) members.insert(service.teacher);
  std::vector<person::Card> cards;
  for (const std::int64_t member : members) {
    const auto card = facts.teachers.find(member);
    if (card != facts.teachers.end()) cards.push_back(card->second);
  }
  std::ranges::sort(cards, by_name);
  return cards;
}

bool is_domain(const Preset& preset, const std::string& subject) {
  return std::ranges::any_of(preset.domains, [&](const PresetDomain& one) { return subject == one.code; });
}

/// What was worked on where the pupil is in the end, and where those taught who stand for the subject.
std::vector<std::string> elements_of(const Maker& maker, const std::string& subject, const std::vector<Service>& standing) {
  std::set<std::int64_t> groups;
  for (const Service& service : standing) groups.insert(service.group);
  if (const auto in = maker.facts.groups.find(maker.pupil.member); in != maker.facts.groups.end()) groups.insert(in->second.begin(), in->second.end());
  std::vector<std::string> texts;
  for (const rows::Element& element : maker.facts.elements) {
    if (element.subject == subject && groups.contains(element.group)) texts.push_back(element.text);
  }
  return texts;
}

Line line_of(const Maker& maker, const std::string& subject) {
  Line line;
  line.subject_code = base::unless_empty(subject);
  line.name = name_of(maker, subject);
  const auto standing = standing_for(maker.services, subject, is_domain(maker.preset, subject));
  line.teachers = teachers_of(maker.facts, standing);
  line.coefficient = 1;
  line.mode = gradebook::SubjectMode::ordinary;
  if (maker.preset.has(Block::averages)) {
    const auto figures = std::ranges::find(maker.facts.averages.subjects, subject, &ClassFigures::subject);
    if (figures != maker.facts.averages.subjects.end()) {
      const gradebook::PupilFigure& figure = figures->pupils[maker.place];
      line.average = average_of(*figures, maker.place, maker.said.find(Kind::average, subject));
      line.coefficient = figure.coefficient;
      line.mode = figure.mode;
      line.assessments = figure.marks;
    } else {
      line.average = Average{};
      line.average->before.resize(maker.facts.earlier.size());
    }
  }
  line.elements = elements_of(maker, subject, standing);
  line.comment = maker.said.text(Kind::subject_comment, subject);
  const Entry* const degree = maker.preset.has(Block::positioning) ? maker.said.find(Kind::positioning, subject) : nullptr;
  if (degree != nullptr)
    line.positioning = static_cast<std::int32_t>(degree->value);
  return line;
}

/// Domains in the order of the model, before the others by name.
void put_in_order(std::vector<Line>& lines, const Preset& preset) {
  const auto key = [&](const Line& line) {
    const std::string code = line.subject_code.value_or("");
    const auto domain = std::ranges::find_if(preset.domains, [&](const PresetDomain& one) { return code == one.code; });
    return std::tuple(domain - preset.domains.begin(), base::fold(line.name), code);
  };
  std::ranges::sort(lines, {}, key);
}

/// Those in which something stands in the report.
std::vector<CategoryLine> categories_of(const Maker& maker, const std::vector<Line>& lines) {
  std::vector<CategoryLine> found;
  for (const gradebook::Category& category : maker.facts.averages.made_by_pupil[maker.place].categories) {
    CategoryLine line{category.code, category.name, {}, {}};
    for (const std::string& subject : category.subject_codes) {
      if (std::ranges::find(lines, subject, &Line::subject_code) != lines.end()) line.subject_codes.push_back(subject);
    }
    if (line.subject_codes.empty()) continue;
    const auto figures = std::ranges::find(maker.facts.averages.categories, category.code,
                                           [](const gradebook::CategoryFigures& one) { return one.category.code; });
    line.average = average_of(figures->figures, maker.place, nullptr);
    found.push_back(std::move(line));
  }
  return found;
}

std::int32_t count_or(const Said& said, Kind kind, std::int32_t counted, std::optional<std::string>& reason) {
  const Entry* const typed = said.find(kind);
  if (typed == nullptr) return counted;
  reason = typed->text;
  return static_cast<std::int32_t>(typed->value);
}

SchoolLife school_life_of(const Maker& maker) {
  SchoolLife life;
  const auto totals = maker.facts.attendance.find(maker.pupil.member);
  if (totals != maker.facts.attendance.end()) {
    life.counted = {totals->second.justified_half_days, totals->second.unjustified_half_days, totals->second.latenesses};
  }
  life.shown.justified_half_days = count_or(maker.said, Kind::justified_half_days, life.counted.justified_half_days, life.reason);
  life.shown.unjustified_half_days = count_or(maker.said, Kind::unjustified_half_days, life.counted.unjustified_half_days, life.reason);
  life.shown.latenesses = count_or(maker.said, Kind::latenesses, life.counted.latenesses, life.reason);
  life.comment = maker.said.text(Kind::school_life_comment);
  return life;
}

Council council_of(const Maker& maker) {
  Council council{.held_on = maker.facts.council_on};
  for (const Opinion& opinion : maker.facts.opinions) {
    if (maker.said.find(Kind::opinion, opinion.code) != nullptr) council.opinions.push_back(opinion);
  }
  for (const Entry& entry : maker.said) {
    if (entry.kind != Kind::wish) continue;
    Wish wish{std::stoi(entry.item), entry.text, {}};
    if (entry.value != 0) wish.answer = static_cast<Answer>(entry.value);
    council.wishes.push_back(std::move(wish));
  }
  std::ranges::sort(council.wishes, {}, &Wish::rank);
  council.decision = maker.said.text(Kind::decision);
  return council;
}

Period period_of(const period::View& period, std::int32_t of) {
  return {period.id, period.name, period.number, of, period.first_day, period.last_day};
}

ProjectLine project_line(const Maker& maker, std::int64_t group, const Project& project) {
  ProjectLine line{make_id<GroupId>(maker.facts.school.id.value, group), project.code, project.kind, project.name, project.theme, {},
                   project.subject_codes, {}, project.description, project.comment, {}};
  const char* const theme = theme_name(project.kind, project.theme.value_or(""));
  if (theme != nullptr) line.theme_name = theme;
  for (const std::string& code : project.subject_codes) line.subjects.push_back(name_of(maker, code));
  line.comment = maker.said.text(Kind::project, rows::project_item(group, project.code));
  return line;
}

/// Those of the groups in which the pupil is.
std::vector<ProjectLine> projects_of(const Maker& maker) {
  std::vector<ProjectLine> lines;
  const auto groups = maker.facts.groups.find(maker.pupil.member);
  if (groups == maker.facts.groups.end()) return lines;
  for (const rows::ProjectOf& one : maker.facts.projects) {
    if (groups->second.contains(one.group)) lines.push_back(project_line(maker, one.group, one.project));
  }
  std::ranges::sort(lines, {}, [](const ProjectLine& one) { return std::tuple(one.kind, one.name, one.group_id, one.code); });
  return lines;
}

/// Where the last period of the year ends a cycle too.
std::optional<CycleEnd> cycle_end_of(const Maker& maker) {
  const std::int32_t cycle = maker.facts.last_of_year ? cycle_that_ends(maker.pupil.level) : 0;
  if (cycle == 0) return std::nullopt;
  CycleEnd end{.cycle = cycle};
  for (const PresetDomain& one : socle_components()) {
    Component& component = end.components.emplace_back(Component{one.code, one.name, {}});
    if (const Entry* const degree = maker.said.find(Kind::component, one.code)) component.position = static_cast<std::int32_t>(degree->value);
  }
  end.synthesis = maker.said.text(Kind::cycle_synthesis);
  if (const Entry* const complement = maker.said.find(Kind::complement)) {
    end.complement = complement->text;
    end.complement_goal = static_cast<std::int32_t>(complement->value);
  }
  if (const Entry* const language = maker.said.find(Kind::regional_language)) {
    end.regional_language = language->text;
    end.regional_language_goal = static_cast<std::int32_t>(language->value);
  }
  return end;
}

std::vector<Arrangement> arrangements_of(const Maker& maker) {
  std::vector<Arrangement> arrangements;
  for (const Entry& entry : maker.said) {
    if (entry.kind == Kind::arrangement) arrangements.push_back({static_cast<ArrangementKind>(entry.value), base::unless_empty(entry.text)});
  }
  std::ranges::sort(arrangements, {}, &Arrangement::kind);
  return arrangements;
}

Report report_of(const Maker& maker, const std::map<std::string, bool>& subjects) {
  const ClassFacts& facts = maker.facts;
  const period::View& period = facts.period;
  Report report;
  report.pupil = maker.pupil.card;
  report.birth_date = maker.pupil.birth_date;
  report.school = {facts.school.id, facts.school.code, facts.school.name};
  report.division = {facts.division.id, facts.division.name, base::unless_empty(maker.pupil.level), period.school_year,
                     static_cast<std::int32_t>(facts.pupils_of_class)};
  report.period = period_of(period, facts.periods_of_year);
  for (const period::View& one : facts.earlier) report.earlier.push_back(period_of(one, facts.periods_of_year));
  report.model = maker.preset.code;
  for (const auto& [subject, expected] : subjects) report.lines.push_back(line_of(maker, subject));
  put_in_order(report.lines, maker.preset);
  if (maker.preset.has(Block::averages)) report.categories = categories_of(maker, report.lines);
  if (maker.preset.has(Block::general_average)) {
    report.general = average_of(facts.averages.general, maker.place, maker.said.find(Kind::general_average));
  }
  if (maker.preset.has(Block::school_life)) report.school_life = school_life_of(maker);
  report.general_comment = maker.said.text(Kind::general_comment);
  if (maker.preset.has(Block::projects)) report.projects = projects_of(maker);
  report.cycle_end = cycle_end_of(maker);
  report.arrangements = arrangements_of(maker);
  report.council = council_of(maker);
  report.main_teachers = facts.main_teachers;
  report.heads = facts.heads;
  report.policy = facts.averages.made_by_pupil[maker.place].policy;
  report.scale = facts.averages.made_by_pupil[maker.place].scale;
  return report;
}

const Preset& model_of(const ClassFacts& facts, const std::string& level) {
  return facts.models.of(facts.division.id.number(), level, facts.period.first_day);
}

bool has_any(const ClassFacts& facts, Block block) {
  if (facts.pupils.empty()) return model_of(facts, "").has(block);
  return std::ranges::any_of(facts.pupils, [&](const rows::Pupil& pupil) { return model_of(facts, pupil.level).has(block); });
}

Standing standing_of(const ClassFacts& facts, const rows::Pupil& pupil) {
  const Preset& preset = model_of(facts, pupil.level);
  const auto place = std::ranges::lower_bound(facts.classmates, pupil.member, {}, &gradebook::Classmate::member);
  const auto services = facts.services.find(pupil.member);
  Maker maker{facts, pupil, preset, Said(facts.entries, pupil.member), static_cast<std::size_t>(place - facts.classmates.begin())};
  if (services != facts.services.end()) maker.services = services->second;
  const auto subjects = subjects_of(maker);
  Standing standing;
  standing.report = report_of(maker, subjects);
  std::vector<bool> expected;
  for (const Line& line : standing.report.lines) expected.push_back(subjects.at(line.subject_code.value_or("")));
  standing.missing = missing_in(standing.report, preset, expected);
  const auto issued = facts.issued.find(pupil.card.id.value);
  if (issued != facts.issued.end()) standing.issued = issued->second;
  standing.state = state_of(standing.report, standing.missing, facts.state, standing.issued.has_value());
  return standing;
}

ClassSubject class_subject_of(const gradebook::GroupSubject& look) {
  return {look.subject_code, {}, {}, look.marked, look.mean, look.minimum, look.lower_quartile, look.median, look.upper_quartile,
          look.maximum, look.bands};
}

void leave_mean_of_few_out(std::optional<Decimal>& mean, std::int32_t marked) {
  if (!gradebook::engine::mean_shown_to_families(static_cast<std::size_t>(marked))) mean.reset();
}

void leave_few_out(Average& average) {
  Among& among = average.among;
  leave_mean_of_few_out(among.mean, among.marked);
  for (Before& before : average.before) leave_mean_of_few_out(before.mean, before.marked);
  if (gradebook::engine::shown_to_families(static_cast<std::size_t>(among.marked))) return;
  among.minimum.reset();
  among.maximum.reset();
}

}  // namespace

std::vector<Standing> reports_of(const ClassFacts& facts, std::int64_t only) {
  std::vector<Standing> found;
  for (const rows::Pupil& pupil : facts.pupils) {
    if (only == 0 || pupil.member == only) found.push_back(standing_of(facts, pupil));
  }
  return found;
}

ClassReports class_reports_of(const ClassFacts& facts) {
  ClassReports reports{reports_of(facts, 0), {}, {}, {}, {}, {}};
  reports.state = least(reports.items);
  if (!has_any(facts, Block::averages)) return reports;
  std::vector<Service> services;
  for (const auto& [member, of_pupil] : facts.services) services.insert(services.end(), of_pupil.begin(), of_pupil.end());
  for (const ClassFigures& figures : facts.averages.subjects) {
    if (!figures.now) continue;
    ClassSubject& subject = reports.subjects.emplace_back(class_subject_of(figures.look_asked));
    const auto named = facts.subject_names.find(figures.subject);
    subject.name = named == facts.subject_names.end() ? figures.subject : named->second;
    subject.teachers = teachers_of(facts, standing_for(services, figures.subject, false));
  }
  std::ranges::sort(reports.subjects, {}, [](const ClassSubject& one) { return std::pair(base::fold(one.name), one.subject_code.value_or("")); });
  for (const auto& [category, figures] : facts.averages.categories) {
    reports.categories.push_back({category.code, category.name, category.subject_codes, figures.look_asked});
  }
  if (has_any(facts, Block::general_average)) reports.general = class_subject_of(facts.averages.general.look_asked);
  return reports;
}

Report as_published(Report report) {
  for (Line& line : report.lines) {
    if (line.average) leave_few_out(*line.average);
  }
  for (CategoryLine& category : report.categories) leave_few_out(category.average);
  if (report.general) leave_few_out(*report.general);
  return report;
}

}  // namespace ent::report
