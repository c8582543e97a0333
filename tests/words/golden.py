#!/usr/bin/env python3
"""Writes the tables of dates and numbers from the rules of three grammars, apart from the program that they test.

dates.tsv: every day of a leap year in the forms that sentences ask for. numbers.tsv: 0 to 120 with each counted noun.
The lines with # say how the cells are used: a language, a use, the words around the cell.

    python3 tests/words/golden.py            writes both beside this file
    python3 tests/words/golden.py --check    says whether they are as it would write them
"""

import pathlib
import sys

YEAR = 2028
LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
# 1 January 2028 is a Saturday.
FIRST_WEEKDAY = 5

KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
EN = "January February March April May June July August September October November December".split()
WEEK_KK = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі".split()
WEEK_RU = "понедельник вторник среда четверг пятница суббота воскресенье".split()
WEEK_EN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

FRONT, BACK = "әөүіеэ", "аоұыуя"
VOICELESS, NASAL = "кқпстфхцчшщ", "мнң"


def harmony(word):
    """Whether the last vowel that harmony heeds is a front one."""
    return next(letter in FRONT for letter in reversed(word) if letter in FRONT + BACK)


def kazakh(word):
    """The noun, its dative, locative and ablative, by vowel harmony and the last sound."""
    vowel = "е" if harmony(word) else "а"
    voiceless = word[-1] in VOICELESS
    dative = {True: "к" if vowel == "е" else "қ", False: "г" if vowel == "е" else "ғ"}[voiceless]
    locative = "т" if voiceless else "д"
    ablative = "т" if voiceless else "н" if word[-1] in NASAL else "д"
    return [word, word + dative + vowel, word + locative + vowel, word + ablative + vowel + "н"]


def russian_genitive(month):
    """A month's genitive: the soft sign and the short i give way, a hard end takes an a."""
    return month[:-1] + "я" if month[-1] in "ьй" else month + "а"


def russian_on(weekday):
    """В or во, and the accusative: a feminine ending changes."""
    accusative = weekday[:-1] + "у" if weekday[-1] == "а" else weekday[:-1] + "ю" if weekday[-1] == "я" else weekday
    return ("во " if weekday.startswith("вт") else "в ") + accusative


DATE_USES = [
    ("kk", "date", f"{YEAR} жылғы {{kk}}"),
    ("kk", "date_weekday", f"{YEAR} жылғы {{kk}}, {{week_kk}}"),
    ("kk", "on_weekday", f"{YEAR} жылғы {{kk}}, {{week_kk}} күні"),
    ("kk", "moment", f"{YEAR} жылғы {{kk}}, {{week_kk}}, сағат 09:05"),
    ("kk", "on_moment", f"{YEAR} жылғы {{kk}}, {{week_kk}} күні, сағат 09:05"),
    ("kk", "until", f"{YEAR} жылғы {{kk_dat}} дейін"),
    ("kk", "on", f"{YEAR} жылғы {{kk_loc}}"),
    ("kk", "from", f"{YEAR} жылғы {{kk_abl}} бастап"),
    ("kk", "by", f"{YEAR} жылғы {{kk_abl}} кешіктірмей"),
    ("ru", "date", f"{{ru}} {YEAR} года"),
    ("ru", "date_weekday", f"{{week_ru}}, {{ru}} {YEAR} года"),
    ("ru", "on_weekday", f"{{on_ru}}, {{ru}} {YEAR} года"),
    ("ru", "moment", f"{{week_ru}}, {{ru}} {YEAR} года, 09:05"),
    ("ru", "on_moment", f"{{on_ru}}, {{ru}} {YEAR} года, в 09:05"),
    ("ru", "until", f"до {{ru}} {YEAR} года"),
    ("ru", "on", f"{{ru}} {YEAR} года"),
    ("ru", "from", f"с {{ru}} {YEAR} года"),
    ("ru", "by", f"не позднее {{ru}} {YEAR} года"),
    ("en", "date", f"{{en}} {YEAR}"),
    ("en", "date_weekday", f"{{week_en}}, {{en}} {YEAR}"),
    ("en", "on_weekday", f"on {{week_en}}, {{en}} {YEAR}"),
    ("en", "moment", f"{{week_en}}, {{en}} {YEAR}, 09:05"),
    ("en", "on_moment", f"on {{week_en}}, {{en}} {YEAR}, at 09:05"),
    ("en", "until", f"until {{en}} {YEAR}"),
    ("en", "on", f"on {{en}} {YEAR}"),
    ("en", "from", f"from {{en}} {YEAR}"),
    ("en", "by", f"by {{en}} {YEAR}"),
]


def dates():
    yield "day kk kk_dat kk_loc kk_abl week_kk ru week_ru on_ru en week_en".split()
    weekday = FIRST_WEEKDAY
    for month, length in enumerate(LENGTHS):
        for day in range(1, length + 1):
            kk = [f"{day} {form}" for form in kazakh(KK[month])]
            week_ru = WEEK_RU[weekday]
            ru = [f"{day} {russian_genitive(RU[month])}", week_ru, russian_on(week_ru)]
            iso = f"{YEAR}-{month + 1:02}-{day:02}"
            yield [iso, *kk, WEEK_KK[weekday], *ru, f"{day} {EN[month]}", WEEK_EN[weekday]]
            weekday = (weekday + 1) % 7


