//! Columns that are missing, repeated or mistyped.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_array::new_empty_array;
use arrow_schema::{DataType, Field, Fields, Schema, TimeUnit, UnionFields, UnionMode};
use inburgering::{DeathText, DossierText, ReplacementText, ResidenceText, UnreadableRows};
use inburgering_arrow::{Batches, ColumnFault, ColumnKind, Extract, ReadError};

use crate::tables::{NUMBER, deaths, dossiers, problems, replacements, small};

fn empty_with(headings: &[&str], heading: &str, given: &DataType) -> Batches {
    let fields: Vec<Field> = headings
        .iter()
        .map(|&name| Field::new(name, if name == heading { given.clone() } else { DataType::Null }, true))
        .collect();
    Batches::new(Arc::new(Schema::new(fields)), Vec::new())
}

/// What is said of an empty table of dossiers with a column of the type.
fn said_of(heading: &str, given: &DataType) -> String {
    let extract = Extract { dossiers: empty_with(&DossierText::COLUMNS, heading, given), ..small() };
    match extract.to_caseload(UnreadableRows::Refused) {
        Ok(_) => String::from("read"),
        Err(_) => problems(&extract),
    }
}

fn dictionary(key: DataType, value: DataType) -> DataType {
    DataType::Dictionary(Box::new(key), Box::new(value))
}

fn field(given: DataType) -> Arc<Field> {
    Arc::new(Field::new(NUMBER, given, true))
}

/// Every type there is, in the forms that matter.
fn types() -> Vec<DataType> {
    let integers = [
        DataType::Int8,
        DataType::Int16,
        DataType::Int32,
        DataType::Int64,
        DataType::UInt8,
        DataType::UInt16,
        DataType::UInt32,
        DataType::UInt64,
    ];
    let texts = [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View];
    let units = [TimeUnit::Second, TimeUnit::Millisecond, TimeUnit::Microsecond, TimeUnit::Nanosecond];
    let mut types = vec![
        DataType::Null,
        DataType::Boolean,
        DataType::Float16,
        DataType::Float32,
        DataType::Float64,
        DataType::Date32,
        DataType::Date64,
        DataType::Time32(TimeUnit::Second),
        DataType::Time64(TimeUnit::Nanosecond),
        DataType::Duration(TimeUnit::Second),
        DataType::Binary,
        DataType::LargeBinary,
        DataType::BinaryView,
        DataType::FixedSizeBinary(11),
        DataType::Decimal128(11, 0),
        DataType::List(field(DataType::Utf8)),
        DataType::LargeList(field(DataType::Utf8)),
        DataType::FixedSizeList(field(DataType::Utf8), 1),
        DataType::Struct(Fields::from(vec![Field::new(NUMBER, DataType::Utf8, true)])),
        DataType::Union(UnionFields::empty(), UnionMode::Sparse),
        DataType::RunEndEncoded(
            Arc::new(Field::new("run_ends", DataType::Int32, false)),
            Arc::new(Field::new("values", DataType::Utf8, true)),
        ),
        dictionary(DataType::Int32, DataType::Int64),
        dictionary(DataType::Int32, DataType::Date32),
        dictionary(DataType::Int32, DataType::Binary),
        dictionary(DataType::Int32, dictionary(DataType::Int32, DataType::Utf8)),
        dictionary(DataType::Int32, DataType::Null),
    ];
    types.extend(units.iter().map(|&unit| DataType::Timestamp(unit, None)));
    types.extend(units.iter().map(|&unit| DataType::Timestamp(unit, Some("Europe/Brussels".into()))));
    types.extend(integers.iter().flat_map(|key| texts.iter().map(|text| dictionary(key.clone(), text.clone()))));
    types.extend(integers);
    types.extend(texts);
    types
}

#[test]
fn only_the_types_of_a_kind_are_accepted() {
    let kinds = [
        ("dossier", ColumnKind::Text, 29),
        ("insz", ColumnKind::RegisterNumber, 31),
        ("contract_municipality", ColumnKind::MunicipalityCode, 37),
        ("closed_on", ColumnKind::Day, 7),
    ];
    for (heading, kind, expected) in kinds {
        let mut accepted = 0;
        for given in types() {
            let read = said_of(heading, &given) == "read";
            assert_eq!(read, kind.accepts(&given), "{heading} {given}");
            accepted += usize::from(read);
        }
        assert_eq!(accepted, expected, "{heading}");
    }
}

#[test]
fn what_a_schema_may_have_a_batch_may_have() {
    // An empty batch of every accepted type is recognised, and of no other.
    for heading in DossierText::COLUMNS {
        for given in types() {
            if matches!(given, DataType::Union(..)) {
                continue;
            }
            let empty = empty_with(&DossierText::COLUMNS, heading, &given);
            let columns = empty.schema().fields().iter().map(|field| new_empty_array(field.data_type())).collect();
            let batch = RecordBatch::try_new(Arc::clone(empty.schema()), columns).unwrap();
            let of_batch = Extract { dossiers: batch.into(), ..small() }.to_caseload(UnreadableRows::Refused);
            let of_schema = Extract { dossiers: empty, ..small() }.to_caseload(UnreadableRows::Refused);
            assert_eq!(of_batch.map(|_| ()), of_schema.map(|_| ()), "{heading} {given}");
        }
    }
}

