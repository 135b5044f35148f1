//! Tests of `assessment` and its rule.

use std::collections::BTreeSet;

use inburgering::{
    Assessment, AssessmentOptions, AssessmentOutcome, Awaited, Brussels, Calendar, Deadline, EarlierRequest, History,
    HistoryError, InheritedProtocol, LegalBasis, Notice, NoticeCode, Occasion, Party, ProtocolStage, Refusal,
    RefusalCode, Register, RequestState, WorkingDays, YearRule,
};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde::Deserialize;

use crate::books::{ProtocolRow, RequestRow, cases, day, history, municipality, purposes, register};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    citation: String,
    on: String,
    delivery: Option<String>,
    #[serde(default)]
    options: Options,
    request: RequestRow,
    #[serde(default)]
    protocols: Vec<ProtocolRow>,
    #[serde(default)]
    history: Vec<RequestRow>,
    #[serde(default)]
    error: String,
    #[serde(default)]
    expected: String,
    municipality: Option<String>,
    protocol: Option<String>,
    #[serde(default)]
    refusals: Vec<String>,
    #[serde(default)]
    notices: Vec<String>,
    due: Option<String>,
    #[serde(default)]
    says: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Options {
    year: Option<String>,
    brussels: Option<String>,
    inherited: Option<String>,
    calendar: Option<String>,
}

impl Options {
    fn options(&self) -> AssessmentOptions {
        let mut options = AssessmentOptions::default();
        if let Some(text) = &self.year {
            assert_eq!(text, YearRule::RollingTwelveMonths.as_str());
            options.year = YearRule::RollingTwelveMonths;
        }
        if let Some(text) = &self.brussels {
            assert_eq!(text, Brussels::Allowed.as_str());
            options.brussels = Brussels::Allowed;
        }
        if let Some(text) = &self.inherited {
            assert_eq!(text, InheritedProtocol::Accepted.as_str());
            options.inherited = InheritedProtocol::Accepted;
        }
        if let Some(text) = &self.calendar {
            options.calendar = text.parse().unwrap();
        }
        options
    }
}

impl Case {
    fn assessment(&self) -> Result<Assessment, String> {
        let (register, history) = (register(&self.protocols), history(&self.history));
        let assessment = self.options.options().assess(&self.request.request(), day(&self.on), &register, &history);
        let assessment = assessment.map_err(|error| error.to_string())?;
        match &self.delivery {
            None => Ok(assessment),
            Some(on) => {
                let checked = assessment.check_delivery(day(on), &register, &history);
                checked.map_err(|error| error.to_string())
            }
        }
    }
}

fn words(outcome: &AssessmentOutcome) -> &'static str {
    match outcome {
        AssessmentOutcome::Granted => "granted",
        AssessmentOutcome::Waiting(Awaited::Signature) => "waiting for signature",
        AssessmentOutcome::Waiting(Awaited::Validation) => "waiting for validation",
        AssessmentOutcome::Refused(_) => "refused",
    }
}

#[test]
fn golden() {
    let mut codes = BTreeSet::new();
    for case in cases::<Case>("request") {
        let name = &case.name;
        assert!(!case.citation.is_empty());
        let assessment = match case.assessment() {
            Ok(assessment) => assessment,
            Err(error) => {
                assert_eq!(error, case.error, "{name}");
                continue;
            }
        };
        assert_eq!(case.error, "", "{name}");
        assert_eq!(words(assessment.outcome()), case.expected, "{name}");
        let refusals: Vec<_> = assessment.refusals().iter().map(|refusal| refusal.code().to_string()).collect();
        assert_eq!(refusals, case.refusals, "{name}");
        assert!(assessment.refusals().is_sorted_by_key(Refusal::code), "{name}");
        let notices: Vec<_> = assessment.notices().iter().map(|notice| notice.code().to_string()).collect();
        assert_eq!(notices, case.notices, "{name}");
        assert!(assessment.notices().is_sorted_by_key(Notice::code), "{name}");
        codes.extend(refusals);
        codes.extend(notices);

        assert_eq!(assessment.deadline().map(|deadline| deadline.due().to_string()), case.due, "{name}");
        let request = case.request.request();
        if let Some(deadline) = assessment.deadline() {
            assert_eq!(deadline.event(), request.received_on(), "{name}");
        }
        let acting = case.municipality.as_deref().map_or(request.municipality(), municipality);
        assert_eq!(assessment.municipality(), acting, "{name}");
        let protocol = assessment.protocol().map(|protocol| protocol.id().to_string());
        assert_eq!(protocol, case.protocol, "{name}");
        let on = day(case.delivery.as_ref().unwrap_or(&case.on));
        assert_eq!((assessment.request(), assessment.on()), (&request, on), "{name}");
        assert_eq!(assessment.options(), &case.options.options(), "{name}");
        let occasion = if case.delivery.is_some() { Occasion::Delivery } else { Occasion::Answer };
        assert_eq!(assessment.occasion(), occasion, "{name}");
        assert_eq!(assessment.is_granted(), case.expected == "granted", "{name}");
        assert_eq!(assessment.legal_basis(), LegalBasis::on(on), "{name}");

        let sentences = assessment.refusals().iter().map(ToString::to_string);
        let sentences: Vec<_> = sentences.chain(assessment.notices().iter().map(ToString::to_string)).collect();
        for says in &case.says {
            assert!(sentences.contains(says), "{name}: {sentences:#?}");
        }
    }
    let refusals = RefusalCode::ALL.iter().map(ToString::to_string);
    let catalogue: BTreeSet<_> = refusals.chain(NoticeCode::ALL.iter().map(ToString::to_string)).collect();
    assert_eq!(codes, catalogue, "each refusal and each notice is in a golden case");
}

