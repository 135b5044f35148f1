"""The caseload: its errors, its persons, and work that is long."""

from __future__ import annotations

import copy
import datetime as dt
import os
import pickle
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import inburgering as ib
import numpy as np
import polars as pl
import pytest
from tables import ANSWERS, DOSSIERS, ON, ROWS, arrow

NUMBER = "85.07.30-901.33"


def small(**options: object) -> ib.Caseload:
    return ib.Caseload(**{name: arrow(name, rows) for name, rows in ROWS.items()}, **options)  # type: ignore[arg-type]


def test_what_a_caseload_tells_of_itself() -> None:
    caseload = small()
    assert caseload.rows == {"dossiers": 5, "residences": 5, "deaths": 1, "replacements": 1}
    assert list(caseload.rows) == list(ib.InputTable)
    assert caseload.unreadable_rows is ib.UnreadableRows.REFUSED
    assert caseload.problems == ()
    assert caseload.rows_without_number == 0
    assert [str(finding) for finding in caseload.findings] == ["closed before the registration (dossiers, row 2)"]
    assert repr(caseload) == (
        "<inburgering.Caseload of 5 persons: 5 dossiers, 5 residences, 1 deaths, 1 replacements, 1 findings>"
    )


def test_the_persons_of_a_caseload() -> None:
    caseload = small()
    persons = list(caseload.persons())
    assert [str(person.numbers[0]) for person in persons] == [
        "01.12.31-904.46",
        "78.03.02-903.17",
        "85.07.30-901.33",
        "90.01.15-902.60",
        "95.05.05-905.05",
    ]
    replaced = persons[0]
    assert replaced == caseload.person("85.47.30-906.17") == caseload.person(ib.Insz("01.12.31-904.46"))
    assert [str(number) for number in replaced.numbers] == ["01.12.31-904.46", "85.47.30-906.17"]
    assert replaced.replacements == (
        ib.Replacement(old="85.47.30-906.17", new="01.12.31-904.46", replaced_on=dt.date(2025, 3, 1)),
    )
    assert persons[4].died_on == dt.date(2025, 11, 3)
    assert caseload.person("90.21.15-902.06") is None
    for person in persons:
        answer = person.answer(on=ON)
        assert answer == caseload.place(on=ON).answer(person.numbers[0])
        assert caseload.timeline(person.numbers[-1]) == person.timeline()


def test_somebody_who_is_not_there() -> None:
    caseload = small()
    for ask in (caseload.timeline, caseload.place(on=ON).answer, caseload.place(on=ON).explain):
        with pytest.raises(ib.UnknownPersonError) as caught:
            ask("90.21.15-902.06")
        assert isinstance(caught.value, LookupError)
        assert caught.value.code == "not_in_caseload"
        assert str(caught.value) == (
            "no dossier of the caseload stands under this register number; ask for a person of the caseload"
        )
        with pytest.raises(ib.InszError):
            ask("85.07.30-901.34")
        with pytest.raises(TypeError, match="give an Insz or its text"):
            ask(85073090133)  # type: ignore[arg-type]
    before = caseload.place(on=dt.date(2025, 2, 2))
    with pytest.raises(ib.UnknownPersonError) as caught:
        before.answer(NUMBER)
    assert (caught.value.code, caught.value.on) == ("not_known_on", dt.date(2025, 2, 2))


def test_days_outside_the_horizon() -> None:
    caseload = small()
    for on in (dt.date(1994, 12, 31), dt.date(2100, 1, 1)):
        with pytest.raises(ib.OutsideHorizon, match="persons can be placed from 1995-01-01 to 2099-12-31") as caught:
            caseload.place(on=on)
        assert (caught.value.code, caught.value.on) == ("outside_horizon", on)
    for on in (dt.date(1995, 1, 1), dt.date(2099, 12, 31)):
        assert caseload.place(on=on).on == on
    with pytest.raises(TypeError, match="a datetime was given"):
        caseload.place(on=dt.datetime(2026, 1, 15))


def bad_numbers(count: int) -> pl.DataFrame:
    frame = pl.DataFrame(arrow("dossiers", DOSSIERS[:1]))
    return pl.concat([frame] * count).with_columns(insz=pl.lit("85.07.30-901.34"))


def test_bad_cells_are_told_up_to_a_stated_count_with_their_total() -> None:
    for count, listed, held in ((1, 1, 1), (20, 20, 20), (21, 20, 21), (100, 20, 100), (101, 20, 100)):
        with pytest.raises(ib.CaseloadError) as caught:
            ib.Caseload(bad_numbers(count), arrow("residences", ()), first_row=2)
        error = caught.value
        assert (error.code, error.total, len(error.problems)) == ("unreadable", count, held)
        lines = str(error).splitlines()
        assert lines[0] == (
            f"{count} cell{'s' if count > 1 else ''} cannot be read; "
            'mend the rows, or set them aside with problems="set_aside":'
        )
        assert len(lines) == 1 + listed + (1 if count > listed else 0)
        assert lines[-1] == (f"  and {count - listed} more" if count > listed else f"  {error.problems[-1]}")
        first, last = error.problems[0], error.problems[-1]
        assert isinstance(first, ib.Problem)
        assert isinstance(last, ib.Problem)
        assert (first.row, last.row) == (2, held + 1)
        assert "901" not in str(error) + repr(error.problems)
        with pytest.raises(TypeError, match="pickle the tables"):
            pickle.dumps(first)


