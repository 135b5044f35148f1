"""The figures report (*cijferrapport*): one page of HTML for a municipality, its province and Flanders.

It needs the packages of the extra ``report``: ``pip install 'inburgering[report]'``.
"""

from __future__ import annotations

from inburgering._inburgering import Figures, Municipality
from inburgering.errors import MissingPackageError

__all__ = ["figures_report"]


def figures_report(figures: Figures, municipality: Municipality | str) -> str:
    """Write the report of a municipality in Dutch, as one page of HTML that needs nothing else.

    It shows what the figures publish and nothing more, by year: the inflow, active and closed dossiers, the days to a
    contract and to an attest, and moves; of the last ten years. The same figures give the same text.

    The municipality is carried through mergers to the snapshot; one outside Flanders is a ``FiguresError``, one that
    begins only after the snapshot a ``MunicipalityError``. A ``MissingPackageError`` says what to install where a
    package of the extra ``report`` is missing.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example, report
    >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
    >>> page = report.figures_report(figures, "44021")
    >>> "Stand op <strong>31 december 2025</strong>" in page
    True
    """
    try:
        from .page import page
        from .values import Values
    except ModuleNotFoundError as error:
        raise MissingPackageError.of(error, "report") from error
    return page(Values.of(figures, municipality))
