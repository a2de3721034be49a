// Who people are and how they are reached.
#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "interop/aaf/mapper.hpp"
#include "interop/limits.hpp"
#include "interop/values.hpp"
#include "person/rules.hpp"

namespace ent::interop::aaf {
namespace {

constexpr std::size_t longest_other_names = 200;
constexpr std::size_t longest_line = 100;
constexpr Date first_birth_date{std::chrono::year{1900} / 1 / 1};

std::optional<PersonKind> kind_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::pupil: return PersonKind::pupil;
    case RecordKind::relative: return PersonKind::relative;
    case RecordKind::staff: return PersonKind::staff;
    default: return std::nullopt;
  }
}

std::optional<person::Title> title_of(std::string_view text) {
  if (text == "M." || text == "M") return person::Title::monsieur;
  if (text == "Mme" || text == "Mlle" || text == "MME" || text == "MLLE") return person::Title::madame;
  return std::nullopt;
}

bool is_yes(std::string_view text) { return text == "O" || text == "OUI" || text == "1"; }
bool is_no(std::string_view text) { return text == "N" || text == "NON" || text == "0"; }

/// Eleven characters; what they are made of has changed over the years.
bool is_national_number(std::string_view text) {
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return text.size() == 11 && std::ranges::all_of(text, fits);
}

}  // namespace

void Mapper::refuse(const Record& record, Attr attr, std::string_view reason, Dossier& out) {
  out.doubtful = true;
  task_.notes.refuse(out.place, record.name_of(attr), reason);
}

void Mapper::warn(const Record& record, Attr attr, std::string_view reason, Dossier& out) {
  out.doubtful = true;
  task_.notes.warn(out.place, record.name_of(attr), reason);
}

bool Mapper::dossier(const Record& record, const Place& place, Dossier& out) {
  out = Dossier{};
  out.place = place;
  const auto kind = kind_of(record.kind);
  if (!kind) return false;
  out.kind = *kind;
  out.gone = record.verb == Verb::remove;
  out.partial = record.verb == Verb::modify;
  const std::string_view key = record.verb == Verb::add ? record.one(Attr::person_key) : base::trim(record.id);
  out.key = key;
  const auto refuse_all = [&](Attr attr, std::string_view reason) {
    ++task_.report.people.refused;
    refuse(record, attr, reason, out);
    return false;
  };
  if (out.key.empty()) return refuse_all(Attr::person_key, "import.required_empty");
  if (base::count_characters(out.key) > longest_person_key) return refuse_all(Attr::person_key, "text.too_long");
  if (out.gone) return true;
  if (!read_identity(record, out)) return false;
  read_contact(record, out);
  read_address(record, out);
  if (out.kind == PersonKind::pupil) read_pupil(record, out);
  if (out.kind == PersonKind::staff) read_staff(record, out);
  return true;
}

/// In a full record an empty value says nothing; in a delta it takes the value away.
Text Mapper::name(const Record& record, Attr attr, std::size_t longest, Dossier& out) {
  if (!record.has(attr)) return std::nullopt;
  std::string text = clean(record.one(attr));
  if (text.empty()) return out.partial ? Text(std::move(text)) : std::nullopt;
  if (base::count_characters(text) > longest) {
    refuse(record, attr, "text.too_long", out);
    return std::nullopt;
  }
  if (is_damaged(text)) warn(record, attr, "import.damaged_text", out);
  return text;
}

