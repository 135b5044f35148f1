from __future__ import annotations

import copy
import hashlib
import hmac
import pickle

import inburgering as ib
import pytest
from delivering import Exchange

KEY = bytes(range(32))


def test_the_key_is_never_shown() -> None:
    key = ib.DigestKey("2026-a", KEY)
    assert repr(key) == "DigestKey('2026-a', ***)"
    assert str(key) == repr(key)
    assert key.id == "2026-a"
    assert not hasattr(key, "key")
    assert not hasattr(key, "__dict__")


def test_the_key_cannot_be_pickled_and_a_copy_is_itself() -> None:
    key = ib.DigestKey("2026-a", KEY)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match=r"cannot be pickled.*keep the key itself safe"):
            pickle.dumps(key, protocol)
    assert copy.copy(key) is key
    assert copy.deepcopy(key) is key
    with pytest.raises(AttributeError):
        key.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize("length", [0, 1, 31])
def test_a_short_key_is_refused(length: int) -> None:
    with pytest.raises(ib.DigestKeyError) as caught:
        ib.DigestKey("2026-a", bytes(length))
    assert (caught.value.code, caught.value.length) == ("too_short", length)
    assert str(caught.value) == f"a key has at least 32 random bytes; {length} were given"


def test_the_least_key_is_good() -> None:
    assert ib.DigestKey.LEAST_BYTES == 32
    assert ib.DigestKey("a", bytes(32)).id == "a"
    assert ib.DigestKey(id="a", key=bytearray(33)).id == "a"


@pytest.mark.parametrize("text", ["", "a b", "é", "a" * 65, "12345678901", "85.07.30-901.33"])
def test_a_bad_id_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ib.DigestKeyError) as caught:
        ib.DigestKey(text, KEY)
    assert (caught.value.code, caught.value.length) == ("bad_id", len(text))
    assert isinstance(caught.value, ValueError)
    if text:
        assert text not in str(caught.value) or text == "a b"


@pytest.mark.parametrize("key", ["geheim" * 8, 32, None, [1, 2, 3] * 11, memoryview(KEY)])
def test_a_key_is_of_bytes_and_what_was_given_is_not_repeated(key: object) -> None:
    with pytest.raises(TypeError) as caught:
        ib.DigestKey("2026-a", key)  # type: ignore[arg-type]
    assert str(caught.value) == (
        f"a {type(key).__name__} was given where the bytes of a key are meant; "
        "give bytes, as secrets.token_bytes(32) makes them"
    )


def test_a_digest_is_its_text() -> None:
    text = "8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce"
    digest = ib.Digest(text)
    assert str(digest) == text
    assert repr(digest) == "Digest('8e5b3955…')"
    assert digest == ib.Digest(text) != ib.Digest(text[::-1])
    assert hash(digest) == hash(ib.Digest(text))
    assert pickle.loads(pickle.dumps(digest)) == digest
    assert copy.deepcopy(digest) == digest


@pytest.mark.parametrize("text", ["", "8E" * 32, "8e" * 31, "8e" * 33, "zz" * 32])
def test_another_text_is_no_digest(text: str) -> None:
    with pytest.raises(ib.DigestError) as caught:
        ib.Digest(text)
    assert (caught.value.code, caught.value.length) == ("not_a_digest", len(text))


def test_the_digest_of_the_list_is_the_hmac_of_its_file() -> None:
    delivery = Exchange().deliver()
    of = (4).to_bytes(8, "big") + b"list" + delivery.disclosure_list.to_csv().encode()
    expected = hmac.new(bytes([7] * 32), of, hashlib.sha256).hexdigest()
    assert str(delivery.receipt.digests.list) == expected
