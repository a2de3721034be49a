#include "reflect/arrow_batch.hpp"

#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

#include "ent/arrow.h"
#include "reflect/codec.hpp"

namespace ent::reflect {
namespace {

/// Memory of a buffer: aligned and padded to 64 bytes, as Arrow recommends, and zeroed.
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : bytes_(allocate(padded(size))) { std::memset(bytes_.get(), 0, padded(size)); }

  template <class T>
  T* as() noexcept {
    return static_cast<T*>(bytes_.get());
  }
  const void* data() const noexcept { return bytes_.get(); }

 private:
  static constexpr std::align_val_t alignment{64};
  static std::size_t padded(std::size_t size) noexcept { return size / 64 * 64 + 64; }
  static void* allocate(std::size_t size) { return ::operator new(size, alignment); }
  struct Free {
    void operator()(void* bytes) const noexcept { ::operator delete(bytes, alignment); }
  };
  std::unique_ptr<void, Free> bytes_;
};

/// The memory of a column, which lives until the consumer releases its array.
struct Column {
  Buffer validity, values, texts;
  const void* buffers[3] = {};
};

/// The children of an array or a schema of a struct.
template <class Node>
struct Children {
  explicit Children(std::size_t count) : nodes(count), pointers(count) {
    for (std::size_t i = 0; i < count; ++i) pointers[i] = &nodes[i];
  }
  ~Children() {
    for (Node& node : nodes)
      if (node.release != nullptr) node.release(&node);
  }
  std::vector<Node> nodes;
  std::vector<Node*> pointers;
  const void* no_validity = nullptr;
};

template <class Private, class Node>
void release(Node* node) {
  delete static_cast<Private*>(node->private_data);
  node->private_data = nullptr;
  node->release = nullptr;
}

void release_text_only(ArrowSchema* schema) { schema->release = nullptr; }

const Type& within(const Type& type) noexcept { return type.kind == Kind::optional ? *type.inner : type; }

const char* format_of(Kind kind) noexcept {
  switch (kind) {
    case Kind::boolean: return "b";
    case Kind::int32: return "i";
    case Kind::int64:
    case Kind::id: return "l";
    case Kind::date: return "tdD";
    case Kind::time: return "tts";
    case Kind::decimal: return "d:18,6";
    case Kind::instant: return "tsu:UTC";
    case Kind::text:
    case Kind::enumeration:
    case Kind::optional:
    case Kind::list:
    case Kind::record: break;
  }
  return "u";
}

/// The cells of one field over the rows of a batch.
class Cells {
 public:
  Cells(const Field& field, const Type& record, const std::byte* first, std::size_t count)
      : type_(*field.type), stride_(record.size), first_(first + field.offset), count_(count) {}

  const Type& type() const noexcept { return within(type_); }
  bool nullable() const noexcept { return type_.kind == Kind::optional; }
  std::size_t count() const noexcept { return count_; }

  /// Null when the cell is empty.
  const void* operator[](std::size_t row) const noexcept {
    const std::byte* const cell = first_ + row * stride_;
    if (!nullable()) return cell;
    return type_.count(cell) == 0 ? nullptr : type_.at(cell, 0);
  }

