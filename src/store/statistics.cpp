#include "store/statistics.hpp"

namespace ent::store {
namespace {

/// Makes the table of statistics where there is none, and reads it anew.
constexpr Sql sql_analyze{"/*sqlite*/ ANALYZE sqlite_schema"};
constexpr Sql sql_delete{"/*sqlite*/ DELETE FROM sqlite_stat1"};

/// A table has a thousand million rows, so that nobody thinks of reading it; a school has 2 000 of them, two columns of a key
/// leave 20, three 5, more of them 2, a whole unique key 1. The figures are orders of size: what counts is that each column helps.
/// A table without row numbers goes by its own name for its primary key.
constexpr Sql sql_write{
    "/*sqlite*/ INSERT INTO sqlite_stat1 (tbl, idx, stat) "
    "SELECT t.name, CASE i.origin WHEN 'pk' THEN t.name ELSE i.name END, '1000000000' || (SELECT GROUP_CONCAT("
    "  CASE WHEN i.\"unique\" = 1 AND NOT EXISTS (SELECT 1 FROM pragma_index_info(i.name) l WHERE l.seqno > c.seqno) THEN ' 1' "
    "    ELSE CASE c.seqno WHEN 0 THEN ' 2000' WHEN 1 THEN ' 20' WHEN 2 THEN ' 5' ELSE ' 2' END END, '') "
    "  FROM (SELECT seqno FROM pragma_index_info(i.name) ORDER BY seqno) c) "
    "FROM pragma_table_list t CROSS JOIN pragma_index_list(t.name) i CROSS JOIN pragma_index_info(i.name) f "
    "WHERE t.schema = 'main' AND t.type = 'table' AND t.wr = 1 AND f.seqno = 0 AND f.name = 'org'"};

}  // namespace

void write_statistics(Connection& connection) {
  if (connection.engine() != Engine::sqlite) return;
  connection.exec(sql_analyze, {});
  connection.exec(sql_delete, {});
  connection.exec(sql_write, {});
  connection.exec(sql_analyze, {});
}

}  // namespace ent::store
