"""The legal basis of the exchange by date: `LegalBasis`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest


@pytest.mark.parametrize(
    ("on", "basis"),
    [
        ("2019-07-28", None),
        ("2019-07-29", ib.LegalBasis.ARTICLE_20),
        ("2019-07-30", ib.LegalBasis.ARTICLE_20),
        ("2024-06-15", ib.LegalBasis.ARTICLE_20),
        ("2024-06-16", ib.LegalBasis.ARTICLE_46_8),
        ("2024-06-17", ib.LegalBasis.ARTICLE_46_8),
    ],
)
def test_on_each_day(on: str, basis: ib.LegalBasis | None) -> None:
    day = dt.date.fromisoformat(on)
    assert ib.LegalBasis.on(day) is basis
    assert [one for one in ib.LegalBasis if day in one.period] == ([basis] if basis else [])


def test_what_a_basis_tells() -> None:
    assert list(ib.LegalBasis) == [ib.LegalBasis.ARTICLE_20, ib.LegalBasis.ARTICLE_46_8]
    assert ib.LegalBasis("article_20") is ib.LegalBasis.CITED_BY_PAGE
    assert [one.retention_cap for one in ib.LegalBasis] == [60, None]
    assert [one.citation for one in ib.LegalBasis] == [ib.Citation.DECREE_20, ib.Citation.DECREE_46_8]
    assert str(ib.LegalBasis.ARTICLE_46_8) == "article_46_8"
    assert pickle.loads(pickle.dumps(ib.LegalBasis.ARTICLE_20)) is copy.deepcopy(ib.LegalBasis.ARTICLE_20)


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError):
        ib.LegalBasis.on(dt.datetime(2024, 6, 16))
