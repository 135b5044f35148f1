"""Where a rule comes from: `Citation`, `Authority`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from pathlib import Path

import inburgering as ib
import pytest

SOURCE = Path(__file__).parents[2] / "crates" / "inburgering" / "src" / "citation.rs"
NAMES: list[str] = re.findall(r"^pub const ([A-Z0-9_]+): Citation\b", SOURCE.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_citation_of_the_rust_library_is_here() -> None:
    here = {name for name in dir(ib.Citation) if name.isupper()}
    assert here == set(NAMES)
    assert len(here) > 25


@pytest.mark.parametrize("name", NAMES)
def test_a_citation(name: str) -> None:
    citation: ib.Citation = getattr(ib.Citation, name)
    assert isinstance(citation.authority, ib.Authority)
    assert str(citation).startswith(citation.act)
    assert citation.article in str(citation)
    assert citation.dutch
    assert repr(citation) == f"<Citation.{name}: {citation}>"
    assert pickle.loads(pickle.dumps(citation)) == copy.copy(citation) == copy.deepcopy(citation) == citation
    assert hash(citation) == hash(getattr(ib.Citation, name))


def test_no_two_are_the_same() -> None:
    assert len({getattr(ib.Citation, name) for name in NAMES}) == len(NAMES)


def test_a_citation_says_since_when() -> None:
    basis = ib.Citation.DECREE_46_8
    assert basis.authority is ib.Authority.LAW
    assert basis.in_force_from == dt.date(2024, 6, 16)
    assert str(basis).endswith("art. 46/8, first paragraph, 4°, b) (in force from 2024-06-16)")
    assert basis.dutch.endswith("art. 46/8, eerste lid, 4°, b) (van kracht vanaf 16 juni 2024)")
    assert ib.Citation.PAGE_TERM.in_force_from is None


def test_only_the_library_cites() -> None:
    with pytest.raises(TypeError):
        ib.Citation()
