// The home page, against its own statements run by hand: of a parent, and of others, in stores of 1, 100 and 218 schools.
#include <map>

#include "again.hpp"
#include "ent/home.hpp"

namespace {

using namespace ent::bench;
using ent::Portal;
using ent::Session;

const Term& term_of(std::int64_t schools) {
  static std::map<std::int64_t, Term> all;
  return all.try_emplace(schools, schools).first->second;
}

template <class Open>
void home_of(benchmark::State& state, Open open) {
  compare_again(state, term_of(state.range(0)).path(), open, [](Session& session) { return ent::home::show(session, {}); });
}

void home_of_a_parent(benchmark::State& state) {
  home_of(state, [](const Portal& portal) { return guardian_of(portal); });
}
BENCHMARK(home_of_a_parent)->ArgName("schools")->Arg(1)->Arg(100)->Arg(218)->Iterations(2000)->Unit(benchmark::kMicrosecond);

void home_of_a_teacher(benchmark::State& state) {
  home_of(state, [](const Portal& portal) { return ent::test::acting(portal, {School::first_teacher + 1}, ent::Profile::teacher); });
}
BENCHMARK(home_of_a_teacher)->ArgName("schools")->Arg(1)->Arg(218)->Iterations(1000)->Unit(benchmark::kMicrosecond);

void home_of_a_head(benchmark::State& state) {
  home_of(state, [](const Portal& portal) { return head_of(portal); });
}
BENCHMARK(home_of_a_head)->ArgName("schools")->Arg(1)->Arg(218)->Iterations(500)->Unit(benchmark::kMicrosecond);

}  // namespace
