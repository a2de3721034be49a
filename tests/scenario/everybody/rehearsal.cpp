#include "scenario/everybody/rehearsal.hpp"

#include "reflect/codec.hpp"

namespace ent::test {
namespace {

const Op* rehearsed = nullptr;

std::optional<Error> run_and_undo(unit::Frame& frame, const void* in, void* out) {
  auto refused = rehearsed->body(frame, in, out);
  frame.rehearsed = !refused;
  return refused;
}

}  // namespace

Result<std::string> rehearse(const Op& op, Session& session, const std::string& request) {
  reflect::Value input(*op.in);
  reflect::Value output(*op.out);
  if (auto malformed = reflect::read_json(*op.in, request, input.data())) return std::move(*malformed);
  rehearsed = &op;
  Op undone = op;
  undone.body = &run_and_undo;
  if (auto refused = unit::execute(undone, session.state(), {}, input.data(), output.data())) return std::move(*refused);
  std::string answer;
  reflect::write_json(*op.out, output.data(), answer);
  return answer;
}

}  // namespace ent::test
