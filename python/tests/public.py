"""Every public name of the module, and what can be called or read on it."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Iterator

import inburgering as ib

NAMES: dict[str, object] = {name: getattr(ib, name) for name in ib.__all__} | {
    f"{module.__name__.removeprefix('inburgering.')}.{name}": getattr(module, name)
    for module in (ib.columns, ib.report)
    for name in module.__all__
}
"""What the module offers, by name."""

CLASSES: dict[str, type] = {name: value for name, value in NAMES.items() if inspect.isclass(value)}
EXCEPTIONS: dict[str, type] = {name: of for name, of in CLASSES.items() if issubclass(of, BaseException)}
WORDS: dict[str, type[enum.StrEnum]] = {name: of for name, of in CLASSES.items() if issubclass(of, enum.StrEnum)}
VALUES: dict[str, type] = {name: of for name, of in CLASSES.items() if name not in EXCEPTIONS | WORDS}
"""The classes that are neither exceptions nor enums."""


def members(of: type) -> Iterator[tuple[str, object]]:
    """What a class itself defines in public."""
    for name, value in vars(of).items():
        if not name.startswith("_"):
            yield name, value


def documented() -> Iterator[tuple[str, object]]:
    """Everything with a docstring of its own: modules, functions, classes, methods and getters."""
    yield "inburgering", ib
    yield "columns", ib.columns
    yield "errors", ib.errors
    yield "report", ib.report
    yield "vocabulary", ib.vocabulary
    for name, value in NAMES.items():
        yield name, value
        if inspect.isclass(value) and not issubclass(value, BaseException):
            for member, what in members(value):
                if callable(what) or inspect.isdatadescriptor(what) or isinstance(what, classmethod | staticmethod):
                    yield f"{name}.{member}", what
