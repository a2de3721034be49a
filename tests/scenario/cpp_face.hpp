/// The faces of C++: what both share, and the one that takes texts.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "ent/call.hpp"
#include "ent/portal.hpp"
#include "scenario/face.hpp"
#include "scenario/script.hpp"
#include "support/ports.hpp"

namespace ent::test {

/// What both C++ faces share: all but the call.
class CppFace : public Face {
 public:
  void open(const std::string& uri) override {
    OpenOptions options;
    options.clock = clock_;
    options.random = std::make_shared<SeededRandom>(std::uint64_t{1});
    portal_.emplace(Portal::open(uri, options).value());
    sessions_.insert_or_assign("host", portal_->system());
  }
  void set_now(Instant now) override { clock_->set(now); }
  Result<Done> enter(const std::string& name, const ActAs& input) override {
    return keep(name, portal_->act_as(input));
  }
  Result<Done> activate(const Activate& input) override {
    const auto activated = portal_->activate(input);
    if (!activated) return activated.error();
    return Done{};
  }
  Result<Done> sign_in(const std::string& name, const SignIn& input) override {
    auto signed_in = portal_->sign_in(input);
    if (!signed_in) return signed_in.error();
    return keep(name, std::move(signed_in->session));
  }
  Result<Done> step_up(const std::string& name, const std::string& password) override {
    return session(name).step_up(password);
  }
  Result<Done> at(const std::string& name, const std::string& from, Date date) override {
    sessions_.insert_or_assign(name, session(from).at(date));
    return Done{};
  }
  Result<Done> snapshot(const std::string& name, const std::string& from) override {
    return keep(name, session(from).snapshot());
  }
  void end(const std::string& name) override { sessions_.erase(name); }
  void close() override { portal_->close(); }
  Result<std::string> take_deliveries() override {
    const auto taken = portal_->take_deliveries({});
    if (!taken) return taken.error();
    nlohmann::json items = nlohmann::json::array();
    for (const Delivery& one : taken->items) {
      items.push_back({{"number", one.number}, {"kind", one.kind}, {"org_id", one.org_id.value}, {"payload", one.payload}});
    }
    return nlohmann::json{{"lease", taken->lease}, {"items", items}}.dump();
  }
  Result<Done> settle_deliveries(std::int64_t lease, const std::vector<std::int64_t>& delivered) override {
    const auto settled = portal_->settle_deliveries({.lease = lease, .delivered = delivered});
    if (!settled) return settled.error();
    return Done{};
  }

  Portal& portal() { return *portal_; }
  FrozenClock& clock() { return *clock_; }
  Session& session(const std::string& name) {
    const auto found = sessions_.find(name);
    if (found == sessions_.end()) throw Trouble("no session: " + name);
    return found->second;
  }

 private:
  Result<Done> keep(const std::string& name, Result<Session> begun) {
    if (!begun) return begun.error();
    sessions_.insert_or_assign(name, *std::move(begun));
    return Done{};
  }

  std::shared_ptr<FrozenClock> clock_ = std::make_shared<FrozenClock>();
  std::optional<Portal> portal_;
  std::map<std::string, Session> sessions_;
};

/// ent::call.
class CppJsonFace final : public CppFace {
 public:
  bool typed() const override { return false; }
  Result<std::string> call(const std::string& name, const std::string& operation, const std::string& request,
                           const CallOptions& options) override {
    return ent::call(session(name), operation, request, options);
  }
};

}  // namespace ent::test
