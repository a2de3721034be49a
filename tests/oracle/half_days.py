"""Half-days, latenesses and alerts of attendance, minute by minute: slow, plain, and written from docs/attendance.md alone.

    half_days.py CASES SEED FILE

writes random cases with their answers, for tests/oracle/engine/half_days_check.cpp:

    case OPEN OBSERVED ACCEPTED FROM TO  POLICY (5)  ALERT: THRESHOLD WINDOW DAYS
    open HALF FROM TO                       (OPEN lines)
    seen FROM TO BREACH JUSTIFIED FORM      (OBSERVED lines)
    accepted FROM TO                        (ACCEPTED lines)
    answer MISSED LATE ALERTS
    missed DAY HALF JUSTIFIED MINUTES
    late FROM MINUTES JUSTIFIED
    alert FROM TO HALF_DAYS REACHED_ON
"""
import datetime
import random
import sys

DAY = 1440
MORNING, AFTERNOON = 1, 2
NOTHING, YES, NO = 0, 1, 2
BY_LENGTH, LATENESS, DEPARTURE = 0, 1, 2
EPOCH = datetime.date(1970, 1, 1)


class Seen:
    def __init__(self, begin, end, breach, justified, form):
        self.begin, self.end, self.breach, self.justified, self.form = begin, end, breach, justified, form

    def bounds(self):
        return self.begin, self.end

    def holds(self, other):
        return self.begin <= other.begin and other.end <= self.end

    def holds_more(self, other):
        return self.holds(other) and self.bounds() != other.bounds()


def vote(words, yes_wins):
    if YES in words and NO in words:
        return YES if yes_wins else NO
    return YES if YES in words else NO if NO in words else NOTHING


def verdict(one, speakers, yes_wins):
    """What those next around it say, who are asked in the same way; at the outside, those of the same bounds."""
    around = [s for s in speakers if s.holds_more(one)]
    next_around = [s for s in around if not any(s.holds_more(t) for t in around)]
    if next_around:
        return vote([verdict(s, speakers, yes_wins) for s in next_around], yes_wins)
    return vote([s.breach for s in speakers if s.bounds() == one.bounds()], yes_wins)


def is_breach(one, seen, policy):
    voices = [s for s in seen if s.begin < s.end and (s.form != LATENESS or (one.form == LATENESS and s.bounds() == one.bounds()))]
    if one.form == LATENESS and one not in voices:
        voices.append(one)
    return verdict(one, [s for s in voices if s.breach != NOTHING], policy["breach_wins"]) == YES


def excused_minutes(seen, accepted):
    """The minutes for which there is a reason, of whichever absence."""
    reasons = [(s.begin, s.end) for s in seen if s.breach == YES and s.justified and s.form != LATENESS]
    return {m for b, e in accepted + reasons for m in range(b, e)}


def count(seen, accepted, opened, begin, end, policy):
    absences, latenesses = [], []
    excused = excused_minutes(seen, accepted)
    for one in seen:
        if one.breach != YES or one.begin >= one.end:
            continue
        if not is_breach(one, seen, policy):
            continue
        short = one.end - one.begin < policy["lateness_below"]
        if one.form == LATENESS or (one.form == BY_LENGTH and short):
            latenesses.append((one.begin, one.end, one.justified))
        elif not (one.form == DEPARTURE and short):
            absences.append((one.begin, one.end))
    missed = missed_halves(absences, excused, opened, begin, end, policy)
    return missed, counted_latenesses(latenesses, absences, excused, opened, begin, end)


