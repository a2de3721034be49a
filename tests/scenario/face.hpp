/// A way to call the library, as scenarios use it: the same few things through every language.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ent/ports.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"
#include "ent/sign_in.hpp"

namespace ent::test {

/// One portal and its sessions, which go by name. A session that is named anew is replaced.
class Face {
 public:
  virtual ~Face() = default;

  /// The session "host" is there from the beginning.
  virtual void open(const std::string& uri) = 0;
  virtual void set_now(Instant now) = 0;
  /// A session of a person for whom the host vouches.
  virtual Result<Done> enter(const std::string& name, const ActAs& input) = 0;
  virtual Result<Done> activate(const Activate& input) = 0;
  virtual Result<Done> sign_in(const std::string& name, const SignIn& input) = 0;
  virtual Result<Done> step_up(const std::string& name, const std::string& password) = 0;
  virtual Result<Done> at(const std::string& name, const std::string& from, Date date) = 0;
  virtual Result<Done> snapshot(const std::string& name, const std::string& from) = 0;
  virtual void end(const std::string& name) = 0;
  virtual void close() = 0;
  /// Takes what is due from the outbox, as JSON; and says by the lease that these were delivered.
  virtual Result<std::string> take_deliveries() = 0;
  virtual Result<Done> settle_deliveries(std::int64_t lease, const std::vector<std::int64_t>& delivered) = 0;

  /// Whether a request can be said in this face only if it is well-formed and names a known operation.
  virtual bool typed() const = 0;
  virtual Result<std::string> call(const std::string& session, const std::string& operation,
                                   const std::string& request, const CallOptions& options) = 0;
};

/// ent::call.
std::unique_ptr<Face> make_cpp_json_face();
/// The functions of the domain headers.
std::unique_ptr<Face> make_cpp_face();
/// ent_call of the C library.
std::unique_ptr<Face> make_c_json_face();
/// The function of each operation, with its argument struct.
std::unique_ptr<Face> make_c_face();

}  // namespace ent::test
