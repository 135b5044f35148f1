//! Where a rule comes from: one [`Citation`] value feeds the docs, the reasons and every letter.
//!
//! The constants of this module are the only place where the project names its sources. A legal text was read in its
//! French consolidated version unless the constant says otherwise; no Dutch article text is quoted as verbatim.

use core::fmt;

use chrono::NaiveDate;

use crate::horizon::ymd;
use crate::language::{Language, dutch_day};

/// What kind of authority a rule has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Authority {
    /// A legal text.
    Law,
    /// The page of the Agentschap Integratie en Inburgering on the exchange of personal data.
    Page,
    /// A decision of the project's owner, which wins over the page.
    Owner,
    /// Facts published by a statistical office.
    Facts,
    /// A choice of this library where law and page are silent; `DESIGN.md` says why.
    Choice,
}

/// The source of a rule: the act and its article, or the page, or a choice.
///
/// ```
/// use inburgering::citation;
///
/// assert_eq!(
///     citation::DECREE_46_8.to_string(),
///     "Decree of 7 June 2013 on Flemish integration and civic integration policy, art. 46/8, first paragraph, 4°, b) \
///      (in force from 2024-06-16)",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Citation {
    authority: Authority,
    act: Act,
    article: &'static str,
    article_dutch: &'static str,
    in_force_from: Option<NaiveDate>,
}

/// What is cited, in English and in Dutch, and where it can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Act {
    english: &'static str,
    dutch: &'static str,
    url: Option<&'static str>,
}

impl Act {
    const fn new(english: &'static str, dutch: &'static str) -> Self {
        Self { english, dutch, url: None }
    }

    const fn at(self, url: &'static str) -> Self {
        Self { url: Some(url), ..self }
    }
}

impl Citation {
    const fn new(
        authority: Authority,
        act: Act,
        [article, article_dutch]: [&'static str; 2],
        in_force_from: Option<NaiveDate>,
    ) -> Self {
        Self { authority, act, article, article_dutch, in_force_from }
    }

    /// What kind of authority stands behind the rule.
    pub const fn authority(self) -> Authority {
        self.authority
    }

    /// The act, the page or the choice, by its English name.
    pub const fn act(self) -> &'static str {
        self.act.english
    }

    /// The article within the act, or the part of the page; empty where the whole is meant.
    pub const fn article(self) -> &'static str {
        self.article
    }

    /// The first day on which the rule applied in this form, where that is known.
    pub const fn in_force_from(self) -> Option<NaiveDate> {
        self.in_force_from
    }

    /// Where the act, the page or the table can be read: its official address, where that is known.
    ///
    /// Of a legal text it is the European Legislation Identifier, by which the Belgian Official Journal gives the
    /// consolidated version; of an agreed working method it is that of the page whose disclaimer the method answers to.
    ///
    /// ```
    /// use inburgering::citation;
    ///
    /// let url = citation::E_GOVERNMENT_8.url();
    /// assert_eq!(url, Some("https://www.ejustice.just.fgov.be/eli/decreet/2008/07/18/2008036273/justel"));
    /// assert_eq!(citation::LIBRARY_CHOICE.url(), None);
    /// ```
    // NOTE: a legal text has the address that follows from the number under which it was published, in the form of the
    // European Legislation Identifier; a text whose number we did not find has none.
    pub const fn url(self) -> Option<&'static str> {
        self.act.url
    }

    /// What stands before the address in a text for a reader of this language.
    ///
    /// An agreed working method can be read nowhere; its address is that of a page to see beside it.
    ///
    /// ```
    /// use inburgering::{Language, citation};
    ///
    /// assert_eq!(citation::PAGE_CLOSED.url_label(Language::Dutch), "Te lezen op");
    /// assert_eq!(citation::OWNER_CLOSED.url_label(Language::Dutch), "Zie ook");
    /// ```
    pub const fn url_label(self, language: Language) -> &'static str {
        match (self.authority, language) {
            (Owner, Language::Dutch) => "Zie ook",
            (Owner, Language::English) => "See also",
            (_, Language::Dutch) => "Te lezen op",
            (_, Language::English) => "To be read at",
        }
    }

    /// What stands between the act and its article: an agreed working method is followed by what was agreed.
    const fn separator(self) -> &'static str {
        match self.authority {
            Owner => ": ",
            Law | Page | Facts | Choice => ", ",
        }
    }

    /// The citation for a reader of this language.
    pub fn sentence(self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch(),
            Language::English => self.to_string(),
        }
    }

    /// The citation for a Dutch reader.
    pub fn dutch(self) -> String {
        let article = match self.article_dutch {
            "" => String::new(),
            article => format!("{}{article}", self.separator()),
        };
        let since =
            self.in_force_from.map_or_else(String::new, |day| format!(" (van kracht vanaf {})", dutch_day(day)));
        format!("{}{article}{since}", self.act.dutch)
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.act.english)?;
        if !self.article.is_empty() {
            write!(f, "{}{}", self.separator(), self.article)?;
        }
        match self.in_force_from {
            Some(day) => write!(f, " (in force from {day})"),
            None => Ok(()),
        }
    }
}

