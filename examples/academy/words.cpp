#include "words.hpp"

#include <iterator>

namespace academy {
namespace {

constexpr const char* family_names[] = {
    "Abadie",     "Alvarès",     "Amrani",     "Andrieu",   "Aubrac",      "Aubry-Lenoir", "Auclair",    "Baptista",  "Barbier",
    "Béchard",    "Belkacem",    "Bellanger",  "Benoît",    "Bérenger",    "Bescond",      "Blanchet",   "Boulanger", "Bourdin",
    "Briand",     "Cadiou",      "Camara",     "Cantin",    "Caradec",     "Castel",       "Chabrol",    "Charpin",   "Chénier",
    "Cissé",      "Clavel",      "Coëtmeur",   "Corbin",    "Da Costa",    "Dahan",        "Daubigny",   "Delaunay",  "Delcourt",
    "Desrosiers", "Diallo",      "Doucet",     "Dubreuil",  "Dufresne",    "Égron",        "Esnault",    "Fabre",     "Fauvel",
    "Ferrand",    "Fofana",      "Fontaine",   "Fournel",   "Gaillard",    "Garrec",       "Gauvain",    "Gélinas",   "Girardot",
    "Gosselin",   "Guéguen",     "Guérin",     "Guilloux",  "Haddad",      "Hébert",       "Hervieu",    "Houdayer",  "Ibarra",
    "Jacquinot",  "Jaouen",      "Jourdain",   "Kaci",      "Keller",      "Kerjean",      "Labarthe",   "Lacombe",   "Lagarde",
    "Lambert",    "L'Hostis",    "Lamy",       "Lavigne",   "Le Goff",     "Le Braz",      "Legendre",   "Leroux",    "Letellier",
    "Lévêque",    "Loiseau",     "Maël",       "Maillard",  "Marchetti",   "Mazières",     "Mercadier",  "Meunier",   "Michaud",
    "Moralès",    "Morvan",      "N'Diaye",    "Naudin",    "Nguyen",      "Noguès",       "Ollivier",   "Oudin",     "Palomar",
    "Pélissier",  "Perrault",    "Picard",     "Pochon",    "Prigent",     "Quéméner",     "Rambaud",    "Raynal",    "Renaudin",
    "Ribeiro",    "Riou",        "Rocher",     "Rousselle", "Saïdi",       "Salaün",       "Sauvage",    "Sénéchal",  "Soubeyran",
    "Tanguy",     "Taverne",     "Tessier",    "Thibault",  "Touré",       "Traoré",       "Vallier",    "Vasquez",   "Verdier",
    "Vidal",      "Villeneuve",  "Vincendeau", "Wagner",    "Yıldız",      "Zerrouki",     "Zimmermann", "de La Haye", "du Plessis"};

constexpr const char* women[] = {
    "Adèle",  "Agathe",  "Aïcha",   "Alba",   "Alix",   "Ambre",    "Anaëlle", "Anne-Lise", "Apolline", "Assia",  "Aurore",
    "Céleste", "Chloé",  "Clémence", "Coline", "Diane", "Éléonore", "Élise",   "Emma",      "Esther",   "Eulalie", "Fatou",
    "Flora",  "Gaëlle",  "Garance", "Hanaé",  "Héloïse", "Iris",    "Jade",    "Jeanne",    "Joséphine", "Julia", "Kenza",
    "Léonie", "Lila",    "Livia",   "Louise", "Lucie",  "Maëlys",   "Manon",   "Marie-Lou", "Maud",     "Mila",   "Naïma",
    "Nina",   "Noémie",  "Océane",  "Olympe", "Pauline", "Rose",    "Salomé",  "Sarah",     "Solène",   "Suzanne", "Thaïs",
    "Valentine", "Violette", "Yasmine", "Zélie", "Zoé"};

constexpr const char* men[] = {
    "Aaron",  "Adrien", "Alexis",  "Amaury", "Anatole", "Antonin", "Armand", "Arthur", "Auguste", "Aurélien", "Baptiste",
    "Basile", "Bilal",  "Célestin", "Clément", "Côme",  "Corentin", "Denis", "Élie",   "Émile",   "Étienne", "Félix",
    "Florian", "François", "Gabin", "Gaël",  "Gaspard", "Gustave", "Hugo",   "Ibrahim", "Isaac",  "Jean-Loup", "Joachim",
    "Jules",  "Karim",  "Léandre", "Léo",    "Loïc",    "Lucas",   "Maël",   "Malik",  "Marceau", "Mathis",  "Maxence",
    "Moussa", "Nathan", "Nicolas", "Noah",   "Octave",  "Oscar",   "Paul",   "Raphaël", "Rémi",   "Robin",   "Samuel",
    "Siméon", "Théo",   "Timothée", "Yanis", "Zacharie"};

constexpr const char* ways[] = {"rue des Glycines", "allée du Lavoir",   "impasse des Merles", "rue du Four-à-Pain", "chemin de l'Étang",
                                "place du Marronnier", "rue de la Lune", "quai des Brumes",    "rue du Val",         "sentier des Écoliers"};

constexpr const char* first_parts[] = {"Mont", "Val", "Roche", "Font", "Clair", "Beau", "Haute", "Pierre", "Saule", "Aigue",
                                       "Combe", "Brume", "Lande", "Bois", "Prime", "Vieille"};
constexpr const char* last_parts[] = {"brune", "val", "lune", "rive", "mare", "garde", "verte", "fleur", "noire", "croix",
                                      "lande", "pré", "combe", "font", "ville", "forge"};

template <std::size_t count>
const char* one_of(const char* const (&words)[count], Draw& draw) {
  return words[draw.below(static_cast<std::int32_t>(count))];
}

}  // namespace

std::string family_name(Draw& draw) {
  std::string drawn = one_of(family_names, draw);
  if (draw.one_in(16)) drawn += std::string("-") + one_of(family_names, draw);
  return drawn;
}

std::string given_name(Draw& draw, bool woman) { return woman ? one_of(women, draw) : one_of(men, draw); }

Name name(Draw& draw) {
  const bool woman = draw.one_in(2);
  return {family_name(draw), given_name(draw, woman), woman};
}

std::string street(Draw& draw) { return std::to_string(1 + draw.below(90)) + " " + one_of(ways, draw); }

std::string town(std::int32_t number) {
  const auto count = static_cast<std::int32_t>(std::size(first_parts));
  const std::int32_t round = number / (count * count);
  return std::string(first_parts[number % count]) + last_parts[number / count % count] + (round ? "-" + std::to_string(round + 1) : "");
}

}  // namespace academy
