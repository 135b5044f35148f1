"""The figures report: what stands on the page is what the figures publish, and no more."""

from __future__ import annotations

import datetime as dt
import functools
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import inburgering as ib
import matplotlib
import pytest
from delivering import Tables
from inburgering.report import chart
from inburgering.report.headline import Headline, _change
from inburgering.report.page import page
from inburgering.report.panel import Panel, Series
from inburgering.report.subject import SUBJECTS
from inburgering.report.values import YEARS, Values
from reporting import VILLAGE, figures

GENT, PROVINCE, FLANDERS = AREAS = ib.Area("44021"), ib.Area("oost_vlaanderen"), ib.Area("flanders")
COUNTS = ("registrations", "contracts", "attests", "active", "closed", "moves_in", "moves_out")
DAYS = [f"{measure}.{quartile}" for measure in ("contracts", "attests") for quartile in ("first", "median", "third")]


def values(
    years: range = range(2021, 2026),
    snapshot: dt.date = dt.date(2025, 6, 30),
    changed: dict[tuple[str, int, ib.Area], int | None] | None = None,
    left_out: Callable[[str, int], bool] = lambda measure, year: False,
) -> Values:
    """Values of every measure, each another number, but for those that are given."""
    keys = [(measure, year, area) for measure in (*COUNTS, *DAYS) for year in years for area in AREAS]
    found: dict[tuple[str, int, ib.Area], int | None] = {key: 1000 + 7 * at for at, key in enumerate(keys)}
    kept = {key: value for key, value in (found | (changed or {})).items() if not left_out(key[0], key[1])}
    return Values(snapshot, 5, AREAS, kept)


@functools.cache
def usual() -> str:
    """The page of the usual values."""
    return page(values())


def tables(text: str) -> list[list[list[str]]]:
    """The cells of each table, row by row."""
    rows = (
        re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        for table in re.findall(r"<table>(.*?)</table>", text, re.DOTALL)
    )
    return [[re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in some] for some in rows]


def charts(text: str) -> list[str]:
    return re.findall(r'<svg[^>]*role="img".*?</svg>', text, re.DOTALL)


def heights(svg: str) -> list[float]:
    """How high each bar of a chart is, in its order."""
    paths = re.findall(r'<g class="shown">\s*<path d="([^"]*)"', svg)
    points = ([float(y) for y in re.findall(r"[ML] \S+ (\S+)", path)] for path in paths)
    return [max(heights) - min(heights) for heights in points]


