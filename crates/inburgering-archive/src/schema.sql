-- The log of disclosures: one table, to which is only ever added.
CREATE TABLE entries (
  sequence    INTEGER PRIMARY KEY,
  -- the number of the entry with the intent that this one belongs to: for an intent, its own
  delivery    INTEGER NOT NULL REFERENCES entries (sequence),
  event       TEXT NOT NULL CHECK (event IN ('intended', 'done', 'abandoned', 'noticed')),
  -- who made this entry, when, under which key
  operator    TEXT NOT NULL,
  at          TEXT NOT NULL,
  key         TEXT NOT NULL,
  -- of an intent: who asked for which data on which day, and why; of a notice, the municipality that was told
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
  -- of a notice: its receipt whole, as JSON
  notice      TEXT,
  -- the chain
  previous    TEXT NOT NULL,
  mac         TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_end ON entries (delivery) WHERE event IN ('done', 'abandoned');

CREATE TRIGGER never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;

CREATE TRIGGER never_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries of the log are never removed'); END;

CREATE TRIGGER one_after_the_other BEFORE INSERT ON entries
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries of the log are numbered one after the other'); END;

-- REPLACE removes a row without the trigger above, but not past a guard that stands before it.
CREATE TRIGGER ended_once BEFORE INSERT ON entries
WHEN NEW.event IN ('done', 'abandoned')
  AND EXISTS (SELECT 1 FROM entries WHERE delivery = NEW.delivery AND event IN ('done', 'abandoned'))
BEGIN SELECT RAISE(ABORT, 'a delivery of the log ends once'); END;

CREATE TRIGGER begun_before_ended BEFORE INSERT ON entries
WHEN NEW.event <> 'intended' AND NOT EXISTS (SELECT 1 FROM entries WHERE sequence = NEW.delivery AND event = 'intended')
BEGIN SELECT RAISE(ABORT, 'a delivery of the log is begun before it ends'); END;

CREATE TRIGGER done_before_noticed BEFORE INSERT ON entries
WHEN NEW.event = 'noticed' AND NOT EXISTS (SELECT 1 FROM entries WHERE delivery = NEW.delivery AND event = 'done')
BEGIN SELECT RAISE(ABORT, 'a delivery of the log is done before a notice is given on it'); END;

-- One row a delivery, with what became of it.
CREATE VIEW deliveries AS
SELECT intent.sequence AS delivery, coalesce(last.event, 'intended') AS state,
       intent.requester, intent.operator, intent.municipality, intent.delivered_on, intent.at AS delivered_at,
       intent.received_on, intent.request, intent.protocol, intent.purposes, intent.legal_basis, intent.listed,
       intent.key, intent.kept_until, intent.folder, intent.asked, intent.receipt,
       (SELECT count(*) FROM entries WHERE delivery = intent.sequence AND event = 'noticed') AS notices
FROM entries AS intent
LEFT JOIN entries AS last ON last.delivery = intent.sequence AND last.event IN ('done', 'abandoned')
WHERE intent.event = 'intended';

-- One row a notice on a delivery: who was told how many rows, when, by whom.
CREATE VIEW notices AS
SELECT sequence AS entry, delivery, municipality, operator, at AS given_at, json_extract(notice, '$.given_on') AS given_on,
       json_extract(notice, '$.deleted') AS deleted, json_extract(notice, '$.renumbered') AS renumbered, json_extract(notice, '$.added') AS added,
       json_extract(notice, '$.corrected') AS corrected, key, notice
FROM entries WHERE event = 'noticed';
