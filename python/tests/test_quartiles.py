"""Quartiles: `Quartiles`, `QuartilesError`."""

from __future__ import annotations

import copy
import pickle

import inburgering as ib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st


def test_quartiles_need_twenty_persons() -> None:
    assert ib.Quartiles.LEAST_PERSONS == 20
    assert ib.Quartiles.of([7] * 19) is None
    assert ib.Quartiles.of([7] * 20) == ib.Quartiles(first=7, median=7, third=7)


@given(st.lists(st.integers(-1000, 1000), min_size=20, max_size=80))
def test_numpy_finds_the_same(values: list[int]) -> None:
    quartiles = ib.Quartiles.of(iter(values))
    assert quartiles is not None
    peer = np.quantile(values, [0.25, 0.5, 0.75], method="inverted_cdf")
    assert [quartiles.first, quartiles.median, quartiles.third] == peer.tolist()


def test_quartiles_do_not_descend() -> None:
    with pytest.raises(ib.QuartilesError) as caught:
        ib.Quartiles(first=3, median=2, third=4)
    error = caught.value
    assert (error.code, error.first, error.median, error.third) == ("order", 3, 2, 4)
    assert str(error) == "the quartiles 3, 2, 4 are not in ascending order; give first, median and third"
    with pytest.raises(ib.JsonError, match="not in ascending order"):
        ib.Quartiles.from_json('{"first": 3, "median": 2, "third": 4}')


def test_quartiles_are_a_value() -> None:
    quartiles = ib.Quartiles(first=1, median=2, third=3)
    assert pickle.loads(pickle.dumps(quartiles)) == copy.deepcopy(quartiles) == quartiles
    assert hash(copy.copy(quartiles)) == hash(quartiles)
    assert repr(quartiles) == "Quartiles(first=1, median=2, third=3)"
    with pytest.raises(TypeError):
        ib.Quartiles.of(["1"] * 20)  # type: ignore[list-item]