def test_the_tables_have_every_value_in_dutch() -> None:
    given = values()
    found = tables(usual())
    assert len(found) == 5 * 3
    measures = (COUNTS[:3], COUNTS[3:5], DAYS[:3], DAYS[3:], COUNTS[5:])
    for at, table in enumerate(found):
        head, *rows = table
        assert head[0] == "Jaar"
        assert [row[0] for row in rows] == ["2021", "2022", "2023", "2024", "2025*"]
        for year, row in zip(range(2021, 2026), rows, strict=True):
            told = [given.get(measure, year, at % 3) for measure in measures[at // 3]]
            assert row[1:] == [f"{value or 0:,}".replace(",", ".") for value in told]


def test_what_is_not_shown_is_a_strip_and_words_and_never_a_bar() -> None:
    hidden = {("registrations", 2022, GENT): None, ("contracts", 2022, GENT): None, ("attests", 2025, GENT): 0}
    text = page(values(changed=hidden))
    first = charts(text)[0]
    assert first.count('<g class="hidden">') == 2
    assert len(heights(first)) == 3 * 5 - 2
    assert min(heights(first)) == 0, "a zero is shown"
    assert tables(text)[0][2] == ["2022", "niet getoond", "niet getoond", tables(text)[0][2][3]]
    assert tables(text)[0][5][3] == "0"
    assert "minder dan 5" not in text
    assert "van 1 tot en met 4 personen wordt niet getoond" in text


def test_quartiles_that_are_not_given_are_strips_too() -> None:
    hidden = {(f"contracts.{quartile}", 2023, GENT): None for quartile in ("first", "median", "third")}
    text = page(values(changed=dict(hidden)))
    assert charts(text)[6].count('<g class="hidden">') == 1
    assert len(heights(charts(text)[6])) == 4
    assert tables(text)[6][3] == ["2023", *["niet getoond"] * 3]


def test_bars_are_as_high_as_their_values() -> None:
    panel = Panel("Gent", "personen", (2024, 2025), (Series("a", (100, 50)), Series("b", (200, 25))), None)
    one, two, three, four = heights(chart.bars(panel, "c", "t"))
    assert (one / three, two / one, four / one) == pytest.approx((0.5, 0.5, 0.25), rel=1e-3)


def test_the_same_figures_give_the_same_page_under_any_settings() -> None:
    with matplotlib.rc_context(
        {"font.size": 30, "axes.facecolor": "red", "svg.hashsalt": None, "svg.fonttype": "path"}
    ):
        assert page(values()) == usual()
        assert matplotlib.rcParams["font.size"] == 30


def test_the_day_of_the_snapshot_stands_on_it() -> None:
    assert "Stand op <strong>30 juni 2025</strong>" in usual()
    # What happened by the day, but a stock on it.
    notes = re.findall(r"\* 2025: (.*), de peildatum", usual())
    assert notes == ["tot en met 30 juni 2025", "op 30 juni 2025", *["tot en met 30 juni 2025"] * (len(notes) - 2)]
    assert len(notes) == len(SUBJECTS)
    whole = page(values(snapshot=dt.date(2025, 12, 31)))
    assert "Stand op <strong>31 december 2025</strong>" in whole
    assert "*" not in re.sub(r"<style>.*?</style>", "", whole, flags=re.DOTALL)


def test_a_page_of_real_figures_has_what_they_publish() -> None:
    found = figures()
    text = ib.report.figures_report(found, VILLAGE)
    assert [figure.count for figure in found.around(VILLAGE)].count(None) > 10
    areas = [ib.Area(area) for area in (VILLAGE, "oost_vlaanderen", "flanders")]
    for at, table in enumerate(tables(text)):
        area = areas[at % 3]
        for row in table[1:]:
            year = int(row[0].rstrip("*"))
            if at // 3 in (2, 3):
                duration = found.duration("contracts" if at // 3 == 2 else "attests", year, area)
                days = None if duration is None else duration.quartiles
                told: list[int | None] = [None, None, None]
                if days is not None:
                    told = [days.first, days.median, days.third]
            else:
                measures = {0: COUNTS[:3], 1: COUNTS[3:5], 4: COUNTS[5:]}[at // 3]
                told = [count_of(found, measure, year, area) for measure in measures]
            assert row[1:] == ["niet getoond" if value is None else f"{value:,}".replace(",", ".") for value in told]
    for svg, table in zip(charts(text), tables(text), strict=True):
        cells = [cell for row in table[1:] for cell in row[1:]]
        quartiles = "binnen" in table[0][1]
        assert svg.count('<g class="hidden">') == cells.count("niet getoond") // (3 if quartiles else 1)
        assert len(heights(svg)) == len(cells) // (3 if quartiles else 1) - svg.count('<g class="hidden">')


def test_active_is_who_has_an_active_dossier_with_an_attest_of_an_older_one_too() -> None:
    persons = [f"85.01.01-{900 + n}.{97 - (850_101_900 + n) % 97:02}" for n in range(5)]
    dossiers = [
        {"dossier": f"D-{n}-{at}", "insz": insz, "registered_on": registered, "attest_obtained_on": attest}
        for n, insz in enumerate(persons)
        for at, (registered, attest) in enumerate([("2022-02-01", "2023-02-01"), ("2024-02-01", "")])
    ]
    residences = [{"insz": insz, "municipality": "44021"} for insz in persons]
    found = Tables(dossiers=dossiers, residences=residences).caseload().figures(snapshot=dt.date(2025, 6, 30))
    assert (count_of(found, "active", 2024, GENT), count_of(found, "closed", 2024, GENT)) == (5, 0)
    said = "op de peildatum, minstens één actief dossier had, ook met een attest van een ouder dossier"
    assert said in ib.report.figures_report(found, "44021")


def count_of(found: ib.Figures, measure: str, year: int, area: ib.Area) -> int | None:
    figure = found.get(measure, year, area)
    assert figure is not None
    return figure.count


def test_a_code_that_ended_is_carried_to_the_snapshot() -> None:
    caseload = Tables(dossiers=[], residences=[]).caseload()
    text = ib.report.figures_report(caseload.figures(snapshot=dt.date(2026, 6, 30)), "46014")
    assert "Lokeren · Oost-Vlaanderen · Vlaanderen" in text


def test_a_municipality_outside_flanders_has_no_report() -> None:
    with pytest.raises(ib.FiguresError):
        ib.report.figures_report(figures(), "62063")


def headline(text: str, label: str) -> str:
    (found,) = re.findall(rf"<dt>{label} .*?</div>", text, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", found)).strip()


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (1234, 1200, "1.234 34 meer dan in 2023"),
        (1200, 1234, "1.200 34 minder dan in 2023"),
        (12, 12, "12 evenveel als in 2023"),
        (12, None, "12"),
        (None, 12, "niet getoond"),
    ],
)
def test_the_headlines_are_of_the_last_whole_year(now: int | None, before: int | None, said: str) -> None:
    changed = {("registrations", 2024, GENT): now, ("registrations", 2023, GENT): before}
    text = page(
        values(changed=changed | {("registrations", 2024, PROVINCE): 5678, ("registrations", 2024, FLANDERS): None})
    )
    assert (
        headline(text, "Aanmeldingen") == f"Aanmeldingen in 2024 {said} Oost-Vlaanderen: 5.678 Vlaanderen: niet getoond"
    )


def test_the_stock_is_that_of_the_snapshot_or_of_the_last_day_before_it() -> None:
    assert "op 30 juni 2025" in headline(usual(), "Personen met een actief dossier")
    without = values(
        snapshot=dt.date(2025, 1, 1), left_out=lambda measure, year: measure in ("active", "closed") and year == 2025
    )
    assert "op 31 december 2024" in headline(page(without), "Personen met een actief dossier")
    assert [row[0] for row in tables(page(without))[3]] == ["Jaar", "2021", "2022", "2023", "2024"]


def test_without_a_whole_year_the_headlines_are_of_the_open_one() -> None:
    text = page(values(years=range(2025, 2026)))
    assert headline(text, "Aanmeldingen").startswith("Aanmeldingen in 2025, tot en met 30 juni 2025 1.")


def test_a_subject_without_any_year_is_left_out() -> None:
    without = values(years=range(2025, 2026), left_out=lambda measure, year: measure in ("active", "closed"))
    assert len(tables(page(without))) == 4 * 3
    assert "Personen met een actief dossier" not in page(without)


def test_only_the_last_years_are_shown() -> None:
    years = [row[0] for row in tables(page(values(years=range(2001, 2026))))[0][1:]]
    assert len(years) == YEARS
    assert years[-1] == "2025*"
    assert all(int(one.rstrip("*")) + 1 == int(other.rstrip("*")) for one, other in pairwise(years))


def test_names_are_escaped_in_charts() -> None:
    panel = Panel("A & B", "<b>", (2025,), (Series("a", (1,)),), None)
    drawn = chart.bars(panel, "name", "A & B <c>")
    assert "A &amp; B &lt;c&gt;" in drawn
    assert "&lt;b&gt;" in drawn


@pytest.mark.parametrize("package", ["jinja2", "matplotlib", "babel.dates"])
def test_a_package_that_is_missing_is_named(package: str) -> None:
    program = f"""
import sys, datetime as dt
sys.modules["{package}"] = None
import inburgering as ib
figures = ib.example.caseload().figures(snapshot=dt.date(2025, 12, 31))
try:
    ib.report.figures_report(figures, "44021")
except ImportError as error:
    assert isinstance(error, ib.MissingPackageError)
    print(error.package, error.extra, error.code)
"""
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert said == f"{package.partition('.')[0]} report missing_package\n"


def test_one_day_is_said_in_the_singular() -> None:
    headline = Headline("label", "2025", "dagen", (), None)
    assert [headline.said(value) for value in (0, 1, 2, None)] == ["0 dagen", "1 dag", "2 dagen", "niet getoond"]
    assert Headline("label", "2025", "", (), None).said(1) == "1"
    assert _change(4, 3, "dagen", 2024) == "1 dag meer dan in 2024"
    assert _change(3, 5, "dagen", 2024) == "2 dagen minder dan in 2024"
