//! Reading rows of text: every problem of a row at once, without the text of the cell.

use inburgering::{
    Caseload, CaseloadError, CellFault, DeathText, DossierText, Insz, Problem, ReplacementText, ResidenceText,
    Unreadable, UnreadableRows,
};

use crate::golden::day;

const NUMBER: &str = "85.07.30-901.33";

fn insz() -> Insz {
    NUMBER.parse().unwrap()
}

fn texts(unreadable: &Unreadable) -> String {
    unreadable.problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_whole_dossier_row_is_read() {
    let text = DossierText {
        dossier: " D-1 ",
        insz: " 85073090133 ",
        registered_on: " 2025-01-06 ",
        contract_signed_on: "2025-02-03",
        contract_municipality: " 44021 ",
        attest_obtained_on: "2025-06-30",
        closed_on: "2025-07-01",
    };
    let (number, dossier) = text.read(2).unwrap();
    assert_eq!((number, dossier.number.as_str()), (insz(), "D-1"));
    assert_eq!(dossier.registered_on, Some(day("2025-01-06")));
    assert_eq!(dossier.contract_signed_on, Some(day("2025-02-03")));
    assert_eq!(dossier.contract_municipality.map(|code| code.to_string()).as_deref(), Some("44021"));
    assert_eq!(dossier.attest_obtained_on, Some(day("2025-06-30")));
    assert_eq!(dossier.closed_on, Some(day("2025-07-01")));
}

#[test]
fn every_problem_of_a_dossier_row_is_told() {
    let text = DossierText {
        dossier: "",
        insz: "85.07.30-901.34",
        registered_on: "06/01/2025",
        contract_signed_on: "2025-02-30",
        contract_municipality: "Gent",
        attest_obtained_on: "2025-6-30",
        closed_on: "2025-06-30T00",
    };
    let unreadable = text.read(17).unwrap_err();
    assert_eq!(unreadable.persons, []);
    insta::assert_snapshot!(texts(&unreadable), @r#"
    dossiers, row 17, column dossier: the value is missing; it is mandatory here
    dossiers, row 17, column insz: not a national register number: the check digits of the register number do not fit its other digits; compare it with its source
    dossiers, row 17, column registered_on: 10 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers, row 17, column contract_signed_on: a day that does not exist; give a day of the calendar as YYYY-MM-DD
    dossiers, row 17, column contract_municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    dossiers, row 17, column attest_obtained_on: 9 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    dossiers, row 17, column closed_on: 13 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    "#);
}

#[test]
fn mandatory_values_are_missed_in_every_table() {
    let dossier = DossierText::default().read(2).unwrap_err();
    let residence = ResidenceText { insz: " ", ..ResidenceText::default() }.read(3).unwrap_err();
    let death = DeathText { insz: NUMBER, died_on: " " }.read(4).unwrap_err();
    let replacement = ReplacementText { insz_old: NUMBER, ..ReplacementText::default() }.read(5).unwrap_err();
    assert_eq!((death.persons.as_slice(), replacement.persons.as_slice()), ([insz()].as_slice(), [insz()].as_slice()));
    insta::assert_snapshot!([dossier, residence, death, replacement].iter().map(texts).collect::<Vec<_>>().join("\n"), @r#"
    dossiers, row 2, column dossier: the value is missing; it is mandatory here
    dossiers, row 2, column insz: the value is missing; it is mandatory here
    residences, row 3, column insz: the value is missing; it is mandatory here
    residences, row 3, column municipality: the value is missing; it is mandatory here
    deaths, row 4, column died_on: the value is missing; it is mandatory here
    replacements, row 5, column insz_new: the value is missing; it is mandatory here
    replacements, row 5, column replaced_on: the value is missing; it is mandatory here
    "#);
}

#[test]
fn a_row_with_a_readable_number_names_its_person() {
    let residence = ResidenceText { insz: NUMBER, municipality: "4402", valid_from: "x", valid_until: "y" };
    let unreadable = residence.read(2).unwrap_err();
    assert_eq!(unreadable.persons, [insz()]);
    insta::assert_snapshot!(texts(&unreadable), @r#"
    residences, row 2, column municipality: 4 characters that are no municipality code; give the five digits of a NIS code
    residences, row 2, column valid_from: 1 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    residences, row 2, column valid_until: 1 characters that are no day; write it as YYYY-MM-DD, or leave it empty where it is unknown
    "#);
    let both = ReplacementText { insz_old: NUMBER, insz_new: "90.01.15-902.60", replaced_on: "?" }.read(2).unwrap_err();
    assert_eq!(both.persons.len(), 2);
}

#[test]
fn no_text_of_a_cell_is_repeated() {
    let text = DossierText {
        dossier: "D-1",
        insz: "85.07.30-901.34",
        registered_on: "85.07.30-901.33",
        contract_municipality: "85073090133",
        ..DossierText::default()
    };
    let unreadable = text.read(2).unwrap_err();
    let said = format!("{} {:?}", texts(&unreadable), unreadable.problems);
    assert!(!said.contains("85.07") && !said.contains("8507") && !said.contains("901"), "{said}");
}

#[test]
fn days_of_other_forms_are_refused() {
    for text in [
        "2025-1-06",
        "20250106",
        "2025/01/06",
        "+025-01-06",
        "2025-01-06 ",
        "２０２５-01-06",
        "2025-01-0x",
        "2025-13-01",
        "0000-00-00",
    ] {
        let trimmed = text.trim();
        let read = DeathText { insz: NUMBER, died_on: text }.read(2);
        assert_eq!(read.is_ok(), trimmed == "2025-01-06", "{text}");
    }
}

#[test]
fn every_fault_of_a_cell_has_a_code() {
    let reason = "85.07.30-901.34".parse::<Insz>().unwrap_err();
    let faults = [
        CellFault::Missing,
        CellFault::Number { reason },
        CellFault::DayForm { length: 8 },
        CellFault::NoSuchDay,
        CellFault::TimeOfDay,
        CellFault::Code { length: 4 },
    ];
    assert_eq!(faults.map(CellFault::code), ["missing", "number", "day_form", "no_such_day", "time_of_day", "code"]);
    #[cfg(feature = "serde")]
    for fault in faults {
        assert_eq!(serde_json::to_value(fault).unwrap()["fault"], fault.code());
    }
}

#[test]
fn a_load_fails_with_every_problem_in_order() {
    let mut rows = Caseload::builder();
    rows.read_death(9, &DeathText { insz: NUMBER, died_on: "" });
    rows.read_residence(7, &ResidenceText { insz: NUMBER, municipality: "", ..ResidenceText::default() });
    rows.read_dossier(5, &DossierText { dossier: "", insz: "x", ..DossierText::default() });
    assert_eq!(rows.problems().len(), 4);
    let Err(CaseloadError::Unreadable { problems }) = rows.build(UnreadableRows::Refused) else {
        panic!("it was built")
    };
    let at: Vec<String> =
        problems.iter().map(|problem| format!("{} {} {}", problem.table, problem.row, problem.column)).collect();
    assert_eq!(at, ["dossiers 5 dossier", "dossiers 5 insz", "residences 7 municipality", "deaths 9 died_on"]);
    insta::assert_snapshot!(CaseloadError::Unreadable { problems }, @"4 cells cannot be read, the first: dossiers, row 5, column dossier: the value is missing; it is mandatory here; mend the rows, or set them aside by option");
}

#[test]
fn rows_without_a_readable_number_are_counted() {
    let mut rows = Caseload::builder();
    rows.read_death(2, &DeathText { insz: "x", died_on: "2025-01-06" });
    rows.read_death(3, &DeathText { insz: NUMBER, died_on: "x" });
    rows.read_replacement(2, &ReplacementText { insz_old: "x", insz_new: "", replaced_on: "2025-01-06" });
    rows.read_replacement(3, &ReplacementText { insz_old: NUMBER, insz_new: "x", replaced_on: "2025-01-06" });
    rows.read_dossier(2, &DossierText { dossier: "", insz: NUMBER, ..DossierText::default() });
    let caseload = rows.build(UnreadableRows::SetAside).unwrap();
    assert_eq!(caseload.rows_without_number(), 3);
    assert_eq!(caseload.unreadable_rows(), UnreadableRows::SetAside);
    assert_eq!(caseload.rows(), [0, 0, 0, 0]);
    assert_eq!(caseload.problems().len(), 6);
    // The three rows that name somebody name one person.
    assert_eq!(caseload.persons().len(), 1);
    assert!(caseload.person(insz()).unwrap().has_unreadable_row());
}
