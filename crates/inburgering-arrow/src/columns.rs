//! Functions from columns to columns: register numbers checked, working days counted, municipalities carried.
//!
//! Each takes the types that the [crate] tells of such a column, whole or sliced, and gives a column of the same length;
//! null and blank text stay null. A bad register number is an answer of [`check_insz`]; any other cell that cannot be
//! answered is an error, which lists the rows and never their text.

mod add_working_days;
mod check_insz;
mod column;
mod count_working_days;
mod current_municipality;
mod dotted_insz;
mod error;
mod joined;
mod per_row;
mod row_problem;
mod words;

pub use add_working_days::add_working_days;
pub use check_insz::check_insz;
pub use column::MAX_TEXT_ROWS;
pub use count_working_days::count_working_days;
pub use current_municipality::current_municipality;
pub use dotted_insz::dotted_insz;
pub use error::{ColumnsError, MAX_LISTED};
pub use joined::joined;
pub use per_row::{DayColumn, PerRow};
pub use row_problem::{RowFault, RowProblem};
