"""Replaced register numbers: the number on a day of each number that was ever replaced, and what is wrong with it.

Most numbers are replaced once, and each engine sees to those itself. The others are few, and their faults are about
circles and order, so every engine takes this plain walk for them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inburgering import ReasonCode

Step = tuple[str, str, dt.date]
"""An old number, the new one, and the day."""


class Chains(NamedTuple):
    """The numbers that hang together by replacements, as they stand on a day."""

    number: list[str]
    """Every number of a chain."""
    current: list[str]
    """Beside each the number on the day, the lowest where a fault leaves several."""
    faults: dict[str, list[str]]
    """The faults of each number on the day that has any."""
    several: dict[str, list[str]]
    """All the last numbers of each number on the day that is only the lowest of several."""


def chains_on(steps: Sequence[Step], day: dt.date) -> Chains:
    """The chains as known on the day."""
    found = Chains([], [], {}, {})
    for chain in _linked(step for step in steps if step[0] != step[1]):
        last, faults = _solve(chain, day)
        numbers = {number for old, new in chain for number in (old, new)}
        found.number.extend(numbers)
        found.current.extend([last[0]] * len(numbers))
        if faults:
            found.faults[last[0]] = faults
        if len(last) > 1:
            found.several[last[0]] = last
    return found


def _linked(steps: Iterable[Step]) -> Iterable[dict[tuple[str, str], dt.date]]:
    """The steps that hang together, each pair of numbers once with its earliest day."""
    lower: dict[str, str] = {}

    def lowest(number: str) -> str:
        while (further := lower.setdefault(number, number)) != number:
            number = further
        return number

    earliest: dict[tuple[str, str], dt.date] = {}
    for old, new, on in steps:
        pair = (old, new)
        earliest[pair] = min(on, earliest.get(pair, on))
        one, other = lowest(old), lowest(new)
        lower[max(one, other)] = min(one, other)
    chains: defaultdict[str, dict[tuple[str, str], dt.date]] = defaultdict(dict)
    for pair, on in earliest.items():
        chains[lowest(pair[0])][pair] = on
    return chains.values()


def _solve(chain: dict[tuple[str, str], dt.date], day: dt.date) -> tuple[list[str], list[str]]:
    """The last numbers on the day, ascending, and the faults."""
    numbers = sorted({number for pair in chain for number in pair})
    done = [pair for pair, on in chain.items() if on <= day]
    replaced = Counter(old for old, _ in done)
    waiting_to_begin = {new for _, new in chain} - {new for _, new in done}
    in_circle = _in_circle(done)
    last = [
        number
        for number in numbers
        if number in in_circle or (number not in waiting_to_begin and number not in replaced)
    ] or [number for number in numbers if number not in replaced]

    reach = _reachable(chain)
    on_circle = {(old, new) for old, new in chain if old in reach[new]}
    waiting = {new for (old, new), on in chain.items() if on > day and (old, new) not in on_circle}
    faults = {
        ReasonCode.NUMBER_REPLACED_BY_TWO: any(count > 1 for count in replaced.values()),
        ReasonCode.NUMBERS_REPLACED_IN_CIRCLE: bool(on_circle),
        ReasonCode.REPLACEMENT_OUT_OF_ORDER: any(old in waiting for old, _ in done),
        ReasonCode.SEVERAL_NUMBERS: len(last) > 1,
    }
    return last, [str(code) for code, found in faults.items() if found]


def _reachable(steps: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    """Every number that the steps lead to from each number."""
    onward: defaultdict[str, set[str]] = defaultdict(set)
    for old, new in steps:
        onward[old].add(new)
    reach: defaultdict[str, set[str]] = defaultdict(set)
    for start in list(onward):
        ahead = [start]
        while ahead:
            further = onward[ahead.pop()] - reach[start]
            reach[start] |= further
            ahead.extend(further)
    return reach


def _in_circle(steps: Iterable[tuple[str, str]]) -> set[str]:
    """The numbers that the steps lead back to."""
    return {number for number, reached in _reachable(steps).items() if number in reached}
