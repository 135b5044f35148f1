"""Every public class behaves as Python people expect."""

from __future__ import annotations

import copy
import enum
import pickle
import re
from collections.abc import Hashable
from pathlib import Path

import inburgering as ib
import pytest
from public import CLASSES, EXCEPTIONS, NAMES, VALUES, WORDS
from samples import samples

MADE_BY_RULES = {
    "AgencyPaper",
    "Answer",
    "Archived",
    "Assessment",
    "Break",
    "Caseload",
    "Change",
    "ChangeCounts",
    "Changes",
    "Column",
    "Counts",
    "Delivery",
    "DigestKey",
    "Disclosed",
    "DisclosureList",
    "DisclosureRow",
    "Disclosures",
    "Entry",
    "LoggedDelivery",
    "Placed",
    "Recall",
    "RecallNotice",
    "Recalled",
    "Recalls",
    "Table",
    "Timeline",
    "Verification",
}
"""What only a rule makes, or what is a secret: at least these are not pickled."""

A_NUMBER = re.compile(r"\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}")


def of(name: str) -> list[object]:
    return samples()[name]


@pytest.mark.parametrize("name", VALUES)
def test_the_exchange_has_a_value_of_it(name: str) -> None:
    assert of(name)


@pytest.mark.parametrize("name", [name for name in NAMES if callable(NAMES[name])])
def test_it_says_where_it_is(name: str) -> None:
    value = NAMES[name]
    assert getattr(value, "__module__", "").split(".")[0] == "inburgering"
    assert getattr(value, "__name__", "") == name.rpartition(".")[2]


@pytest.mark.parametrize("name", VALUES)
def test_its_repr_names_it_and_shows_no_register_number_and_no_address(name: str) -> None:
    for value in of(name):
        shown = repr(value)
        assert name in shown
        assert " at 0x" not in shown
        assert A_NUMBER.search(shown) is None
        assert "\n" not in shown


@pytest.mark.parametrize("name", VALUES)
def test_it_cannot_be_changed(name: str) -> None:
    value = of(name)[0]
    with pytest.raises(AttributeError):
        value.something = 1  # type: ignore[attr-defined]
    for member in dir(type(value)):
        if not member.startswith("_"):
            with pytest.raises(AttributeError):
                setattr(value, member, None)


@pytest.mark.parametrize("name", VALUES)
def test_it_cannot_be_derived_from(name: str) -> None:
    with pytest.raises(TypeError):
        type("Derived", (VALUES[name],), {})


@pytest.mark.parametrize("name", VALUES)
def test_copies_are_equal_or_the_same(name: str) -> None:
    for value in of(name):
        for copied in (copy.copy(value), copy.deepcopy(value)):
            assert copied is value or copied == value


@pytest.mark.parametrize("name", VALUES)
def test_it_is_pickled_whole_or_says_why_not(name: str) -> None:
    for value in of(name):
        try:
            again = pickle.loads(pickle.dumps(value))
        except TypeError as error:
            assert re.search(r"cannot be pickled", str(error))  # noqa: PT017
            assert "pickle" in str(error).replace("cannot be pickled", "") or "keep" in str(error)  # noqa: PT017
        else:
            assert name not in MADE_BY_RULES
            assert again == value
            assert type(again) is type(value)


@pytest.mark.parametrize("name", VALUES)
def test_equal_values_have_equal_hashes(name: str) -> None:
    for value in of(name):
        if isinstance(value, Hashable):
            assert hash(value) == hash(copy.copy(value))
        assert value != object()


@pytest.mark.parametrize("name", WORDS)
def test_a_word_is_its_text(name: str) -> None:
    words = WORDS[name]
    assert len(words) > 1
    for word in words:
        assert words(str(word)) is word
        assert word == str(word)
        assert pickle.loads(pickle.dumps(word)) is word
        assert words.__doc__


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_has_the_one_base_and_survives_pickling(name: str) -> None:
    of = EXCEPTIONS[name]
    assert issubclass(of, ib.InburgeringError)
    error = of("the words", "code", {"row": 3})
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.row) == ("the words", "code", 3)
    if of is not ib.InburgeringError:
        assert issubclass(of, ValueError | LookupError | ImportError)


