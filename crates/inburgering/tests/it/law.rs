//! Tests of `legal_basis` and `attest_regime`: the dated facts of the law.

use inburgering::{AttestRegime, JudgedBy, LegalBasis, Months, citation};
use insta::assert_snapshot;

use crate::books::day;

#[test]
fn the_legal_basis_by_day() {
    for (on, basis) in [
        ("1995-01-01", None),
        ("2019-07-28", None),
        ("2019-07-29", Some(LegalBasis::Article20)),
        ("2019-07-30", Some(LegalBasis::Article20)),
        ("2024-06-15", Some(LegalBasis::Article20)),
        ("2024-06-16", Some(LegalBasis::Article46_8)),
        ("2024-06-17", Some(LegalBasis::Article46_8)),
        ("2099-12-31", Some(LegalBasis::Article46_8)),
    ] {
        assert_eq!(LegalBasis::on(day(on)), basis, "{on}");
    }
    assert_eq!(LegalBasis::CITED_BY_PAGE, LegalBasis::Article20);
    assert_eq!(LegalBasis::ALL.map(LegalBasis::retention_cap), [Some(Months::FIVE_YEARS), None]);
    assert_eq!(LegalBasis::ALL.map(LegalBasis::citation), [citation::DECREE_20, citation::DECREE_46_8]);
    assert_eq!(LegalBasis::ALL.map(|basis| basis.to_string()), ["article_20", "article_46_8"]);
    for basis in LegalBasis::ALL {
        assert_eq!(basis.citation().in_force_from(), basis.period().from);
    }
}

#[test]
fn the_attest_regime_by_day() {
    for (on, regime) in [
        ("1995-01-01", AttestRegime::Effort),
        ("2016-02-28", AttestRegime::Effort),
        ("2016-02-29", AttestRegime::Result),
        ("2016-03-01", AttestRegime::Result),
        ("2022-02-28", AttestRegime::Result),
        ("2022-03-01", AttestRegime::Test2022),
        ("2022-03-02", AttestRegime::Test2022),
        ("2022-12-31", AttestRegime::Test2022),
        ("2023-01-01", AttestRegime::Participation2023),
        ("2023-01-02", AttestRegime::Participation2023),
    ] {
        assert_eq!(AttestRegime::on(day(on)), regime, "{on}");
        for other in AttestRegime::ALL {
            assert_eq!(other.period().contains(day(on)), other == regime, "{on} {other:?}");
        }
    }
}

#[test]
fn the_attest_regimes_in_words() {
    let words = AttestRegime::ALL.map(|regime| {
        let judged = match regime.judged_by() {
            JudgedBy::ContractDate => "by contract date",
            _ => "not stated",
        };
        let name = regime.name_on_page().unwrap_or("-");
        format!("{}: {regime}\n  {}\n  {judged}; {name}; {}\n", regime.as_str(), regime.dutch(), regime.citation())
    });
    assert_snapshot!(words.concat(), @r#"
    effort: attend social orientation and Dutch level 1.1
      aanwezig zijn voor Maatschappelijke Oriëntatie en NT2 niveau 1.1
      not stated; resultaatsverbintenis; AgII, page on the exchange of personal data with municipalities, "Interessant om te weten"
    result: pass social orientation and Dutch level 1.1, and take part regularly in level 1.2
      slagen voor Maatschappelijke Oriëntatie en NT2 niveau 1.1 en regelmatig deelnemen aan niveau 1.2
      not stated; inspanningsverbintenis; Order of the Flemish Government of 29 January 2016 on civic integration (in force from 2016-02-29)
    test_2022: pass the social orientation test, reach Dutch level A2 and be registered with the employment service
      slagen voor de test Maatschappelijke Oriëntatie, Nederlands op niveau A2 behalen en ingeschreven zijn bij de dienst voor arbeidsbemiddeling
      by contract date; -; Decree of 7 June 2013 on Flemish integration and civic integration policy (in force from 2022-03-01)
    participation_2023: pass the social orientation test, reach Dutch level A2, be registered with the employment service, and follow the 40-hour participation and networking track
      slagen voor de test Maatschappelijke Oriëntatie, Nederlands op niveau A2 behalen, ingeschreven zijn bij de dienst voor arbeidsbemiddeling en het participatie- en netwerktraject van 40 uur volgen
      by contract date; -; Decree of 7 June 2013 on Flemish integration and civic integration policy (in force from 2023-01-01)
    "#);
}

#[cfg(feature = "serde")]
#[test]
fn they_go_out_by_their_stable_texts() {
    for regime in AttestRegime::ALL {
        let text = serde_json::to_string(&regime).unwrap();
        assert_eq!(text, format!("\"{}\"", regime.as_str()));
        assert_eq!(serde_json::from_str::<AttestRegime>(&text).unwrap(), regime);
    }
    for basis in LegalBasis::ALL {
        assert_eq!(serde_json::to_string(&basis).unwrap(), format!("\"{basis}\""));
    }
}
