"""What an attest asks for, by date: `AttestRegime`, `JudgedBy`."""

from __future__ import annotations

import datetime as dt

import inburgering as ib
import pytest


@pytest.mark.parametrize(
    ("on", "regime"),
    [
        ("2016-02-28", ib.AttestRegime.EFFORT),
        ("2016-02-29", ib.AttestRegime.RESULT),
        ("2016-03-01", ib.AttestRegime.RESULT),
        ("2022-02-28", ib.AttestRegime.RESULT),
        ("2022-03-01", ib.AttestRegime.TEST_2022),
        ("2022-03-02", ib.AttestRegime.TEST_2022),
        ("2022-12-31", ib.AttestRegime.TEST_2022),
        ("2023-01-01", ib.AttestRegime.PARTICIPATION_2023),
        ("2023-01-02", ib.AttestRegime.PARTICIPATION_2023),
    ],
)
def test_on_each_day(on: str, regime: ib.AttestRegime) -> None:
    day = dt.date.fromisoformat(on)
    assert ib.AttestRegime.on(day) is regime
    assert [one for one in ib.AttestRegime if day in one.period] == [regime]


def test_what_a_regime_tells() -> None:
    assert [one.judged_by for one in ib.AttestRegime] == [
        ib.JudgedBy.NOT_STATED,
        ib.JudgedBy.NOT_STATED,
        ib.JudgedBy.CONTRACT_DATE,
        ib.JudgedBy.CONTRACT_DATE,
    ]
    assert ib.AttestRegime.EFFORT.english == "attend social orientation and Dutch level 1.1"
    assert ib.AttestRegime.EFFORT.dutch == "aanwezig zijn voor Maatschappelijke Oriëntatie en NT2 niveau 1.1"
    assert [one.citation for one in ib.AttestRegime] == [
        ib.Citation.PAGE_ATTEST,
        ib.Citation.BVR_ATTEST,
        ib.Citation.DECREE_ATTEST_2022,
        ib.Citation.DECREE_ATTEST_2023,
    ]


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError):
        ib.AttestRegime.on(dt.datetime(2022, 3, 1))
