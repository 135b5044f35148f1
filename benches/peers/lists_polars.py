"""Who is on which list, in polars: lazy queries over the four tables.

Register numbers are packed into integers, which group and join faster than text; the text comes back for the rows that
are left. Only the few rows that need it are compared with each other.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import polars as pl

from .chains import chains_on
from .data import Tables
from .municipalities import HIGHEST, MISSING, Places, places_on

DATES = ("registered_on", "contract_signed_on", "attest_obtained_on", "closed_on")
STEP = HIGHEST + 1
"""A day with a place in one integer: the day this many times, plus the place."""


class Query(NamedTuple):
    """The tables, and what is asked of them."""

    tables: Tables
    day: dt.date
    places: Places
    number: pl.LazyFrame
    """Every packed number ``of`` that was replaced or replaces one, beside the ``person``, its number on the day."""
    texts: pl.Series
    """The text of the number of each dossier, and then of each of those on the day."""
    replaced: pl.LazyFrame
    """The texts of them all, ``insz`` beside ``text``."""
    faulty: pl.LazyFrame
    """Those with a fault."""
    among: pl.LazyFrame | None
    """The text of the numbers that are asked about; none asks about everybody."""


def lists(
    tables: Tables,
    day: dt.date,
    closed: str = "contract_municipality",
    brussels: str = "refused",
    municipality: str | None = None,
) -> pl.DataFrame:
    """Everybody on a list, or on the list of one municipality, by municipality and number."""
    places = places_on(day)
    allowed = [place for place in places.allowed(brussels) if municipality in (None, places.text[place])]
    query = ask(tables, day, places)
    if municipality is not None:
        query = query._replace(among=_candidates(query, places.codes(allowed), closed))
    persons = _persons(query).filter(~_is_bis(pl.col("person")), ~pl.col("impossible"))
    out = pl.concat([_dead(query), query.faulty, _rows_differ(query)])
    return (
        _placed(query, persons, closed)
        .filter(pl.col("place").is_in(allowed))
        .join(out, on="person", how="anti")
        .select("place", "row", "attested", signed=pl.col("latest").is_not_null(), number=_number(pl.col("person")))
        .filter(~_born_after(pl.col("number"), day))
        .sort(pl.col("place").cast(pl.Int64) * 100_000_000_000 + pl.col("number"))
        .select(
            municipality=pl.lit(pl.Series(places.text)).gather(pl.col("place")),
            insz=pl.lit(query.texts).gather(pl.col("row")),
            contract_signed="signed",
            attest_obtained="attested",
        )
        .collect()
    )


def ask(tables: Tables, day: dt.date, places: Places) -> Query:
    """What is asked of the tables, of everybody."""
    steps = tables.replacements
    ends = pl.concat([steps["insz_old"], steps["insz_new"]]).is_duplicated()
    # Most numbers were replaced once, and that is all; only the others are chains.
    linked = ends[: len(steps)] | ends[len(steps) :]
    once = steps.filter(~linked).select(
        "insz_old", "insz_new", text=pl.when(pl.col("replaced_on") <= day).then("insz_new").otherwise("insz_old")
    )
    chains = chains_on(steps.filter(linked).rows(), day)
    replaced = pl.concat(
        [
            once.select("text", insz="insz_old"),
            once.select("text", insz="insz_new"),
            pl.DataFrame({"text": chains.current, "insz": chains.number}, {"text": pl.String, "insz": pl.String}),
        ]
    )
    texts = pl.concat([tables.dossiers["insz"], replaced["text"]], rechunk=True)
    offset = len(tables.dossiers)
    number = replaced.with_row_index("at", offset).select("at", of=_packed("insz"), person=_packed("text")).lazy()
    faulty = pl.LazyFrame({"text": list(chains.faults)}, {"text": pl.String}).select(person=_packed("text"))
    return Query(tables, day, places, number, texts, replaced.lazy(), faulty, None)


# ---------------------------------------------------------------- register numbers


def _packed(column: str) -> pl.Expr:
    """A dotted number as an integer, four bits a digit: those of ``YY.MM.DD``, and between them ``-SSS.CC``."""
    text = pl.col(column).cast(pl.Binary)

    def eight(at: int) -> pl.Expr:
        return text.bin.slice(at, 8).bin.reinterpret(dtype=pl.UInt64, endianness="big")

    return (eight(0) & 0x0F0F_000F_0F00_0F0F) | (eight(7) & 0x0000_0F0F_0F00_0F0F) * 16


def _number(packed: pl.Expr) -> pl.Expr:
    """The eleven digits of a packed number as an integer."""
    date, rest = packed & 0x0F0F_000F_0F00_0F0F, (packed & 0x0000_F0F0_F000_F0F0) // 16
    # Two digits beside each other become one number below a hundred.
    date, pairs = date // 256 * 10 + date, rest // 256 * 10 + rest
    year, month, day = date // 2**48 & 0xFF, date // 2**24 & 0xFF, date & 0xFF
    sequence = rest // 2**40 * 100 + (pairs // 2**24 & 0xFF)
    return ((((year * 100 + month) * 100 + day) * 1000 + sequence) * 100 + (pairs & 0xFF)).cast(pl.Int64)


def _is_bis(packed: pl.Expr) -> pl.Expr:
    """Whether 20 or 40 was added to the month."""
    return packed & 0x0000_000F_0000_0000 >= 0x0000_0002_0000_0000


def _born_after(number: pl.Expr, day: dt.date) -> pl.Expr:
    """Whether the earliest birth day of a national register number is after the day."""
    of_2000 = 97 - (number // 100 + 2_000_000_000) % 97 == number % 100
    later = number // 100_000 > int(f"{day:%y%m%d}")
    return of_2000 & later if day.year >= 2000 else of_2000 | later


def _persons_of(query: Query, rows: pl.LazyFrame) -> pl.LazyFrame:
    """The rows with the ``person`` of each number: itself, or of replaced ones that on the day (at ``at``)."""
    if query.among is not None:
        rows = rows.join(query.among, on="insz", how="semi")
    rows = rows.with_columns(of=_packed("insz")).drop("insz").join(query.number, on="of", how="left")
    return rows.with_columns(person=pl.coalesce("person", "of"))


# ---------------------------------------------------------------- the tables


def _place(column: str, places: Places) -> pl.Expr:
    """The place that a code has come to on the day."""
    return pl.lit(pl.Series(places.by_code)).gather(pl.col(column).cast(pl.UInt32))


def _known(rows: pl.LazyFrame, day: dt.date) -> pl.LazyFrame:
    """The dossiers that are known on the day, with what is known of them."""
    return rows.filter(pl.any_horizontal(pl.col(DATES) <= day)).with_columns(
        pl.when(pl.col(date) <= day).then(date).name.keep() for date in DATES
    )


def _persons(query: Query) -> pl.LazyFrame:
    """What the known dossiers of each person say together."""
    registered, signed, attest, closed = (pl.col(date) for date in DATES)
    closing = pl.min_horizontal(attest, closed)
    place = _place("contract_municipality", query.places).fill_null(MISSING)
    latest = signed.to_physical() * STEP
    dossiers = _known(query.tables.dossiers.lazy().with_row_index("row"), query.day).drop("dossier")
    return (
        _persons_of(query, dossiers)
        .select(
            "person",
            row=pl.coalesce("at", "row"),
            active=closing.is_null(),
            attested=attest.is_not_null(),
            impossible=(closed < registered) | (attest < registered) | (signed < registered) | (closing < signed),
            closing=closing,
            latest=latest + place,
            lowest=latest + HIGHEST - place,
        )
        .group_by("person")
        .agg(
            pl.col("row").min(),
            pl.col("active", "attested", "impossible").any(),
            # The latest contract, of several the one with the highest place, and with the lowest.
            pl.col("closing", "latest", "lowest").max(),
        )
    )


def _placed(query: Query, persons: pl.LazyFrame, closed: str) -> pl.LazyFrame:
    """The persons with the ``place`` where the rule finds them, none where it finds a fault or nobody."""
    contract, lowest = pl.col("latest") % STEP, HIGHEST - pl.col("lowest") % STEP
    contract = pl.when(contract == lowest).then(contract)
    residence = pl.when(pl.col("low") == pl.col("high")).then("low")
    active = pl.col("active")
    spells = query.tables.residences.lazy()
    if closed == "residence_at_closing":
        asked = pl.when("active").then(query.day).otherwise("closing")
        rows = _persons_of(query, spells).join(persons.select("person", asked=asked), on="person")
        return persons.join(_residence(query, rows, pl.col("asked")), on="person").with_columns(place=residence)
    now = _residence(query, _persons_of(query, spells.filter(_covers(pl.lit(query.day)))), pl.lit(query.day))
    placed = persons.join(now, on="person", how="left")
    if closed == "contract_municipality_if_resident":
        contract = pl.when(contract == residence).then(contract)
    return placed.with_columns(place=pl.when(active).then(residence).otherwise(contract))


def _covers(day: pl.Expr) -> pl.Expr:
    """Whether a spell covers the day."""
    since, until = pl.col("valid_from"), pl.col("valid_until")
    return (since.is_null() | (since <= day)) & (until.is_null() | (until > day))


def _residence(query: Query, spells: pl.LazyFrame, day: pl.Expr) -> pl.LazyFrame:
    """The ``low`` and ``high`` place of the spells of each person that cover the day."""
    places = spells.filter(_covers(day)).select("person", place=_place("municipality", query.places))
    return places.group_by("person").agg(low=pl.col("place").min(), high=pl.col("place").max())


def _dead(query: Query) -> pl.LazyFrame:
    """Those who died by the day."""
    return _persons_of(query, query.tables.deaths.lazy().filter(pl.col("died_on") <= query.day)).select("person")


def _rows_differ(query: Query) -> pl.LazyFrame:
    """Those named by rows with one dossier number that differ in anything known on the day."""
    rows = query.tables.dossiers.lazy()
    if query.among is None:
        # Equal texts have equal hashes, and equal hashes are beside each other once they are sorted.
        hashed = pl.col("dossier").hash().sort()
        often = rows.select(hash=hashed).filter(pl.col("hash") == pl.col("hash").shift()).unique()
        rows = rows.with_columns(hash=pl.col("dossier").hash()).join(often, on="hash", how="semi").drop("hash")
    else:
        rows = rows.join(rows.join(query.among, on="insz", how="semi"), on="dossier", how="semi")
    known = _known(_persons_of(query._replace(among=None), rows), query.day)
    of_contract = pl.when(pl.col("contract_signed_on").is_not_null()).then("contract_municipality")
    said = pl.struct("person", *DATES, of_contract)
    return (
        known.group_by("dossier")
        .agg("person", differ=said.n_unique() > 1)
        .filter("differ")
        .select(pl.col("person").explode())
    )


def _is_one_of(column: str, codes: list[str]) -> pl.Expr:
    """Whether the code is one of a few: comparing with each is faster than looking it up."""
    return pl.any_horizontal(pl.col(column) == code for code in codes) if codes else pl.lit(False)


def _candidates(query: Query, codes: list[str], closed: str) -> pl.LazyFrame:
    """The numbers of those with a spell or a contract under one of the codes: nobody else can be on the list."""
    day = pl.lit(query.day)
    spells = query.tables.residences.lazy().filter(_is_one_of("municipality", codes))
    if closed != "residence_at_closing":
        spells = spells.filter(_covers(day))
    contracts = query.tables.dossiers.lazy().filter(
        _is_one_of("contract_municipality", codes), pl.col("contract_signed_on") <= day
    )
    found = pl.concat([spells.select("insz"), contracts.select("insz")])
    others = (
        found.join(query.replaced, on="insz").select("text").unique().join(query.replaced, on="text").select("insz")
    )
    return pl.concat([found, others]).unique().collect().lazy()


class Polars:
    """The engine; its tables are the frames themselves."""

    name = "polars"
    version = pl.__version__
    lists = staticmethod(lists)

    def load(self, tables: Tables) -> Tables:
        """The tables, which are frames already."""
        return tables

    def frame(self, result: pl.DataFrame) -> pl.DataFrame:
        """What it gave, as it is."""
        return result