NOT_IN_PYTHON = {
    # One value of Python is enough.
    "CompactInsz": "Insz.compact is a str",
    "DottedInsz": "str() of an Insz",
    "DayVersion": "a str",
    "DossierNumber": "a str",
    "KeyId": "a str",
    "LibraryVersion": "a str",
    "NisCode": "a str",
    "Operator": "a str",
    "ProtocolId": "a str",
    "RequestId": "a str",
    "Renumbering": "a pair of RecallNotice.renumber",
    "Requester": "a str",
    "TableVersion": "a str",
    "VersionError": "JsonError",
    "Retention": "an int of months",
    "Cell": "an int, or None where it is suppressed",
    "Days": "Duration.quartiles and Duration.is_suppressed",
    "Purposes": "a tuple of Purpose",
    "ReasonSet": "a list of ReasonCode",
    "Numbers": "a tuple of Insz",
    # Rows come in tables.
    "CaseloadBuilder": "Caseload",
    "DeathText": "Caseload",
    "DossierText": "Caseload",
    "ReplacementText": "Caseload",
    "ResidenceText": "Caseload",
    "Unreadable": "Caseload",
    "DossierFacts": "Caseload",
    "Listed": "a row of Placed.listed",
    "Lists": "Placed.lists, and the table that lists gives",
    "OneDay": "lists",
    "EligiblePeriod": "a row of Caseload.periods",
    "Threads": "threads of Caseload and lists",
    "PlacedPerson": "a row of Placed.answers",
    "NumberChain": "Person.numbers and Person.replacements",
    # Arguments by name.
    "Handover": "keyword arguments of deliver",
    "ProtocolDuration": "duration_months of Protocol",
    "ProtocolTerms": "keyword arguments of Protocol",
    "Records": "keyword arguments of deliver",
    "recall_receipt": "recall",
    "RecallNoticeError": "RecallError",
    "HeldList": "recall_all",
    # A text.
    "ChangesPaper": "Changes.agency_paper is a str",
}
"""Names of the Rust crate that Python has in another form."""


def exported(root: Path, crate: str) -> set[str]:
    """The names that a crate exports at its root."""
    text = (root / "crates" / crate / "src" / "lib.rs").read_text(encoding="utf-8")
    uses = re.findall(r"^pub use [^;]*?(\{[^}]*\}|\w+);", text, re.MULTILINE)
    return {name for use in uses for name in re.findall(r"\w+", use)}


def test_every_public_name_of_the_rust_crate_is_in_python(root: Path) -> None:
    names = exported(root, "inburgering")
    assert len(names) > 120
    missing = sorted(name for name in names if not hasattr(ib, name) and name not in NOT_IN_PYTHON)
    assert missing == []
    assert sorted(name for name in NOT_IN_PYTHON if name not in names or hasattr(ib, name)) == []


ARCHIVE_NOT_IN_PYTHON = {
    "Event": "Entry.event, Entry.delivery",
    "Head": "a str",
    "HeadError": "LogError",
    "Inputs": "keyword arguments of Archive.resume",
    "Intent": "Entry.request, Entry.receipt, Entry.folder",
    "Letter": "Disclosures.letter",
    "NoticeReceipt": "LoggedNotice",
    "Settlement": "keyword arguments of Archive.resume, Archive.abandon and Archive.notify",
    "Step": "for the tests of the crate",
    "Untold": "Recalled.untold",
}
"""The same of the crate of the archive."""


def test_every_public_name_of_the_archive_is_in_python(root: Path) -> None:
    names = exported(root, "inburgering-archive")
    assert len(names) > 20
    missing = sorted(name for name in names if not hasattr(ib, name) and name not in ARCHIVE_NOT_IN_PYTHON)
    assert missing == []
    assert sorted(name for name in ARCHIVE_NOT_IN_PYTHON if name not in names or hasattr(ib, name)) == []


def test_every_word_of_an_enum_is_an_enum_of_text() -> None:
    others = [name for name, of in CLASSES.items() if issubclass(of, enum.Enum) and not issubclass(of, enum.StrEnum)]
    assert others == []
