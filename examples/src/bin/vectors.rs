//! Writes the conformance vectors: `vectors --out DIR`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use inburgering_examples::vectors::{VERSION, files};
use lexopt::prelude::{Long, Short};

const USAGE: &str = "\
usage: vectors --out DIR

Writes the conformance vectors into DIR/v1: one JSON file for each kind of
question. The same program gives the same bytes.

  --out DIR      where to write, such as vectors; files that are there are replaced";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vectors: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Some(out) = out()? else {
        println!("{USAGE}");
        return Ok(());
    };
    let directory = out.join(format!("v{VERSION}"));
    fs::create_dir_all(&directory)?;
    for (name, text) in files()? {
        println!("{:>6} vectors  {:>8} bytes  {name}", text.lines().count().saturating_sub(2), text.len());
        fs::write(directory.join(name), text)?;
    }
    Ok(())
}

/// Where to write; `None` if help was asked for.
fn out() -> Result<Option<PathBuf>, Box<dyn Error>> {
    let mut out = None;
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(Some(out.ok_or("--out is missing; give a directory")?))
}