# One, two to four, five and more; then the genitive of one and of many, as after «от … до» and «в течение».
RU_NOUNS = {
    "working_days": ["рабочий день", "рабочих дня", "рабочих дней", "рабочего дня", "рабочих дней"],
    "calendar_days": ["календарный день", "календарных дня", "календарных дней", "календарного дня", "календарных дней"],
    "weeks": ["неделя", "недели", "недель", "недели", "недель"],
    "months": ["месяц", "месяца", "месяцев", "месяца", "месяцев"],
    "minutes": ["минута", "минуты", "минут", "минуты", "минут"],
    "hours": ["час", "часа", "часов", "часа", "часов"],
    "days": ["день", "дня", "дней", "дня", "дней"],
    "times": ["раз", "раза", "раз", "раза", "раз"],
    "documents": ["документ", "документа", "документов", "документа", "документов"],
}
EN_NOUNS = {
    "working_days": "working day", "calendar_days": "calendar day", "weeks": "week", "months": "month",
    "minutes": "minute", "hours": "hour", "days": "day", "documents": "document",
}
# After a number a Kazakh noun stays as it is.
KK_NOUNS = {
    "working_days": "жұмыс күні", "calendar_days": "күнтізбелік күн", "weeks": "апта", "months": "ай",
    "minutes": "минут", "hours": "сағат", "days": "күн", "times": "рет", "documents": "құжат",
}
UNITS = list(KK_NOUNS)[:6]

NUMBER_USES = [
    *[("kk", unit, "{n} " + KK_NOUNS[unit]) for unit in UNITS],
    *[("kk", "range_" + unit, "кемінде 0, көп дегенде {n} " + KK_NOUNS[unit]) for unit in UNITS],
    ("kk", "within_working_days", "{n} жұмыс күні ішінде"),
    *[("ru", unit, "{ru_" + unit + "}") for unit in UNITS],
    *[("ru", "range_" + unit, "от 0 до {ru_of_" + unit + "}") for unit in UNITS],
    ("ru", "within_working_days", "в течение {ru_of_working_days}"),
    *[("en", unit, "{en_" + unit + "}") for unit in UNITS],
    *[("en", "range_" + unit, "0 to {n} " + EN_NOUNS[unit] + "s") for unit in UNITS],
    ("en", "within_working_days", "within {en_working_days}"),
    # Of whole sentences, the words around the number.
    ("kk", "has_missing", "{n} құжат"),
    ("kk", "has_expired", "{n} күн"),
    ("kk", "has_race_ahead", "{n} күн"),
    ("kk", "has_visits", "{n} рет"),
    ("kk", "has_visits_to_file", "{n} рет"),
    ("ru", "has_missing", "{ru_of_documents}"),
    ("ru", "has_expired", "{ru_days}"),
    ("ru", "has_race_ahead", "{ru_days}"),
    ("ru", "has_visits", "{ru_times}"),
    ("ru", "has_visits_to_file", "{ru_times}"),
    ("en", "has_missing", "{en_documents} {en_be}"),
    ("en", "has_expired", "{en_days}"),
    ("en", "has_race_ahead", "{en_days}"),
    ("en", "has_visits", "{en_times}"),
    ("en", "has_visits_to_file", "{en_times}"),
]


def russian(n, forms):
    """The noun after a number, and in the genitive with it."""
    if n % 10 == 1 and n % 100 != 11:
        return forms[0], forms[3]
    few = n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)
    return forms[1 if few else 2], forms[4]


def numbers():
    of = [unit for unit in RU_NOUNS if unit not in ("days", "times")]
    plain = [unit for unit in RU_NOUNS if unit != "documents"]
    head = [f"ru_{unit}" for unit in plain] + [f"ru_of_{unit}" for unit in of]
    yield ["n", *head, *[f"en_{unit}" for unit in EN_NOUNS], "en_times", "en_be"]
    for n in range(121):
        ru = [f"{n} {russian(n, RU_NOUNS[unit])[0]}" for unit in plain]
        ru += [f"{n} {russian(n, RU_NOUNS[unit])[1]}" for unit in of]
        en = [f"{n} {noun}" + ("" if n == 1 else "s") for noun in EN_NOUNS.values()]
        yield [str(n), *ru, *en, "once" if n == 1 else f"{n} times", "is" if n == 1 else "are"]


def written(uses, rows):
    lines = ["# " + "\t".join(use) for use in uses] + ["\t".join(row) for row in rows]
    return "\n".join(lines) + "\n"


def main():
    folder = pathlib.Path(__file__).parent
    files = {"dates.tsv": written(DATE_USES, dates()), "numbers.tsv": written(NUMBER_USES, numbers())}
    for name, text in files.items():
        path = folder / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"{name} is not as golden.py writes it")


main()
