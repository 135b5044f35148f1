//! The log: entries that are only added, and a chain that shows whatever else was done to them.

use std::fs;
use std::path::{Path, PathBuf};

use inburgering::DigestKey;
use inburgering_archive::{
    Archive, ArchiveError, Break, DisclosureLog, FolderError, Head, LogError, disclosures_of, recall_all,
};
use rusqlite::Connection;

use crate::samples::{Facts, Place, Sample, caseload, key, names, states};

/// A log of four deliveries, eight entries.
fn four() -> Place {
    let place = Place::new();
    let archive = place.archive();
    for (at, code) in ["44021", "31005", "46029", "24062"].into_iter().enumerate() {
        Sample::new(&format!("A-{at}"), code, "2026-02-02", "2026-02-10").deliver(&archive).unwrap();
    }
    place
}

/// Does this to the database, past every guard.
pub(crate) fn tamper(path: &Path, sql: &str) {
    let guards =
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; DROP TRIGGER IF EXISTS never_changed;
        DROP TRIGGER IF EXISTS never_removed; DROP TRIGGER IF EXISTS one_after_the_other;
        DROP TRIGGER IF EXISTS ended_once; DROP TRIGGER IF EXISTS begun_before_ended;
        DROP TRIGGER IF EXISTS done_before_noticed; DROP INDEX IF EXISTS one_end;";
    Connection::open(path).unwrap().execute_batch(&format!("{guards} {sql}")).unwrap();
}

/// What a verification finds after this was done to a copy of the log.
fn found(place: &Place, sql: &str, head: Option<&Head>) -> Vec<Break> {
    let copy = place.root().join("copy.sqlite");
    fs::copy(place.log_path(), &copy).unwrap();
    tamper(&copy, sql);
    DisclosureLog::open(&copy).unwrap().verify(&[key()], head).unwrap().breaks
}

#[test]
fn a_whole_log_is_whole() {
    let place = four();
    let log = place.log();
    let head = log.head().unwrap().unwrap();
    let verified = log.verify(&[key()], Some(&head)).unwrap();
    assert_eq!((verified.entries, verified.is_whole(), verified.unfinished.len()), (8, true, 0));
    assert_eq!(found(&place, "", Some(&head)), []);
    assert_eq!(head.sequence, 8);
    assert_eq!(head.to_string().parse::<Head>().unwrap(), head);
    // An earlier head is still good.
    let entries = log.entries().unwrap();
    for entry in entries {
        let head = Head { sequence: entry.sequence, mac: entry.mac };
        assert!(log.verify(&[key()], Some(&head)).unwrap().is_whole());
    }
}

#[test]
fn an_empty_log_is_whole_and_has_no_head() {
    let place = Place::new();
    assert_eq!(place.log().head().unwrap(), None);
    assert!(place.log().verify(&[], None).unwrap().is_whole());
}

#[test]
fn each_field_of_each_entry_that_is_changed_shows() {
    let place = four();
    let columns: Vec<(String, String)> = {
        let connection = Connection::open(place.log_path()).unwrap();
        let mut table = connection.prepare("SELECT name, type FROM pragma_table_info('entries')").unwrap();
        let columns = table.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        columns.map(Result::unwrap).collect()
    };
    assert_eq!(columns.len(), 22);
    for (column, kind) in columns.iter().filter(|(column, _)| column != "sequence") {
        for sequence in 1..=8 {
            // One more, one less text, and nothing at all where something was or something where nothing was.
            let changes = match kind.as_str() {
                "INTEGER" => [format!("coalesce({column}, 0) + 1"), format!("iif({column} IS NULL, 7, 99)")],
                _ => [format!("coalesce({column}, '') || ' '"), format!("iif({column} IS NULL, '', 'x')")],
            };
            for change in changes {
                let sql = format!("UPDATE entries SET {column} = {change} WHERE sequence = {sequence}");
                let breaks = found(&place, &sql, None);
                let first = breaks.first().unwrap_or_else(|| panic!("{sql}"));
                assert_eq!(first.sequence(), sequence, "{sql}: {breaks:?}");
                let expected = if column == "key" { ["changed", "key_not_given"] } else { ["changed"; 2] };
                assert!(expected.contains(&first.code()), "{sql}: {breaks:?}");
            }
        }
    }
}

