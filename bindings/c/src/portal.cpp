#include <memory>

#include "base/try.hpp"
#include "ports.hpp"
#include "sized.hpp"
#include "sql_port.hpp"
#include "wall.hpp"

namespace ent::c {
namespace {

constexpr ent_open_options fresh = ENT_OPEN_OPTIONS_INIT;

/// What is opened: the library's store at `uri`, or the host's.
std::optional<Error> read_uri(const ent_open_options& given, std::string& uri) {
  if (given.store != nullptr) return given.uri.data == nullptr ? std::nullopt : std::optional(base::invalid("/uri", "portal.two_stores"));
  ENT_REFUSE(need(given.uri.data, "/uri"));
  return take_text(given.uri, "/uri", uri);
}

std::optional<Error> read_options(const ent_open_options& given, OpenOptions& options) {
  ENT_REFUSE(take_text(given.timezone, "/timezone", options.timezone));
  if (given.durability != ENT_DURABILITY_FULL && given.durability != ENT_DURABILITY_NORMAL) {
    return base::invalid("/durability", "field.word");
  }
  options.durability = static_cast<Durability>(given.durability);
  options.busy_timeout_ms = given.busy_timeout_ms;
  options.readers = given.readers;
  options.password_hashes = given.password_hashes;
  return std::nullopt;
}

std::optional<Error> open_portal(const ent_open_options& given, TakenPorts ports, ent_portal** out) {
  std::string uri;
  OpenOptions options;
  ENT_REFUSE(plug_in(ports, given, options));
  ENT_REFUSE(need(out, "/out"));
  ENT_REFUSE(read_uri(given, uri));
  ENT_REFUSE(read_options(given, options));
  ENT_TRY(portal, ports.store ? Portal::open(host_store(std::move(ports.store)), options) : Portal::open(uri, options));
  *out = new ent_portal{std::move(portal)};
  return std::nullopt;
}

}  // namespace
}  // namespace ent::c

void ent_open_options_init(ent_open_options* options, size_t size) {
  ent::c::init(options, size, &ent::c::fresh, sizeof ent::c::fresh, true);
}

ent_status ent_portal_open(const ent_open_options* options, ent_portal** out, ent_error** err) {
  if (out != nullptr) *out = nullptr;
  return ent::c::walled(err, [&]() -> std::optional<ent::Error> {
    ENT_REFUSE(ent::c::need(options, "/options"));
    ent_open_options given = ent::c::fresh;
    ENT_REFUSE(ent::c::adopt(*options, "/struct_size", given));
    return ent::c::open_portal(given, ent::c::TakenPorts(given), out);
  });
}

ent_status ent_portal_system(ent_portal* portal, ent_session** out, ent_error** err) {
  if (out != nullptr) *out = nullptr;
  return ent::c::walled(err, [&]() -> std::optional<ent::Error> {
    ENT_REFUSE(ent::c::need(portal, "/portal"));
    ENT_REFUSE(ent::c::need(out, "/out"));
    ENT_REFUSE(ent::c::refuse_closed(portal->portal.state()));
    *out = std::make_unique<ent_session>(portal->portal.system()).release();
    return std::nullopt;
  });
}

void ent_portal_close(ent_portal* portal) {
  if (portal != nullptr) portal->portal.close();
}

void ent_portal_free(ent_portal* portal) {
  ent_portal_close(portal);
  delete portal;
}