def missed_halves(absences, excused, opened, begin, end, policy):
    missed = []
    for day in sorted({b // DAY for _, b, _ in opened}):
        for half in (MORNING, AFTERNOON):
            minutes = {m for h, b, e in opened if h == half and b // DAY == day for m in range(b, e)}
            inside = {m for m in minutes if begin <= m < end}
            touching = [a for a in absences if any(a[0] <= m < a[1] for m in inside)]
            if not touching:
                continue
            if half == AFTERNOON and any(d == day for d, _, _, _ in missed):
                grace = day * DAY + policy["midday"] + policy["tolerance"]
                if not any(min(a[1], end) > grace for a in touching):
                    continue
            reasons = [all(m in excused for m in inside if a[0] <= m < a[1]) for a in touching]
            justified = any(reasons) if policy["by_part"] else all(reasons)
            missed.append((day, half, justified, sum(1 for m in inside if any(a[0] <= m < a[1] for a in touching))))
    return missed


def counted_latenesses(latenesses, absences, excused, opened, begin, end):
    opening = [(b, e) for _, b, e in opened]
    in_time = [l for l in latenesses if any(b <= l[0] < e for b, e in opening)]
    found = {}
    for one in in_time:
        if any(a[0] <= one[0] and one[1] <= a[1] for a in absences):
            continue
        if any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in in_time):
            continue
        if begin <= one[0] < end:
            in_hours = [m for m in range(one[0], one[1]) if any(b <= m < e for b, e in opening)]
            justified = one[2] or all(m in excused for m in in_hours)
            found[one[:2]] = found.get(one[:2], False) or justified
    return sorted((b, e - b, justified) for (b, e), justified in found.items())


def alerts(missed, threshold, window, days):
    unjustified = [day for day, _, justified, _ in missed if not justified]
    found, used_to = [], None
    for day in unjustified:
        if used_to is not None and day < used_to:
            continue
        if window == 1:
            date = EPOCH + datetime.timedelta(days=day)
            first = date.replace(day=1)
            after = (first + datetime.timedelta(days=40)).replace(day=1)
            first, after = (first - EPOCH).days, (after - EPOCH).days
        else:
            first, after = day, day + days
        those = [d for d in unjustified if max(day, first) <= d < after]
        if len(those) >= threshold:
            found.append((first, after, len(those), those[threshold - 1]))
            used_to = after
    return found


def some_accepted(rng, seen, hours):
    """Spans for which reasons were accepted: often an observation in two or three pieces, whole days, or the hours of some."""
    accepted = []
    for one in seen:
        if rng.random() < 0.3 and one.begin < one.end:
            cuts = sorted(rng.choice((rng.randint(one.begin, one.end), one.begin // DAY * DAY + DAY)) for _ in range(rng.randrange(3)))
            ends = [one.begin, *(min(max(c, one.begin), one.end) for c in cuts), one.end]
            accepted += [(b, e) for b, e in zip(ends, ends[1:]) if b < e and rng.random() < 0.9]
    for _ in range(rng.choice((0, 0, 1, 2))):
        begin, end = sorted((rng.choice(hours), rng.choice(hours)))
        if rng.random() < 0.2:
            begin, end = begin // DAY * DAY, end // DAY * DAY + DAY
        if begin < end:
            accepted.append((begin, end))
    rng.shuffle(accepted)
    return accepted


def random_case(rng):
    start = 20700 + rng.randrange(60)
    length = rng.choice((1, 1, 2, 3, 5, 8))
    midday = rng.choice((690, 710, 710, 720, 750))
    opened = []
    for day in range(start, start + length):
        morning_end = rng.choice((midday, 690, 720))
        if rng.random() < 0.85:
            opened.append((MORNING, day * DAY + rng.choice((480, 500, 510)), day * DAY + morning_end))
        if rng.random() < 0.7:
            opened.append((AFTERNOON, day * DAY + max(morning_end, rng.choice((710, 750, 810))), day * DAY + rng.choice((960, 1020))))
    policy = {"midday": midday, "tolerance": rng.choice((0, 60, 105)), "lateness_below": rng.choice((0, 10, 30)),
              "breach_wins": rng.random() < 0.6, "by_part": rng.random() < 0.4}
    step = rng.choice((1, 5, 10, 30))
    hours = [d * DAY + m for d in range(start, start + length) for m in range(450, 1051, step)]
    hours += [d * DAY + midday + policy["tolerance"] + k for d in range(start, start + length) for k in (0, 1)]
    seen = []
    for _ in range(rng.randrange(0, 9)):
        begin, end = rng.choice(hours), rng.choice(hours)
        if rng.random() < 0.25:
            end = begin + rng.choice((3, 7, 20, 29, 30, 31))
        if seen and rng.random() < 0.35:
            other = rng.choice(seen)
            begin, end = rng.choice(((other.begin, other.end), (other.begin, end), (begin, other.end),
                                     (other.begin - rng.randrange(20), other.end + rng.randrange(20))))
        if end < begin:
            begin, end = end, begin
        seen.append(Seen(begin, end, rng.choices((YES, NO, NOTHING), (6, 2, 1))[0],
                         rng.random() < 0.2,
                         rng.choices((BY_LENGTH, LATENESS, DEPARTURE), (6, 2, 1))[0]))
    accepted = some_accepted(rng, seen, hours)
    begin, end = start * DAY, (start + length) * DAY
    if rng.random() < 0.4:
        begin, end = sorted((rng.choice(hours), rng.choice(hours) + 1))
    alert = (rng.choice((1, 2, 3, 4)), rng.choice((1, 2)), rng.choice((2, 3, 30)))
    return opened, seen, accepted, begin, end, policy, alert


def write(out, rng):
    opened, seen, accepted, begin, end, policy, alert = random_case(rng)
    missed, late = count(seen, accepted, opened, begin, end, policy)
    told = alerts(missed, *alert)
    rng.shuffle(opened)
    print("case", len(opened), len(seen), len(accepted), begin, end, policy["midday"], policy["tolerance"], policy["lateness_below"],
          int(policy["breach_wins"]), int(policy["by_part"]), *alert, file=out)
    for row in opened:
        print("open", *row, file=out)
    for one in seen:
        print("seen", one.begin, one.end, one.breach, int(one.justified), one.form, file=out)
    for row in accepted:
        print("accepted", *row, file=out)
    print("answer", len(missed), len(late), len(told), file=out)
    for day, half, justified, minutes in missed:
        print("missed", day, half, int(justified), minutes, file=out)
    for first, minutes, justified in late:
        print("late", first, minutes, int(justified), file=out)
    for row in told:
        print("alert", *row, file=out)


def main():
    cases, rng = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    with open(sys.argv[3], "w", encoding="ascii") as out:
        for _ in range(cases):
            write(out, rng)


if __name__ == "__main__":
    main()