/// An example of each refusal and each notice.
fn catalogue() -> (Vec<Refusal>, Vec<Notice>) {
    let [luik, brussel, gent, lokeren, merged] = ["62063", "21004", "44021", "46029", "46030"].map(municipality);
    let [beveren, moerbeke, kruibeke, zwijndrecht] = ["46003", "44045", "46013", "11056"].map(municipality);
    let earlier = |id: &str, on: &str| EarlierRequest { received_on: day(on), id: id.parse().unwrap() };
    let refusals = vec![
        Refusal::NotFlemish { municipality: luik },
        Refusal::BrusselsNotStated { municipality: brussel },
        Refusal::MunicipalityEnded { municipality: moerbeke, successor: lokeren },
        Refusal::NoLegalBasis { on: day("2019-07-28") },
        Refusal::NoProtocol { municipality: gent },
        Refusal::ProtocolNotInForce { protocol: "GEN-1".parse().unwrap(), stage: ProtocolStage::Signed },
        Refusal::ProtocolEnded { protocol: "GEN-1".parse().unwrap(), ended_on: day("2025-07-20") },
        Refusal::ProtocolInherited { municipality: merged, protocols: vec!["BEV".parse().unwrap()], without: vec![] },
        Refusal::ProtocolInherited {
            municipality: merged,
            protocols: vec!["BEV".parse().unwrap(), "ZWI".parse().unwrap()],
            without: vec![kruibeke],
        },
        Refusal::ProtocolInherited {
            municipality: merged,
            protocols: vec!["BEV".parse().unwrap()],
            without: vec![zwijndrecht, kruibeke],
        },
        Refusal::PurposeOutsideProtocol {
            outside: purposes(&["buddy_work".into()]),
            protocol: "GEN-1".parse().unwrap(),
            allowed: purposes(&["ceremony".into(), "dutch_practice".into()]),
        },
        Refusal::AlreadyRequested { earlier: vec![earlier("A-1", "2025-02-03")], free_from: day("2026-01-01") },
        Refusal::AlreadyRequested {
            earlier: vec![earlier("A-1", "2025-02-03"), earlier("A-2", "2025-03-04")],
            free_from: day("2026-01-01"),
        },
    ];
    let protocol = || "LOK-1".parse().unwrap();
    let notices = vec![
        Notice::CarriedOver { from: municipality("46014"), to: lokeren },
        Notice::CityAgency { municipality: gent },
        Notice::TerritoryGrown { protocol: protocol(), absorbed: vec![moerbeke] },
        Notice::InheritedProtocol { protocol: protocol(), concluded_by: beveren, without: vec![] },
        Notice::InheritedProtocol { protocol: protocol(), concluded_by: beveren, without: vec![zwijndrecht, kruibeke] },
        Notice::NotPublished { protocol: protocol(), by: vec![Party::Municipality] },
        Notice::NotPublished { protocol: protocol(), by: Party::ALL.to_vec() },
        Notice::DoorNotSigned { protocol: protocol() },
        Notice::DoorAlreadySigned { protocol: protocol() },
        Notice::NoTermStated,
        Notice::PageCitesArticle20,
    ];
    (refusals, notices)
}

