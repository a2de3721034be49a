#include "base/in_turn.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

using ent::base::InTurn;

BOOST_AUTO_TEST_SUITE(in_turn)

BOOST_AUTO_TEST_CASE(keys_are_found_in_their_order_and_out_of_it) {
  constexpr std::array rows{3, 5, 8, 13};
  InTurn places{std::span<const int>(rows)};
  for (const auto& [key, place] : {std::pair(3, 0), {5, 1}, {8, 2}, {13, 3}, {3, 0}, {13, 3}, {5, 1}, {5, 1}, {8, 2}})
    BOOST_TEST((places.place_of(key) == static_cast<std::size_t>(place)));
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found_wherever_the_turn_is) {
  constexpr std::array rows{3, 5, 8};
  InTurn places{std::span<const int>(rows)};
  for (const int key : {1, 4, 9}) BOOST_TEST(!places.place_of(key));
  BOOST_TEST((places.place_of(5) == 1U));
  for (const int key : {1, 4, 9}) BOOST_TEST(!places.place_of(key));
  BOOST_TEST((places.place_of(8) == 2U));
  for (const int key : {1, 4, 9}) BOOST_TEST(!places.place_of(key));
  BOOST_TEST(!InTurn(std::span<const int>()).place_of(3));
}

BOOST_AUTO_TEST_CASE(rows_are_looked_up_by_a_part_of_them) {
  struct Row {
    std::string name;
    int mark;
  };
  const std::array rows{Row{"Ada", 12}, Row{"Zoé", 15}};
  InTurn places(std::span<const Row>(rows), &Row::name);
  BOOST_TEST((places.place_of(std::string("Zoé")) == 1U));
  BOOST_TEST((places.place_of(std::string("Ada")) == 0U));
  BOOST_TEST(!places.place_of(std::string("Léo")));
}

BOOST_AUTO_TEST_SUITE_END()
