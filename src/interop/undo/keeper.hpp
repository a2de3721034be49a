/// Keeps, while an import runs, what undo_import() needs to take it back.
#pragma once

#include <span>
#include <string>

#include "interop/undo/image.hpp"

namespace ent::interop {

class Keeper {
 public:
  /// Deletes what was kept of earlier runs of the feed: only the last one can be taken back.
  Keeper(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::int64_t run);

  /// What the part has written so far.
  Image& image() noexcept { return image_; }

  // Called before the rows are written, `rows` as they will stand. Those of people whom the part has made are left out.
  void posts(std::span<const person::bulk::Post> rows);
  void stays(std::span<const group::bulk::Stay> rows);
  void roles(std::span<const group::bulk::RoleRow> rows);
  void services(std::span<const group::bulk::ServiceRow> rows);
  void homes(std::span<const person::bulk::Residence> rows);
  void links(std::span<const guardian::bulk::Link> rows);

  /// Writes the part down, if anything is in it, and begins the next.
  void flush();

 private:
  template <class Row, class Load>
  void keep(std::span<const Row> rows, std::int64_t Row::*whose, Load load, std::vector<Row>& before,
            std::vector<Row>& after);

  unit::WriteUnit& unit_;
  const unit::Granted& granted_;
  std::string feed_;
  std::int64_t run_;
  std::int64_t part_ = 0;
  Image image_{};
};

}  // namespace ent::interop
