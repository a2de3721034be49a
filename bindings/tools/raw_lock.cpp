/// Prints the raw lock: what the registry knows of the operations and their types, as JSON.
/// bindings/tools/apigen.py adds the documentation of the headers to it.
#include <cstdio>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/permission.hpp"
#include "ops/registry.hpp"
#include "portal/functions.hpp"
#include "reflect/codec.hpp"

namespace {

using ent::reflect::Field;
using ent::reflect::Kind;
using ent::reflect::Type;

std::string_view word(Kind kind) noexcept {
  switch (kind) {
    case Kind::boolean: return "boolean";
    case Kind::int32: return "int32";
    case Kind::int64: return "int64";
    case Kind::id: return "id";
    case Kind::text: return "text";
    case Kind::date: return "date";
    case Kind::time: return "time";
    case Kind::instant: return "instant";
    case Kind::decimal: return "decimal";
    case Kind::enumeration: return "enumeration";
    case Kind::optional: return "optional";
    case Kind::list: return "list";
    case Kind::record: return "record";
  }
  return "";
}

const Type& innermost(const Type& type) noexcept { return type.inner == nullptr ? type : innermost(*type.inner); }

/// The named types that operations and functions lead to, each after those that it is made of.
class NamedTypes {
 public:
  void add(const Type& type) {
    const Type& named = innermost(type);
    if (named.name.empty() || !met_.insert(named.name).second) return;
    for (const Field& field : named.fields) add(*field.type);
    list_.push_back(&named);
  }
  const std::vector<const Type*>& list() const noexcept { return list_; }

 private:
  std::set<std::string_view> met_;
  std::vector<const Type*> list_;
};

/// Joins what it is given with commas.
class Items {
 public:
  Items& operator<<(const std::string& item) {
    text_ += text_.empty() ? "\n" : ",\n";
    text_ += item;
    return *this;
  }
  std::string in(char open, char close) const { return open + text_ + close; }

 private:
  std::string text_;
};

std::string quoted(std::string_view plain) { return '"' + std::string(plain) + '"'; }
std::string member(const char* name, const std::string& value) { return quoted(name) + ": " + value; }
std::string flag(bool value) { return value ? "true" : "false"; }

std::string spelt(const Type& type) {
  const std::string kind = "{" + member("kind", quoted(word(type.kind)));
  if (type.inner != nullptr) return kind + ", " + member("of", spelt(*type.inner)) + "}";
  return type.name.empty() ? kind + "}" : kind + ", " + member("name", quoted(type.name)) + "}";
}

/// Whether a default-constructed field says nothing that a caller could leave out.
bool has_default(const Field& field, const std::byte* record) {
  if (field.required) return false;
  switch (field.type->kind) {
    case Kind::boolean:
    case Kind::int32:
    case Kind::int64:
    case Kind::text:
    case Kind::time:
    case Kind::decimal: return true;
    case Kind::enumeration: return ent::reflect::word_number(record + field.offset) != 0;
    default: return false;
  }
}

std::string of_field(const Field& field, const std::byte* record) {
  std::string text = "{" + member("name", quoted(field.name)) + ", " + member("type", spelt(*field.type)) + ", " +
                     member("required", flag(field.required));
  if (has_default(field, record)) {
    std::string value;
    ent::reflect::write_json(*field.type, record + field.offset, value);
    text += ", " + member("default", value);
  }
  if (field.secret) text += ", " + member("secret", flag(true));
  return text + "}";
}

std::string of_type(const Type& type) {
  Items items;
  if (type.kind == Kind::enumeration) {
    for (const auto& entry : type.words) {
      items << "{" + member("name", quoted(entry.name)) + ", " + member("number", std::to_string(entry.number)) + "}";
    }
    return "{" + member("name", quoted(type.name)) + ", " + member("words", items.in('[', ']')) + "}";
  }
  const ent::reflect::Value sample(type);
  for (const Field& field : type.fields) items << of_field(field, static_cast<const std::byte*>(sample.data()));
  return "{" + member("name", quoted(type.name)) + ", " + member("fields", items.in('[', ']')) + "}";
}

std::string of_operation(const ent::Op& op) {
  const ent::access::Permission& permission = ent::access::info(op.perm);
  const bool reads = op.effect == ent::unit::Effect::read;
  return (Items() << member("name", quoted(op.name)) << member("since", quoted(op.since))
                  << member("effect", quoted(reads ? "read" : "write"))
                  << member("permission", quoted(permission.name))
                  << member("audited", flag(permission.audited || !reads))
                  << member("step_up", flag(permission.step_up)) << member("secret", flag(op.secret))
                  << member("input", quoted(op.in->name)) << member("answer", spelt(*op.out)))
      .in('{', '}');
}

std::string of_function(const ent::portal::Function& function) {
  Items items;
  items << member("name", quoted(function.name)) << member("portal", flag(function.takes_portal))
        << member("session", flag(function.takes_session));
  if (function.plain != nullptr) items << member("plain", spelt(*function.plain));
  if (function.input != nullptr) items << member("input", quoted(function.input->name));
  if (function.progress != nullptr) items << member("progress", quoted(function.progress->name));
  items << member("opens", flag(function.opens));
  if (function.answer != nullptr) items << member("answer", quoted(function.answer->name));
  return items.in('{', '}');
}

std::string described(const NamedTypes& types, std::size_t begin, std::size_t end) {
  Items items;
  for (std::size_t i = begin; i < end; ++i) items << of_type(*types.list()[i]);
  return items.in('[', ']');
}

std::string raw_lock() {
  NamedTypes types;
  Items operations;
  for (const ent::Op* op : ent::ops::all()) {
    operations << of_operation(*op);
    types.add(*op->in);
    types.add(*op->out);
  }
  const std::size_t of_operations = types.list().size();
  Items functions;
  for (const ent::portal::Function& function : ent::portal::functions()) {
    functions << of_function(function);
    for (const Type* type : {function.plain, function.input, function.progress, function.answer}) {
      if (type != nullptr) types.add(*type);
    }
  }
  return (Items() << member("operations", operations.in('[', ']')) << member("types", described(types, 0, of_operations))
                  << member("functions", functions.in('[', ']'))
                  << member("function_types", described(types, of_operations, types.list().size())))
             .in('{', '}') +
         "\n";
}

}  // namespace

int main() {
  const std::string text = raw_lock();
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0 ? 0 : 1;
}
