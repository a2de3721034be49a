/// What a check asks of rows that name a member of a unit.
#pragma once

/// Of rows `x`, those whose member is neither there nor taken out of use by a merge: what the kept record had as well
/// stays behind under the number of the merged one, until the merge is undone.
#define ENT_WITHOUT_MEMBER(column)                                                                            \
  "WHERE NOT EXISTS (SELECT 1 FROM member y WHERE y.org = x.org AND y.member = x." column ") "                \
  "AND NOT EXISTS (SELECT 1 FROM person_merge_member z WHERE z.org = x.org AND z.member = x." column          \
  " AND z.into_member <> 0) -- scans: a check reads all"