bool Mapper::read_identity(const Record& record, Dossier& out) {
  out.family_name = name(record, Attr::family_name, longest_person_name, out);
  out.given_name = name(record, Attr::given_name, longest_person_name, out);
  out.birth_name = name(record, Attr::birth_name, longest_person_name, out);
  if (out.birth_name && out.family_name && *out.birth_name == *out.family_name) out.birth_name = "";
  if (record.has(Attr::other_given_names)) {
    std::string others;
    for (const auto value : record.all(Attr::other_given_names)) {
      const std::string other = clean(value);
      if (out.given_name && other == *out.given_name) continue;
      others.append(others.empty() ? "" : ", ").append(other);
    }
    if (base::count_characters(others) > longest_other_names) {
      warn(record, Attr::other_given_names, "text.too_long", out);
    } else {
      out.other_given_names = std::move(others);
    }
  }
  if (const auto text = record.one(Attr::title); !text.empty()) {
    out.title = title_of(text);
    if (!out.title) warn(record, Attr::title, "import.unknown_value", out);
  }
  if (const auto text = record.one(Attr::birth_date); !text.empty()) {
    out.birth_date = base::parse_french_date(text);
    if (out.birth_date && (*out.birth_date < first_birth_date || *out.birth_date > task_.unit.today())) out.birth_date.reset();
    if (!out.birth_date && out.kind != PersonKind::pupil) warn(record, Attr::birth_date, "import.bad_date", out);
  }
  if (const auto text = record.one(Attr::national_number); !text.empty()) {
    if (is_national_number(text)) {
      out.national_number = std::string(text);
    } else {
      warn(record, Attr::national_number, "import.bad_national_number", out);
    }
  }
  const auto refuse_all = [&](Attr attr, std::string_view reason) {
    ++task_.report.people.refused;
    refuse(record, attr, reason, out);
    return false;
  };
  for (const auto& [text, attr] : {std::pair(&out.family_name, Attr::family_name), std::pair(&out.given_name, Attr::given_name)}) {
    // A name that was too long is no name either.
    if (*text ? (*text)->empty() : !out.partial) return refuse_all(attr, "import.required_empty");
  }
  if (out.kind == PersonKind::pupil && !out.birth_date && (!out.partial || record.has(Attr::birth_date))) {
    const bool empty = record.one(Attr::birth_date).empty();
    return refuse_all(Attr::birth_date, empty ? "import.required_empty" : "import.bad_date");
  }
  return true;
}

/// A full delivery keeps what it says nothing of, a delta takes it away.
void Mapper::read_number(const Record& record, Attr attr, std::string_view application, Dossier& out) {
  const std::string_view number = record.one(attr);
  if (!record.has(attr) || (number.empty() && !out.partial)) return;
  if (base::count_characters(number) > longest_person_key) return warn(record, attr, "text.too_long", out);
  out.local_number = LocalNumber{application, std::string(number)};
}

Text Mapper::phone(const Record& record, Attr attr, Dossier& out) {
  if (!record.has(attr)) return std::nullopt;
  std::string text = clean(record.one(attr));
  const bool may_blank = out.partial || attr == Attr::mobile;
  if (text.empty()) return may_blank ? Text(std::move(text)) : std::nullopt;
  if (person::is_phone(text)) return text;
  warn(record, attr, "person.phone_malformed", out);
  return std::nullopt;
}

void Mapper::read_contact(const Record& record, Dossier& out) {
  out.home_phone = phone(record, Attr::home_phone, out);
  out.work_phone = phone(record, Attr::work_phone, out);
  out.mobile = phone(record, Attr::mobile, out);
  if (record.has(Attr::email)) {
    std::string text = clean(record.one(Attr::email));
    if (person::is_email(text)) {
      out.email = std::move(text);
    } else if (!text.empty()) {
      warn(record, Attr::email, "person.email_malformed", out);
    } else if (out.partial) {
      out.email = "";
    }
  }
  if (record.has(Attr::mobile_for_sms)) {
    const std::string text = clean(record.one(Attr::mobile_for_sms));
    out.accepts_sms = !text.empty() && !is_no(text);
    // Some feeds put the number itself here.
    if (person::is_phone(text) && (!out.mobile || out.mobile->empty())) out.mobile = text;
  }
  if (const auto text = record.one(Attr::shares_address); is_yes(text) || is_no(text)) out.shares_address = is_yes(text);
}

void Mapper::read_address(const Record& record, Dossier& out) {
  if (!record.has(Attr::address)) return;
  Address address;
  const std::string_view value = record.one(Attr::address);
  for (std::size_t i = 0; i < std::min<std::size_t>(count_parts(value), 6); ++i) {
    const std::string line = clean(part(value, i));
    if (line.empty()) continue;
    address.lines.append(address.lines.empty() ? "" : "\n").append(line.substr(0, 4 * longest_line));
  }
  address.postal_code = clean(record.one(Attr::postal_code));
  address.town = clean(record.one(Attr::town));
  if (address.postal_code.size() > 10 || base::count_characters(address.town) > longest_line ||
      base::count_characters(address.lines) > 6 * longest_line) {
    return warn(record, Attr::address, "text.too_long", out);
  }
  const std::string country = clean(record.one(Attr::country));
  if (!country_code(country, address.country)) {
    warn(record, Attr::country, "import.unknown_value", out);
    address.lines.append(address.lines.empty() ? "" : "\n").append(country);
  }
  out.address = std::move(address);
}

}  // namespace ent::interop::aaf
