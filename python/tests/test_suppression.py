from __future__ import annotations

import copy
import pickle
from typing import Any

import inburgering as ib
import pytest
from delivering import golden

CASES = golden("suppression")


def cell(count: int | str) -> int | None:
    return None if count == "*" else int(count)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden_cases(case: dict[str, Any]) -> None:
    tree = ib.suppress(case["groups"], threshold=case["threshold"])
    assert tree.root == cell(case["root"])
    assert tree.groups == tuple(cell(total) for total in case["totals"])
    assert tree.leaves == tuple(tuple(cell(leaf) for leaf in leaves) for leaves in case["leaves"])


def test_every_golden_case_is_run() -> None:
    assert len(CASES) == 16


def test_the_threshold_is_at_least_three_and_five_by_default() -> None:
    assert ib.Threshold() == ib.Threshold(5)
    assert ib.Threshold.LOWEST == 3
    assert ib.Threshold(3).persons == 3
    assert [count for count in range(10) if ib.Threshold().is_small(count)] == [1, 2, 3, 4]
    assert ib.suppress([[4, 9, 9]]) == ib.suppress([[4, 9, 9]], threshold=ib.Threshold(5))
    assert ib.suppress([[4, 9, 9]], threshold=4).leaves == ((4, 9, 9),)
    assert ib.Threshold(ib.Threshold(4)) == ib.Threshold(4) < ib.Threshold(5)
    assert repr(ib.Threshold(7)) == "Threshold(7)"
    assert pickle.loads(pickle.dumps(ib.Threshold(7))) == ib.Threshold(7)
    assert hash(copy.copy(ib.Threshold(7))) == hash(ib.Threshold(7))


@pytest.mark.parametrize("given", [2, 1, 0, -1, -(2**63), -(2**70)])
def test_a_lower_threshold_is_refused(given: int) -> None:
    with pytest.raises(ib.SuppressionError) as caught:
        ib.suppress([[3]], threshold=given)
    assert (caught.value.code, caught.value.given) == ("threshold_too_low", max(given, -(2**63)))
    with pytest.raises(ib.SuppressionError):
        ib.Threshold(given)


def test_the_error_says_what_to_do() -> None:
    with pytest.raises(ib.SuppressionError, match=r"the threshold 2 is too low; .* give 3 or more \(5 is usual\)"):
        ib.suppress([], threshold=2)


def test_a_threshold_beyond_all_counts_suppresses_all_but_zeros() -> None:
    assert ib.suppress([[3, 0]], threshold=2**70).leaves == ((None, 0),)


@pytest.mark.parametrize("given", ["5", 5.0, None])
def test_a_threshold_is_a_number_of_persons(given: object) -> None:
    with pytest.raises(TypeError, match="give a Threshold or a number of persons"):
        ib.suppress([[3]], threshold=given)  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [-1, 2**64])
def test_a_count_is_not_negative(count: int) -> None:
    with pytest.raises(ib.SuppressionError, match="a number outside 0 to 18446744073709551615 is no count"):
        ib.suppress([[9], [8, count]])


def test_any_iterables_are_good() -> None:
    assert ib.suppress(iter([range(5, 8), (9,)])).root == 27


def test_the_tree_cannot_be_changed_or_made() -> None:
    tree = ib.suppress([[3, 9], [7]])
    assert repr(tree) == "<inburgering.SuppressedTree of 2 groups and 3 leaves>"
    assert tree == ib.suppress([[3, 9], [7]]) != ib.suppress([[3, 9], [8]])
    assert hash(tree) == hash(ib.suppress([[3, 9], [7]]))
    with pytest.raises(AttributeError):
        tree.root = 5  # type: ignore[misc]
    with pytest.raises(TypeError):
        ib.SuppressedTree()
    with pytest.raises(TypeError, match="only suppress"):
        pickle.dumps(tree)
    assert copy.deepcopy(tree) is tree
