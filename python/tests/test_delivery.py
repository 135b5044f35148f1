from __future__ import annotations

import copy
import datetime as dt
import pickle
import threading
import zoneinfo

import inburgering as ib
import pytest
from delivering import Exchange, protocol, shows_no_number

BRUSSELS = zoneinfo.ZoneInfo("Europe/Brussels")


@pytest.fixture(scope="module")
def delivery() -> ib.Delivery:
    return Exchange().deliver()


def test_a_granted_request_is_delivered_and_the_history_returned_has_it() -> None:
    exchange = Exchange()
    delivery = exchange.deliver()
    assert len(delivery.list) == delivery.cover_note.persons == delivery.receipt.counts.listed == 6
    record = delivery.history.get("31005-2026-02-02")
    assert record is not None
    steps = [(str(step.state), step.on) for step in record.steps]
    assert steps == [("granted", dt.date(2026, 2, 3)), ("delivered", dt.date(2026, 2, 10))]
    # The history that was given is as it was.
    assert exchange.history.get("31005-2026-02-02") is None


def test_protocols_and_history_are_given_in_several_forms() -> None:
    exchange = Exchange()
    histories: list[ib.History | list[ib.RequestRecord] | None] = [None, [], ib.History()]
    lists = [
        ib.deliver(
            exchange.assessment(),
            exchange.placed(),
            protocols=protocols,
            history=history,
            key=exchange.key,
            delivered_at=dt.datetime(2026, 2, 10, 12, tzinfo=BRUSSELS),
            operator="operator 7",
        ).receipt
        for protocols in (exchange.protocols, tuple(exchange.protocols), ib.Register(exchange.protocols))
        for history in histories
    ]
    assert len(set(lists)) == 1
    assert lists[0] == exchange.deliver().receipt


@pytest.mark.parametrize(
    ("at", "on"),
    [
        (dt.datetime(2026, 2, 10, 0, 0, tzinfo=BRUSSELS), dt.date(2026, 2, 10)),
        (dt.datetime(2026, 2, 10, 23, 59, 59, 999_999, tzinfo=BRUSSELS), dt.date(2026, 2, 10)),
        # The day before and the day after in Greenwich.
        (dt.datetime(2026, 2, 11, 0, 30, tzinfo=BRUSSELS), dt.date(2026, 2, 11)),
        (dt.datetime(2026, 2, 10, 20, 0, tzinfo=zoneinfo.ZoneInfo("America/New_York")), dt.date(2026, 2, 10)),
        (dt.datetime(2026, 2, 10, 23, 30, tzinfo=dt.UTC), dt.date(2026, 2, 10)),
        # In summer, and at both ends of it.
        (dt.datetime(2026, 7, 21, 0, 30, tzinfo=BRUSSELS), dt.date(2026, 7, 21)),
        (dt.datetime(2026, 3, 29, 3, 0, tzinfo=BRUSSELS), dt.date(2026, 3, 29)),
        (dt.datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=BRUSSELS), dt.date(2026, 10, 25)),
        (dt.datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BRUSSELS), dt.date(2026, 10, 25)),
    ],
)
def test_the_date_of_the_instant_is_its_own_and_must_be_the_day_of_the_placement(at: dt.datetime, on: dt.date) -> None:
    exchange = Exchange(on=on)
    assessment = exchange.assessment()
    delivery = exchange.deliver(assessment=assessment, at=at)
    receipt = delivery.receipt
    assert (receipt.on, delivery.cover_note.on) == (on, on)
    assert receipt.delivered_at.timestamp() == at.timestamp()
    assert receipt.delivered_at.utcoffset() == at.utcoffset()
    assert receipt.delivered_at.replace(tzinfo=None, fold=0) == at.replace(tzinfo=None, fold=0)
    for other in (on - dt.timedelta(days=1), on + dt.timedelta(days=1)):
        exchange.on = other
        with pytest.raises(ib.DeliverError) as caught:
            exchange.deliver(assessment=assessment, at=at)
        assert (caught.value.code, caught.value.given_on, caught.value.placed_on) == ("other_day", on, other)


def test_an_instant_has_a_time_zone() -> None:
    exchange = Exchange()
    with pytest.raises(ValueError, match=r"no time zone; give it one, as in datetime\(.*Europe/Brussels"):
        exchange.deliver(at=dt.datetime(2026, 2, 10, 12))
    for given in (dt.date(2026, 2, 10), "2026-02-10T12:00:00+01:00", None):
        with pytest.raises(TypeError, match="give a datetime with a time zone"):
            ib.deliver(
                exchange.assessment(),
                exchange.placed(),
                protocols=exchange.protocols,
                key=exchange.key,
                delivered_at=given,  # type: ignore[arg-type]
                operator="operator 7",
            )
    # A receipt tells the offset in hours and minutes.
    for odd in (dt.timedelta(microseconds=1), dt.timedelta(hours=1, seconds=30)):
        with pytest.raises(ValueError, match="not of whole minutes"):
            exchange.deliver(at=dt.datetime(2026, 2, 10, 12, tzinfo=dt.timezone(odd)))


