"""The papers of a delivery: the workbook, the cover note and the letters as pages, the schema of the receipt."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html.parser
import io
import json
import re
import zipfile
from pathlib import Path

import inburgering as ib
import jsonschema
import openpyxl
import pytest
from delivering import NUMBERS, Exchange, shows_no_number

VOID = {"meta", "br"}


@dataclasses.dataclass
class Element:
    """An element of a page, with all the text in it."""

    name: str
    attributes: dict[str, str | None]
    children: list[Element] = dataclasses.field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list[Element]:
        """The elements of this name in it."""
        found = [child for child in self.children if child.name == name]
        return found + [inner for child in self.children for inner in child.all(name)]


class Reader(html.parser.HTMLParser):
    """Reads a page, and fails where an element is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"an attribute twice in {tag}"
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(page: str) -> Element:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def stands_alone(page: Element, language: str) -> None:
    """No script, nothing to fetch, headings in their order, every table with headers and a name."""
    (root,) = page.all("html")
    assert root.attributes["lang"] == language
    assert not [name for name in ("script", "link", "img", "iframe", "form") if page.all(name)]
    elements = [page]
    ids: set[str | None] = set()
    while elements:
        element = elements.pop()
        elements.extend(element.children)
        assert not {"src", "srcset", "style"} & set(element.attributes)
        assert not [name for name in element.attributes if name.startswith("on")]
        if "id" in element.attributes:
            assert element.attributes["id"] not in ids
            ids.add(element.attributes["id"])
    assert len(page.all("h1")) == 1
    assert page.all("title")[0].text
    for table in page.all("table"):
        assert table.attributes["aria-labelledby"] in ids
        headers = table.all("th")
        assert headers
        assert {header.attributes["scope"] for header in headers} <= {"row", "col"}
        for row in table.all("tbody")[0].all("tr"):
            assert row.children[0].attributes.get("scope") == "row"
    for picture in page.all("svg"):
        assert picture.attributes["role"] == "img"
        labels = str(picture.attributes["aria-labelledby"]).split()
        assert {label.attributes["id"] for name in ("title", "desc") for label in picture.all(name)} == set(labels)
    for link in page.all("a"):
        assert str(link.attributes["href"]).startswith("https://")


@pytest.fixture(scope="module")
def delivery() -> ib.Delivery:
    return Exchange().deliver()


# The workbook.


def workbook(delivery: ib.Delivery) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(delivery.disclosure_list.to_xlsx(on=delivery.receipt.on)))


def test_the_workbook_has_the_three_fields_and_the_same_rows(delivery: ib.Delivery) -> None:
    (sheet,) = workbook(delivery).worksheets
    headings, *rows = sheet.iter_rows()
    assert [cell.value for cell in headings] == ["Rijksregisternummer", "Contract ondertekend", "Attest behaald"]
    assert all(cell.data_type == "s" for row in rows for cell in row), "a number, or a formula"
    assert all(row[0].number_format == "@" for row in rows)
    csv = [line.replace('"', "").split(";") for line in delivery.disclosure_list.to_csv().splitlines()[1:]]
    assert [[cell.value for cell in row] for row in rows] == csv
    words = {True: "ja", False: "nee"}
    listed = [
        [str(row.insz), words[row.contract_signed], words[row.attest_obtained]] for row in delivery.disclosure_list.rows
    ]
    assert csv == listed
    assert len(listed) == 6


