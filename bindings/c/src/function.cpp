#include "function.hpp"

#include <cstring>
#include <memory>

#include "base/try.hpp"
#include "portal/functions.hpp"
#include "wall.hpp"

namespace ent::c {
namespace {

using portal::Function;
using portal::Hands;

std::optional<Error> read_word(const reflect::Type& type, const Given& given) {
  for (const reflect::Word& word : type.words) {
    if (word.number == *given.word) return std::nullopt;
  }
  return base::invalid(given.plain_path, "field.word");
}

/// What a call takes and gives, for as long as it runs. The places of what comes out are made first: once the
/// function has done its work, nothing can fail any more.
struct Call {
  explicit Call(const Function& called)
      : function(called),
        input(called.input == nullptr ? reflect::Value() : reflect::Value(*called.input)),
        session(called.opens ? std::make_unique<ent_session>() : nullptr),
        doc(called.answer == nullptr ? nullptr : std::make_unique<ent_doc>(*called.answer)) {}

  std::optional<Error> take(const Given& given) {
    if (function.takes_portal) {
      ENT_REFUSE(need(given.portal, "/portal"));
      ENT_REFUSE(refuse_closed(given.portal->portal.state()));
      hands.portal = &given.portal->portal;
    }
    if (function.takes_session) {
      ENT_TRY(open, open_session(given.session));
      hands.session = open;
    }
    return take_values(given);
  }

  std::optional<Error> take_values(const Given& given) {
    if (given.word != nullptr) {
      ENT_REFUSE(read_word(*function.plain, given));
      hands.plain = given.word;
    }
    if (given.text != nullptr) {
      ENT_REFUSE(need(given.text->data, given.plain_path));
      ENT_REFUSE(take_text(*given.text, given.plain_path, text));
      hands.plain = &text;
    }
    if (given.layout != nullptr) {
      std::uint32_t size = 0;
      if (given.args != nullptr) std::memcpy(&size, given.args, sizeof size);
      ENT_REFUSE(reflect::read_c(*function.input, *given.layout, given.args, size, input.data()));
      hands.input = input.data();
    }
    return take_watch(given.watch);
  }

  std::optional<Error> take_watch(const GivenWatch& given) {
    if (given.table == nullptr) return std::nullopt;
    if (given.size < given.need) return base::invalid("/watch/struct_size", "struct.size");
    if (!given.can_ask) return base::invalid("/watch/go_on", "argument.null");
    watch = given;
    hands.watcher = &watch;
    hands.go_on = [](void* watcher, const void* progress) {
      const GivenWatch& asked = *static_cast<const GivenWatch*>(watcher);
      return asked.go_on(asked.table, progress);
    };
    return std::nullopt;
  }

  std::optional<Error> run() {
    if (doc) hands.answer = doc->answer->data();
    return function.run(hands);
  }

  const Function& function;
  Hands hands{};
  std::string text{};
  GivenWatch watch{};
  reflect::Value input;
  std::unique_ptr<ent_session> session;
  std::unique_ptr<ent_doc> doc;
};

std::optional<Error> run(std::string_view name, const Given& given, const Places& places) {
  const Function* function = portal::find_function(name);
  if (function == nullptr) return base::fail(Errc::internal, "internal.defect");
  Call call(*function);
  ENT_REFUSE(call.take(given));
  if (function->opens) ENT_REFUSE(need(places.out, "/out"));
  ENT_REFUSE(call.run());
  if (function->opens) {
    call.session->session = std::move(call.hands.opened);
    *places.out = call.session.release();
  }
  if (places.doc != nullptr) *places.doc = call.doc.release();
  return std::nullopt;
}

}  // namespace

ent_status call_function(std::string_view name, const Given& given, const Places& places) noexcept {
  if (places.out != nullptr) *places.out = nullptr;
  if (places.doc != nullptr) *places.doc = nullptr;
  return walled(places.err, [&] { return run(name, given, places); });
}

}  // namespace ent::c
