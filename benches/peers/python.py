"""The Python peers: N working days after each day, their answers and their times. `python.py FOLDER N`.

Each gets the days off of the official calendar as far as it can take them. A slow one is timed on the first dates only.
Times are the best of three rounds.
"""

import json
import sys
import warnings
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter_ns

import holidays
import numpy
import pandas
import workalendar
from workalendar.asia import Kazakhstan

warnings.simplefilter("ignore")  # pandas' own that it is slow here, and workalendar's that Kurban Ait is reckoned
folder, n = Path(sys.argv[1]), int(sys.argv[2])
days = numpy.fromfile(folder / "days.bin", dtype="i4")
rules = json.loads((folder / "rules.json").read_text())
off = numpy.array(rules["holidays"], dtype="datetime64[D]")
dates = [date(1970, 1, 1) + timedelta(int(day)) for day in days[:20_000]]
results = []


def contest(library, version, call, answers, work, count):
    """Times `work`, which gives the shifted dates of the first `count` days."""
    times = []
    for _ in range(3):
        start = perf_counter_ns()
        shifted = work()
        times.append(perf_counter_ns() - start)
    numpy.asarray(shifted, dtype="datetime64[D]").astype("i8").astype("i4").tofile(folder / answers)
    results.append({"library": f"{library} {version}", "call": call, "answers": answers, "ns": min(times) / count})


starts, week = days.astype("datetime64[D]"), numpy.busdaycalendar(holidays=off)
# From a day off the count starts behind it: to roll back first is to leave the day itself out.
contest(
    "numpy", numpy.__version__, "busday_offset, one array", "numpy.bin",
    lambda: numpy.busday_offset(starts, n, roll="backward", busdaycal=week), len(starts),
)
some = starts[:20_000]
contest(
    "numpy", numpy.__version__, "busday_offset, one date", "numpy-single.bin",
    lambda: [numpy.busday_offset(day, n, roll="backward", busdaycal=week) for day in some], len(some),
)
offset = pandas.offsets.CustomBusinessDay(n, holidays=list(off))
stamps = pandas.DatetimeIndex(some[:2_000].astype("datetime64[ns]"))
contest("pandas", pandas.__version__, "CustomBusinessDay, one index", "pandas.bin", lambda: stamps + offset, len(stamps))
kz = holidays.country_holidays("KZ", years=range(2014, 2029))
contest(
    "python-holidays", holidays.__version__, "get_nth_working_day", "holidays.bin",
    lambda: [kz.get_nth_working_day(day, n) for day in dates], len(dates),
)
calendar = Kazakhstan()
contest(
    "workalendar", workalendar.__version__, "add_working_days", "workalendar.bin",
    lambda: [calendar.add_working_days(day, n) for day in dates], len(dates),
)
print(json.dumps(results))
