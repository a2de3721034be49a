#include <utility>

#include "ent/arrow.h"
#include "reflect/arrow.hpp"
#include "table.hpp"

namespace ent::python {
namespace {

constexpr const char* capsule_name = "arrow_array_stream";

/// The stream over one page.
void open_page(const Shape& listing, const Held& answer, ArrowArrayStream* out) {
  const Member& items = listing.members.front();
  const void* const rows = static_cast<const std::byte*>(answer->data()) + items.field->offset;
  reflect::export_arrow(*items.shape->type, std::shared_ptr<const void>(answer, rows), out);
}

/// The streams of some pages, read one after the other.
struct Chain {
  std::vector<ArrowArrayStream> pages;
  std::size_t current = 0;

  Chain() = default;
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;
  ~Chain() {
    for (ArrowArrayStream& page : pages) {
      if (page.release != nullptr) page.release(&page);
    }
  }
};

Chain& chain_of(ArrowArrayStream* stream) noexcept { return *static_cast<Chain*>(stream->private_data); }
ArrowArrayStream& current(Chain& chain) noexcept { return chain.pages[chain.current]; }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  ArrowArrayStream& first = chain_of(stream).pages.front();
  return first.get_schema(&first, out);
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  Chain& chain = chain_of(stream);
  for (;; ++chain.current) {
    const int failed = current(chain).get_next(&current(chain), out);
    const bool at_end = failed == 0 && out->release == nullptr;
    if (!at_end || chain.current + 1 == chain.pages.size()) return failed;
  }
}

const char* get_last_error(ArrowArrayStream* stream) {
  Chain& chain = chain_of(stream);
  return current(chain).get_last_error(&current(chain));
}

void release(ArrowArrayStream* stream) {
  delete &chain_of(stream);
  *stream = {};
}

void drop_capsule(PyObject* capsule) noexcept {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, capsule_name));
  if (stream->release != nullptr) stream->release(stream);  // nobody took it
  delete stream;
}

}  // namespace

Ref arrow_stream(const Answers& answers) {
  auto chain = std::make_unique<Chain>();
  chain->pages.resize(answers.held.size());
  for (std::size_t i = 0; i < answers.held.size(); ++i) open_page(*answers.listing, answers.held[i], &chain->pages[i]);
  auto stream = std::make_unique<ArrowArrayStream>();
  Ref capsule = checked(PyCapsule_New(stream.get(), capsule_name, &drop_capsule));
  *stream.release() = {&get_schema, &get_next, &get_last_error, &release, chain.release()};
  return capsule;
}

}  // namespace ent::python
