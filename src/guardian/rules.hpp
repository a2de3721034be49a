/// What a link may carry, and when one may be made: pure functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ent/guardian.hpp"
#include "unit/period.hpp"

namespace ent::guardian {

/// The bits that a kind gives unless said otherwise, and all that it may carry.
std::int64_t given_by(Kind kind) noexcept;
std::int64_t ceiling_of(Kind kind) noexcept;

std::int64_t bits_of(const std::vector<Right>& rights) noexcept;
/// In the order of the bits.
std::vector<Right> rights_of(std::int64_t bits);

/// A legal representative, alone or with another.
bool is_legal(Kind kind) noexcept;

/// Whether two kinds cannot stand beside each other for one pupil: a sole legal representative, and another.
bool excludes(Kind one, Kind other) noexcept;

std::optional<Error> well_formed(const Link& input);
/// `kind`: what the link is after the change.
std::optional<Error> well_formed(const Change& input, Kind kind);
std::optional<Error> well_formed(const Restrict& input);
/// A restriction ends by a decision only.
std::optional<Error> well_formed(const End& input, bool restricted);

/// What of some days is in none of these periods, which stand in order and apart.
std::vector<unit::Period> left_over(unit::Period days, std::span<const unit::Period> taken);

/// Whether somebody is in a school for more than being a pupil or a guardian there.
bool has_own_post(const std::vector<Profile>& profiles) noexcept;

/// The day on which somebody comes of age: that of their 18th birthday, 1 March for those born on 29 February.
Date comes_of_age(Date born) noexcept;

}  // namespace ent::guardian
