"""Counts ready dates again from their proofs alone: JSON lines of {"term": …, "proof": […]} on standard input."""
import calendar, collections, json, sys
from datetime import date, datetime, time, timedelta
DAY, RESTS, WORKED = timedelta(1), {"five_day": (5, 6), "six_day": (6,)}, ("working", "worked_by_order")
counts, line = collections.Counter(), ""
def row_says(row, part, number=None):
    assert (row["part"], row.get("number")) == (part, number), f"the row {row} should be {part} {number}"
def dated(rows, before, sign, week):  # every calendar day once, in order, of a kind that its weekday allows
    for day, row in (days := {before + sign * DAY * n: row for n, row in enumerate(rows, 1)}).items():
        kind, rests = row["day"], day.weekday() in RESTS[week]
        assert row["date"] == day.isoformat(), f"a gap or an overlap: {row['date']} where {day} should be"
        assert kind in ("holiday", "worked_by_order") or rests == (kind == "weekend"), f"{day} cannot be {kind}"
        assert ("act" in row) == (kind not in ("working", "weekend")), f"{day} {kind}: no act, or one too many"
        counts.update([kind, row["part"], "days", "worked weekends"][:3 + (rests and kind == "worked_by_order")])
    return days
def after(days, at, minutes=0):  # the moment so many open minutes later; none later: itself, or the next opening
    left = timedelta(minutes=minutes)
    for day, span in [(day, span) for day, row in days.items() for span in row.get("open", [])]:
        opens, closes = (datetime.combine(day, time.fromisoformat(end)) for end in span)
        if at < closes and left <= closes - max(at, opens): return max(at, opens) + left
        left -= max(closes - max(at, opens), 0 * DAY)
def walk(day, legs, bound, days, sign=1, roll=True):  # where the count ends; nowhere where a limit cuts the rows short
    number = 0
    for unit, left in [(leg["unit"], leg[bound]) for leg in legs] + [("roll", 0)] * roll:
        year, month = divmod(day.year * 12 + day.month - 1 + sign * left * (unit == "months"), 12)
        last = day.replace(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        last += sign * left * DAY * {"calendar_days": 1, "weeks": 7}.get(unit, 0)
        while left if unit == "working_days" else days[day]["day"] not in WORKED if unit == "roll" else day != last:
            if (day := day + sign * DAY) not in days: return date.max
            counted = (worked := days[day]["day"] in WORKED) or unit not in ("working_days", "roll")
            number, left = number + counted, left - counted
            part = f"rolled_{'to' if worked else 'over'}" if unit == "roll" else "counted" if counted else "not_counted"
            if bound == "at_most": row_says(days[day], part, number if part == "counted" else None)
    return day
def check(term, proof):
    filed, legs, rule, cap = datetime.fromisoformat(term["filed_at"]), term["legs"], term.get("after_hours"), date.max
    days = dated(proof, filed.date() - DAY, 1, term["week"])
    in_time = rule == "at_once" or rule and after({filed.date(): days[filed.date()]}, filed)
    at = filed if in_time else after({day: row for day, row in days.items() if not rule or row["day"] in WORKED}, filed)
    if limit := term.get("not_after"):
        start, sign = date.fromisoformat(limit["from"]), {"before": -1, "after": 1}[limit["direction"]]
        counted, rolls = dated(limit["days"], start, sign, term["week"]), limit["roll"] != "not_needed"
        cap = walk(start, limit["legs"], "at_most", counted, sign, rolls)
    minutes = sum(leg["at_most"] for leg in legs if leg["unit"] == "office_minutes")
    last = lambda bound: after(days, at, minutes) if minutes else min(walk(at.date(), legs, bound, days), cap)
    earliest, latest = None if legs[0]["at_least"] is None else last("at_least"), last("at_most")
    for day, row in days.items():
        if day <= at.date(): row_says(row, "waiting" if day < at.date() else "accepted")
        elif minutes: row_says(row, *(("counted", 1) if day == latest.date() else ("not_counted",)))
    told = [*(str(term[end]) for end in ("accepted_at", "earliest", "latest")), proof[-1]["date"]]
    ends = [str(end)[:16].replace(" ", "T") for end in (at, earliest, latest)] + [str(latest)[:10]]
    assert told == ends and (not limit or limit["date"] == str(cap)), f"told {told}, counted {ends} and the limit {cap}"
    counts.update(["proofs", "proofs of " + legs[0]["unit"], "proofs with a limit"][:2 + bool(limit)])
try:
    for line in sys.stdin: check(**json.loads(line))
    assert counts["proofs"], "there is no proof"
except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as fault:
    sys.exit(f"proof {counts['proofs'] + 1}: {fault!r}: {line[:2000]}")
print(", ".join(f"{number:,} {what}" for what, number in counts.most_common()))
