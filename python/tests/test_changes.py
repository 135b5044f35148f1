"""What changed between two lists: the golden cases, and what is published of it."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import inburgering as ib
import pytest
from delivering import golden
from tables import COLUMNS, arrow

CASES = golden("changes")
RUN: set[str] = set()
DAYS = {"since": dt.date(2025, 1, 1), "on": dt.date(2025, 6, 30)}


def changes(case: dict[str, Any]) -> ib.Changes:
    caseload = ib.Caseload(**{name: arrow(name, case.get(name, ())) for name in COLUMNS})
    since, on = (dt.date.fromisoformat(case[name]) for name in ("since", "on"))
    rules = {name: case[name] for name in ("closed", "brussels") if name in case}
    return caseload.changes(case["municipality"], since=since, on=on, **rules)


def of_row(row: dict[str, Any]) -> str:
    """What a row of the table counts, as the golden cases name it."""
    other_reasons = row["counted"] if row["counted"] == "other_reasons" else None
    return " ".join(filter(None, (row["kind"], row["reason"], other_reasons))) or "total"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden_case(case: dict[str, Any]) -> None:
    RUN.add(case["name"])
    if "error" in case:
        with pytest.raises(ib.MunicipalityError) as raised:
            changes(case)
        assert str(raised.value) == case["error"]
        return
    found = changes(case)
    assert [
        {
            "insz": str(change.number),
            "kind": str(change.kind),
            "reason": str(change.reason),
            "facts": [fact.code for fact in change.facts],
        }
        for change in found
    ] == [{"facts": [], **expected} for expected in case["expected"]]
    assert len(found) == len(case["expected"])
    assert [one.code for one in found.together] == case.get("together", [case["municipality"]])
    rows = found.counts(threshold=case.get("threshold", 5)).to_table().to_pyarrow().to_pylist()
    counts = {of_row(row): "*" if row["count"] is None else row["count"] for row in rows}
    for what, count in case.get("counts", {}).items():
        assert counts.get(what, "-") == count, what


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) > 30
    assert {case["name"] for case in CASES} == RUN


def test_every_reason_occurs_in_a_golden_case_and_says_what_it_is() -> None:
    assert {change["reason"] for case in CASES for change in case.get("expected", ())} == set(ib.ChangeReason)
    assert len({reason.english for reason in ib.ChangeReason}) == len(ib.ChangeReason)
    assert len({reason.dutch for reason in ib.ChangeReason}) == len(ib.ChangeReason)
    assert ib.ChangeReason.DIED.citation.authority is ib.Authority.CHOICE
    assert [kind.dutch for kind in ib.ChangeKind] == ["bijgekomen", "weggevallen", "gewijzigd"]
    assert {reason for kind in ib.ChangeKind for reason in kind.reasons} == set(ib.ChangeReason)


@pytest.fixture(scope="module")
def found() -> ib.Changes:
    return changes(
        next(case for case in CASES if case["name"] == "an attest changes the row where the person stays on the list")
    )


def test_a_change_has_the_answers_of_both_days(found: ib.Changes) -> None:
    (change,) = found
    assert change.before is not None
    assert change.after is not None
    assert (change.before.attest_obtained, change.after.attest_obtained) == (False, True)
    assert (change.kind, change.reason) == (ib.ChangeKind.CHANGED, ib.ChangeReason.ATTEST)
    assert (found.since, found.on, found.rules) == (dt.date(2025, 6, 29), dt.date(2025, 6, 30), ib.ListRules())
    assert found.municipality == ib.municipality("44021")


@pytest.fixture(scope="module")
def told() -> ib.ChangeCounts:
    """Three left by moving, and three moved whose dossier was closed, at a threshold of three."""
    name = "a move is told beside as many others who lived there on the same days"
    return changes(next(case for case in CASES if case["name"] == name)).counts(threshold=3)


def test_reasons_are_told_with_the_others_together(told: ib.ChangeCounts) -> None:
    assert [repr(count) for count in told] == [
        "ChangeCount(total: 6)",
        "ChangeCount(came: 0)",
        "ChangeCount(left: 6)",
        "ChangeCount(left, moved: 3)",
        "ChangeCount(left, other_reasons: 3)",
        "ChangeCount(changed: 0)",
    ]
    assert [(count.kind, count.counted, count.reason, count.count) for count in told][2:5] == [
        (ib.ChangeKind.LEFT, ib.Counted.ALL_REASONS, None, 6),
        (ib.ChangeKind.LEFT, ib.Counted.REASON, ib.ChangeReason.MOVED, 3),
        (ib.ChangeKind.LEFT, ib.Counted.OTHER_REASONS, None, 3),
    ]
    assert (told.get("left", "moved"), told.get("left", "died"), told.others("left")) == (3, None, 3)
    impossible = {ib.ChangeReason.FIRST_DOSSIER, ib.ChangeReason.MUNICIPALITIES_MERGED}
    others = set(ib.ChangeKind.LEFT.reasons) - {ib.ChangeReason.MOVED} - impossible
    assert set(told.other_reasons(ib.ChangeKind.LEFT)) == others
    assert (told.others("came"), told.other_reasons("came")) == (None, ())
    assert told.get("left") == 6
    with pytest.raises(ib.VocabularyError):
        told.others("moved")


def test_the_paper_says_which_the_other_reasons_are(told: ib.ChangeCounts) -> None:
    paper = str(told)
    assert "- de persoon verhuisde: 3\n- andere redenen: 3\n" in paper
    assert "Dat een reden hieronder staat, betekent niet dat iemand die reden had." in paper
    assert paper.count("- de persoon overleed\n") == 1


def test_the_counts_are_of_every_kind_and_hide_small_ones(found: ib.Changes) -> None:
    counts = found.counts()
    assert len(counts) == 4
    total, came, *_ = counts
    assert (total.kind, total.counted, total.reason, total.count) == (None, ib.Counted.ALL_REASONS, None, None)
    assert (came.kind, came.counted, came.reason, came.count) == (ib.ChangeKind.CAME, "all_reasons", None, 0)
    assert counts.get("changed", ib.ChangeReason.ATTEST) is None
    assert counts.others("changed") is None
    assert counts.get(ib.ChangeKind.LEFT) == 0
    assert counts.get("changed", "moved") is None  # no such reason of this kind
    assert counts.threshold == ib.Threshold(5)
    table = counts.to_table()
    assert table.schema == {
        "municipality": "utf8",
        "since": "date32",
        "on": "date32",
        "kind": "utf8",
        "counted": "utf8",
        "reason": "utf8",
        "count": "uint64",
    }
    assert table.to_pyarrow().to_pylist()[0] == {
        "municipality": "44021",
        "since": dt.date(2025, 6, 29),
        "on": dt.date(2025, 6, 30),
        "kind": None,
        "counted": "all_reasons",
        "reason": None,
        "count": None,
    }
    with pytest.raises(ib.SuppressionError):
        found.counts(threshold=2)


def test_only_the_agency_s_paper_shows_the_number(found: ib.Changes) -> None:
    (change,) = found
    number = "85.07.30-901.33"
    assert number in found.agency_paper()
    for text in (str(found.counts()), repr(found), repr(change), repr(found.counts())):
        assert number not in text
        assert "85" not in text
    assert "Alle wijzigingen: niet meegedeeld" in str(found.counts())


def test_days_and_places_are_checked() -> None:
    caseload = ib.Caseload(arrow("dossiers", ()), arrow("residences", ()))
    since, on = DAYS["since"], DAYS["on"]
    assert len(caseload.changes(ib.municipality("44021"), since=since, on=on)) == 0
    with pytest.raises(ib.MunicipalityError):
        caseload.changes("44021", since=dt.date(2025, 1, 1), on=dt.date(2100, 1, 1))
    with pytest.raises(TypeError):
        caseload.changes("44021", since, on)  # type: ignore[call-arg]
    with pytest.raises(ib.VocabularyError):
        caseload.changes("44021", since=since, on=on, closed="by_contract")


def test_changes_are_copied_and_not_pickled(found: ib.Changes) -> None:
    assert copy.deepcopy(found) is found
    assert found == copy.copy(found)
    for value in (found, found.counts(), next(iter(found))):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(value)
