//! Writes a synthetic caseload: `generate --dossiers N --seed S --out DIR [--clean | --unreadable]`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use inburgering_examples::stopwatch::Stopwatch;
use inburgering_examples::synthetic::{Faults, Recipe, generate, ledger, write_ledger};
use lexopt::prelude::{Long, Short, ValueExt};

const USAGE: &str = "\
usage: generate --dossiers N --out DIR [--seed S] [--clean | --unreadable]

Writes dossiers.csv, residences.csv, deaths.csv, replacements.csv, protocols.json
and requests.json into DIR: what `exchange` reads, on 2026-06-29 or 2026-06-30.
All of it is synthetic; the same seed gives the same bytes.

  --dossiers N   how many dossiers, up to 1500000
  --out DIR      where to write; the directory is made if it is not there
  --seed S       a whole number (default: 1)
  --clean        without the small share of contradictory rows
  --unreadable   with a few rows that cannot be read as well";

struct Arguments {
    recipe: Recipe,
    directory: PathBuf,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let Some(Arguments { recipe, directory }) = arguments()? else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut watch = Stopwatch::new();
    let tables = watch.time("draw the caseload", || generate(recipe))?;
    let ledger = watch.time("draw protocols and requests", || ledger(recipe.seed));
    fs::create_dir_all(&directory)?;
    watch.time("write the files", || tables.write(&directory).and_then(|()| write_ledger(&ledger, &directory)))?;
    println!(
        "{} dossiers, {} residences, {} deaths, {} replacements, {} protocols, {} requests in {}",
        tables.dossiers.len(),
        tables.residences.len(),
        tables.deaths.len(),
        tables.replacements.len(),
        ledger.protocols.protocols().count(),
        ledger.history.records().count(),
        directory.display(),
    );
    print!("\nTime of each step\n{watch}");
    Ok(())
}

/// What was asked for; `None` if it was help.
fn arguments() -> Result<Option<Arguments>, Box<dyn Error>> {
    let (mut dossiers, mut seed, mut faults, mut directory) = (None, 1, None, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("dossiers") => dossiers = Some(parser.value()?.parse()?),
            Long("seed") => seed = parser.value()?.parse()?,
            Long("out") => directory = Some(PathBuf::from(parser.value()?)),
            Long("clean") if faults.is_none() => faults = Some(Faults::None),
            Long("unreadable") if faults.is_none() => faults = Some(Faults::AlsoUnreadable),
            Long("clean" | "unreadable") => return Err("give --clean or --unreadable, not both".into()),
            Long("help") | Short('h') => return Ok(None),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let dossiers = dossiers.ok_or("--dossiers is missing; give a number")?;
    let directory = directory.ok_or("--out is missing; give a directory")?;
    Ok(Some(Arguments { recipe: Recipe { dossiers, seed, faults: faults.unwrap_or_default() }, directory }))
}
