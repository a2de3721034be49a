#include "report/opinions.hpp"

#include "report/rows.hpp"

namespace ent::report {
namespace {

std::vector<Opinion> usual_opinions() {
  return {{"felicitations", "Félicitations", OpinionKind::distinction},
          {"compliments", "Compliments", OpinionKind::distinction},
          {"encouragements", "Encouragements", OpinionKind::distinction},
          {"avertissement_travail", "Avertissement travail", OpinionKind::warning},
          {"avertissement_conduite", "Avertissement conduite", OpinionKind::warning}};
}

}  // namespace

std::vector<Opinion> opinions_of(unit::Unit& unit, OrgId org) {
  auto said = rows::opinions(unit, org);
  return said.empty() ? usual_opinions() : said;
}

}  // namespace ent::report
