/// What scenarios say of those who come in, as the portal takes it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "ent/sign_in.hpp"

namespace ent::test {

/// "school_life"
Profile profile_of(const std::string& word);

/// {"login": ..., "code": ..., "birth_date": ..., "password": ..., "new_login": ...}
Activate activate_of(const nlohmann::json& said);

/// {"login": ..., "password": ..., "profile": ..., "source": ...}
SignIn sign_in_of(const nlohmann::json& said);

}  // namespace ent::test
