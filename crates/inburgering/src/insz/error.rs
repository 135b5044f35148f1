//! What can be wrong with a register number.

use chrono::NaiveDate;

/// Why a text, or an integer, is no register number; lengths, places and kinds of fault, never a digit of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum InszError {
    /// Neither eleven nor fifteen characters, or an integer of more than eleven digits.
    #[error("a register number is eleven digits, or YY.MM.DD-SSS.CC; given are {length} characters")]
    Length {
        /// How many characters were given, without outer white space.
        length: usize,
    },
    /// A character that is no ASCII digit, where there must be one.
    #[error(
        "character {position} of the register number is not a digit 0 to 9; write eleven digits or YY.MM.DD-SSS.CC"
    )]
    Character {
        /// The place of the first such character, from 1, without outer white space.
        position: usize,
    },
    /// Fifteen characters without the separators of the dotted form.
    #[error(
        "character {position} of the register number is not the separator of YY.MM.DD-SSS.CC; write that or eleven digits"
    )]
    Separator {
        /// The place of the first such character, from 1, without outer white space.
        position: usize,
    },
    /// The check digits hold in no century.
    #[error("the check digits of the register number do not fit its other digits; compare it with its source")]
    CheckDigits,
    /// A month of no kind, among them month +60, which mutualities assign themselves.
    #[error(
        "the month of the register number must be 00 to 12, or 20 to 32 or 40 to 52 in a BIS number; ask for the number in the National Register or the BIS register"
    )]
    Month,
    /// The sequence 000 or 999.
    #[error("the sequence of the register number must be 001 to 998; compare it with its source")]
    Sequence,
    /// A day past 31 in a known month.
    #[error("the day of the register number must be 00 to 31 in a month that is known; compare it with its source")]
    Day,
    /// A day that its month does not have in that year.
    #[error("the birth date of the register number is not in the calendar; compare it with its source")]
    Date,
    /// The holder cannot have been born by the day of judgment.
    #[error("the register number is of a birth after {as_of}; compare it with its source")]
    BornAfter {
        /// The day of judgment.
        as_of: NaiveDate,
    },
    /// The birth date known from elsewhere is another.
    #[error("the register number is of another birth date than the known one; compare both with their sources")]
    BirthDate,
}

impl InszError {
    /// The stable text of the kind of fault.
    ///
    /// ```
    /// use inburgering::Insz;
    ///
    /// // Two digits changed places: what is wrong, in a word that a program can count?
    /// let fault = "85.07.30-910.33".parse::<Insz>().unwrap_err();
    /// assert_eq!(fault.code(), "check_digits");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Character { .. } => "character",
            Self::Separator { .. } => "separator",
            Self::CheckDigits => "check_digits",
            Self::Month => "month",
            Self::Sequence => "sequence",
            Self::Day => "day",
            Self::Date => "date",
            Self::BornAfter { .. } => "born_after",
            Self::BirthDate => "birth_date",
        }
    }
}
