//! The listing of things in a sentence: `one, another and a third`.

use core::fmt::Display;

/// The things, listed in an English sentence.
pub(crate) fn english<T: Display>(things: impl IntoIterator<Item = T>) -> String {
    listed(things, " and ")
}

/// The things, listed in a Dutch sentence.
pub(crate) fn dutch<T: Display>(things: impl IntoIterator<Item = T>) -> String {
    listed(things, " en ")
}

fn listed<T: Display>(things: impl IntoIterator<Item = T>, last: &str) -> String {
    let mut things: Vec<String> = things.into_iter().map(|thing| thing.to_string()).collect();
    match things.pop() {
        None => String::new(),
        Some(only) if things.is_empty() => only,
        Some(end) => format!("{}{last}{end}", things.join(", ")),
    }
}
