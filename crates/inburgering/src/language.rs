//! The two languages in which the library explains itself.

/// A language in which a sentence, a letter or an explanation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Language {
    /// Dutch (*Nederlands*), the language of the people who read the answers.
    Dutch,
    /// English, the language of the code.
    English,
}

impl Language {
    /// The tag of the language (BCP 47), as the attribute `lang` of an HTML page has it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The day as a letter in this language writes it: `3 mei 2024`, `2024-05-03`.
    pub fn day(self, day: chrono::NaiveDate) -> String {
        match self {
            Self::Dutch => dutch_day(day),
            Self::English => day.to_string(),
        }
    }

    /// What a flag is in this language.
    pub(crate) const fn yes_or_no(self, flag: bool) -> &'static str {
        match (self, flag) {
            (Self::Dutch, true) => "ja",
            (Self::Dutch, false) => "nee",
            (Self::English, true) => "yes",
            (Self::English, false) => "no",
        }
    }
}

/// Writes a heading of a letter with its lines, if there are any.
pub(crate) fn section(
    f: &mut core::fmt::Formatter<'_>,
    heading: &str,
    lines: impl IntoIterator<Item = String>,
) -> core::fmt::Result {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        writeln!(f, "{heading}")?;
    }
    lines.try_for_each(|line| writeln!(f, "- {line}"))
}

/// Writes a day as a Dutch letter does: `3 mei 2024`.
pub(crate) fn dutch_day(day: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    let month = match day.month() {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    };
    format!("{} {month} {}", day.day(), day.year())
}
