//! What a column is expected to hold.

use core::fmt;

use arrow_schema::DataType;

/// What a column is expected to hold, and so which types it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnKind {
    /// The agency's text.
    Text,
    /// Register numbers.
    RegisterNumber,
    /// Municipality codes.
    MunicipalityCode,
    /// Days.
    Day,
    /// Numbers of working days.
    WorkingDays,
}

impl ColumnKind {
    /// Whether a column of this kind may have the type.
    pub fn accepts(self, given: &DataType) -> bool {
        match self {
            Self::Text => is_text(given),
            Self::RegisterNumber => is_text(given) || matches!(given, DataType::Int64 | DataType::UInt64),
            Self::MunicipalityCode => is_text(given) || given.is_integer(),
            Self::Day => {
                matches!(given, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, None) | DataType::Null)
            }
            Self::WorkingDays => given.is_integer() || given.is_null(),
        }
    }

    /// What is given, what is allowed and what to do, for a type that is not accepted.
    pub(crate) fn refusal(self, given: &DataType) -> String {
        let given_name = name(given);
        let way_out = match (self, given) {
            (Self::Day, DataType::Timestamp(_, Some(_))) => {
                "the day of an instant depends on the zone, so convert it to a local day first"
            }
            (Self::Day, text) if is_text(text) => "convert the text to dates first",
            (Self::RegisterNumber, integer) if integer.is_integer() => {
                "eleven digits do not fit, so take the column from its source again"
            }
            (_, DataType::RunEndEncoded(..)) => "decode it first",
            _ => "convert it first",
        };
        format!("the type is {given_name}; {self}; {way_out}")
    }
}

/// Which types are allowed.
impl fmt::Display for ColumnKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "allowed is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these)",
            Self::RegisterNumber => {
                "a register number is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these), Int64 or UInt64"
            }
            Self::MunicipalityCode => {
                "a municipality code is text (Utf8, LargeUtf8, Utf8View, or a dictionary of these) or an integer"
            }
            Self::Day => "a day is Date32, Date64 or a Timestamp without a time zone",
            Self::WorkingDays => "a number of working days is an integer",
        })
    }
}

fn is_text(given: &DataType) -> bool {
    match given {
        DataType::Dictionary(key, value) => key.is_dictionary_key_type() && (value.is_string() || value.is_null()),
        plain => plain.is_string() || plain.is_null(),
    }
}

/// The name of a type on one line, without the headings and zones that a caller wrote into it.
fn name(given: &DataType) -> String {
    match given {
        DataType::Timestamp(_, Some(_)) => String::from("Timestamp with a time zone"),
        DataType::Dictionary(key, value) => format!("Dictionary({}, {})", name(key), name(value)),
        DataType::Struct(_) => String::from("Struct"),
        DataType::Map(..) => String::from("Map"),
        DataType::Union(..) => String::from("Union"),
        DataType::RunEndEncoded(..) => String::from("RunEndEncoded"),
        DataType::List(_)
        | DataType::LargeList(_)
        | DataType::ListView(_)
        | DataType::LargeListView(_)
        | DataType::FixedSizeList(..) => String::from("List"),
        plain => plain.to_string(),
    }
}
