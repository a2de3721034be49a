#include "interop/lsu/finder.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"
#include "interop/lsu/values.hpp"
#include "interop/xml_writer.hpp"

namespace ent::lsu {
namespace {

constexpr std::int32_t largest_count = 999;

}  // namespace

Obstacle Finder::made(std::string_view reason, std::string_view field) const {
  Obstacle one{.reason = std::string(reason), .field = std::string(field), .subject_code = subject_};
  if (const base::Reason* const known = base::find_reason(reason)) {
    one.english = known->english;
    one.french = known->french;
  }
  return one;
}

void Finder::add_of(const person::Card& teacher, std::string_view reason, std::string_view field) {
  Obstacle one = made(reason, field);
  one.teacher = teacher;
  found_.push_back(std::move(one));
}

void Finder::text(std::string_view text, std::size_t longest, std::string_view field) {
  add_if(!interop::is_xml_text(text), "lsu.character_forbidden", field);
  const std::size_t length = base::count_characters(text);
  if (length <= longest) return;
  Obstacle one = made("lsu.text_too_long", field);
  one.length = static_cast<std::int32_t>(length);
  one.longest = static_cast<std::int32_t>(longest);
  found_.push_back(std::move(one));
}

void Finder::needed(const std::optional<std::string>& text, std::size_t longest, std::string_view field, std::string_view reason) {
  if (!says_something(text)) return add(reason, field);
  this->text(*text, longest, field);
}

void Finder::wanted(const std::optional<std::string>& text, std::size_t longest, std::string_view field) {
  if (says_something(text)) this->text(*text, longest, field);
}

void Finder::count(std::int32_t number, std::string_view field) {
  add_if(number < 0 || number > largest_count, "lsu.out_of_range", field);
}

}  // namespace ent::lsu