const DECREE: Act = Act::new(
    "Decree of 7 June 2013 on Flemish integration and civic integration policy",
    "Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid",
)
.at("https://www.ejustice.just.fgov.be/eli/decreet/2013/06/07/2013204197/justel");
const E_GOVERNMENT: Act = Act::new(
    "Decree of 18 July 2008 on electronic administrative data traffic",
    "Decreet van 18 juli 2008 betreffende het elektronische bestuurlijke gegevensverkeer",
)
.at("https://www.ejustice.just.fgov.be/eli/decreet/2008/07/18/2008036273/justel");
const BVR_2016: Act = Act::new(
    "Order of the Flemish Government of 29 January 2016 on civic integration",
    "Besluit van de Vlaamse Regering van 29 januari 2016 (inburgeringsbeleid)",
);
const HOLIDAYS: Act =
    Act::new("Act of 4 January 1974 on public holidays", "Wet van 4 januari 1974 betreffende de feestdagen");
const HOLIDAYS_2008: Act = Act::new("Royal Decree of 3 June 2007", "Koninklijk besluit van 3 juni 2007")
    .at("https://www.ejustice.just.fgov.be/eli/besluit/2007/06/03/2007012209/justel");
const STAFF_STATUTE: Act = Act::new("Flemish staff regulations (Vlaams Personeelsstatuut)", "Vlaams Personeelsstatuut")
    .at("https://www.ejustice.just.fgov.be/eli/besluit/2006/01/13/2006035334/justel");
const MERGERS: Act = Act::new(
    "Decree of 3 May 2024 on the mergers of municipalities",
    "Decreet van 3 mei 2024 (samenvoeging van gemeenten)",
);
const REFNIS_TABLE: Act = Act::new("Statbel, REFNIS (CC BY 4.0)", "Statbel, REFNIS (CC BY 4.0)")
    .at("https://statbel.fgov.be/nl/over-statbel/methodologie/classificaties/geografie");
const PAGE_URL: &str = concat!(
    "https://www.integratie-inburgering.be/nl/wat-kunnen-we-voor-jou-doen/",
    "ondersteuning-voor-je-organisatie-of-lokaal-bestuur/advies-en-begeleiding/uitwisseling-persoonsgegevens"
);
const PAGE_TITLE: Act = Act::new(
    "AgII, page on the exchange of personal data with municipalities",
    "AgII, pagina \"Uitwisseling van persoonsgegevens tussen lokale besturen en het agentschap\"",
)
.at(PAGE_URL);
// NOTE: these two are shown to participants, who know no owner of this project and no library.
const OWNER: Act = Act::new(
    "Agreed working method, laid down in no legal text",
    "Afgesproken werkwijze, niet in een wettekst vastgelegd",
)
.at(PAGE_URL);
const CHOICE: Act =
    Act::new("No legal text settles this; it is applied this way", "Geen wettekst regelt dit; het wordt zo toegepast");

use Authority::{Choice, Facts, Law, Owner, Page};

/// An article that has one name in both languages.
const fn same(article: &'static str) -> [&'static str; 2] {
    [article, article]
}

/// Only a validated protocol gives a right to data.
pub const PAGE_PROTOCOL: Citation = Citation::new(Page, PAGE_TITLE, same("\"Protocol\""), None);
/// The three fields that may be disclosed.
pub const PAGE_FIELDS: Citation =
    Citation::new(Page, PAGE_TITLE, ["\"Protocol\", items 1-3", "\"Protocol\", punten 1-3"], None);
/// First field: participants registered in the National Register in the municipality that gets the data.
pub const PAGE_NATIONAL_REGISTER: Citation =
    Citation::new(Page, PAGE_TITLE, ["\"Protocol\", item 1", "\"Protocol\", punt 1"], None);
/// At most one list a year; the two doors.
pub const PAGE_REQUEST: Citation = Citation::new(Page, PAGE_TITLE, same("\"Werkwijze\""), None);
/// About ten, or about twenty working days.
pub const PAGE_TERM: Citation = Citation::new(Page, PAGE_TITLE, same("\"Maximale doorlooptijd\""), None);
/// Active dossiers follow current residence; the warning about closed dossiers.
pub const PAGE_DISCLAIMER: Citation = Citation::new(Page, PAGE_TITLE, same("\"Disclaimer\""), None);
/// What the page says of closed dossiers: persons who lived in the municipality during the trajectory.
pub const PAGE_CLOSED: Citation =
    Citation::new(Page, PAGE_TITLE, ["\"Disclaimer\", closed dossiers", "\"Disclaimer\", afgesloten dossiers"], None);
