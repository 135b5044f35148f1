"""Who is on which list, in DuckDB: one SQL query over the four tables, loaded into the database.

The few replaced numbers and the municipalities are small tables beside it. The latest contract and its place are one
integer, so that a person is one group without a second pass.
"""

from __future__ import annotations

import datetime as dt

import duckdb
import polars as pl
import pyarrow as pa

from .chains import chains_on
from .data import Tables
from .municipalities import HIGHEST, MISSING, UNKNOWN, places_on

STEP = HIGHEST + 1
"""A day with a place in one integer: the day this many times, plus the place."""

ENDS = """
    create or replace temp table ends as
    select insz from (select insz_old as insz from replacements union all select insz_new from replacements)
    group by insz having count(*) > 1
"""
LINKED = """
    select insz_old, insz_new, replaced_on from replacements
    where insz_old in (from ends) or insz_new in (from ends)
"""
NUMBERS = """
    create or replace temp table number as
    with once as (
        select insz_old, insz_new, if(replaced_on <= $day, insz_new, insz_old) as person from replacements
        where insz_old not in (from ends) and insz_new not in (from ends)
    )
    select insz_old as insz, person from once
    union all select insz_new, person from once
    union all select insz, person from chained
"""
AMONG = """
    create or replace temp table among as
    with found as (
        select insz from residences where municipality in (select code from place where allowed) and {covers}
        union
        select insz from dossiers
        where contract_municipality in (select code from place where allowed) and contract_signed_on <= $day
    )
    from found
    union
    select other.insz from found join number using (insz) join number as other on other.person = number.person
"""
COVERS = "(valid_from is null or valid_from <= {day}) and (valid_until is null or valid_until > {day})"
KNOWN = """
    select
        coalesce(number.person, insz) as person,
        dossier,
        if(registered_on <= $day, registered_on, null) as registered,
        if(contract_signed_on <= $day, contract_signed_on, null) as signed,
        if(contract_signed_on <= $day, contract_municipality, null) as code,
        if(attest_obtained_on <= $day, attest_obtained_on, null) as attest,
        if(closed_on <= $day, closed_on, null) as closed,
        least(attest, closed) as closing
    from {rows} as dossier left join number using (insz)
    where least(registered_on, contract_signed_on, attest_obtained_on, closed_on) <= $day
"""
LISTS = """
    with known as ({known}),
    signing as (
        select
            known.*,
            signed - date '1970-01-01' as since,
            coalesce(town_id, if(code is null, {missing}, {unknown})) as town_id
        from known left join place using (code)
    ),
    person as (
        select
            person,
            bool_or(closing is null) as active,
            bool_or(attest is not null) as attested,
            coalesce(
                bool_or(closed < registered or attest < registered or signed < registered or closing < signed), false
            ) as impossible,
            max(closing) as closing,
            -- Of the latest contracts the one with the highest place, and the one with the lowest.
            max(since * {step} + town_id) as latest,
            max(since * {step} + {highest} - town_id) as lowest
        from signing group by person
        having not impossible and person[4] < '2'
    ),
    lived as ({residence}),
    placed as (
        select
            person,
            latest is not null as signed,
            attested,
            if(latest % {step} = {highest} - lowest % {step}, latest % {step}, null) as contract,
            if(low = high, low, null) as residence,
            {place} as town_id
        from person left join lived using (person)
    ),
    differing as (
        select person from ({same_number})
        qualify count(distinct (person, registered, signed, code, attest, closed)) over (partition by dossier) > 1
    ),
    excluded as (
        from faulty
        union all from differing
        union all
        select coalesce(number.person, insz) from deaths left join number using (insz) where died_on <= $day
    )
    select text as municipality, person as insz, signed as contract_signed, attested as attest_obtained
    from placed join town using (town_id) anti join excluded using (person)
    where allowed and not ({born_after})
    order by town_id, person
"""
RESIDENCE_NOW = """
    select
        coalesce(number.person, insz) as person,
        min(coalesce(town_id, {unknown})) as low,
        max(coalesce(town_id, {unknown})) as high
    from {rows} as spell left join number using (insz) left join place on municipality = code
    where {covers}
    group by 1
"""
RESIDENCE_ASKED = """
    select person, min(coalesce(town_id, {unknown})) as low, max(coalesce(town_id, {unknown})) as high
    from (select spell.*, coalesce(number.person, insz) as person from {rows} as spell left join number using (insz))
    join (select person, if(active, $day, closing) as asked from person) using (person)
    left join place on municipality = code
    where {covers}
    group by person
"""
PLACE = {
    "contract_municipality": "if(active, residence, contract)",
    "residence_at_closing": "residence",
    "contract_municipality_if_resident": "if(active or contract = residence, residence, null)",
}
AGAIN = "(from {rows} where dossier in (select dossier from dossiers group by dossier having count(*) > 1))"
AGAIN_AMONG = "(from dossiers where dossier in (select dossier from dossiers where insz in (from among)))"
NINE = "cast(person[1:2] || person[4:5] || person[7:8] || person[10:12] as bigint)"