 private:
  const Type& type_;
  std::size_t stride_;
  const std::byte* first_;
  std::size_t count_;
};

void set_bit(std::uint8_t* bits, std::size_t index) noexcept {
  bits[index / 8] = static_cast<std::uint8_t>(bits[index / 8] | 1U << index % 8);
}

/// Marks the cells that hold something; answers how many do not.
std::int64_t fill_validity(const Cells& cells, Column& column) {
  if (!cells.nullable()) return 0;
  column.validity = Buffer(cells.count() / 8 + 1);
  auto* const bits = column.validity.as<std::uint8_t>();
  std::int64_t nulls = 0;
  for (std::size_t row = 0; row < cells.count(); ++row) {
    if (cells[row] != nullptr) {
      set_bit(bits, row);
    } else {
      ++nulls;
    }
  }
  return nulls;
}

template <class Number, class NumberOf>
void fill_numbers(const Cells& cells, Column& column, NumberOf number_of) {
  column.values = Buffer(cells.count() * sizeof(Number));
  auto* const numbers = column.values.as<Number>();
  for (std::size_t row = 0; row < cells.count(); ++row)
    if (const void* const cell = cells[row]) numbers[row] = static_cast<Number>(number_of(cell));
}

/// Of 128 bits, in two's complement, the lower half first.
void fill_decimals(const Cells& cells, Column& column) {
  column.values = Buffer(cells.count() * 2 * sizeof(std::int64_t));
  auto* const halves = column.values.as<std::int64_t>();
  for (std::size_t row = 0; row < cells.count(); ++row) {
    const void* const cell = cells[row];
    if (cell == nullptr) continue;
    halves[2 * row] = static_cast<const Decimal*>(cell)->millionths();
    halves[2 * row + 1] = halves[2 * row] < 0 ? -1 : 0;
  }
}

void fill_bits(const Cells& cells, Column& column) {
  column.values = Buffer(cells.count() / 8 + 1);
  for (std::size_t row = 0; row < cells.count(); ++row) {
    const void* const cell = cells[row];
    if (cell != nullptr && *static_cast<const bool*>(cell)) set_bit(column.values.as<std::uint8_t>(), row);
  }
}

std::int32_t checked_offset(std::size_t bytes) {
  if (bytes > INT32_MAX) throw std::length_error("too much text");
  return static_cast<std::int32_t>(bytes);
}

/// Measures, then copies: `text_of` is cheap.
template <class TextOf>
void fill_texts(const Cells& cells, Column& column, TextOf text_of) {
  column.values = Buffer((cells.count() + 1) * sizeof(std::int32_t));
  auto* const offsets = column.values.as<std::int32_t>();
  std::size_t bytes = 0;
  for (std::size_t row = 0; row < cells.count(); ++row) {
    if (const void* const cell = cells[row]) bytes += text_of(cell).size();
    offsets[row + 1] = checked_offset(bytes);
  }
  column.texts = Buffer(bytes);
  for (std::size_t row = 0; row < cells.count(); ++row) {
    const void* const cell = cells[row];
    if (cell == nullptr) continue;
    const std::string_view text = text_of(cell);
    std::memcpy(column.texts.as<char>() + offsets[row], text.data(), text.size());
  }
}

void fill_json(const Cells& cells, Column& column) {
  column.values = Buffer((cells.count() + 1) * sizeof(std::int32_t));
  auto* const offsets = column.values.as<std::int32_t>();
  std::string text;
  for (std::size_t row = 0; row < cells.count(); ++row) {
    if (const void* const cell = cells[row]) write_json(cells.type(), cell, text);
    offsets[row + 1] = checked_offset(text.size());
  }
  column.texts = Buffer(text.size());
  std::memcpy(column.texts.as<char>(), text.data(), text.size());
}

std::string_view word_in(const Type& type, const void* cell) {
  const std::string_view word = word_of(type, word_number(cell));
  if (word.empty()) throw std::logic_error("no word for a number of " + std::string(type.name));
  return word;
}

void fill_values(const Cells& cells, Column& column) {
  const Type& type = cells.type();
  switch (type.kind) {
    case Kind::boolean: return fill_bits(cells, column);
    case Kind::int32:
      return fill_numbers<std::int32_t>(cells, column, [](const void* cell) { return *static_cast<const std::int32_t*>(cell); });
    case Kind::int64:
    case Kind::id:
      return fill_numbers<std::int64_t>(cells, column, [](const void* cell) { return *static_cast<const std::int64_t*>(cell); });
    case Kind::date:
      return fill_numbers<std::int32_t>(
          cells, column, [](const void* cell) { return static_cast<const Date*>(cell)->time_since_epoch().count(); });
    case Kind::time:
      return fill_numbers<std::int32_t>(cells, column,
                                        [](const void* cell) { return static_cast<const TimeOfDay*>(cell)->minutes * 60; });
    case Kind::decimal: return fill_decimals(cells, column);
    case Kind::instant:
      return fill_numbers<std::int64_t>(
          cells, column, [](const void* cell) { return static_cast<const Instant*>(cell)->time_since_epoch().count(); });
    case Kind::text:
      return fill_texts(cells, column, [](const void* cell) { return std::string_view(*static_cast<const std::string*>(cell)); });
    case Kind::enumeration:
      return fill_texts(cells, column, [&type](const void* cell) { return word_in(type, cell); });
    case Kind::optional:
    case Kind::list:
    case Kind::record: return fill_json(cells, column);
  }
}

void export_column(const Cells& cells, ArrowArray* out) {
  auto column = std::make_unique<Column>();
  const std::int64_t nulls = fill_validity(cells, *column);
  fill_values(cells, *column);
  const bool texts = column->texts.data() != nullptr;
  column->buffers[0] = column->validity.data();
  column->buffers[1] = column->values.data();
  column->buffers[2] = column->texts.data();
  *out = {};
  out->length = static_cast<std::int64_t>(cells.count());
  out->null_count = nulls;
  out->n_buffers = texts ? 3 : 2;
  out->buffers = column->buffers;
  out->release = &release<Column, ArrowArray>;
  out->private_data = column.release();
}

}  // namespace

void export_schema(const Type& record, ArrowSchema* out) {
  auto children = std::make_unique<Children<ArrowSchema>>(record.fields.size());
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    ArrowSchema& child = children->nodes[i];
    child.format = format_of(within(*field.type).kind);
    child.name = field.name;
    child.flags = field.type->kind == Kind::optional ? ARROW_FLAG_NULLABLE : 0;
    child.release = &release_text_only;
  }
  *out = {};
  out->format = "+s";
  out->name = "";
  out->n_children = static_cast<std::int64_t>(record.fields.size());
  out->children = children->pointers.data();
  out->release = &release<Children<ArrowSchema>, ArrowSchema>;
  out->private_data = children.release();
}

void export_batch(const Type& record, const std::byte* first, std::size_t count, ArrowArray* out) {
  auto children = std::make_unique<Children<ArrowArray>>(record.fields.size());
  for (std::size_t i = 0; i < record.fields.size(); ++i)
    export_column(Cells(record.fields[i], record, first, count), &children->nodes[i]);
  *out = {};
  out->length = static_cast<std::int64_t>(count);
  out->n_buffers = 1;
  out->n_children = static_cast<std::int64_t>(record.fields.size());
  out->buffers = &children->no_validity;
  out->children = children->pointers.data();
  out->release = &release<Children<ArrowArray>, ArrowArray>;
  out->private_data = children.release();
}

}  // namespace ent::reflect