def test_rows_that_are_set_aside() -> None:
    dossiers = pl.concat([pl.DataFrame(arrow("dossiers", DOSSIERS)), bad_numbers(1)])
    residences = pl.DataFrame(arrow("residences", ROWS["residences"])).with_columns(
        municipality=pl.when(pl.col("insz") == NUMBER).then(None).otherwise("municipality")
    )
    caseload = ib.Caseload(dossiers, residences, problems=ib.UnreadableRows.SET_ASIDE)
    assert caseload.unreadable_rows is ib.UnreadableRows.SET_ASIDE
    assert caseload.rows_without_number == 1
    told = [(str(of.table), of.row, of.column, of.fault.code) for of in caseload.problems]
    assert told == [
        ("dossiers", 5, "insz", "number"),
        ("residences", 0, "municipality", "missing"),
        ("residences", 1, "municipality", "missing"),
    ]
    assert caseload.problems[0].fault.reason == "check_digits"
    answer = caseload.place(on=ON).answer(NUMBER)
    assert answer.outcome is ib.Outcome.UNDETERMINED
    assert [reason.code for reason in answer.reasons] == ["unreadable_row"]


def test_the_number_of_the_first_row() -> None:
    for first_row in (-1, 2**32):
        with pytest.raises(ib.CaseloadError, match="rows cannot be numbered from there") as caught:
            small(first_row=first_row)
        assert (caught.value.code, caught.value.first_row) == ("first_row", None)
    with pytest.raises(ib.CaseloadError) as caught:
        small(first_row=2**32 - 1)
    error = caught.value
    assert (error.code, error.table, error.rows, error.first_row) == ("too_many_rows", "dossiers", 5, 2**32 - 1)


def test_a_caseload_is_not_pickled_and_cannot_be_changed() -> None:
    caseload = small()
    for thing, remedy in (
        (caseload, "pickle the tables it was built from"),
        (caseload.place(on=ON), "pickle the tables"),
    ):
        with pytest.raises(TypeError, match=remedy):
            pickle.dumps(thing)
        assert copy.copy(thing) is thing
        assert copy.deepcopy(thing) is thing
        with pytest.raises(AttributeError):
            thing.on = ON  # type: ignore[misc, union-attr]


def register_numbers(count: int) -> pl.Series:
    """Give so many valid numbers of synthetic persons, with the sequences 901 to 998."""
    at = np.arange(count)
    born = np.datetime64("1950-01-01") + at // 98
    year, month = born.astype("datetime64[Y]").astype(int) + 1970, born.astype("datetime64[M]").astype(int) % 12 + 1
    day = (born - born.astype("datetime64[M]")).astype(int) + 1
    nine = ((year % 100 * 100 + month) * 100 + day) * 1000 + 901 + at % 98
    return pl.Series("insz", nine * 100 + 97 - nine % 97)


@pytest.fixture(scope="module")
def large() -> tuple[pl.DataFrame, pl.DataFrame]:
    numbers = register_numbers(600_000).to_frame().with_row_index("at")
    never = pl.lit(None, pl.Date)
    dossiers = numbers.select(
        dossier="D-" + pl.col("at").cast(pl.String),
        insz="insz",
        registered_on=pl.lit(dt.date(2024, 3, 4)),
        contract_signed_on=never,
        contract_municipality=pl.lit(None, pl.String),
        attest_obtained_on=never,
        closed_on=never,
    )
    residences = numbers.select("insz", municipality=pl.lit(44021), valid_from=never, valid_until=never)
    return dossiers, residences


@pytest.mark.usefixtures("listening")
def test_ctrl_c_ends_a_build_promptly(large: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    def build_on() -> None:
        for _ in range(100):
            ib.Caseload(*large)

    timer = threading.Timer(0.1, interrupt)
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            build_on()
        took = time.monotonic() - sent[0]
    finally:
        timer.join()
    assert took < 10


def test_other_threads_go_on_during_a_build(large: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    steps = [0]
    over = threading.Event()

    def count() -> None:
        while not over.is_set():
            steps[0] += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    try:
        before, started = steps[0], time.monotonic()
        caseload = ib.Caseload(*large)
        placed = caseload.place(on=ON)
        made, took = steps[0] - before, time.monotonic() - started
    finally:
        over.set()
        thread.join()
    assert placed.counts().eligible == 600_000
    # Held, the GIL would let the other thread take a handful of steps in all that time.
    assert took > 0.1
    assert made > 20 * took


def test_several_threads_use_one_caseload() -> None:
    caseload = small()
    rules = [(closed, brussels) for closed in ib.ClosedRule for brussels in ib.Brussels]

    def ask(at: int) -> object:
        closed, brussels = rules[at % len(rules)]
        placed = caseload.place(on=ON, closed=closed, brussels=brussels)
        return placed.answers().to_pyarrow().to_pylist(), placed.counts(), str(placed.explain(NUMBER))

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(48)))
    assert [found[at] == found[at % len(rules)] for at in range(48)] == [True] * 48
    assert found[0][0] == ANSWERS  # type: ignore[index]
