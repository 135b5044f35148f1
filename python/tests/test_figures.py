from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import inburgering as ib
import polars as pl
import pytest
from delivering import Row, Tables, golden
from figuring import number

CASES = golden("figures")


def multiplied(case: dict[str, Any]) -> Tables:
    """Each person so many times: the number is written as a letter."""
    times = case.get("times", 5)

    def many(rows: list[Row]) -> list[Row]:
        return [
            {**row, "insz": number((ord(row["insz"]) - ord("a")) * times + at)}
            | ({"dossier": f"{row['dossier']}-{at}"} if "dossier" in row else {})
            for at in range(times)
            for row in rows
        ]

    return Tables(many(case["dossiers"]), many(case["residences"]), many(case.get("deaths", [])))


def area(text: str) -> ib.Area:
    return ib.Area(text.lower().replace("-", "_"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden_cases(case: dict[str, Any]) -> None:
    caseload = multiplied(case).caseload("set_aside")
    figures = caseload.figures(snapshot=dt.date.fromisoformat(case["snapshot"]), threshold=case.get("threshold", 5))
    assert case["expected"] or case["durations"]
    for expected in case["expected"]:
        figure = figures.get(expected["measure"], expected["year"], area(expected["area"]))
        said = "none" if figure is None else "*" if figure.count is None else figure.count
        assert said == expected["count"], expected
    for expected in case.get("durations", []):
        duration = figures.duration(expected["measure"], expected["year"], area(expected["area"]))
        assert days(duration) == expected["days"], expected


def days(duration: ib.Duration | None) -> str | list[int]:
    """Say what a golden case says of a duration."""
    if duration is None:
        return "none"
    if duration.quartiles is None:
        return "*" if duration.is_suppressed else "few"
    return [duration.quartiles.first, duration.quartiles.median, duration.quartiles.third]


def test_every_golden_case_is_run() -> None:
    assert len(CASES) == 29


SNAPSHOT = dt.date(2025, 6, 30)


def people(counts: dict[str, int]) -> ib.Caseload:
    """Persons who registered in 2025 and obtained an attest a while later, in these municipalities."""
    codes = [code for code, count in counts.items() for _ in range(count)]
    dossiers = [
        {
            "dossier": f"D-{n}",
            "insz": number(n),
            "registered_on": "2025-01-06",
            "attest_obtained_on": str(dt.date(2025, 1, 6) + dt.timedelta(days=100 + n)),
        }
        for n in range(len(codes))
    ]
    residences = [{"insz": number(n), "municipality": code} for n, code in enumerate(codes)]
    return Tables(dossiers=dossiers, residences=residences).caseload()


@pytest.fixture(scope="module")
def caseload() -> ib.Caseload:
    return people({"44021": 20, "46029": 3, "46021": 7})


@pytest.fixture(scope="module")
def figures(caseload: ib.Caseload) -> ib.Figures:
    return caseload.figures(snapshot=SNAPSHOT)


def test_a_suppressed_count_is_none_and_takes_another_with_it(figures: ib.Figures) -> None:
    def count(area: ib.Area | str) -> int | None:
        figure = figures.get(ib.Measure.REGISTRATIONS, 2025, area)
        assert figure is not None
        return figure.count

    assert [count(code) for code in ("46029", "46021", "44021")] == [None, None, 20]
    assert [count("oost_vlaanderen"), count("flanders"), count("limburg")] == [30, 30, 0]


def test_the_figures_say_what_they_are(figures: ib.Figures) -> None:
    assert (figures.snapshot, figures.threshold) == (SNAPSHOT, ib.Threshold(5))
    assert repr(figures) == "<inburgering.Figures on 2025-06-30, counts from 1 to 4 suppressed>"
    every = list(figures)
    # Of three measures who is unplaced, of two of them who lives outside Flanders.
    assert len(every) == len(figures) == 7 * (1 + 5 + 285) + 3 + 2
    figure = figures.get("registrations", 2025, "46029")
    assert figure is not None
    assert figure in every
    assert repr(figure) == "Figure(registrations, 2025, Lokeren (46029): suppressed)"
    assert (figure.snapshot, figure.measure, figure.year) == (SNAPSHOT, ib.Measure.REGISTRATIONS, 2025)
    assert figure.area == ib.Area("46029")
    assert repr(figures.get("attests", 2025, "flanders")) == "Figure(attests, 2025, Flanders: 30)"


def test_what_the_snapshot_does_not_have_is_none(figures: ib.Figures) -> None:
    assert figures.get("registrations", 2024, "44021") is None
    assert figures.get("registrations", 2**40, "44021") is None
    assert figures.get("registrations", 2025, "46014") is None


def test_the_table_has_the_same_figures(figures: ib.Figures) -> None:
    table = figures.to_table()
    assert list(table.schema) == ["snapshot", "measure", "year", "area", "code", "name", "count", "suppressed"]
    frame = table.to_polars()
    assert frame.height == len(figures)
    assert frame["count"].to_list() == [figure.count for figure in figures]
    assert frame["area"].to_list() == [figure.area.kind for figure in figures]
    assert frame["suppressed"].to_list() == [figure.count is None for figure in figures]
    of_gent = frame.filter(pl.col("code") == "44021", pl.col("measure") == "registrations")
    assert of_gent.rows() == [(SNAPSHOT, "registrations", 2025, "municipality", "44021", "Gent", 20, False)]


def test_unplaced_and_outside_flanders_stand_apart_without_code_or_name() -> None:
    figures = people({"44021": 20, "21004": 7, "62063": 2, "99999": 3}).figures(snapshot=dt.date(2025, 12, 31))
    apart = figures.to_table().to_polars().filter(pl.col("area").is_in(["outside_flanders", "unplaced"]))
    assert apart.select("measure", "year", "area", "code", "name", "count", "suppressed").rows() == [
        ("registrations", 2025, "unplaced", None, None, None, True),
        ("contracts", 2025, "outside_flanders", None, None, 0, False),
        ("contracts", 2025, "unplaced", None, None, 0, False),
        ("attests", 2025, "outside_flanders", None, None, 9, False),
        ("attests", 2025, "unplaced", None, None, None, True),
    ]
    assert repr(figures.get("attests", 2025, "outside_flanders")) == "Figure(attests, 2025, outside Flanders: 9)"
    assert figures.get("registrations", 2025, "outside_flanders") is None
    assert figures.duration("attests", 2025, "unplaced") is None
    assert {row["area"] for row in figures.durations_to_table().to_polars().rows(named=True)}.isdisjoint(apart["area"])


def test_quartiles_stand_beside_published_figures_only(figures: ib.Figures) -> None:
    def of(area: str) -> ib.Duration:
        duration = figures.duration("attests", 2025, area)
        assert duration is not None
        return duration

    assert of("44021").quartiles == ib.Quartiles(first=104, median=109, third=114)
    assert (of("46021").quartiles, of("46021").is_suppressed) == (None, True)
    assert (of("11002").quartiles, of("11002").is_suppressed) == (None, False)
    assert of("flanders").quartiles is not None
    assert [repr(of(code)) for code in ("44021", "46021", "11002")] == [
        "Duration(attests, 2025, Gent (44021): 104, 109, 114 days)",
        "Duration(attests, 2025, Sint-Niklaas (46021): suppressed)",
        "Duration(attests, 2025, Antwerpen (11002): too few persons)",
    ]
    assert (of("44021").snapshot, of("44021").measure, of("44021").year) == (SNAPSHOT, ib.Measure.ATTESTS, 2025)
    assert of("44021").area == ib.Area("44021")
    assert figures.duration("registrations", 2025, "44021") is None
    assert figures.duration("attests", 2024, "44021") is None
    assert figures.duration("attests", 2**40, "44021") is None


def test_the_table_of_durations_has_the_same_durations(figures: ib.Figures) -> None:
    table = figures.durations_to_table()
    quartiles = ["first_quartile", "median", "third_quartile"]
    assert list(table.schema) == ["snapshot", "measure", "year", "area", "code", "name", *quartiles, "suppressed"]
    frame = table.to_polars()
    assert frame.height == len(figures.durations) == 2 * (1 + 5 + 285)
    assert frame["suppressed"].to_list() == [duration.is_suppressed for duration in figures.durations]
    given = [duration.quartiles.median if duration.quartiles else None for duration in figures.durations]
    assert frame["median"].to_list() == given
    of_gent = frame.filter(pl.col("code") == "44021", pl.col("measure") == "attests")
    assert of_gent.rows() == [(SNAPSHOT, "attests", 2025, "municipality", "44021", "Gent", 104, 109, 114, False)]


def test_the_figures_around_a_municipality(figures: ib.Figures) -> None:
    around = figures.around("44021")
    areas = {figure.area for figure in around}
    assert areas == {ib.Area("44021"), ib.Area("oost_vlaanderen"), ib.Area("flanders")}
    assert (len(around), len(around.durations)) == (7 * 3, 2 * 3)
    assert {*around} <= {*figures}
    assert around == figures.around(ib.municipality("44021")) != figures
    # A municipality that ended is its successor's territory.
    assert figures.around("46014") == figures.around("46029")


def test_there_are_no_figures_around_another_municipality(caseload: ib.Caseload, figures: ib.Figures) -> None:
    with pytest.raises(ib.FiguresError, match=r"municipality 62063 .* lies in Wallonia") as caught:
        figures.around("62063")
    assert (caught.value.code, caught.value.municipality) == ("outside_flanders", ib.municipality("62063"))
    with pytest.raises(ib.MunicipalityError):
        caseload.figures(snapshot=dt.date(2024, 12, 31)).around("46029")


def test_the_threshold_is_checked(caseload: ib.Caseload) -> None:
    with pytest.raises(ib.SuppressionError):
        caseload.figures(snapshot=SNAPSHOT, threshold=2)


@pytest.mark.parametrize("day", [dt.date(1994, 12, 31), dt.date(2100, 1, 1)])
def test_the_snapshot_lies_in_the_years_of_the_library(caseload: ib.Caseload, day: dt.date) -> None:
    with pytest.raises(ib.OutsideHorizon):
        caseload.figures(snapshot=day)


def test_a_datetime_is_refused(caseload: ib.Caseload) -> None:
    with pytest.raises(TypeError, match=r"when\.date\(\)"):
        caseload.figures(snapshot=dt.datetime(2025, 6, 30))
    with pytest.raises(TypeError):
        caseload.figures(SNAPSHOT)  # type: ignore[call-arg]


def test_another_measure_is_refused(figures: ib.Figures) -> None:
    with pytest.raises(ib.VocabularyError, match="registrations, contracts, attests, active, closed"):
        figures.get("closings", 2025, "flanders")


def test_an_area_is_made_of_what_it_is() -> None:
    gent, limburg, flanders = ib.Area("44021"), ib.Area(ib.Province.LIMBURG), ib.Area("flanders")
    outside, unplaced = ib.Area("outside_flanders"), ib.Area("unplaced")
    assert gent == ib.Area(ib.municipality("44021")) == ib.Area(gent)
    assert (gent.kind, gent.municipality, gent.province) == ("municipality", ib.municipality("44021"), None)
    assert (limburg.kind, limburg.municipality, limburg.province) == ("province", None, ib.Province.LIMBURG)
    assert (flanders.kind, flanders.municipality, flanders.province) == ("flanders", None, None)
    assert (outside.kind, outside.municipality, outside.province) == ("outside_flanders", None, None)
    assert (unplaced.kind, unplaced.municipality, unplaced.province) == ("unplaced", None, None)
    every = [gent, limburg, flanders, outside, unplaced]
    words = ["Gent (44021)", "province of Limburg", "Flanders", "outside Flanders", "unplaced"]
    assert [str(area) for area in every] == words
    for area in every:
        assert eval(repr(area), {"Area": ib.Area}) == area
        assert pickle.loads(pickle.dumps(area)) == area
        assert copy.deepcopy(area) == area
    assert sorted(set(every)) == every
    assert len({*every, ib.Area("44021")}) == 5


def test_another_area_is_refused() -> None:
    with pytest.raises(ValueError, match="`gent` is no area; give the code of a municipality, flanders"):
        ib.Area("gent")
    with pytest.raises(ib.MunicipalityError):
        ib.Area("99999")
    with pytest.raises(TypeError, match="a int was given where an area is meant"):
        ib.Area(44021)  # type: ignore[arg-type]
    with pytest.raises(ib.MunicipalityError) as caught:
        ib.Area("85.07.30-901.33")
    assert "901" not in str(caught.value)


def test_figures_cannot_be_made_or_changed(figures: ib.Figures) -> None:
    figure = next(iter(figures))
    for value in (figures, figure, figures.durations[0]):
        with pytest.raises(TypeError):
            type(value)()
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(value)
        assert copy.deepcopy(value) is value
        assert hash(value) == hash(copy.copy(value))
    with pytest.raises(AttributeError):
        figure.count = 5  # type: ignore[misc]