#[test]
fn each_entry_that_is_removed_shows() {
    let place = four();
    let head = place.log().head().unwrap().unwrap();
    for sequence in 1..8 {
        let sql = format!("DELETE FROM entries WHERE sequence = {sequence}");
        assert_eq!(found(&place, &sql, None), [Break::Missing { first: sequence, last: sequence }]);
    }
    let several = found(&place, "DELETE FROM entries WHERE sequence BETWEEN 2 AND 5", Some(&head));
    assert_eq!(several, [Break::Missing { first: 2, last: 5 }]);
    // And the others numbered anew.
    let sql = "DELETE FROM entries WHERE sequence = 3; UPDATE entries SET sequence = sequence - 1 WHERE sequence > 3;";
    let moved: Vec<&str> = found(&place, sql, None).iter().map(Break::code).collect();
    assert_eq!(moved, ["moved"; 5]);
}

#[test]
fn an_entry_below_the_first_shows_and_is_blamed_on_no_other() {
    let place = four();
    for number in [0, -3] {
        let sql = format!("UPDATE entries SET sequence = {number} WHERE sequence = 3");
        let expected = [Break::Moved { sequence: 0, from: 3 }, Break::Missing { first: 3, last: 3 }];
        assert_eq!(found(&place, &sql, None), expected);
    }
    let last = found(&place, "UPDATE entries SET sequence = 0 WHERE sequence = 8", None);
    assert_eq!(last, [Break::Moved { sequence: 0, from: 8 }]);
}

#[test]
fn an_entry_that_stands_there_twice_shows() {
    let place = four();
    // Without its primary key, a table has room for it.
    let again = |change: &str| {
        format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER') WHERE name = 'entries';
             PRAGMA writable_schema = RESET;
             UPDATE entries SET sequence = rowid;
             CREATE TEMP TABLE again AS SELECT * FROM entries WHERE sequence = 5; {change};
             INSERT INTO entries SELECT * FROM again;"
        )
    };
    assert_eq!(found(&place, &again(""), None), [Break::Repeated { sequence: 5 }]);
    let changed = again("UPDATE again SET operator = 'operator 8'");
    assert_eq!(found(&place, &changed, None), [Break::Changed { sequence: 5 }]);
}

#[test]
fn an_end_that_was_cut_off_shows_to_who_kept_the_head() {
    let place = four();
    let head = place.log().head().unwrap().unwrap();
    for last in 0..8 {
        let sql = format!("DELETE FROM entries WHERE sequence > {last}");
        assert_eq!(found(&place, &sql, None), [], "without the head, it does not show");
        assert_eq!(found(&place, &sql, Some(&head)), [Break::CutOff { head, last }]);
    }
    // And the log goes on from there.
    tamper(&place.log_path(), "DELETE FROM entries WHERE sequence > 4");
    for (id, code) in [("B-1", "46029"), ("B-2", "24062")] {
        Sample::new(id, code, "2026-02-02", "2026-02-10").deliver(&place.archive()).unwrap();
    }
    assert_eq!(place.log().verify(&[key()], None).unwrap().breaks, []);
    assert_eq!(place.log().verify(&[key()], Some(&head)).unwrap().breaks, [Break::OtherHead { head }]);
}

#[test]
fn each_two_entries_that_changed_places_show() {
    let place = four();
    for one in 1..=8_u64 {
        for other in one + 1..=8 {
            let sql = format!(
                "UPDATE entries SET sequence = -1 WHERE sequence = {one};
                 UPDATE entries SET sequence = {one} WHERE sequence = {other};
                 UPDATE entries SET sequence = {other} WHERE sequence = -1;"
            );
            let breaks = found(&place, &sql, None);
            assert!(breaks.contains(&Break::Moved { sequence: one, from: other }), "{breaks:?}");
            assert!(breaks.contains(&Break::Moved { sequence: other, from: one }), "{breaks:?}");
        }
    }
}

#[test]
fn an_entry_of_another_log_shows() {
    let (place, other) = (four(), Place::new());
    let archive = other.archive();
    for (at, code) in ["31005", "44021"].into_iter().enumerate() {
        Sample::new(&format!("A-{at}"), code, "2026-02-02", "2026-02-10").deliver(&archive).unwrap();
    }
    let sql = format!(
        "ATTACH '{}' AS other; DELETE FROM entries WHERE sequence = 3;
         INSERT INTO entries SELECT * FROM other.entries WHERE sequence = 3;",
        other.log_path().display()
    );
    assert_eq!(found(&place, &sql, None), [Break::Unlinked { sequence: 3 }, Break::Unlinked { sequence: 4 }]);
}

