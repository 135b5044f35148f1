"""Every public name is documented, and every example in the docs runs and gives what it says."""

from __future__ import annotations

import doctest
import inspect

import pytest
from public import NAMES, documented

DOCUMENTED = dict(documented())


def doc(value: object) -> str:
    return inspect.getdoc(value) or ""


def is_word(value: object) -> bool:
    """Members of enums are documented in the class."""
    return isinstance(value, str)


@pytest.mark.parametrize("name", [name for name, value in DOCUMENTED.items() if not is_word(value)])
def test_it_is_documented(name: str) -> None:
    assert len(doc(DOCUMENTED[name])) > 5


@pytest.mark.parametrize("name", NAMES)
def test_every_public_class_and_function_has_an_example(name: str) -> None:
    value = NAMES[name]
    if inspect.ismodule(value) or not callable(value):
        return
    assert ">>> " in doc(value)


WITH_EXAMPLES = [name for name, value in DOCUMENTED.items() if ">>> " in doc(value) and not is_word(value)]


def test_there_are_examples() -> None:
    assert len(WITH_EXAMPLES) > 100


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_example_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = doc(DOCUMENTED[name])
    example = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
    assert outcome.failed == 0, capsys.readouterr().out
    assert outcome.attempted > 0