/// The exchange is for municipalities in Flanders.
pub const PAGE_FLANDERS: Citation =
    Citation::new(Page, PAGE_TITLE, ["first paragraph (Flanders)", "eerste alinea (Vlaanderen)"], None);
/// What a municipality may use the data for.
pub const PAGE_PURPOSES: Citation =
    Citation::new(Page, PAGE_TITLE, same("\"Waarom interessant voor lokale besturen?\""), None);
/// Closed dossiers stay at the contract's municipality.
pub const OWNER_CLOSED: Citation = Citation::new(
    Owner,
    OWNER,
    ["closed dossiers stay at the contract's municipality", "afgesloten dossiers blijven bij de contractgemeente"],
    None,
);
/// A rule that this library chose, where law and page are silent.
pub const LIBRARY_CHOICE: Citation = Citation::new(Choice, CHOICE, same(""), None);

/// The first legal basis of the exchange, until 2024-06-15; the page still cites it.
pub const DECREE_20: Citation = Citation::new(Law, DECREE, same("art. 20 §1, 7°"), Some(ymd(2019, 7, 29)));
/// The legal basis of the exchange since 2024-06-16 (decree of 3 May 2024).
pub const DECREE_46_8: Citation = Citation::new(
    Law,
    DECREE,
    ["art. 46/8, first paragraph, 4°, b)", "art. 46/8, eerste lid, 4°, b)"],
    Some(ymd(2024, 6, 16)),
);
/// The city agencies of Antwerpen and Gent act in the agency's place.
pub const DECREE_25: Citation = Citation::new(Law, DECREE, same("art. 25"), None);
/// An attest without a contract is lawful.
pub const DECREE_34_1: Citation = Citation::new(Law, DECREE, same("art. 34/1"), Some(ymd(2022, 3, 1)));
/// The protocol, its advices, its publication.
pub const E_GOVERNMENT_8: Citation = Citation::new(Law, E_GOVERNMENT, same("art. 8 §1"), None);
/// The log of disclosures: who, which data, when, why.
pub const E_GOVERNMENT_8_13: Citation = Citation::new(Law, E_GOVERNMENT, same("art. 8 §1, 13°"), None);
/// The sector's definition of a working day.
pub const BVR_WORKING_DAY: Citation = Citation::new(Law, BVR_2016, same("art. 1, 13°"), None);
/// The result obligation of the attest, from 2016-02-29.
pub const BVR_ATTEST: Citation = Citation::new(Law, BVR_2016, same(""), Some(ymd(2016, 2, 29)));
/// The ten legal public holidays.
pub const HOLIDAYS_ACT: Citation = Citation::new(
    Law,
    HOLIDAYS,
    ["with the Royal Decree of 18 April 1974", "met het koninklijk besluit van 18 april 1974"],
    None,
);
/// 2 May 2008 in the place of Ascension.
pub const HOLIDAY_2008: Citation = Citation::new(
    Law,
    HOLIDAYS_2008,
    ["2 May 2008 in the place of Ascension on 1 May 2008", "2 mei 2008 in de plaats van Hemelvaart op 1 mei 2008"],
    None,
);
/// The closing days of the Flemish government.
pub const FLEMISH_STAFF_STATUTE: Citation = Citation::new(Law, STAFF_STATUTE, same("art. X 11"), None);
/// The mergers of municipalities of 2025 and which legal persons go on.
pub const DECREE_MERGERS: Citation = Citation::new(Law, MERGERS, same(""), Some(ymd(2025, 1, 1)));
/// The municipalities and their codes.
pub const REFNIS: Citation =
    Citation::new(Facts, REFNIS_TABLE, ["municipality codes since 1995", "gemeentecodes sinds 1995"], None);
/// What the page says of the legal basis: that it carries out article 20.
pub const PAGE_LEGAL_BASIS: Citation = Citation::new(Page, PAGE_TITLE, same("\"Aanvragen\""), None);
/// What an attest asked for before and from 2016-02-29, in the words of the page.
pub const PAGE_ATTEST: Citation = Citation::new(Page, PAGE_TITLE, same("\"Interessant om te weten\""), None);
/// The attest for contracts from 2022-03-01.
pub const DECREE_ATTEST_2022: Citation = Citation::new(Law, DECREE, same(""), Some(ymd(2022, 3, 1)));
/// The attest for contracts from 2023-01-01.
pub const DECREE_ATTEST_2023: Citation = Citation::new(Law, DECREE, same(""), Some(ymd(2023, 1, 1)));
