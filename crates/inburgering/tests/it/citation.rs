//! Tests of `citation`: how the sources read, and where they can be read.

use inburgering::{Authority, Citation, Language, citation};
use insta::assert_snapshot;

const ALL: [Citation; 12] = [
    citation::PAGE_DISCLAIMER,
    citation::OWNER_CLOSED,
    citation::LIBRARY_CHOICE,
    citation::DECREE_20,
    citation::DECREE_46_8,
    citation::E_GOVERNMENT_8,
    citation::E_GOVERNMENT_8_13,
    citation::BVR_WORKING_DAY,
    citation::HOLIDAYS_ACT,
    citation::HOLIDAY_2008,
    citation::FLEMISH_STAFF_STATUTE,
    citation::REFNIS,
];

#[test]
fn an_address_is_that_of_the_source_itself() {
    for cited in ALL {
        let host = cited.url().map(|url| url.split('/').take(3).collect::<Vec<_>>().join("/"));
        let expected: &[Option<&str>] = match cited.authority() {
            Authority::Law => &[Some("https://www.ejustice.just.fgov.be"), None],
            Authority::Page | Authority::Owner => &[Some("https://www.integratie-inburgering.be")],
            Authority::Facts => &[Some("https://statbel.fgov.be")],
            _ => &[None],
        };
        assert!(expected.contains(&host.as_deref()), "{cited}: {host:?}");
    }
}

/// They stand in letters to participants.
#[test]
fn what_is_no_law_is_said_in_words_for_a_participant() {
    let sentences = [citation::OWNER_CLOSED, citation::LIBRARY_CHOICE]
        .map(|cited| [Language::English, Language::Dutch].map(|language| cited.sentence(language)).join("\n"));
    assert_snapshot!(sentences.join("\n"), @r"
    Agreed working method, laid down in no legal text: closed dossiers stay at the contract's municipality
    Afgesproken werkwijze, niet in een wettekst vastgelegd: afgesloten dossiers blijven bij de contractgemeente
    No legal text settles this; it is applied this way
    Geen wettekst regelt dit; het wordt zo toegepast
    ");
}

#[test]
fn of_an_agreed_working_method_the_page_is_only_to_see_beside_it() {
    assert_eq!(citation::OWNER_CLOSED.url(), citation::PAGE_CLOSED.url());
    for cited in ALL {
        let labels = [Language::English, Language::Dutch].map(|language| cited.url_label(language));
        let owner = cited.authority() == Authority::Owner;
        assert_eq!(labels, if owner { ["See also", "Zie ook"] } else { ["To be read at", "Te lezen op"] }, "{cited}");
    }
}

#[test]
fn the_identifier_of_a_legal_text_bears_the_day_of_the_act() {
    for (cited, day) in [
        (citation::DECREE_46_8, "2013/06/07"),
        (citation::E_GOVERNMENT_8, "2008/07/18"),
        (citation::HOLIDAY_2008, "2007/06/03"),
        (citation::FLEMISH_STAFF_STATUTE, "2006/01/13"),
    ] {
        assert!(cited.url().is_some_and(|url| url.contains(day) && url.ends_with("/justel")), "{cited}");
    }
    // Not found in a published source.
    assert_eq!([citation::BVR_ATTEST, citation::HOLIDAYS_ACT, citation::DECREE_MERGERS].map(Citation::url), [None; 3]);
}

#[test]
fn one_act_has_one_address() {
    for one in ALL {
        for other in ALL {
            assert!(one.act() != other.act() || one.url() == other.url(), "{one} and {other}");
        }
        assert_eq!(one.sentence(Language::English), one.to_string());
        assert_eq!(one.sentence(Language::Dutch), one.dutch());
    }
}