def connect(tables: Tables) -> duckdb.DuckDBPyConnection:
    """The tables in a database in memory, with as many threads as polars has."""
    connection = duckdb.connect(config={"threads": pl.thread_pool_size()})
    for name, table in tables._asdict().items():
        connection.register("given", table.to_arrow())
        connection.execute(f"create table {name} as from given")
        connection.unregister("given")
    return connection


def born_after(day: dt.date) -> str:
    """Whether the earliest birth day of a national register number is after the day, as SQL."""
    of_2000 = f"97 - ({NINE} + 2_000_000_000) % 97 = cast(person[14:15] as integer)"
    later = f"person[1:8] > '{day:%y.%m.%d}'"
    return f"{later} and {of_2000}" if day.year >= 2000 else f"{later} or {of_2000}"


def prepare(connection: duckdb.DuckDBPyConnection, day: dt.date, allowed: list[int]) -> None:
    """The small tables of a query: the municipalities on the day, and the replaced numbers."""
    places = places_on(day)
    known = places.known()
    place = pa.table({"code": list(known), "town_id": pa.array(known.values(), pa.int32())})
    town = pa.table({"town_id": pa.array(range(STEP), pa.int32()), "text": places.text, "allowed": _marks(allowed)})
    connection.execute(ENDS)
    chains = chains_on(connection.execute(LINKED).fetchall(), day)
    faulty = pa.table({"person": pa.array(list(chains.faults), pa.string())})
    chained = pa.table({"insz": pa.array(chains.number, pa.string()), "person": pa.array(chains.current, pa.string())})
    for name, table in {"place_": place, "town": town, "faulty": faulty, "chained": chained}.items():
        connection.register(name, table)
    connection.execute(
        "create or replace temp table place as select code, town_id, allowed from place_ join town using (town_id)"
    )
    connection.execute(NUMBERS, {"day": day})


def _marks(allowed: list[int]) -> pa.Array:
    of = set(allowed)
    return pa.array([place in of for place in range(STEP)])


def lists(
    connection: duckdb.DuckDBPyConnection,
    day: dt.date,
    closed: str = "contract_municipality",
    brussels: str = "refused",
    municipality: str | None = None,
) -> pa.Table:
    """Everybody on a list, or on the list of one municipality, by municipality and number."""
    places = places_on(day)
    allowed = [place for place in places.allowed(brussels) if municipality in (None, places.text[place])]
    prepare(connection, day, allowed)
    dossiers, residences, same_number = "dossiers", "residences", AGAIN.format(rows="dossiers")
    if municipality is not None:
        every_spell = "valid_from is null or valid_from <= $day"
        covers = every_spell if closed == "residence_at_closing" else COVERS.format(day="$day")
        connection.execute(AMONG.format(covers=f"({covers})"), {"day": day})
        of_among = "(from {} where insz in (from among))"
        dossiers, residences, same_number = of_among.format(dossiers), of_among.format(residences), AGAIN_AMONG
    at_closing = closed == "residence_at_closing"
    residence = (RESIDENCE_ASKED if at_closing else RESIDENCE_NOW).format(
        rows=residences, covers=COVERS.format(day="asked" if at_closing else "$day"), unknown=UNKNOWN
    )
    query = LISTS.format(
        known=KNOWN.format(rows=dossiers),
        same_number=KNOWN.format(rows=same_number),
        residence=residence,
        place=PLACE[closed],
        born_after=born_after(day),
        missing=MISSING,
        unknown=UNKNOWN,
        highest=HIGHEST,
        step=STEP,
    )
    return connection.sql(query, params={"day": day}).to_arrow_table()


class DuckDB:
    """The engine; its tables are those of a database in memory."""

    name = "duckdb"
    version = duckdb.__version__
    lists = staticmethod(lists)

    def load(self, tables: Tables) -> duckdb.DuckDBPyConnection:
        """A database with the tables."""
        return connect(tables)

    def frame(self, result: pa.Table) -> pl.DataFrame:
        """What it gave, as a frame."""
        return pl.DataFrame(result)
