/// A delivery of the AAF, written to a folder of its own: invented people, in the shape of the real files.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/fresh_store.hpp"

namespace ent::test {

using Values = std::vector<std::string>;
using Attributes = std::vector<std::pair<std::string, Values>>;

class Delivery {
 public:
  /// `day` as in the names of files: "20260904".
  explicit Delivery(std::string day, std::string mode = "Complet") : day_(std::move(day)), mode_(std::move(mode)) {}

  struct Pupil {
    std::string key{}, family{}, given{}, school{}, division{}, entered{}, national{}, address{}, level{};
    Values relatives{};
    std::string regime{};
  };

  Delivery& school(const std::string& key, const std::string& uai, const std::string& name, const Values& divisions) {
    return add("EtabEducNat", key,
               {{"ENTStructureJointure", {key}}, {"ENTStructureUAI", {uai}}, {"ENTStructureNomCourant", {name}},
                {"ENTStructureCodeTypeStruct", {"340"}}, {"ENTStructureClasses", divisions}, {"ENTStructureGroupes", {}}});
  }
  Delivery& pupil(const Pupil& one) {
    const Attributes regime = one.regime.empty() ? Attributes{} : Attributes{{"ENTEleveRegime", {one.regime}}};
    return add("Eleve", one.key,
               {{"ENTPersonJointure", {one.key}}, {"ENTEleveINE", {one.national}}, {"ENTPersonDateNaissance", {"14/02/2014"}},
                {"sn", {one.family}}, {"givenName", {one.given}}, {"ENTElevePersRelEleve", one.relatives},
                {"ENTPersonAdresse", {one.address}}, {"ENTPersonCodePostal", {"99999"}}, {"ENTPersonVille", {"BOURGFICTIF"}},
                {"ENTPersonPays", {"FRANCE"}}, {"ENTEleveMEF", {one.level}}, {"ENTPersonStructRattach", {one.school}},
                {"ENTEleveClasses", {one.school + "$" + one.division}}, {"ENTEleveGroupes", {}},
                {"ENTEleveDateEntreeClasses", {one.school + "$" + one.entered + "$" + one.division}}},
               regime);
  }
  Delivery& relative(const std::string& key, const std::string& family, const std::string& given,
                     const std::string& mobile = "+33 6 00 00 00 01") {
    return add("PersRelEleve", key,
               {{"ENTPersonJointure", {key}}, {"sn", {family}}, {"givenName", {given}}, {"mobile", {mobile}}});
  }
  Delivery& teacher(const std::string& key, const std::string& family, const std::string& given, const Values& schools,
                    const Values& services, const Values& main_of = {}) {
    Values functions;
    for (const std::string& school : schools) functions.push_back(school + "$ENS$ENSEIGNEMENT$L0000$FICTIVE");
    return add("PersEducNat", key,
               {{"ENTPersonJointure", {key}}, {"sn", {family}}, {"givenName", {given}},
                {"ENTPersonStructRattach", {schools.front()}}, {"ENTPersonFonctions", functions},
                {"ENTAuxEnsClassesMatieres", services}, {"ENTAuxEnsClassesPrincipal", main_of}});
  }
  Delivery& add(const std::string& kind, const std::string& key, Attributes attributes, const Attributes& more = {}) {
    attributes.insert(attributes.end(), more.begin(), more.end());
    std::string text = "<addRequest>\n" + head(kind, key) + "<attributes>\n";
    for (const auto& [name, values] : attributes) text += "<attr name=\"" + name + "\">" + body(values) + "</attr>\n";
    files_[kind] += text + "</attributes>\n</addRequest>\n";
    return *this;
  }
  Delivery& change(const std::string& kind, const std::string& key, const Attributes& attributes) {
    std::string text = "<modifyRequest>\n" + head(kind, key) + "<modifications>\n";
    for (const auto& [name, values] : attributes)
      text += "<modification name=\"" + name + "\" operation=\"replace\">" + body(values) + "</modification>\n";
    files_[kind] += text + "</modifications>\n</modifyRequest>\n";
    return *this;
  }
  Delivery& remove(const std::string& kind, const std::string& key) {
    files_[kind] += "<deleteRequest>\n" + head(kind, key) + "</deleteRequest>\n";
    return *this;
  }

  /// Writes the files, and gives their folder.
  std::string folder() const {
    for (const auto& [kind, text] : files_) {
      std::ofstream(folder_.file("ENT_" + mode_ + "_" + day_ + "_" + kind + "_0000.xml"))
          << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n"
             "<ficAlimMENESR>\n<!-- degre=\"2D\" -->\n"
          << text << "</ficAlimMENESR>\n";
    }
    return folder_.file("");
  }

 private:
  static std::string head(const std::string& kind, const std::string& key) {
    const std::string category = kind == "EtabEducNat" ? "categorieStructure" : "categoriePersonne";
    return "<operationalAttributes><attr name=\"" + category + "\"><value>" + kind +
           "</value></attr></operationalAttributes>\n<identifier><id>" + key + "</id></identifier>\n";
  }
  static std::string body(const Values& values) {
    std::string text;
    for (const std::string& value : values) text += value.empty() ? "<value/>" : "<value>" + value + "</value>";
    return text.empty() ? "<value/>" : text;
  }

  std::string day_, mode_;
  std::map<std::string, std::string> files_;
  FreshFolder folder_;
};

}  // namespace ent::test
