/// Names of people who do not exist.
#pragma once

#include <string>

#include "ports.hpp"

namespace academy {

struct Name {
  std::string family;
  std::string given;
  bool woman = true;
};

std::string family_name(Draw& draw);
std::string given_name(Draw& draw, bool woman);
Name name(Draw& draw);
/// "12 rue des Glycines".
std::string street(Draw& draw);
/// A town that is on no map; every number has its own.
std::string town(std::int32_t number);

}  // namespace academy
