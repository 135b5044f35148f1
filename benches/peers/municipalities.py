"""The municipality table as a join table of one day: each code, and the municipality it has come to."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

import inburgering as ib
import numpy as np
import numpy.typing as npt

MISSING = 0
"""The place of no code."""
FIRST = 1
"""The place of the first municipality of the table; the others follow by code."""
UNKNOWN = 1021
"""The place of a code that is no municipality's."""
NOT_YET = 1022
"""The place of a code that begins only after the day."""
HIGHEST = 1023
"""No place is higher, so that a place fits in ten bits."""
CODES = 100_000
"""How many texts of five digits there are."""


class Places(NamedTuple):
    """Where each code lies on a day."""

    by_code: npt.NDArray[np.int32]
    """The place of each code of five digits, read as an integer."""
    text: list[str]
    """The code of each place, empty for a place that is no municipality."""
    flanders: list[int]
    """The places in Flanders."""
    brussels: list[int]
    """The places in Brussels."""

    def allowed(self, brussels: str) -> list[int]:
        """The places where somebody may be on a list."""
        return sorted(self.flanders + self.brussels) if brussels == "allowed" else self.flanders

    def known(self) -> dict[str, int]:
        """The place of each code that is in the table."""
        return {f"{code:05}": int(self.by_code[code]) for code in np.flatnonzero(self.by_code != UNKNOWN)}

    def codes(self, allowed: list[int]) -> list[str]:
        """Every code that has come to one of these places."""
        return [code for code, place in self.known().items() if place in allowed]


def places_on(day: dt.date) -> Places:
    """Where each code lies on the day; between two changes of the map, it is asked once."""
    return _places(max((of for of in ib.Municipality.change_days() if of <= day), default=dt.date(1995, 1, 1)))


@lru_cache
def _places(day: dt.date) -> Places:
    every = ib.Municipality.all()
    by_code = np.full(CODES, UNKNOWN, np.int32)
    text = [""] * (HIGHEST + 1)
    flanders, brussels = [], []
    for municipality in every:
        place = FIRST + municipality.index
        try:
            current = municipality.current(on=day)
        except ib.MunicipalityError:
            by_code[int(municipality.code)] = NOT_YET
            continue
        by_code[int(municipality.code)] = FIRST + current.index
        if current == municipality:
            text[place] = municipality.code
            if municipality.region is ib.Region.FLANDERS:
                flanders.append(place)
            elif municipality.region is ib.Region.BRUSSELS:
                brussels.append(place)
    return Places(by_code, text, flanders, brussels)
