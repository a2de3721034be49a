// Section 7 of docs/permissions.md: which entries are on.
#include <algorithm>

#include "access/judge.hpp"

namespace ent::access {
namespace {

bool same_words(const Entry& left, const Entry& right) noexcept {
  return left.scope == right.scope && left.qualifier == right.qualifier;
}

/// Locked rows decide first, the farthest of them; else the nearest rows do.
std::optional<bool> decided(const std::vector<Override>& all, Profile profile, const Post& post, Perm perm,
                            const Entry& entry) {
  const auto concerns = [&](const Override& row) {
    return row.perm == perm && row.profile == profile && same_words(row.entry, entry) &&
           (row.function == 0 || row.function == post.function);
  };
  bool locked = false;
  for (const Override& row : all) locked |= concerns(row) && row.locked;
  std::optional<std::int32_t> distance;
  for (const Override& row : all) {
    if (!concerns(row) || row.locked != locked) continue;
    if (!distance) distance = row.distance;
    distance = locked ? std::max(*distance, row.distance) : std::min(*distance, row.distance);
  }
  if (!distance) return std::nullopt;
  return std::ranges::none_of(all, [&](const Override& row) {
    return concerns(row) && row.locked == locked && row.distance == *distance && !row.widens;
  });
}

/// The cell as the function of the post leaves it.
std::vector<Switched> changed_by_function(Profile profile, const Post& post, Perm perm) {
  const std::span<const Entry> of_cell = cell(perm, profile);
  std::vector<Switched> switched;
  switched.reserve(of_cell.size() + 1);
  for (const Entry& entry : of_cell) switched.push_back({entry, Source::profile});
  if (post.function == 0) return switched;
  for (const Overlay& overlay : overlays(post.function, profile, perm)) {
    const Entry named{overlay.scope, overlay.qualifier, true};
    const auto place = std::ranges::find_if(switched, [&](const Switched& one) { return same_words(one.entry, named); });
    if (!overlay.grants) {
      if (place != switched.end()) switched.erase(place);
      continue;
    }
    const auto in_cell = std::ranges::find_if(of_cell, [&](const Entry& one) { return same_words(one, named); });
    const Source source = in_cell != of_cell.end() && in_cell->on ? Source::profile : Source::function;
    if (place == switched.end()) {
      switched.push_back({named, source});
    } else {
      *place = {named, source};
    }
  }
  return switched;
}

}  // namespace

std::vector<Switched> ceiling(Facts& facts, store::Connection& connection, const Post& post, Perm perm) {
  std::vector<Switched> switched = changed_by_function(facts.actor().profile, post, perm);
  if (info(perm).confidentiality == Confidentiality::C4) return switched;
  const std::vector<Override>& overrides = facts.unit().overrides(connection);
  if (overrides.empty()) return switched;
  for (Switched& one : switched) {
    const std::optional<bool> on = decided(overrides, facts.actor().profile, post, perm, one.entry);
    if (!on || (*on && one.entry.on)) continue;
    one = {{one.entry.scope, one.entry.qualifier, *on}, Source::override_};
  }
  return switched;
}

}  // namespace ent::access
