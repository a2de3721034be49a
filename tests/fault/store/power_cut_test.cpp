/// The power is cut: of what was written and not synced, any sector may be missing.
#include "support/faulty_files.hpp"
#include "unit/store/fixture.hpp"

namespace ent::store {
namespace {

using test::FaultyFiles;

constexpr int rows_each = 15, transactions = 8;

struct Outcome {
  bool reached;         ///< The cut came before the work was done.
  bool damaged;
  bool half;            ///< A transaction is partly there.
  std::int64_t lost;    ///< Answered transactions that are not there.
};

/// Works until operation n, at which the power fails.
int work_until_cut(FaultyFiles& files, const std::string& path, int n, const DatabaseOptions& options) {
  int answered = 0;
  files.watch_syncs();
  files.fail(n, FaultyFiles::any, FaultyFiles::Harm::from_then_on, SQLITE_IOERR);
  try {
    const auto database = open_database(files.uri(path), options);
    const auto writer = database->connect_writer();
    while (answered < transactions) {
      writer->begin_write();
      for (std::int64_t pupil = 1; pupil <= rows_each; ++pupil)
        add(*writer, answered + 1, pupil, nullptr, std::string(900, 'x'));
      writer->commit();
      ++answered;
    }
  } catch (const Failure&) {
  }
  return answered;
}

Outcome cut_at(int n, const DatabaseOptions& options) {
  const test::FreshFolder folder;
  const std::string path = folder.file("store.ent");
  migrate(*open_database(path, {}), test_steps);
  FaultyFiles files;
  std::mt19937 chance(static_cast<unsigned>(n));
  const int answered = work_until_cut(files, path, n, options);
  const bool reached = files.reached();
  files.lose_unsynced(chance);
  files.heal();

  const auto database = open_database(path, {});
  const std::int64_t rows = number(*database->connect_reader(), sql_count);
  return {reached, database->check(CheckLevel::full, nullptr).value() != "", rows % rows_each != 0, answered - rows / rows_each};
}

/// Cuts at every operation; the sum of what was lost.
std::int64_t cut_everywhere(const DatabaseOptions& options) {
  std::int64_t lost = 0;
  for (int n = 1;; ++n) {
    const Outcome outcome = cut_at(n, options);
    BOOST_TEST((!outcome.damaged && !outcome.half), "a cut at operation " << n);
    lost += std::max<std::int64_t>(0, outcome.lost);
    if (!outcome.reached) return lost;
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(power_cuts)

BOOST_AUTO_TEST_CASE(what_was_answered_is_there) { BOOST_TEST(cut_everywhere({5000, Durability::full}) == 0); }

/// Shows that the cuts cut: without a sync at each commit some are lost, though none is half there.
BOOST_AUTO_TEST_CASE(what_was_answered_may_be_lost_where_the_host_chose_so) {
  BOOST_TEST(cut_everywhere({5000, Durability::normal}) > 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::store
