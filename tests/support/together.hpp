/// Writes that are sure to meet in one transaction.
#pragma once

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include "support/notes.hpp"

namespace ent::test {

/// Writes `notes` from one thread each, while a first note, number 0, holds the queue until all of them
/// wait: so they are one group. Answers what each was told.
inline std::vector<std::optional<Error>> write_together(NoteBook& book, const std::vector<Note>& notes) {
  unit::WriteQueue& queue = *book.portal.state().queue;
  std::atomic<bool> holds{false};
  inside_body = [&](const Note& note) {
    if (note.number != 0) return;
    holds = true;
    while (queue.waiting() < notes.size()) std::this_thread::yield();
  };
  std::thread first([&] {
    static_cast<void>(write_note(book.portal.system(), {.number = 0}));
    holds = true;  // also when it failed before it came to its end
  });
  while (!holds) std::this_thread::yield();
  std::vector<std::optional<Error>> told(notes.size());
  std::vector<std::thread> callers;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    callers.emplace_back([&, i] {
      auto answer = write_note(book.portal.system(), notes[i]);
      if (!answer) told[i] = std::move(answer).error();
    });
  }
  first.join();
  for (std::thread& caller : callers) caller.join();
  inside_body = nullptr;
  return told;
}

}  // namespace ent::test
