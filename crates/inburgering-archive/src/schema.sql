-- The log of disclosures: one table, to which is only ever added.
CREATE TABLE entries (
  sequence    INTEGER PRIMARY KEY,
  -- the number of the entry with the intent that this one belongs to: for an intent, its own
  delivery    INTEGER NOT NULL REFERENCES entries (sequence),
  event       TEXT NOT NULL CHECK (event IN ('intended', 'done', 'abandoned')),
  -- who made this entry, when, under which key
  operator    TEXT NOT NULL,
  at          TEXT NOT NULL,
  key         TEXT NOT NULL,
  -- of an intent: who asked for which data on which day, and why
  requester   TEXT,
  municipality TEXT,
  delivered_on TEXT,
  received_on TEXT,
  request     TEXT,
  protocol    TEXT,
  purposes    TEXT,
  legal_basis TEXT,
  listed      INTEGER,
  kept_until  TEXT,
  folder      TEXT,
  -- the request and the receipt whole, as JSON
  asked       TEXT,
  receipt     TEXT,
  -- the chain
  previous    TEXT NOT NULL,
  mac         TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_end ON entries (delivery) WHERE event <> 'intended';

CREATE TRIGGER never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;

CREATE TRIGGER never_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never removed'); END;

CREATE TRIGGER one_after_the_other BEFORE INSERT ON entries
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries of the log are numbered one after the other'); END;

-- REPLACE removes a row without the trigger above, but not past a guard that stands before it.
CREATE TRIGGER ended_once BEFORE INSERT ON entries
WHEN NEW.event <> 'intended' AND EXISTS (SELECT 1 FROM entries WHERE delivery = NEW.delivery AND event <> 'intended')
BEGIN SELECT RAISE(ABORT, 'a delivery of the log ends once'); END;

CREATE TRIGGER begun_before_ended BEFORE INSERT ON entries
WHEN NEW.event <> 'intended' AND NOT EXISTS (SELECT 1 FROM entries WHERE sequence = NEW.delivery AND event = 'intended')
BEGIN SELECT RAISE(ABORT, 'a delivery of the log is begun before it ends'); END;

-- One row a delivery, with what became of it.
CREATE VIEW deliveries AS
SELECT intent.sequence AS delivery, coalesce(last.event, 'intended') AS state,
       intent.requester, intent.operator, intent.municipality, intent.delivered_on, intent.at AS delivered_at,
       intent.received_on, intent.request, intent.protocol, intent.purposes, intent.legal_basis, intent.listed,
       intent.key, intent.kept_until, intent.folder, intent.asked, intent.receipt
FROM entries AS intent
LEFT JOIN entries AS last ON last.delivery = intent.sequence AND last.event <> 'intended'
WHERE intent.event = 'intended';
