/// 20 November 2026 in the demo academy.
#pragma once

#include "demo.hpp"

namespace academy {

/// Plays the day and tells it in French.
void play_day(Demo& demo);

}  // namespace academy
