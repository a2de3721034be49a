#include <cstring>

#include "table.hpp"
#include "unit/dates.hpp"

namespace ent::python {
namespace {

using reflect::Kind;

/// All rows of the answers, as pointers to records.
std::vector<const void*> rows_of(const Answers& answers) {
  const Member& items = answers.listing->members.front();
  const reflect::Type& list = *items.shape->type;
  std::vector<const void*> rows;
  for (const Held& held : answers.held) {
    const void* place = static_cast<const std::byte*>(held->data()) + items.field->offset;
    for (std::size_t row = 0; row < list.count(place); ++row) rows.push_back(list.at(place, row));
  }
  return rows;
}

const char* kind_word(Kind kind) noexcept {
  switch (kind) {
    case Kind::boolean: return "bool";
    case Kind::int32:
    case Kind::int64:
    case Kind::id: return "int";
    case Kind::date: return "date";
    case Kind::instant: return "instant";
    case Kind::text:
    case Kind::enumeration: return "str";
    default: return "object";
  }
}

std::int64_t number_of(Kind kind, const void* value) noexcept {
  switch (kind) {
    case Kind::boolean: return *static_cast<const bool*>(value) ? 1 : 0;
    case Kind::int32: return *static_cast<const std::int32_t*>(value);
    case Kind::date: return unit::day(*static_cast<const Date*>(value));
    case Kind::instant: return static_cast<const Instant*>(value)->time_since_epoch().count();
    default: return *static_cast<const std::int64_t*>(value);
  }
}

/// One column of the rows, on the way to Python.
class Column {
 public:
  Column(const Member& member, const std::vector<const void*>& rows)
      : rows_(rows),
        offset_(member.field->offset),
        optional_(member.shape->type->kind == Kind::optional ? member.shape->type : nullptr),
        shape_(optional_ != nullptr ? *member.shape->inner : *member.shape) {}

  Ref tuple(PyObject* name) const {
    const char* const word = kind_word(shape_.type->kind);
    const bool numbers = std::strcmp(word, "str") != 0 && std::strcmp(word, "object") != 0;
    const Ref values = numbers ? as_bytes() : as_list();
    const Ref missing = optional_ != nullptr ? mask() : Ref::borrow(Py_None);
    return checked(Py_BuildValue("(OsOO)", name, word, values.get(), missing.get()));
  }

 private:
  /// Null where there is nothing.
  const void* cell(std::size_t row) const noexcept {
    const void* place = static_cast<const std::byte*>(rows_[row]) + offset_;
    if (optional_ == nullptr) return place;
    return optional_->count(place) == 0 ? nullptr : optional_->at(place, 0);
  }

  Ref as_bytes() const {
    return shape_.type->kind == Kind::boolean ? bytes_of<std::uint8_t>() : bytes_of<std::int64_t>();
  }

  template <class Number>
  Ref bytes_of() const {
    Ref bytes = checked(PyBytes_FromStringAndSize(nullptr, static_cast<Py_ssize_t>(rows_.size() * sizeof(Number))));
    char* out = PyBytes_AS_STRING(bytes.get());
    for (std::size_t row = 0; row < rows_.size(); ++row, out += sizeof(Number)) {
      const void* const value = cell(row);
      const auto number = static_cast<Number>(value == nullptr ? 0 : number_of(shape_.type->kind, value));
      std::memcpy(out, &number, sizeof number);
    }
    return bytes;
  }

  Ref as_list() const {
    Ref list = checked(PyList_New(static_cast<Py_ssize_t>(rows_.size())));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const void* const value = cell(row);
      PyObject* const made = value == nullptr ? Py_NewRef(Py_None) : to_plain(shape_, value);
      if (made == nullptr) throw Raised{};
      PyList_SET_ITEM(list.get(), static_cast<Py_ssize_t>(row), made);
    }
    return list;
  }

  Ref mask() const {
    Ref bytes = checked(PyBytes_FromStringAndSize(nullptr, static_cast<Py_ssize_t>(rows_.size())));
    for (std::size_t row = 0; row < rows_.size(); ++row) PyBytes_AS_STRING(bytes.get())[row] = cell(row) == nullptr ? 1 : 0;
    return bytes;
  }

  const std::vector<const void*>& rows_;
  std::uint32_t offset_;
  const reflect::Type* optional_;
  const Shape& shape_;
};

}  // namespace

Ref columns(const Answers& answers) {
  const std::vector<const void*> rows = rows_of(answers);
  Ref list = checked(PyList_New(0));
  for (const Member& member : answers.listing->item().members) {
    const Ref column = Column(member, rows).tuple(member.name.get());
    if (PyList_Append(list.get(), column.get()) < 0) throw Raised{};
  }
  return list;
}

}  // namespace ent::python
