/// ENT_TRY: takes the value out of a Result, or returns its error from the enclosing function.
#pragma once

#define ENT_TRY_NAME2(line) ent_try_##line
#define ENT_TRY_NAME(line) ENT_TRY_NAME2(line)

/// ENT_TRY(lesson, timetable::lesson(unit, id));
#define ENT_TRY(variable, expression)                                        \
  auto ENT_TRY_NAME(__LINE__) = (expression);                                \
  if (!ENT_TRY_NAME(__LINE__)) return std::move(ENT_TRY_NAME(__LINE__)).error(); \
  auto variable = *std::move(ENT_TRY_NAME(__LINE__))

/// For a std::optional<Error>: returns the error, if any.
#define ENT_REFUSE(expression) \
  if (auto ent_refused = (expression)) return std::move(*ent_refused)
