#include "reflect/csv.hpp"

#include "table.hpp"

namespace ent::python {

Ref csv_text(const Answers& answers) {
  const Member& items = answers.listing->members.front();
  std::string text;
  reflect::write_csv_headings(*items.shape->type, text);
  for (const Held& answer : answers.held)
    reflect::write_csv_rows(*items.shape->type, static_cast<const std::byte*>(answer->data()) + items.field->offset, text);
  return checked(PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size())));
}

}  // namespace ent::python
