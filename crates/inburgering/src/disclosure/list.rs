//! The disclosed list: three fields for each person, and nothing else.

use core::fmt;

use crate::{Flags, Insz, Language, Listed};

/// A row of a [`DisclosureList`]: the three fields that the page allows, and no room for a fourth.
///
/// `Debug` shows no digit of the number. Only a list has rows; nobody else can make one:
///
/// ```compile_fail,E0451
/// # fn main() -> Result<(), inburgering::InszError> {
/// use inburgering::DisclosureRow;
///
/// let row = DisclosureRow { insz: "85.07.30-901.33".parse()?, contract_signed: true, attest_obtained: true };
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DisclosureRow {
    insz: Insz,
    contract_signed: bool,
    attest_obtained: bool,
}

impl DisclosureRow {
    pub(crate) const fn new(insz: Insz, flags: Flags) -> Self {
        Self { insz, contract_signed: flags.contract_signed, attest_obtained: flags.attest_obtained }
    }

    /// The national register number (page, "Protocol", item 1).
    pub const fn insz(&self) -> Insz {
        self.insz
    }

    /// Whether a civic integration contract was signed (page, "Protocol", item 2).
    pub const fn contract_signed(&self) -> bool {
        self.contract_signed
    }

    /// Whether a civic integration certificate was obtained (page, "Protocol", item 3).
    pub const fn attest_obtained(&self) -> bool {
        self.attest_obtained
    }

    /// The two facts together.
    pub const fn flags(&self) -> Flags {
        Flags { contract_signed: self.contract_signed, attest_obtained: self.attest_obtained }
    }

    /// The cells of a file: the number in its dotted form, then `ja` or `nee` for each of the two facts.
    pub fn cells(&self) -> [String; 3] {
        let yes_no = |flag| Language::Dutch.yes_or_no(flag).to_owned();
        [self.insz.to_string(), yes_no(self.contract_signed), yes_no(self.attest_obtained)]
    }
}

/// The list that is disclosed to a municipality (*lijst*): ascending by number, each number once.
///
/// Only [`deliver`](crate::deliver) makes one, from a granted request on a protocol in force on the day. `Debug` shows
/// how many rows it has, never a row. Nothing else makes one:
///
/// ```compile_fail,E0451
/// use inburgering::DisclosureList;
///
/// let list = DisclosureList { rows: Vec::new() };
/// ```
///
/// nor can one be read back, with the feature `serde` or without:
///
/// ```compile_fail,E0277
/// use inburgering::DisclosureList;
///
/// let list: DisclosureList = serde_json::from_str("[]").unwrap();
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct DisclosureList {
    rows: Vec<DisclosureRow>,
}

/// What a municipality uses a list for, as far as that calls for other rows (page, "Waarom interessant voor lokale
/// besturen?").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Use {
    /// The civic integration ceremony (*inburgeringsceremonie*): those with an attest.
    Ceremony,
    /// Buddy work (*buddywerking*): those without one.
    BuddyWork,
    /// Occasions to practise Dutch (*oefenkansen Nederlands*): both.
    DutchPractice,
}

impl Use {
    /// Every use.
    pub const ALL: [Self; 3] = [Self::Ceremony, Self::BuddyWork, Self::DutchPractice];

    /// The stable text of the use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ceremony => "ceremony",
            Self::BuddyWork => "buddy_work",
            Self::DutchPractice => "dutch_practice",
        }
    }
}

impl DisclosureList {
    /// The list of these persons, ascending by number.
    pub(crate) fn of(listed: impl Iterator<Item = Listed>) -> Self {
        Self { rows: listed.map(|person| DisclosureRow::new(person.number, person.flags)).collect() }
    }

    /// The rows, ascending by number.
    pub fn rows(&self) -> &[DisclosureRow] {
        &self.rows
    }

    /// How many persons are on the list.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nobody is on the list.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that a use calls for, chosen by the three fields alone.
    pub fn select(&self, purpose: Use) -> impl Iterator<Item = &DisclosureRow> {
        self.rows.iter().filter(move |row| match purpose {
            Use::Ceremony => row.attest_obtained,
            Use::BuddyWork => !row.attest_obtained,
            Use::DutchPractice => true,
        })
    }

    /// The list as a CSV file: UTF-8 with a byte order mark, CRLF, semicolons, every cell quoted, the number in its
    /// dotted form (a spreadsheet would eat the leading zeros of a compact one).
    ///
    /// No cell can hold a quote or a separator, so there is nothing to escape.
    pub fn to_csv(&self) -> String {
        let mut csv = String::from("\u{feff}\"rijksregisternummer\";\"contract_ondertekend\";\"attest_behaald\"\r\n");
        for row in &self.rows {
            let [number, contract, attest] = row.cells();
            csv.extend(["\"", &number, "\";\"", &contract, "\";\"", &attest, "\"\r\n"]);
        }
        csv
    }
}

impl fmt::Debug for DisclosureList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DisclosureList").field("len", &self.rows.len()).finish_non_exhaustive()
    }
}
