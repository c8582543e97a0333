"""Draws the start days, and judges everyone's answers.

`judge.py draw FOLDER COUNT` writes COUNT days from 2015 to 2026 as `days.bin` (four bytes each, days since 1970), and
as `rules.json` what the peers are given: the days off of Monday to Friday, and the weekends that are worked.
`judge.py table FOLDER N` counts each distinct day on with a pencil, one day after the other, and prints the table.

The calendar is laid out here from the rows of static/catalogue/calendar.json, apart from the engine and from the peers.
"""

import json
import random
import sys
from array import array
from datetime import date, timedelta
from pathlib import Path

DAY, EPOCH = timedelta(1), date(1970, 1, 1)
ROWS = json.loads(Path(__file__, "../../../static/catalogue/calendar.json").resolve().read_text())


def days_off():
    """Every day that is not worked in the five-day week: rest days, holidays, days in lieu, and what orders moved."""
    first, last = (date.fromisoformat(ROWS[end]) for end in ("first_day", "last_day"))
    ait = {row["date"]: row["holiday"] for row in ROWS["kurban_ait"] if not row["until"]}
    off, owed, day = set(), 0, first
    while day <= last:
        iso, rests = day.isoformat(), day.weekday() >= 5
        kept = [
            row for row in ROWS["holidays"]
            if (iso[5:] in row["days"] and (row["first_kept"] or "") <= iso <= (row["last_kept"] or "9")) or ait.get(iso) == row["id"]
        ]
        owed += rests and bool(kept) and kept[0]["carries_over"]
        in_lieu = owed > 0 and not rests and not kept
        owed -= in_lieu
        if rests or kept or in_lieu:
            off.add(day)
        day += DAY
    for row in ROWS["transfers"]:
        off.discard(date.fromisoformat(row["moved_from"]))
        off.add(date.fromisoformat(row["moved_to"]))
    return off


def draw(folder, count):
    first, span = date(2015, 1, 1), (date(2026, 12, 31) - date(2015, 1, 1)).days
    drawn = random.Random(2015)
    start = (first - EPOCH).days
    array("i", (start + drawn.randint(0, span) for _ in range(count))).tofile((folder / "days.bin").open("wb"))
    off = days_off()
    every = [first + DAY * n for n in range((date(2028, 1, 1) - first).days)]
    rules = {
        "holidays": [str(day) for day in every if day in off and day.weekday() < 5],
        "worked_weekends": [str(day) for day in every if day not in off and day.weekday() >= 5],
    }
    (folder / "rules.json").write_text(json.dumps(rules))


def truth(days, n):
    off, answers = days_off(), {}
    for start in set(days):
        day, left = EPOCH + DAY * start, n
        while left:
            day += DAY
            left -= day not in off
        answers[start] = (day - EPOCH).days
    return answers


def read(path):
    numbers = array("i")
    numbers.frombytes(path.read_bytes())
    return numbers


def table(folder, n):
    days = read(folder / "days.bin")
    right = truth(days, n)
    results = json.loads((folder / "results.json").read_text())
    ours = next(row["ns"] for row in results if row["answers"] == "slice.bin")
    print("| library | call | dates | ns per date | × ours | right |\n|---|---|---:|---:|---:|---:|")
    for row in sorted(results, key=lambda row: row["ns"]):
        answers = read(folder / row["answers"])
        share = sum(right[day] == answer for day, answer in zip(days, answers)) / len(answers)
        ns, times = (f"{number:,.{0 if number >= 100 else 1}f}" for number in (row["ns"], row["ns"] / ours))
        print(f"| {row['library']} | {row['call']} | {len(answers):,} | {ns} | {times} | {share:.1%} |")
    for mine, theirs in (("slice.bin", "numpy.bin"), ("single.bin", "holidays.bin")):
        mine, theirs = (next(row for row in results if row["answers"] == answers) for answers in (mine, theirs))
        print(f"\n{mine['call']}: {theirs['ns'] / mine['ns']:,.0f} times as fast as {theirs['library']}, {theirs['call']}.")


if __name__ == "__main__":
    verb, folder, number = sys.argv[1:]
    {"draw": draw, "table": table}[verb](Path(folder), int(number))