#[test]
fn the_catalogue_of_refusals() {
    let (refusals, _) = catalogue();
    let codes: Vec<_> = refusals.iter().map(Refusal::code).collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(codes, Refusal::ALL);
    let lines = refusals.iter().map(|r| format!("{}\n  {r}\n  {}\n  [{}]\n", r.code(), r.dutch(), r.citation()));
    assert_snapshot!(lines.collect::<String>(), @r#"
    not_flemish
      62063 (Luik) lies outside Flanders: only Flemish municipalities may ask for a list
      62063 (Luik) ligt niet in Vlaanderen: alleen Vlaamse gemeenten kunnen een lijst aanvragen
      [AgII, page on the exchange of personal data with municipalities, first paragraph (Flanders)]
    brussels_not_stated
      21004 (Brussel) lies in Brussels: it is stated nowhere that Brussels municipalities may ask for a list
      21004 (Brussel) ligt in Brussel: nergens staat dat Brusselse gemeenten een lijst kunnen aanvragen
      [No legal text settles this; it is applied this way]
    municipality_ended
      44045 (Moerbeke) has ended and its legal person does not go on: 46029 (Lokeren) may ask anew
      44045 (Moerbeke) bestaat niet meer en de rechtspersoon ervan is opgehouden te bestaan: 46029 (Lokeren) kan een nieuwe aanvraag indienen
      [No legal text settles this; it is applied this way]
    no_legal_basis
      on 2019-07-28 there was no legal basis yet on which data could be disclosed
      op 28 juli 2019 was er nog geen rechtsgrond om gegevens mee te delen
      [Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 20 §1, 7° (in force from 2019-07-29)]
    no_protocol
      44021 (Gent) has no protocol: ask for a protocol and data together
      44021 (Gent) heeft geen protocol: vraag een protocol en gegevens samen aan
      [AgII, page on the exchange of personal data with municipalities, "Protocol"]
    protocol_not_in_force
      protocol GEN-1 is not in force yet (signed): wait until it is validated
      protocol GEN-1 is nog niet van kracht (ondertekend): wacht tot het gevalideerd is
      [AgII, page on the exchange of personal data with municipalities, "Protocol"]
    protocol_ended
      protocol GEN-1 ceased to be in force on 2025-07-20: ask for a new protocol and data together
      protocol GEN-1 is sinds 20 juli 2025 niet meer van kracht: vraag een nieuw protocol en gegevens samen aan
      [AgII, page on the exchange of personal data with municipalities, "Protocol"]
    protocol_inherited
      46030 (Beveren-Kruibeke-Zwijndrecht) was made by a merger and has only protocol BEV of its predecessors: conclude a protocol of its own, or have the existing terms reviewed
      46030 (Beveren-Kruibeke-Zwijndrecht) is bij een samenvoeging ontstaan en heeft alleen protocol BEV van de vroegere gemeenten: sluit een eigen protocol, of laat de bestaande afspraken nakijken
      [No legal text settles this; it is applied this way]
    protocol_inherited
      46030 (Beveren-Kruibeke-Zwijndrecht) was made by a merger and has only protocols BEV and ZWI of its predecessors (46013 (Kruibeke) has none in force): conclude a protocol of its own, or have the existing terms reviewed
      46030 (Beveren-Kruibeke-Zwijndrecht) is bij een samenvoeging ontstaan en heeft alleen de protocollen BEV en ZWI van de vroegere gemeenten (46013 (Kruibeke) heeft er geen van kracht): sluit een eigen protocol, of laat de bestaande afspraken nakijken
      [No legal text settles this; it is applied this way]
    protocol_inherited
      46030 (Beveren-Kruibeke-Zwijndrecht) was made by a merger and has only protocol BEV of its predecessors (11056 (Zwijndrecht) and 46013 (Kruibeke) have none in force): conclude a protocol of its own, or have the existing terms reviewed
      46030 (Beveren-Kruibeke-Zwijndrecht) is bij een samenvoeging ontstaan en heeft alleen protocol BEV van de vroegere gemeenten (11056 (Zwijndrecht) en 46013 (Kruibeke) hebben er geen van kracht): sluit een eigen protocol, of laat de bestaande afspraken nakijken
      [No legal text settles this; it is applied this way]
    purpose_outside_protocol
      protocol GEN-1 does not name buddy work: it names only civic integration ceremony and Dutch practice
      protocol GEN-1 geldt niet voor buddywerking voor nieuwkomers: het geldt alleen voor inburgeringsceremonie en oefenkansen Nederlands
      [Decree of 18 July 2008 on electronic administrative data traffic, art. 8 §1]
    already_requested
      there is a request of the same year already: request A-1 (received on 2025-02-03); a new one can be granted from 2026-01-01
      in hetzelfde jaar is er al een aanvraag: aanvraag A-1 (ontvangen op 3 februari 2025); een nieuwe aanvraag kan vanaf 1 januari 2026
      [AgII, page on the exchange of personal data with municipalities, "Werkwijze"]
    already_requested
      there is a request of the same year already: request A-1 (received on 2025-02-03) and request A-2 (received on 2025-03-04); a new one can be granted from 2026-01-01
      in hetzelfde jaar is er al een aanvraag: aanvraag A-1 (ontvangen op 3 februari 2025) en aanvraag A-2 (ontvangen op 4 maart 2025); een nieuwe aanvraag kan vanaf 1 januari 2026
      [AgII, page on the exchange of personal data with municipalities, "Werkwijze"]
    "#);
}

#[test]
fn the_catalogue_of_notices() {
    let (_, notices) = catalogue();
    let codes: Vec<_> = notices.iter().map(Notice::code).collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(codes, Notice::ALL);
    let lines = notices.iter().map(|n| format!("{}\n  {n}\n  {}\n  [{}]\n", n.code(), n.dutch(), n.citation()));
    assert_snapshot!(lines.collect::<String>(), @r#"
    carried_over
      the request of 46014 (Lokeren) goes on for 46029 (Lokeren): it is the same legal person
      de aanvraag van 46014 (Lokeren) wordt voortgezet voor 46029 (Lokeren): het is dezelfde rechtspersoon
      [Decree of 3 May 2024 on the mergers of municipalities (in force from 2025-01-01)]
    city_agency
      44021 (Gent) is served by its own city agency, in the agency's place
      voor 44021 (Gent) treedt het eigen stedelijke agentschap op in de plaats van het agentschap Integratie en Inburgering
      [Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 25]
    territory_grown
      the territory grew after protocol LOK-1 was validated, by that of 44045 (Moerbeke)
      na de validatie van protocol LOK-1 is het grondgebied uitgebreid met dat van 44045 (Moerbeke)
      [Decree of 3 May 2024 on the mergers of municipalities (in force from 2025-01-01)]
    inherited_protocol
      the request relies on protocol LOK-1, which 46003 (Beveren) concluded before the merger: it has still to be reviewed
      de aanvraag steunt op protocol LOK-1, dat door 46003 (Beveren) is gesloten vóór de samenvoeging: het moet nog worden nagekeken
      [No legal text settles this; it is applied this way]
    inherited_protocol
      the request relies on protocol LOK-1, which 46003 (Beveren) concluded before the merger (11056 (Zwijndrecht) and 46013 (Kruibeke) have none in force): it has still to be reviewed
      de aanvraag steunt op protocol LOK-1, dat door 46003 (Beveren) is gesloten vóór de samenvoeging (11056 (Zwijndrecht) en 46013 (Kruibeke) hebben er geen van kracht): het moet nog worden nagekeken
      [No legal text settles this; it is applied this way]
    not_published
      protocol LOK-1 is in force, but has still to be published by the municipality
      protocol LOK-1 is van kracht, maar nog niet bekendgemaakt door de gemeente
      [Decree of 18 July 2008 on electronic administrative data traffic, art. 8 §1]
    not_published
      protocol LOK-1 is in force, but has still to be published by the agency and the municipality
      protocol LOK-1 is van kracht, maar nog niet bekendgemaakt door het agentschap en de gemeente
      [Decree of 18 July 2008 on electronic administrative data traffic, art. 8 §1]
    door_not_signed
      the request speaks of a signed protocol, but protocol LOK-1 is not yet signed by both parties
      de aanvraag vermeldt een ondertekend protocol, maar protocol LOK-1 is nog niet door beide partijen ondertekend
      [AgII, page on the exchange of personal data with municipalities, "Werkwijze"]
    door_already_signed
      the request asks for a protocol, but protocol LOK-1 is signed already
      er wordt een protocol aangevraagd, maar protocol LOK-1 is al ondertekend
      [AgII, page on the exchange of personal data with municipalities, "Werkwijze"]
    no_term_stated
      no term is stated for a custom protocol that was not yet signed at receipt: there is no due day
      voor een eigen protocol dat bij de ontvangst nog niet ondertekend was, is geen doorlooptijd bepaald: er is geen uiterste dag
      [AgII, page on the exchange of personal data with municipalities, "Maximale doorlooptijd"]
    page_cites_article_20
      the legal basis is article 46/8 of the decree of 7 June 2013; the agency's page still cites article 20
      de rechtsgrond is artikel 46/8 van het decreet van 7 juni 2013; de webpagina van het agentschap vermeldt nog artikel 20
      [AgII, page on the exchange of personal data with municipalities, "Aanvragen"]
    "#);
}

#[test]
fn the_codes_are_texts() {
    assert!(RefusalCode::ALL.iter().all(|code| code.as_str() == code.to_string()));
    assert!(NoticeCode::ALL.iter().all(|code| code.as_str() == code.to_string()));
    let texts: BTreeSet<_> = RefusalCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(texts.len(), RefusalCode::ALL.len());
    assert_eq!(InheritedProtocol::Refused.as_str(), "refused");
    assert_eq!(Brussels::Refused.as_str(), "refused");
    assert_eq!([Awaited::Signature, Awaited::Validation].map(Awaited::as_str), ["signature", "validation"]);
    let options = AssessmentOptions::default();
    assert_eq!((options.year, options.brussels), (YearRule::Calendar, Brussels::Refused));
    assert_eq!((options.inherited, options.calendar), (InheritedProtocol::Refused, Calendar::legal()));
}

fn leuven() -> (Register, RequestRow) {
    let protocol = r#"
        id = "LEU"
        municipality = "24062"
        requested = "2024-03-01"
        advised = ["2024-03-04"]
        signed = ["2024-03-12"]
        validated = "2024-03-20"
        months = 24
    "#;
    let request = "municipality = '24062'\nreceived = '2025-07-07'";
    (register(&[toml::from_str(protocol).unwrap()]), toml::from_str(request).unwrap())
}

#[test]
fn a_request_runs_from_receipt_to_delivery() {
    let (register, row) = leuven();
    let options = AssessmentOptions::default();
    let mut history = History::new();
    let assessment = options.assess(&row.request(), day("2025-07-08"), &register, &history).unwrap();
    assert_eq!(assessment.deadline().map(Deadline::working_days), Some(WorkingDays(10)));
    history.record(&assessment).unwrap();
    let id = row.request().id().clone();
    assert_eq!(history.state_on(&id, day("2025-07-07")), Some(RequestState::Received));
    assert_eq!(history.state_on(&id, day("2025-07-08")), Some(RequestState::Granted));
    assert!(assessment.check_delivery(day("2025-07-21"), &register, &history).unwrap().is_granted());
    history.deliver(&id, day("2025-07-21")).unwrap();
    assert!(assessment.check_delivery(day("2025-07-21"), &register, &history).is_err());
}

#[test]
fn a_waiting_request_is_recorded_again_when_it_is_granted_or_refused() {
    let (register, row) = leuven();
    let options = AssessmentOptions::default();
    let door = RequestRow { door: Some("standard_protocol_and_data".into()), ..row };
    let mut history = History::new();
    let waiting = options.assess(&door.request(), day("2025-07-08"), &Register::new(), &history).unwrap();
    history.record(&waiting).unwrap();
    let granted = options.assess(&door.request(), day("2025-07-09"), &register, &history).unwrap();
    history.record(&granted).unwrap();
    // The protocol has run out when the list is to be delivered.
    let refused = granted.check_delivery(day("2026-03-20"), &register, &history).unwrap();
    history.record(&refused).unwrap();
    let steps: Vec<_> = history.get(door.request().id()).unwrap().steps().iter().map(|step| step.state).collect();
    assert_eq!(steps, [RequestState::Waiting, RequestState::Granted, RequestState::Refused]);
    // A refusal is final, and nothing is recorded that did not happen.
    let before = history.clone();
    assert!(matches!(history.record(&granted), Err(HistoryError::WrongStep { .. })));
    assert_eq!(history, before);
}

#[test]
fn an_assessment_is_recorded_of_the_request_that_has_its_name() {
    let (register, row) = leuven();
    let mut history = History::new();
    history.receive(row.request()).unwrap();
    let other = row.request().through(inburgering::Door::CustomProtocolAndData);
    let assessment = AssessmentOptions::default().assess(&other, day("2025-07-08"), &register, &history).unwrap();
    let before = history.clone();
    let error = history.record(&assessment).unwrap_err();
    assert_snapshot!(error, @"the history has another request `24062-2025-07-07`; give each request a name of its own");
    assert_eq!(history, before);
}

proptest! {
    /// What is recorded of the past decides; the day decides what is known: a protocol step and a record of a later day
    /// change no answer.
    #[test]
    fn later_days_change_no_answer(on in 0_u64..800, later in 1_u64..400, rolling: bool) {
        let (register, row) = leuven();
        let first = day("2025-07-07");
        let on = first + chrono::Days::new(on);
        let options = AssessmentOptions {
            year: if rolling { YearRule::RollingTwelveMonths } else { YearRule::Calendar },
            ..AssessmentOptions::default()
        };
        let answer = options.assess(&row.request(), on, &register, &History::new()).unwrap();
        let mut changed = register.clone();
        let id = "LEU".parse().unwrap();
        let after = on + chrono::Days::new(later);
        // A termination after the term has run out is refused, and changes nothing either.
        let _ = changed.take(&id, inburgering::ProtocolStep::Termination, after);
        let _ = changed.take(&id, inburgering::ProtocolStep::Publication(Party::Agency), after);
        let mut books = History::new();
        let other = RequestRow { received: after.to_string(), ..row.clone() }.request();
        books.receive(other.clone()).unwrap();
        books.take(other.id(), RequestState::Granted, after).unwrap();
        books.deliver(other.id(), after).unwrap();
        let again = options.assess(&row.request(), on, &changed, &books).unwrap();
        prop_assert_eq!(again.outcome(), answer.outcome());
        prop_assert_eq!(again.notices(), answer.notices());
        prop_assert_eq!(again.deadline(), answer.deadline());
    }
}

#[cfg(feature = "serde")]
mod serde_forms {
    use super::*;

    #[test]
    fn the_catalogue_goes_out_and_comes_back() {
        let (refusals, notices) = catalogue();
        for refusal in refusals {
            let text = serde_json::to_string(&refusal).unwrap();
            assert!(text.starts_with(&format!("{{\"code\":\"{}\"", refusal.code())), "{text}");
            assert_eq!(serde_json::from_str::<Refusal>(&text).unwrap(), refusal);
        }
        for notice in notices {
            let text = serde_json::to_string(&notice).unwrap();
            assert!(text.starts_with(&format!("{{\"code\":\"{}\"", notice.code())), "{text}");
            assert_eq!(serde_json::from_str::<Notice>(&text).unwrap(), notice);
        }
        let code = |code: &RefusalCode| serde_json::to_string(code).unwrap() == format!("\"{code}\"");
        assert!(RefusalCode::ALL.iter().all(code));
        let code = |code: &NoticeCode| serde_json::to_string(code).unwrap() == format!("\"{code}\"");
        assert!(NoticeCode::ALL.iter().all(code));
    }

    #[test]
    fn options_come_in_with_their_defaults() {
        let options: AssessmentOptions = serde_json::from_str(r#"{"year":"rolling_twelve_months"}"#).unwrap();
        let expected = AssessmentOptions { year: YearRule::RollingTwelveMonths, ..AssessmentOptions::default() };
        assert_eq!(options, expected);
        let text = serde_json::to_string(&options).unwrap();
        assert_eq!(serde_json::from_str::<AssessmentOptions>(&text).unwrap(), options);
        assert!(serde_json::from_str::<AssessmentOptions>(r#"{"jaar":"calendar"}"#).is_err());
    }

    #[test]
    fn an_assessment_goes_out() {
        let (register, row) = leuven();
        let row = RequestRow { purposes: vec!["buddy_work".into()], ..row };
        let options = AssessmentOptions::default();
        let assessment = options.assess(&row.request(), day("2025-07-08"), &register, &History::new()).unwrap();
        let json = serde_json::to_value(&assessment).unwrap();
        assert_eq!(json["outcome"]["refused"][0]["code"], "purpose_outside_protocol");
        assert_eq!(json["notices"][0]["code"], "not_published");
        assert_eq!(json["protocol"]["id"], "LEU");
        assert_eq!(json["occasion"], "answer");
    }
}
