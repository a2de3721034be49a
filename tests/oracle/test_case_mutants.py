"""Would the cases notice? Half-days and clashes as they would be with one rule changed: some case must come out otherwise."""
import io
import pathlib
import random
import types
from collections.abc import Iterator

import pytest

HERE = pathlib.Path(__file__).parent
CASES = 4_000  # of the 12 000 that the library is held against

HALF_DAYS = {
    "the midday tolerance ends a minute earlier": ("> grace for a", ">= grace for a"),
    "an afternoon counts without a morning's tolerance": ("if half == AFTERNOON and any(", "if False and any("),
    "a half-day is justified by all of its parts only": ('any(reasons) if policy["by_part"] else', 'all(reasons) if policy["by_part"] else'),
    "a half-day is justified by any of its parts": ("else all(reasons)", "else any(reasons)"),
    "a short absence is one minute longer": ('< policy["lateness_below"]', '<= policy["lateness_below"]'),
    "a short departure is an absence": ("one.form == DEPARTURE and short", "False"),
    "a breach never wins over a presence beside it": ('!= NOTHING], policy["breach_wins"])', "!= NOTHING], False)"),
    "reasons do not add up": ("in accepted + reasons for", "in accepted[:1] + reasons for"),
    "minutes out of hours want a reason": ("all(m in excused for m in inside if a[0] <= m < a[1])", "all(m in excused for m in range(a[0], a[1]))"),
    "a lateness justifies an absence": ("s.justified and s.form != LATENESS]", "s.justified]"),
    "a presence justifies an absence": ("s.breach == YES and s.justified", "s.justified"),
    "an absence is justified by its own reason alone": ("in accepted + reasons for", "in accepted for"),
    "what is accepted is of no account": ("in accepted + reasons for", "in reasons for"),
    "a lateness is justified by its own reason alone": ("one[2] or all(m in excused for m in in_hours)", "one[2]"),
    "a lateness is justified by what was accepted alone": ("one[2] or all(m in excused for m in in_hours)", "all(m in excused for m in in_hours)"),
    "a lateness wants a reason out of hours": ("all(m in excused for m in in_hours)", "all(m in excused for m in range(one[0], one[1]))"),
    "what lies around is not asked": ("around = [s for s in speakers if s.holds_more(one)]", "around = []"),
    "a lateness within an absence counts": ("if any(a[0] <= one[0] and one[1] <= a[1] for a in absences):", "if False:"),
    "a lateness out of hours counts": ("if any(b <= l[0] < e for b, e in opening)]", "]"),
    "a lateness within another counts": ("if any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in in_time):", "if False:"),
    "minutes out of hours are missed": ("sum(1 for m in inside if any(", "sum(1 for m in range(day * DAY, day * DAY + DAY) if any("),
    "an alert needs one more": (">= threshold:", "> threshold:"),
    "an alert counts justified half-days": ("for day, _, justified, _ in missed if not justified]", "for day, _, justified, _ in missed]"),
    "a month is thirty days": ("if window == 1:", "if False:"),
    "windows overlap": ("used_to = after", "used_to = None"),
}
CLASHES = {
    "lessons clash that follow each other": (
        'range(lesson["begins"], lesson["ends"])', 'range(lesson["begins"], lesson["ends"] + 1)'),
    "the day is of no account": ('lesson["day"] * 24 * 60 + shown', "shown"),
    "the clock is of no account": ('if "zone" not in lesson:', "if True:"),
    "ties are of no account": ('{("tie", tie) for tie in case["ties"] if group in tie}', "set()"),
    "a group does not meet itself": ('found = {("group", group)}', "found = set()"),
    "members are of no account": ('{("pupil", pupil) for', '{("pupil", group) for'),
    "members are so a day longer": ("first <= day <= last", "first <= day <= last + 1"),
    "members are so a day later": ("first <= day <= last", "first < day <= last"),
    "rooms are shared by all": ('if number in other[kind]]', 'if number in other[kind] and kind == "teacher"]'),
    "only the first group of a lesson counts": ('for group in other["group"]))', 'for group in other["group"][:1]))'),
    "a clash begins with the first lesson": ("begins, ends = min(minutes),", 'begins, ends = one["begins"],'),
}


def answers(file: str, change: tuple[str, str] | None = None) -> Iterator[str]:
    """The cases, one after the other, as they are with a change of the source."""
    source = (HERE / file).read_text(encoding="utf-8")
    if change is not None:
        assert source.count(change[0]) == 1, change[0]
        source = source.replace(*change)
    module = types.ModuleType(file)
    exec(compile(source, file, "exec"), module.__dict__)
    dice = random.Random(1)
    for _ in range(CASES):
        out = io.StringIO()
        if file == "clashes.py":
            module.write_case(module.some_case(dice), out)
        else:
            module.write(out, dice)
        yield out.getvalue()


@pytest.mark.parametrize(("file", "changes"), [("half_days.py", HALF_DAYS), ("clashes.py", CLASHES)])
def test_each_change_of_a_rule_is_noticed(file: str, changes: dict[str, tuple[str, str]]) -> None:
    told = list(answers(file))
    unnoticed = [what for what, change in changes.items() if all(a == b for a, b in zip(answers(file, change), told))]
    assert not unnoticed
