from __future__ import annotations

import doctest
import inspect

import pytest
from inburgering import example


@pytest.mark.parametrize("name", ["", *example.__all__])
def test_every_example_runs(name: str) -> None:
    value = getattr(example, name) if name else example
    if name == "DELIVERED_ON":
        return
    text = inspect.getdoc(value) or ""
    assert ">>> " in text
    parsed = doctest.DocTestParser().get_doctest(text, {}, name, None, 0)
    assert doctest.DocTestRunner().run(parsed).failed == 0
