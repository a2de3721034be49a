#include "reflect/layout.hpp"

#include <algorithm>
#include <bit>

namespace ent::reflect {
namespace {

/// The record that a value of this type leads to, if any.
const Type* record_within(const Type& type) noexcept {
  if (type.kind == Kind::record) return &type;
  return type.kind == Kind::optional || type.kind == Kind::list ? record_within(*type.inner) : nullptr;
}

std::string field_fault(const Type& type, const CLayout& layout, const CField& at) {
  if (at.field >= type.fields.size()) return "a field that the record does not have";
  const Field& field = type.fields[at.field];
  const std::string name = std::string(type.name) + "." + field.name;
  const bool record_member = field.type->kind == Kind::record;
  if (at.size != (record_member ? sizeof(void*) : c_size(*field.type))) return name + ": wrong size";
  if (at.offset % std::min<std::size_t>(at.size, alignof(void*)) != 0) return name + ": not aligned";
  if (at.offset + at.size > layout.size) return name + ": outside the struct";
  const Type* const record = record_within(*field.type);
  if ((record != nullptr) != (at.record != nullptr)) return name + ": wrong layout of a record";
  return record == nullptr ? std::string{} : layout_fault(*record, *at.record);
}

}  // namespace

std::uint32_t c_size(const Type& type) noexcept {
  switch (type.kind) {
    case Kind::boolean:
    case Kind::int32:
    case Kind::date:
    case Kind::time:
    case Kind::enumeration: return sizeof(std::int32_t);
    case Kind::int64:
    case Kind::id:
    case Kind::instant:
    case Kind::decimal: return sizeof(std::int64_t);
    case Kind::text: return sizeof(CText);
    case Kind::list: return sizeof(CList);
    case Kind::optional:
    case Kind::record: break;
  }
  return sizeof(void*);
}

std::string layout_fault(const Type& type, const CLayout& layout) {
  if (layout.type != type.name) return std::string(layout.type) + " is no layout of " + std::string(type.name);
  if (layout.fields.size() != type.fields.size()) return std::string(type.name) + ": fields are missing";
  std::vector<CField> fields(layout.fields.begin(), layout.fields.end());
  std::ranges::sort(fields, {}, &CField::offset);
  std::uint32_t end = layout.sized ? sizeof(std::uint32_t) : 0;
  std::uint64_t met = 0;
  for (const CField& at : fields) {
    if (std::string fault = field_fault(type, layout, at); !fault.empty()) return fault;
    if (at.offset < end) return std::string(type.name) + ": members overlap";
    end = at.offset + at.size;
    met |= std::uint64_t{1} << at.field;
  }
  const bool each_once = static_cast<std::size_t>(std::popcount(met)) == type.fields.size();
  return each_once ? std::string{} : std::string(type.name) + ": a field twice";
}

}  // namespace ent::reflect
