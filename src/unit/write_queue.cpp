#include "unit/write_queue.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "unit/borrow.hpp"
#include "unit/failure.hpp"

namespace ent::unit {
namespace {

constexpr int most_tries = 5;
constexpr int tries_in_company = 2;

/// What a member of a group learns when the engine dropped the whole transaction.
Error group_undone() { return base::fail(Errc::unavailable, "store.group_undone"); }

}  // namespace

struct WriteQueue::Ticket {
  Job& job;
  std::optional<Error> error{};
  bool done = false;
  bool leads = false;
  std::condition_variable turn{};
};

WriteQueue::WriteQueue(store::Database& database) : database_(database) {}

std::optional<Error> WriteQueue::run(Job& job, std::optional<std::chrono::microseconds> patience) {
  Ticket ticket{job};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&ticket);
  if (led_) {
    const auto my_turn = [&] { return ticket.done || ticket.leads; };
    if (!patience) {
      ticket.turn.wait(lock, my_turn);
    } else if (!ticket.turn.wait_for(lock, *patience, my_turn)) {
      const auto place = std::ranges::find(waiting_, &ticket);
      if (place != waiting_.end()) {
        waiting_.erase(place);
        return base::fail(Errc::timed_out, "call.deadline_passed");
      }
      ticket.turn.wait(lock, my_turn);  // its transaction has begun
    }
    if (ticket.done) return std::move(ticket.error);
  }
  lead(lock);
  return std::move(ticket.error);
}

std::size_t WriteQueue::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void WriteQueue::lead(std::unique_lock<std::mutex>& lock) {
  led_ = true;
  std::vector<Ticket*> batch = take_batch();
  lock.unlock();
  run_batch(batch);
  lock.lock();
  for (Ticket* member : batch) {
    member->done = true;
    member->turn.notify_one();
  }
  led_ = !waiting_.empty();
  if (led_) {
    waiting_.front()->leads = true;
    waiting_.front()->turn.notify_one();
  }
}

/// The leader is the first who waits.
std::vector<WriteQueue::Ticket*> WriteQueue::take_batch() {
  auto end = std::ranges::find_if(waiting_, [](const Ticket* ticket) { return ticket->job.alone(); });
  if (end == waiting_.begin() && end != waiting_.end()) ++end;
  std::vector<Ticket*> batch(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  return batch;
}

void WriteQueue::run_batch(std::vector<Ticket*>& batch) noexcept {
  const auto failed = walled([&]() -> std::optional<Error> {
    run_members(batch);
    return std::nullopt;
  });
  if (connection_ && (failed || !connection_->usable())) {
    connection_->rollback();
    connection_.reset();  // after a failed begin or commit its state is not worth trusting
  }
  if (!failed) return;
  for (Ticket* member : batch) {
    if (!member->error) member->error = failed;
  }
}

void WriteQueue::run_members(std::vector<Ticket*>& batch) {
  store::Connection& store = connection();
  const bool alone = batch.size() == 1;
  store.begin_write();
  for (Ticket* member : batch) {
    if (!alone) store.savepoint();
    member->error = walled([&] { return member->job.work(store); });
    // The engine may have dropped the transaction on its own (disk full): a savepoint of the next
    // member would then open a new one and commit it alone, while the others believe they are in it.
    if (!store.in_transaction()) {
      for (Ticket* other : batch) {
        if (other != member) other->error = group_undone();
      }
      if (!member->error) member->error = group_undone();
      return;
    }
    if (!member->error) {
      if (!alone) store.release();
      continue;
    }
    const bool keeps = member->job.keeps(*member->error);
    if (!alone) {
      store.rollback_to();
    } else {
      store.rollback();
      if (!keeps) return;
      store.begin_write();
    }
    if (keeps) member->job.keep(store);
  }
  store.commit();
}

store::Connection& WriteQueue::connection() {
  if (!connection_) connection_ = database_.connect_writer();
  return *connection_;
}

std::optional<Error> run_alone(Job& job, store::Connection& connection, WriteTurns& turns, const Limit& limit) {
  const auto once = [&](std::optional<Error>& refused, WriteTurns::Company company) -> std::optional<Error> {
    const auto turn = turns.take(company, job.likely_org(), limit.time);
    if (!turn) give_up(limit);
    connection.begin_write();
    refused = job.work(connection);
    if (refused) {
      connection.rollback();
      if (!job.keeps(*refused)) return std::nullopt;
      connection.begin_write();
      job.keep(connection);
    }
    connection.commit();
    return std::nullopt;
  };
  for (int tries = 1;; ++tries) {
    std::optional<Error> refused;
    const auto company = tries <= tries_in_company ? WriteTurns::Company::others : WriteTurns::Company::nobody;
    auto failed = walled([&] { return once(refused, company); });
    if (!failed) return refused;
    connection.rollback();
    if (failed->reason != "store.conflict") return failed;
    turns.met(job.likely_org());
    if (tries == most_tries) return failed;
  }
}

}  // namespace ent::unit
