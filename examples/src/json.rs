//! Reading lists of JSON objects with all their problems, each with its line and column.
//!
//! The messages are our own: those of serde repeat what was given, which may be a register number in the wrong place.
//! Only when every value of an element is of the right form is it read as a whole; what is then wrong with it is said in
//! the words of the library.

use std::collections::BTreeMap;

use serde_json::error::Category;
use serde_json::value::RawValue;

use crate::problem::{Place, Problem};

/// The form of a value.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A value that can be read, or not: what is expected of it, and whether it is so.
    Value(&'static str, fn(&str) -> bool),
    /// An object with these fields and no other.
    Object(&'static [Field]),
    /// A list of such values.
    List(&'static Shape),
}

/// A field of an object.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    pub(crate) shape: Shape,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Mandatory,
    Optional,
}

/// A text that is a list of elements of one form, and what was found wrong with it.
pub(crate) struct List<'t> {
    file: &'static str,
    text: &'t str,
    problems: Vec<Problem>,
}

impl<'t> List<'t> {
    pub(crate) fn new(file: &'static str, text: &'t str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Every element that can be read, with its text; what is wrong with the others is kept.
    pub(crate) fn read<T>(&mut self, shape: Shape, parse: fn(&str) -> serde_json::Result<T>) -> Vec<(T, &'t RawValue)> {
        let elements: Vec<&RawValue> = match serde_json::from_str(self.text) {
            Ok(elements) => elements,
            Err(error) => {
                let place = Place::Text { line: error.line(), column: error.column().max(1) };
                let what = match error.classify() {
                    Category::Data => "not a list; write the elements between [ and ]".into(),
                    _ => format!("not JSON: {}", without_place(&error)),
                };
                self.problems.push(Problem { file: self.file.into(), place, what });
                return Vec::new();
            }
        };
        let mut read = Vec::new();
        for element in elements {
            let before = self.problems.len();
            self.check(element, "", shape);
            if self.problems.len() == before {
                match parse(element.get()) {
                    Ok(value) => read.push((value, element)),
                    Err(error) => self.report(element, without_place(&error)),
                }
            }
        }
        read
    }

    /// Keeps what is wrong with a value.
    pub(crate) fn report(&mut self, value: &RawValue, what: String) {
        let place = self.place(value);
        self.problems.push(Problem { file: self.file.into(), place, what });
    }

    /// What was found wrong, in the order of the file.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.place);
        self.problems
    }

    /// Keeps everything about the form of a value that is not as it should be; `name` is the field that has it.
    fn check(&mut self, value: &RawValue, name: &str, shape: Shape) {
        match shape {
            Shape::Value(expected, reads) => {
                if !reads(value.get()) {
                    self.report(value, format!("{name} cannot be read; give {expected}"));
                }
            }
            Shape::List(of) => match serde_json::from_str::<Vec<&RawValue>>(value.get()) {
                Ok(elements) => elements.into_iter().for_each(|element| self.check(element, name, *of)),
                Err(_) => self.report(value, format!("{name} is not a list; write its elements between [ and ]")),
            },
            Shape::Object(fields) => {
                let Ok(given) = serde_json::from_str::<BTreeMap<String, &RawValue>>(value.get()) else {
                    let whose = if name.is_empty() { "the element" } else { name };
                    self.report(value, format!("{whose} is not an object; write {{{}}}", names(fields)));
                    return;
                };
                for field in fields {
                    match given.get(field.name) {
                        Some(value) => self.check(value, field.name, field.shape),
                        None if field.need == Need::Mandatory => {
                            self.report(value, format!("the field {} is missing", field.name));
                        }
                        None => {}
                    }
                }
                let unknown = given.iter().filter(|(name, _)| fields.iter().all(|field| field.name != **name));
                for (_, value) in unknown {
                    self.report(value, format!("no such field; the fields are {}", names(fields)));
                }
            }
        }
    }

    /// Where a value begins: it borrows from the text.
    fn place(&self, value: &RawValue) -> Place {
        let offset = value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        let before = self.text.get(..offset).unwrap_or_default();
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        Place::Text { line: before.matches('\n').count() + 1, column: line_before.chars().count() + 1 }
    }
}

fn names(fields: &[Field]) -> String {
    fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")
}

/// The words of an error without the place at their end, which counts from the beginning of the element.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&place).map_or(text.clone(), str::to_owned)
}