#[test]
fn a_refused_type_is_told_with_what_is_allowed() {
    let zoned = DataType::Timestamp(TimeUnit::Second, Some("Europe/Brussels".into()));
    let run_ends = DataType::RunEndEncoded(
        Arc::new(Field::new("run_ends", DataType::Int32, false)),
        Arc::new(Field::new("values", DataType::Utf8, true)),
    );
    insta::assert_snapshot!(said_of("dossier", &DataType::Int64), @"dossiers, column dossier: the type is Int64; allowed is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these); convert it first");
    insta::assert_snapshot!(said_of("insz", &DataType::Int32), @"dossiers, column insz: the type is Int32; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; eleven digits do not fit, so take the column from its source again");
    insta::assert_snapshot!(said_of("insz", &DataType::UInt32), @"dossiers, column insz: the type is UInt32; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; eleven digits do not fit, so take the column from its source again");
    insta::assert_snapshot!(said_of("insz", &DataType::Float64), @"dossiers, column insz: the type is Float64; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first");
    insta::assert_snapshot!(said_of("insz", &run_ends), @"dossiers, column insz: the type is RunEndEncoded; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; decode it first");
    insta::assert_snapshot!(said_of("insz", &dictionary(DataType::Int8, DataType::Int64)), @"dossiers, column insz: the type is Dictionary(Int8, Int64); a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first");
    insta::assert_snapshot!(said_of("contract_municipality", &DataType::Float64), @"dossiers, column contract_municipality: the type is Float64; a municipality code is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these) or an integer; convert it first");
    insta::assert_snapshot!(said_of("closed_on", &DataType::Utf8), @"dossiers, column closed_on: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first");
    insta::assert_snapshot!(said_of("closed_on", &dictionary(DataType::Int8, DataType::LargeUtf8)), @"dossiers, column closed_on: the type is Dictionary(Int8, LargeUtf8); a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first");
    insta::assert_snapshot!(said_of("closed_on", &dictionary(DataType::Int8, DataType::Date32)), @"dossiers, column closed_on: the type is Dictionary(Int8, Date32); a day is Date32, Date64 or a Timestamp without a time zone; convert it first");
    insta::assert_snapshot!(said_of("closed_on", &zoned), @"dossiers, column closed_on: the type is Timestamp with a time zone; a day is Date32, Date64 or a Timestamp without a time zone; the day of an instant depends on the zone, so convert it to a local day first");
    insta::assert_snapshot!(said_of("closed_on", &DataType::Int32), @"dossiers, column closed_on: the type is Int32; a day is Date32, Date64 or a Timestamp without a time zone; convert it first");
}

#[test]
fn a_refused_type_is_told_without_the_names_in_it() {
    for given in types() {
        for heading in DossierText::COLUMNS {
            let said = said_of(heading, &given);
            assert!(!said.contains("901") && !said.contains("Brussels") && said.lines().count() == 1, "{said}");
        }
    }
}