#[test]
fn the_key_is_asked_for_by_its_id_and_checked_by_its_bytes() {
    let place = four();
    let log = place.log();
    let expected: Vec<Break> =
        (1..=8).map(|sequence| Break::KeyNotGiven { sequence, key: "2026-a".parse().unwrap() }).collect();
    assert_eq!(log.verify(&[], None).unwrap().breaks, expected);
    let others = [DigestKey::new("2026-a", &[8; 32]).unwrap()];
    assert!(log.verify(&others, None).unwrap().breaks.iter().all(|one| one.code() == "changed"));

    // Another key of the same name is refused before it makes a mess.
    let mut sample = Sample::new("C-1", "11002", "2026-02-02", "2026-02-10");
    sample.key = others[0].clone();
    let refused = sample.deliver(&place.archive()).unwrap_err();
    assert_eq!(refused, ArchiveError::Log(LogError::Broken { found: Break::Changed { sequence: 1 } }));

    // A key of the next year goes on where the old one ended.
    sample.key = DigestKey::new("2027-a", &[9; 32]).unwrap();
    let unknown = sample.deliver(&place.archive()).unwrap_err();
    assert_eq!(unknown, ArchiveError::Log(LogError::KeyNotGiven { sequence: 1, key: "2026-a".parse().unwrap() }));
    sample.deliver(&place.archive().with_old_keys([key()])).unwrap();
    let keys = [key(), sample.key.clone()];
    assert!(log.verify(&keys, None).unwrap().is_whole());
    let only_new: Vec<u64> = log.verify(&keys[1..], None).unwrap().breaks.iter().map(Break::sequence).collect();
    assert_eq!(only_new, [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn an_entry_that_was_relabelled_to_another_key_is_not_believed_wherever_it_stands() {
    for sequence in 1..=8 {
        let place = four();
        tamper(&place.log_path(), &format!("UPDATE entries SET key = 'x', operator = 'y' WHERE sequence = {sequence}"));
        let refused = Sample::new("C-1", "11002", "2026-02-02", "2026-02-10").deliver(&place.archive()).unwrap_err();
        assert_eq!(refused, ArchiveError::Log(LogError::KeyNotGiven { sequence, key: "x".parse().unwrap() }));
    }
}

#[test]
fn a_guard_or_a_view_that_was_altered_is_named() {
    let place = four();
    let altered = |sql: &str| {
        let copy = place.root().join("copy.sqlite");
        fs::copy(place.log_path(), &copy).unwrap();
        Connection::open(&copy).unwrap().execute_batch(sql).unwrap();
        let verified = DisclosureLog::open(&copy).unwrap().verify(&[key()], None).unwrap();
        assert_eq!((verified.breaks.len(), verified.is_whole()), (0, verified.altered.is_empty()));
        verified.altered
    };
    assert_eq!(altered(""), [""; 0]);
    for guard in [
        "never_changed",
        "never_removed",
        "one_after_the_other",
        "ended_once",
        "begun_before_ended",
        "done_before_noticed",
    ] {
        assert_eq!(altered(&format!("DROP TRIGGER {guard}")), [guard]);
    }
    assert_eq!(altered("DROP INDEX one_end"), ["one_end"]);
    assert_eq!(altered("DROP VIEW notices"), ["notices"]);
    assert_eq!(altered("DROP VIEW deliveries; CREATE VIEW deliveries AS SELECT * FROM entries"), ["deliveries"]);
    let swallowing = "CREATE TRIGGER more BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END";
    assert_eq!(altered(swallowing), ["more"]);
    // A view or an index of the reader's own is harmless.
    assert_eq!(altered("CREATE VIEW mine AS SELECT 1; CREATE INDEX by_day ON entries (at)"), [""; 0]);
}

#[test]
fn an_entry_that_the_database_does_not_keep_is_an_error() {
    let swallow = "SELECT RAISE(IGNORE)";
    for (guard, sequence) in [
        (format!("BEFORE INSERT ON entries BEGIN {swallow}; END"), 1),
        (format!("BEFORE INSERT ON entries WHEN NEW.event = 'done' BEGIN {swallow}; END"), 2),
        ("AFTER INSERT ON entries BEGIN DELETE FROM entries WHERE sequence = NEW.sequence; END".into(), 1),
        ("AFTER INSERT ON entries BEGIN UPDATE entries SET operator = 'x' WHERE sequence = 1; END".into(), 1),
    ] {
        let place = Place::new();
        let archive = place.archive();
        let loose = "DROP TRIGGER never_changed; DROP TRIGGER never_removed;";
        let made = format!("{loose} CREATE TRIGGER quiet {guard}");
        Connection::open(place.log_path()).unwrap().execute_batch(&made).unwrap();
        let not_kept = ArchiveError::Log(LogError::NotKept { path: place.log_path(), sequence });
        let error = Sample::gent().deliver(&archive).unwrap_err();
        if sequence == 1 {
            assert_eq!(error, not_kept, "{guard}");
            assert_eq!(names(&place.folder()), Vec::<String>::new());
        } else {
            assert_eq!(error, ArchiveError::Interrupted { delivery: 1, error: Box::new(not_kept) }, "{guard}");
        }
        assert_eq!(place.log().entries().unwrap().len(), sequence as usize - 1);
    }
}

/// The MAC of the entry in that row, by the words of the documentation alone.
fn mac_of(connection: &Connection, sequence: u64) -> String {
    let mut bytes = sequence.to_be_bytes().to_vec();
    let mut part = |text: &str| {
        bytes.extend((text.len() as u64).to_be_bytes());
        bytes.extend(text.as_bytes());
    };
    let row = format!("SELECT * FROM entries WHERE sequence = {sequence}");
    let mut statement = connection.prepare(&row).unwrap();
    let names: Vec<String> = statement.column_names().into_iter().map(String::from).collect();
    let texts: Vec<Option<String>> = statement
        .query_row([], |row| {
            let text = |at| {
                Ok(match row.get::<_, rusqlite::types::Value>(at)? {
                    rusqlite::types::Value::Integer(number) => Some(number.to_string()),
                    rusqlite::types::Value::Text(text) => Some(text),
                    _ => None,
                })
            };
            (0..names.len()).map(text).collect()
        })
        .unwrap();
    let field = |name: &str| names.iter().position(|other| other == name).and_then(|at| texts[at].clone());
    part(&field("previous").unwrap());
    for name in names.iter().filter(|name| !["sequence", "previous", "mac"].contains(&name.as_str())) {
        part(name);
        match field(name) {
            Some(text) => {
                part("text");
                part(&text);
            }
            None => part("null"),
        }
    }
    key().digest("log entry", &bytes).to_string()
}

/// Does this to the database, and ties every entry to its place and to the one before it again, as only who has the key can.
pub(crate) fn forge(path: &Path, sql: &str) {
    tamper(path, sql);
    let connection = Connection::open(path).unwrap();
    let last: i64 = connection.query_row("SELECT count(*) FROM entries", [], |row| row.get(0)).unwrap();
    let mut previous = String::new();
    for sequence in 1..=last {
        connection.execute("UPDATE entries SET previous = ? WHERE sequence = ?", (&previous, sequence)).unwrap();
        previous = mac_of(&connection, sequence.try_into().unwrap());
        connection.execute("UPDATE entries SET mac = ? WHERE sequence = ?", (&previous, sequence)).unwrap();
    }
}

#[test]
fn an_entry_of_another_version_is_not_taken_for_changed() {
    let place = four();
    let log = place.log();
    let connection = Connection::open(place.log_path()).unwrap();
    assert_eq!(mac_of(&connection, 8), log.head().unwrap().unwrap().mac.to_string(), "the words say how it is made");
    // The last entry, as a later version might have written it.
    forge(&place.log_path(), "UPDATE entries SET event = 'moved' WHERE sequence = 8");
    let found = log.verify(&[key()], None).unwrap();
    assert_eq!(found.breaks, [Break::OtherVersion { sequence: 8 }]);
    let refused = Sample::new("C-1", "11002", "2026-02-02", "2026-02-10").deliver(&place.archive()).unwrap_err();
    let of_other_version = LogError::EntryOfOtherVersion { sequence: 8 };
    assert_eq!(refused, ArchiveError::Log(of_other_version.clone()));
    let recalled = recall_all(&log, |_| None, &caseload(Facts::Corrected), &[key()]).unwrap_err();
    assert_eq!(recalled, of_other_version);
    // Without a key it cannot be told from one that was changed.
    assert_eq!(log.entries(), Err(LogError::Unreadable { path: place.log_path(), sequence: 8 }));
}

#[test]
fn the_database_itself_refuses_changes() {
    let place = four();
    let connection = Connection::open(place.log_path()).unwrap();
    for (sql, expected) in [
        ("UPDATE entries SET operator = 'x' WHERE sequence = 1", "entries of the log are never changed"),
        ("DELETE FROM entries WHERE sequence = 8", "entries of the log are never removed"),
        (
            "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE sequence = 3",
            "entries of the log are numbered one after the other",
        ),
        (
            "INSERT INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (9, 1, 'abandoned', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log ends once",
        ),
        (
            "INSERT OR REPLACE INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (9, 1, 'abandoned', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log ends once",
        ),
        (
            "INSERT INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (9, 2, 'abandoned', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log",
        ),
        (
            "INSERT OR REPLACE INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (9, 9, 'done', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log is begun before it ends",
        ),
        (
            "INSERT INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (9, 9, 'noticed', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log is done before a notice is given on it",
        ),
        (
            "BEGIN; INSERT INTO entries SELECT 9, 9, event, operator, at, key, requester, municipality, delivered_on,
                received_on, request, protocol, purposes, legal_basis, listed, kept_until, folder, asked, receipt, notice,
                previous, mac FROM entries WHERE sequence = 1;
             INSERT INTO entries (sequence, delivery, event, operator, at, key, previous, mac)
             VALUES (10, 9, 'noticed', 'x', 'x', 'x', 'x', 'x')",
            "a delivery of the log is done before a notice is given on it",
        ),
    ] {
        let error = connection.execute_batch(sql).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        let _ = connection.execute_batch("ROLLBACK");
    }
    assert!(place.log().verify(&[key()], None).unwrap().is_whole());
}

#[test]
fn a_row_forged_without_the_key_frees_no_year_and_hides_no_delivery() {
    let place = four();
    let forged =
        "DELETE FROM entries WHERE sequence = 8; INSERT INTO entries (sequence, delivery, event, operator, at, key,
        previous, mac) SELECT 8, 7, 'abandoned', operator, at, 'x', mac, mac FROM entries WHERE sequence = 7;";
    tamper(&place.log_path(), forged);
    let refused = LogError::KeyNotGiven { sequence: 8, key: "x".parse().unwrap() };
    let again = Sample::new("A-9", "24062", "2026-02-02", "2026-02-10").deliver(&place.archive()).unwrap_err();
    assert_eq!(again, ArchiveError::Log(refused.clone()));
    let corrected = caseload(Facts::Corrected);
    assert_eq!(recall_all(&place.log(), |_| None, &corrected, &[key()]), Err(refused.clone()));
    assert_eq!(disclosures_of(&[], &place.log(), |_| None, &[key()]), Err(refused));
    tamper(&place.log_path(), "UPDATE entries SET operator = 'x' WHERE sequence = 2");
    let changed = LogError::Broken { found: Break::Changed { sequence: 2 } };
    assert_eq!(recall_all(&place.log(), |_| None, &corrected, &[key()]), Err(changed));
}

#[test]
fn what_is_unfinished_shows_beside_an_entry_that_cannot_be_read() {
    let place = four();
    let sql = "UPDATE entries SET receipt = '{}' WHERE sequence = 1; DELETE FROM entries WHERE sequence = 8";
    tamper(&place.log_path(), sql);
    let verified = place.log().verify(&[key()], None).unwrap();
    assert_eq!(verified.unfinished.iter().map(|logged| logged.delivery).collect::<Vec<_>>(), [7]);
}

#[test]
fn a_folder_is_resumed_only_whole_and_abandoned_only_where_it_can_be_seen_to_be_gone() {
    let place = Place::new();
    let sample = Sample::gent();
    let folder = sample.deliver(&place.archive()).unwrap().folder;
    tamper(&place.log_path(), "DELETE FROM entries WHERE sequence = 2");
    let other = ArchiveError::OtherFolder { delivery: 1, path: folder.clone() };
    let resumed = || place.archive().resume(1, None, sample.settlement());
    let list = fs::read(folder.join("list.csv")).unwrap();
    fs::write(folder.join("list.csv"), "insz").unwrap();
    assert_eq!(resumed(), Err(other.clone()));
    fs::write(folder.join("list.csv"), list).unwrap();
    let (note, aside) = (folder.join("cover-note.html"), place.root().join("aside"));
    fs::rename(&note, &aside).unwrap();
    assert_eq!(resumed(), Err(other));
    fs::rename(&aside, &note).unwrap();
    // The disk with the deliveries is not there.
    fs::rename(place.folder(), &aside).unwrap();
    let unseen = place.archive().abandon(1, sample.settlement());
    let no_parent = ArchiveError::Folder(FolderError::NoParent { path: place.folder() });
    assert_eq!(unseen, Err(no_parent.clone()));
    assert_eq!(resumed(), Err(no_parent));
    fs::rename(&aside, place.folder()).unwrap();
    resumed().unwrap();
}

#[test]
fn an_entry_that_cannot_be_read_stops_deliveries_and_is_named() {
    let place = four();
    tamper(&place.log_path(), "UPDATE entries SET receipt = '{}' WHERE sequence = 5");
    let unreadable = LogError::Unreadable { path: place.log_path(), sequence: 5 };
    assert_eq!(place.log().entries(), Err(unreadable));
    let refused = Sample::new("C-1", "11002", "2026-02-02", "2026-02-10").deliver(&place.archive()).unwrap_err();
    let found = Break::Changed { sequence: 5 };
    assert_eq!(refused, ArchiveError::Log(LogError::Broken { found: found.clone() }));
    assert_eq!(place.log().verify(&[key()], None).unwrap().breaks, [found]);
}

#[test]
fn the_view_has_one_row_a_delivery_with_who_what_when_and_why() {
    let place = four();
    let connection = Connection::open(place.log_path()).unwrap();
    let sql = "SELECT delivery || ' ' || state || ' ' || requester || ' ' || operator || ' ' || municipality || ' ' ||
        delivered_on || ' ' || delivered_at || ' ' || request || ' ' || protocol || ' ' || purposes || ' ' ||
        legal_basis || ' ' || listed || ' ' || key || ' ' || kept_until FROM deliveries ORDER BY delivery";
    let mut rows = connection.prepare(sql).unwrap();
    let rows: Vec<String> = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    insta::assert_snapshot!(rows[0], @"1 done dienst samenleven operator 7 44021 2026-02-10 2026-02-10T12:00:00+01:00 A-0 P-44021 ceremony,buddy_work article_46_8 3 2026-a 2027-02-09");
    assert_eq!(states(&place.log()).len(), 4);
}

#[test]
fn another_file_is_no_log_and_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (text, database) = (folder.path().join("text"), folder.path().join("database"));
    fs::write(&text, "x".repeat(5000)).unwrap();
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE persons (name TEXT)").unwrap();
    for path in [text, database] {
        let before = fs::read(&path).unwrap();
        assert_eq!(DisclosureLog::open(&path), Err(LogError::NotALog { path: path.clone() }));
        assert_eq!(DisclosureLog::create(&path), Err(LogError::AlreadyThere { path: path.clone() }));
        assert_eq!(fs::read(&path).unwrap(), before);
    }
    let newer = folder.path().join("newer");
    DisclosureLog::create(&newer).unwrap();
    Connection::open(&newer).unwrap().execute_batch("PRAGMA user_version = 3").unwrap();
    assert_eq!(DisclosureLog::open(&newer), Err(LogError::OtherVersion { path: newer, found: 3, kept: 2 }));
}

#[test]
fn a_path_where_nothing_is_opens_no_log_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere/log.sqlite");
    assert_eq!(DisclosureLog::create(&nowhere), Err(LogError::NoFolder { path: nowhere }));
    for path in ["lgo.sqlite", "nowhere/log.sqlite"].map(|path| folder.path().join(path)) {
        assert_eq!(DisclosureLog::open(&path), Err(LogError::NotThere { path }));
    }
    for path in ["", ":memory:"].map(PathBuf::from) {
        assert_eq!(DisclosureLog::open(&path), Err(LogError::NotThere { path }));
    }
    assert_eq!(names(folder.path()), Vec::<String>::new());

    // Who was killed while a log was made left a file without tables.
    let empty = folder.path().join("empty");
    fs::write(&empty, "").unwrap();
    assert_eq!(DisclosureLog::open(&empty), Err(LogError::NotThere { path: empty.clone() }));
    DisclosureLog::create(&empty).unwrap();
    assert_eq!(DisclosureLog::open(&empty).unwrap().head(), Ok(None));
    assert_eq!(DisclosureLog::create(&empty), Err(LogError::AlreadyThere { path: empty }));
    let directory = folder.path().to_owned();
    assert_eq!(DisclosureLog::create(&directory), Err(LogError::AlreadyThere { path: directory }));
}

#[test]
fn opened_by_many_threads_at_once_it_is_made_once() {
    let place = Place::new();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| place.log());
        }
    });
    let archive = Archive::new(place.folder(), place.log());
    Sample::gent().deliver(&archive).unwrap();
}
