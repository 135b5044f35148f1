"""What the report says of its figures: what is counted, why a number is not shown, and where they come from."""

from __future__ import annotations

from inburgering._inburgering import TABLE_ATTRIBUTION, TABLE_DATE

from .dutch import day

__all__ = ["DEFINITIONS", "hidden", "sources"]

DEFINITIONS = (
    (
        "Aanmeldingen, contracten en attesten",
        "Wie zich in het jaar aanmeldde, een inburgeringscontract ondertekende of een attest van inburgering behaalde. "
        "Een persoon telt één keer per jaar, in de gemeente waar hij of zij toen woonde.",
    ),
    (
        "Actief en afgesloten",
        "Actief is wie op de laatste dag van het jaar, in een lopend jaar op de peildatum, minstens één actief "
        "dossier had, ook met een attest van een ouder dossier; afgesloten is wie alleen afgesloten dossiers had. "
        "Een persoon telt in de gemeente waar hij of zij die dag woonde. Ook wie alleen afgesloten dossiers had, telt "
        "hier volgens woonplaats, terwijl de lijst voor gemeenten die persoon bij de gemeente van het contract houdt. "
        "Wie overleden is, telt niet mee.",
    ),
    (
        "Doorlooptijd",
        "De dagen van de eerste aanmelding tot het eerste contract of attest; dezelfde dag telt als één dag. Binnen de "
        "mediaan was de helft van de personen klaar. De middelste helft zijn de personen tussen het snelste en het "
        "traagste kwart.",
    ),
    (
        "Verhuizingen",
        "Wie met een actief dossier naar een Vlaamse gemeente verhuisde uit een andere gemeente van België, of "
        "omgekeerd. Een persoon telt één keer per jaar als aangekomen en één keer als vertrokken. Het cijfer van een "
        "provincie of van Vlaanderen is de som van de gemeenten: ook wie binnen de provincie verhuisde, telt er mee.",
    ),
    (
        "Gemeenten en fusies",
        "De gemeenten zijn die van de peildatum. Wie in een gemeente woonde die intussen is samengevoegd, telt "
        "in de nieuwe gemeente; een fusie is geen verhuizing. Wie in Brussel, in Wallonië of nergens in België "
        "ingeschreven was, telt niet mee.",
    ),
)
"""Each term with its meaning."""


def hidden(threshold: int) -> tuple[str, ...]:
    """Why a number is not shown."""
    return (
        f"Een aantal van 1 tot en met {threshold - 1} personen wordt niet getoond, zodat niemand te herkennen is. Nul "
        "wordt wel getoond.",
        "Ook een groter aantal is soms niet getoond, als het kleine anders uit de totalen af te leiden was. «Niet "
        "getoond» wil dus niet zeggen dat het om weinig personen gaat.",
        "Een doorlooptijd wordt alleen getoond vanaf twintig personen, en waar het aantal personen zelf getoond is.",
        "In een grafiek staat op die plaats een gearceerde strook over de volle hoogte.",
    )


def sources() -> tuple[str, ...]:
    """Where the figures come from."""
    return (
        "Dossiers en woonplaatsen van inburgeraars, zoals het Agentschap Integratie en Inburgering ze op de peildatum "
        "kende.",
        f"Gemeenten en provincies: {TABLE_ATTRIBUTION}, toestand van {day(TABLE_DATE)}.",
    )