#[test]
fn the_problems_of_all_tables_are_told_at_once() {
    let nothing = || Batches::new(Arc::new(Schema::empty()), Vec::new());
    let extract = Extract {
        dossiers: nothing(),
        residences: empty_with(&ResidenceText::COLUMNS, "valid_from", &DataType::Utf8),
        deaths: Some(empty_with(&["insz", "insz", "died_on", "insz"], "", &DataType::Null)),
        replacements: Some(empty_with(&["insz_old", "replaced_on"], "insz_old", &DataType::Boolean)),
        first_row: 0,
        threads: inburgering::Threads::default(),
    };
    insta::assert_snapshot!(problems(&extract), @r#"
    dossiers, column dossier: the table has no such column; give it, with nulls where nothing is known
    dossiers, column insz: the table has no such column; give it, with nulls where nothing is known
    dossiers, column registered_on: the table has no such column; give it, with nulls where nothing is known
    dossiers, column contract_signed_on: the table has no such column; give it, with nulls where nothing is known
    dossiers, column contract_municipality: the table has no such column; give it, with nulls where nothing is known
    dossiers, column attest_obtained_on: the table has no such column; give it, with nulls where nothing is known
    dossiers, column closed_on: the table has no such column; give it, with nulls where nothing is known
    residences, column valid_from: the type is Utf8; a day is Date32, Date64 or a Timestamp without a time zone; convert the text to dates first
    deaths, column insz: the table has 3 columns of this name; keep one
    replacements, column insz_old: the type is Boolean; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    replacements, column insz_new: the table has no such column; give it, with nulls where nothing is known
    "#);
    let error = extract.to_caseload(UnreadableRows::SetAside).unwrap_err();
    insta::assert_snapshot!(error, @"11 columns cannot be read, the first: dossiers, column dossier: the table has no such column; give it, with nulls where nothing is known; mend the tables");
    let ReadError::Columns { problems } = error else { panic!("{error}") };
    let codes: Vec<&str> = problems.iter().map(|problem| problem.fault.code()).collect();
    insta::assert_snapshot!(codes.join(" "), @"missing missing missing missing missing missing missing mistyped repeated mistyped missing");
}

#[test]
fn the_headings_are_those_of_the_readers_of_text() {
    let nothing = Batches::new(Arc::new(Schema::empty()), Vec::new());
    let extract = Extract {
        dossiers: nothing.clone(),
        residences: nothing.clone(),
        deaths: Some(nothing.clone()),
        replacements: Some(nothing),
        first_row: 0,
        threads: inburgering::Threads::default(),
    };
    let Err(ReadError::Columns { problems }) = extract.to_caseload(UnreadableRows::Refused) else { panic!("read") };
    let missed: Vec<&str> = problems.iter().map(|problem| problem.column).collect();
    let headings = [
        DossierText::COLUMNS.as_slice(),
        ResidenceText::COLUMNS.as_slice(),
        DeathText::COLUMNS.as_slice(),
        ReplacementText::COLUMNS.as_slice(),
    ];
    assert_eq!(missed, headings.concat());
    assert!(problems.iter().all(|problem| problem.fault == ColumnFault::Missing));
}

#[test]
fn a_heading_counts_as_it_is_written() {
    let fields: Vec<Field> = ["INSZ", "died_on "].map(|name| Field::new(name, DataType::Null, true)).to_vec();
    let deaths = Batches::new(Arc::new(Schema::new(fields)), Vec::new());
    let said = problems(&Extract { deaths: Some(deaths), ..small() });
    assert_eq!(said.lines().count(), 2, "{said}");
}

#[test]
fn other_columns_are_ignored() {
    let batch = &dossiers(&[["D-1", NUMBER, "2025-01-06", "", "", "", ""]]).batches()[0].clone();
    let mut fields: Vec<Arc<Field>> = batch.schema().fields().iter().cloned().collect();
    let mut columns = batch.columns().to_vec();
    for name in ["name", "name"] {
        fields.insert(0, Arc::new(Field::new(name, DataType::Float64, true)));
        columns.insert(0, arrow_array::new_null_array(&DataType::Float64, 1));
    }
    let wider = RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).unwrap();
    let caseload = Extract { dossiers: wider.into(), ..small() }.to_caseload(UnreadableRows::Refused).unwrap();
    assert_eq!(caseload.persons().next().unwrap().dossiers().next().unwrap().number.as_str(), "D-1");
}

#[test]
fn a_batch_of_another_schema_is_read_by_its_own() {
    let columns = |table: &Batches| table.batches()[0].clone();
    let first = columns(&deaths(&[[NUMBER, "2025-03-01"]]));
    let turned = {
        let batch = columns(&deaths(&[["90.01.15-902.60", "2025-03-02"]]));
        batch.project(&[1, 0]).unwrap()
    };
    let table = Batches::new(first.schema(), vec![first.clone(), turned]);
    let extract = Extract { deaths: Some(table), ..small() };
    assert_eq!(extract.to_caseload(UnreadableRows::Refused).unwrap().rows()[2], 2);

    let strange = columns(&replacements(&[]));
    let table = Batches::new(first.schema(), vec![first, strange.clone(), strange]);
    let said = problems(&Extract { deaths: Some(table), ..small() });
    insta::assert_snapshot!(said, @r#"
    deaths, column insz: the table has no such column; give it, with nulls where nothing is known
    deaths, column died_on: the table has no such column; give it, with nulls where nothing is known
    "#);
}

#[test]
fn a_fault_of_several_batches_is_told_once_and_all_tables_are_heard() {
    let right = deaths(&[[NUMBER, "2025-03-01"]]).batches()[0].clone();
    let without_day = right.project(&[0]).unwrap();
    let typed = |given: &DataType| {
        let number = Field::new("insz", given.clone(), true);
        RecordBatch::try_new(Arc::new(Schema::new(vec![number])), vec![new_empty_array(given)]).unwrap()
    };
    let (of_flags, of_bytes) = (typed(&DataType::Boolean), typed(&DataType::Binary));
    let batches = vec![right.clone(), without_day, of_flags.clone(), of_bytes, of_flags.clone()];
    let residence = small().residences.batches()[0].clone();
    let extract = Extract {
        residences: Batches::new(residence.schema(), vec![residence, of_flags]),
        deaths: Some(Batches::new(right.schema(), batches)),
        ..small()
    };
    insta::assert_snapshot!(problems(&extract), @r#"
    residences, column insz: the type is Boolean; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    residences, column municipality: the table has no such column; give it, with nulls where nothing is known
    residences, column valid_from: the table has no such column; give it, with nulls where nothing is known
    residences, column valid_until: the table has no such column; give it, with nulls where nothing is known
    deaths, column insz: the type is Boolean; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    deaths, column insz: the type is Binary; a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64; convert it first
    deaths, column died_on: the table has no such column; give it, with nulls where nothing is known
    "#);
}