@pytest.mark.parametrize("at", [dt.datetime.min, dt.datetime.max])
@pytest.mark.parametrize("hours", [-23, 23])
def test_instants_at_the_ends_of_time_fall_on_no_day_of_a_placement(at: dt.datetime, hours: int) -> None:
    with pytest.raises(ib.DeliverError) as caught:
        Exchange().deliver(at=at.replace(tzinfo=dt.timezone(dt.timedelta(hours=hours))))
    assert caught.value.code == "other_day"


def test_one_option_for_brussels_holds_for_the_request_and_the_placement() -> None:
    with pytest.raises(ib.DeliverError) as caught:
        Exchange(placed_brussels="allowed").deliver()
    error = caught.value
    assert (error.code, error.assessed, error.placed) == ("other_brussels", ib.Brussels.REFUSED, ib.Brussels.ALLOWED)
    assert Exchange(brussels="allowed").deliver().receipt.options.brussels is ib.Brussels.ALLOWED


def test_a_refusal_on_the_day_gives_its_assessment() -> None:
    # Validated on 11 February 2025 for twelve months: no longer in force on 11 February 2026.
    exchange = Exchange(protocols=[protocol("31005", dt.date(2025, 2, 11), months=12)])
    exchange.deliver()
    for on in (dt.date(2026, 2, 11), dt.date(2026, 2, 12)):
        exchange.on = on
        with pytest.raises(ib.DeliverError) as caught:
            exchange.deliver()
        assert caught.value.code == "refused"
        assessment = caught.value.assessment
        assert assessment is not None
        assert [str(refusal.code) for refusal in assessment.refusals] == ["protocol_ended"]
        assert assessment.on == on
        assert str(caught.value).startswith(
            "request `31005-2026-02-02` is refused on the day of delivery: protocol P-31005"
        )
        assert isinstance(caught.value, ValueError)


def test_a_request_is_delivered_once() -> None:
    exchange = Exchange()
    assessment = exchange.assessment()
    exchange.history = exchange.deliver().history
    with pytest.raises(ib.DeliveryError) as caught:
        exchange.deliver(assessment=assessment)
    assert caught.value.code == "already_delivered"


def test_only_a_granted_request_is_delivered() -> None:
    with pytest.raises(ib.DeliveryError) as caught:
        Exchange(protocols=[]).deliver()
    assert caught.value.code == "not_granted"


def test_a_request_that_the_history_knows_only_as_received_is_not_delivered() -> None:
    exchange = Exchange()
    assessment = exchange.assessment()
    exchange.history = exchange.history.receive(exchange.request())
    with pytest.raises(ib.HistoryError) as caught:
        exchange.deliver(assessment=assessment)
    assert caught.value.code == "wrong_step"


@pytest.mark.parametrize("operator", ["", " ", "a\nb", "dossier 85.07.30-901.33", "x" * 201])
def test_the_operator_may_stand_on_a_receipt(operator: str) -> None:
    with pytest.raises(ib.OpaqueTextError) as caught:
        Exchange().deliver(operator=operator)
    assert shows_no_number(str(caught.value))


def test_a_delivery_cannot_be_made_changed_or_pickled(delivery: ib.Delivery) -> None:
    with pytest.raises(TypeError):
        ib.Delivery()
    for name in ("list", "cover_note", "receipt", "history", "disclosure_list", "something"):
        with pytest.raises(AttributeError):
            setattr(delivery, name, None)
    with pytest.raises(TypeError, match=r"keep delivery\.receipt"):
        pickle.dumps(delivery)
    assert copy.copy(delivery) is copy.deepcopy(delivery) is delivery


def test_nothing_shows_a_number_that_is_not_asked_for(delivery: ib.Delivery) -> None:
    exchange = Exchange()
    shown = [
        repr(delivery),
        str(delivery),
        repr(delivery.list),
        repr(delivery.disclosure_list.rows),
        f"{delivery.cover_note!r} {delivery.cover_note}",
        f"{delivery.receipt!r} {delivery.receipt} {delivery.receipt.to_json()}",
        f"{delivery.receipt.options!r} {delivery.receipt.versions!r} {delivery.receipt.counts!r}",
        f"{delivery.receipt.digests!r} {delivery.receipt.digests.named()!r}",
        f"{delivery.history!r} {delivery.history.to_json()}",
        f"{exchange.key!r} {exchange.placed()!r} {exchange.assessment()!r}",
    ]
    for text in shown:
        assert shows_no_number(text), text
    assert not shows_no_number(delivery.disclosure_list.to_csv())
    assert repr(delivery) == "<inburgering.Delivery of 6 persons to 31005 (Brugge) on 2026-02-10>"


def test_deliveries_from_several_threads_agree() -> None:
    exchange = Exchange()
    assessment, placed = exchange.assessment(), exchange.placed()
    receipts: list[ib.Receipt] = []

    def deliver() -> None:
        delivery = ib.deliver(
            assessment,
            placed,
            protocols=exchange.protocols,
            key=exchange.key,
            delivered_at=dt.datetime(2026, 2, 10, 12, tzinfo=BRUSSELS),
            operator="operator 7",
        )
        receipts.append(delivery.receipt)

    threads = [threading.Thread(target=deliver) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receipts) == 8
    assert len(set(receipts)) == 1
