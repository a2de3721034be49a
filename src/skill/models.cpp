#include "skill/models.hpp"

#include <algorithm>
#include <span>

namespace ent::skill {
namespace {

/// A node of a model; `parent` empty: a domain.
struct Line {
  const char* code;
  const char* parent;
  const char* label;
};

#define ENT_SKILL(code, parent, label) {code, parent, label},

constexpr Line b2i[] = {
#include "skill/models/b2i.inc"
};
constexpr Line crcn[] = {
#include "skill/models/crcn.inc"
};
constexpr Line socle[] = {
#include "skill/models/socle.inc"
};

#undef ENT_SKILL

Model model(const char* code, const char* version, const char* name, std::int32_t cycle, std::span<const Line> lines) {
  Model made{code, version, name, cycle, {}, {}, {}};
  for (const Line& line : lines) {
    Node node{.code = line.code, .label = line.label};
    if (*line.parent != '\0') node.parent_code = line.parent;
    made.items.push_back(std::move(node));
  }
  return made;
}

}  // namespace

std::vector<Model> all_models() {
  std::vector<Model> all{model("B2I", "démonstration", "Brevet informatique et internet (démonstration)", 0, b2i),
                         model("CRCN", "2019", "Cadre de référence des compétences numériques", 0, crcn),
                         model("SOCLE", "2015", "Socle commun de connaissances, de compétences et de culture", 0, socle)};
  all.front().attestation_share = 80;
  all.front().attestation_domain_share = 50;
  return all;
}

std::optional<Model> model_of(std::string_view code) {
  const auto all = all_models();
  const auto found = std::ranges::find(all, code, &Model::code);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace ent::skill
