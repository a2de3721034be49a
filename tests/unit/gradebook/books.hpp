// Grade books of a few lines, for tests.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "gradebook/engine/evaluate.hpp"
#include "gradebook/engine/presets.hpp"

namespace ent::gradebook::engine {

inline Decimal number(const char* text) { return *Decimal::parse(text); }

inline Mark mark(const char* text) { return {.value = number(text), .kind = MarkKind::number}; }
inline Mark mark(MarkKind kind) { return {.value = 0, .kind = kind}; }

/// What people see; empty without an average.
inline std::string shown(const Policy& policy, const Book& book, const std::vector<Mark>& marks, const View& view = {}) {
  const Evaluator evaluator(policy, book);
  const Outcome outcome = evaluator.average({.marks = marks}, view);
  return outcome.exists() ? evaluator.shown(outcome).text() : std::string();
}

/// The value itself, as a fraction.
inline std::string exact(const Policy& policy, const Book& book, const std::vector<Mark>& marks) {
  const Outcome outcome = Evaluator(policy, book).average({.marks = marks});
  return outcome.exists() ? outcome.value.text() : std::string();
}

/// Assessments of the same kind, on 20 and with a coefficient of 1.
inline Book plain_book(std::size_t assessments) {
  Book book;
  book.assessments.resize(assessments);
  return book;
}

}  // namespace ent::gradebook::engine