def test_nothing_is_hidden_in_the_workbook_and_its_headings_stay(delivery: ib.Delivery) -> None:
    book = workbook(delivery)
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible"
    assert sheet.freeze_panes == "A2"
    assert sheet.dimensions == "A1:C7"
    columns = list(sheet.column_dimensions.values())
    # Columns of one width are one entry.
    widths = {column: entry.width for entry in columns for column in range(entry.min, entry.max + 1)}
    assert [width > 15 for width in widths.values()] == [True, True, True]
    assert not any(entry.hidden for entry in columns)
    assert not any(dimension.hidden for dimension in sheet.row_dimensions.values())
    assert not book.defined_names
    assert list(sheet.defined_names) == ["_xlnm.Print_Titles"] or sheet.print_title_rows == "$1:$1"
    assert not sheet.merged_cells.ranges
    assert not sheet.data_validations.dataValidation
    assert not any(cell.comment or cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_no_property_of_the_workbook_names_a_person(delivery: ib.Delivery) -> None:
    properties = workbook(delivery).properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created == properties.modified == dt.datetime(2026, 2, 10)
    bytes_ = delivery.disclosure_list.to_xlsx(on=delivery.receipt.on)
    with zipfile.ZipFile(io.BytesIO(bytes_)) as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        application = archive.read("docProps/app.xml").decode()
    assert not [name for name in names if "custom" in name or "comment" in name or "external" in name]
    assert re.findall(r"<(Manager|Company)>([^<]*)", application) == [("Company", "")]


def test_the_same_list_and_day_give_the_same_workbook(delivery: ib.Delivery) -> None:
    made = delivery.disclosure_list.to_xlsx(on=delivery.receipt.on)
    assert isinstance(made, bytes)
    assert Exchange().deliver().disclosure_list.to_xlsx(on=delivery.receipt.on) == made
    assert delivery.disclosure_list.to_xlsx(on=dt.date(2026, 2, 11)) != made


def test_a_day_on_which_there_are_no_workbooks(delivery: ib.Delivery) -> None:
    with pytest.raises(ib.WorkbookError, match=r"1899-12-30 lies outside: give the day of delivery") as caught:
        delivery.disclosure_list.to_xlsx(on=dt.date(1899, 12, 30))
    assert (caught.value.code, caught.value.on) == ("day", dt.date(1899, 12, 30))
    with pytest.raises(TypeError, match="a datetime was given"):
        delivery.disclosure_list.to_xlsx(on=dt.datetime(2026, 2, 10))


# The pages.


def test_the_page_of_the_cover_note_has_the_words_of_its_text(delivery: ib.Delivery) -> None:
    note = delivery.cover_note
    page = read(note.to_html())
    stands_alone(page, "nl")
    (main,) = page.all("main")
    page_words, words = (re.findall(r"\w+", text) for text in (main.text, str(note)))
    # Cells stand side by side without a blank between them.
    assert "".join(page_words) == "".join(words)
    assert next(heading.text for heading in page.all("h2")) == "Let op bij afgesloten dossiers"
    assert shows_no_number(note.to_html())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("number", ["85.07.30-901.33", "90.01.15-902.60", "88.03.03-910.93", "70.41.01-901.50"])
def test_the_page_of_a_letter_says_what_its_text_says(number: str, language: str) -> None:
    explanation = Exchange().placed().explain(number, language=language)
    page = read(explanation.to_html())
    stands_alone(page, language)
    (main,) = page.all("main")
    squeezed = " ".join(main.text.split()).lower()
    reason = explanation.answer.reasons[0]
    for text in (
        reason.dutch if language == "nl" else str(reason),
        reason.citation.dutch if language == "nl" else str(reason.citation),
        str(explanation.answer.number),
    ):
        assert text.lower() in squeezed
    sources = [reason.citation.url for reason in explanation.answer.reasons if reason.citation.url]
    assert explanation.legal_basis is not None
    assert [link.attributes["href"] for link in page.all("a")] == [*sources, explanation.legal_basis.citation.url]
    assert [svg.attributes["class"] for svg in page.all("svg")] == ["wide", "narrow"]
    facts, timeline = page.all("table")
    assert len(facts.all("tbody")[0].all("tr")) == len(explanation.facts)
    assert len(timeline.all("tbody")[0].all("tr")) == len(explanation.timeline)
    own = {str(explanation.answer.number), number}
    assert not [other for other in set(NUMBERS) - own if other in main.text]


def test_an_explanation_has_its_timeline_and_its_text_shows_it() -> None:
    placed = Exchange().placed()
    explanation = placed.explain("85.07.30-901.33", language="en")
    assert explanation.timeline == placed.caseload.timeline("85.07.30-901.33")
    assert explanation.timeline.at(explanation.on) is not None
    lines = str(explanation).split("The answer through time, by all that is recorded now:\n")[1].splitlines()
    assert len(lines) == len(explanation.timeline) == 3


def test_what_a_caller_wrote_is_escaped_on_a_page() -> None:
    exchange = Exchange()
    exchange.tables.dossiers[0]["dossier"] = "<script>alert(1)</script>&"
    number = str(exchange.tables.dossiers[0]["insz"])
    page = exchange.placed().explain(number, language="nl").to_html()
    stands_alone(read(page), "nl")
    assert "dossier &lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page


# The schema of the receipt.


def test_every_receipt_is_as_its_schema_says(delivery: ib.Delivery) -> None:
    schema = json.loads(ib.Receipt.schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    receipt = json.loads(delivery.receipt.to_json())
    validator.validate(receipt)
    expected = (Path(__file__).resolve().parents[2] / "examples/cases/small/expected").glob("*/receipt.json")
    for path in expected:
        validator.validate(json.loads(path.read_text(encoding="utf-8")))
    for field, value in (
        ("operator", "dossier 85.07.30-901.33"),
        ("municipality", "85.07.30-901.33"),
        ("on", "2026-02-30"),
        ("more", 1),
    ):
        assert not validator.is_valid(receipt | {field: value}), field
    assert not validator.is_valid({name: value for name, value in receipt.items() if name != "operator"})
