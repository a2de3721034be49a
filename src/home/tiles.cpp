#include "home/tiles.hpp"

namespace ent::home {
namespace {

// The words of tiles.inc.
constexpr std::uint32_t pupil = bit(Profile::pupil), guardian = bit(Profile::guardian), teacher = bit(Profile::teacher),
                        school_life = bit(Profile::school_life), head = bit(Profile::head), office = bit(Profile::office),
                        librarian = bit(Profile::librarian), health = bit(Profile::health), authority = bit(Profile::authority),
                        academy = bit(Profile::academy), local_admin = bit(Profile::local_admin);
constexpr std::uint32_t grown = bit(Interface::college) | bit(Interface::lycee) | bit(Interface::adult),
                        readers = grown | bit(Interface::reader),
                        every = readers | bit(Interface::nursery) | bit(Interface::non_reader);

#define ENT_TILE(shelf, code, perm, name, english_name, pictogram, interfaces, profiles) \
  {Shelf::shelf, code, access::Perm::perm, name, english_name, pictogram, interfaces, profiles},
constexpr TileRow table[] = {
#include "home/tiles.inc"
};
#undef ENT_TILE

}  // namespace

std::span<const TileRow> tile_rows() noexcept { return table; }

}  // namespace ent::home
