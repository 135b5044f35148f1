"""A small made-up exchange with Gent, for trying things out and for the examples of the documentation.

Three persons live in Gent; on 10 February 2026 the list is delivered that the town asked for on 2 February. Later the
death of one of them is told.

>>> from inburgering import example
>>> example.delivery().list
<inburgering.Table of 3 rows: insz: utf8, contract_signed: bool, attest_obtained: bool>
"""

from __future__ import annotations

import datetime as dt

from . import _inburgering as ib

__all__ = [
    "DELIVERED_ON",
    "assessment",
    "caseload",
    "corrected",
    "deliver_to",
    "delivery",
    "key",
    "placed",
    "protocols",
]

DELIVERED_ON = dt.date(2026, 2, 10)
"""The day of delivery."""


def caseload() -> ib.Caseload:
    """The three persons, as first told.

    >>> from inburgering import example
    >>> example.caseload().place(on=example.DELIVERED_ON).counts().persons
    3
    """
    dossiers, residences, _ = ib._example_tables()
    return ib.Caseload(dossiers, residences)


def placed() -> ib.Placed:
    """The three persons, placed on the day of delivery.

    >>> from inburgering import example
    >>> example.placed().counts().eligible
    3
    """
    return caseload().place(on=DELIVERED_ON)


def corrected() -> ib.Placed:
    """The three persons, placed on the day of delivery with the death that was told later.

    >>> from inburgering import example
    >>> example.corrected().counts().eligible
    2
    """
    dossiers, residences, deaths = ib._example_tables()
    return ib.Caseload(dossiers, residences, deaths).place(on=DELIVERED_ON)


def protocols() -> ib.Register:
    """The register with the protocol of Gent, in force since 8 January 2026.

    >>> from inburgering import example
    >>> len(example.protocols())
    1
    """
    advised, signed = dt.date(2026, 1, 6), dt.date(2026, 1, 7)
    protocol = ib.Protocol(
        id="P-1",
        municipality="44021",
        kind="standard",
        purposes=["ceremony", "buddy_work"],
        duration_months=None,
        retention_months=12,
        requested_on=dt.date(2026, 1, 5),
        advised_by_agency_on=advised,
        advised_by_municipality_on=advised,
        signed_by_agency_on=signed,
        signed_by_municipality_on=signed,
        validated_on=dt.date(2026, 1, 8),
    )
    return ib.Register([protocol])


def assessment() -> ib.Assessment:
    """The request of 2 February 2026 for the ceremony and buddy work, granted on 3 February.

    >>> from inburgering import example
    >>> example.assessment().is_granted
    True
    """
    request = ib.Request(
        municipality="44021",
        received_on=dt.date(2026, 2, 2),
        purposes=["ceremony", "buddy_work"],
        requester="dienst samenleven",
    )
    return ib.assess(request, on=dt.date(2026, 2, 3), protocols=protocols(), history=None)


def key() -> ib.DigestKey:
    """A key that everybody can read here; make your own with ``secrets.token_bytes(32)``.

    >>> from inburgering import example
    >>> example.key()
    DigestKey('2026-a', ***)
    """
    return ib.DigestKey("2026-a", bytes([7] * 32))


def delivery(*, placed: ib.Placed | None = None) -> ib.Delivery:
    """The delivery of 10 February 2026 at half past nine, of these persons or of others.

    >>> from inburgering import example
    >>> example.delivery()
    <inburgering.Delivery of 3 persons to 44021 (Gent) on 2026-02-10>
    """
    return ib.deliver(
        assessment(),
        caseload().place(on=DELIVERED_ON) if placed is None else placed,
        protocols=protocols(),
        history=None,
        key=key(),
        delivered_at=dt.datetime(2026, 2, 10, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        operator="operator 7",
    )


def deliver_to(archive: ib.Archive) -> ib.Archived:
    """The same delivery, into an archive.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite")))
    >>> archived.delivery
    <inburgering.Delivery of 3 persons to 44021 (Gent) on 2026-02-10>
    """
    return archive.deliver(
        assessment(),
        placed(),
        protocols=protocols(),
        history=None,
        key=key(),
        delivered_at=dt.datetime(2026, 2, 10, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        operator="operator 7",
    )
