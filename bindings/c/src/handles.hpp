/// What the opaque handles of ent.h stand for.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "ent/ent.h"
#include "ent/portal.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "reflect/type.hpp"

struct ent_error {
  ent::Error error;
};

struct ent_portal {
  ent::Portal portal;
};

struct ent_session {
  std::optional<ent::Session> session;  ///< None once closed.
};

struct ent_doc {
  explicit ent_doc(const ent::reflect::Type& type) : answer(std::make_shared<ent::reflect::FixedValue>(type)) {}

  std::shared_ptr<ent::reflect::FixedValue> answer;  ///< Filled once; shared with the tables that are made of it.
  mutable std::mutex mutex;                     ///< Of `texts`: an answer may be read by several threads.
  mutable std::map<std::string, std::string, std::less<>> texts;  ///< JSON by pointer, made on demand.
};
