//! From the files of the agency to the lists for the municipalities: see `exchange --help`.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use inburgering_examples::arguments::{self, Command, USAGE};
use inburgering_examples::stopwatch::Stopwatch;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("exchange: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut watch = Stopwatch::new();
    let code = match arguments::read(env::args_os().skip(1))? {
        Command::Help => {
            println!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        Command::Exchange(exchange) => {
            let outcome = exchange.run(&mut watch)?;
            print!("{}", outcome.printed);
            if outcome.failed == 0 {
                ExitCode::SUCCESS
            } else {
                eprintln!(
                    "exchange: {} of the granted requests could not be delivered; see the report",
                    outcome.failed
                );
                ExitCode::FAILURE
            }
        }
        Command::Recall(recall) => {
            let outcome = recall.run(&mut watch)?;
            print!("{}", outcome.printed);
            if outcome.failed == 0 {
                ExitCode::SUCCESS
            } else {
                eprintln!(
                    "exchange: on {} of the deliveries that were wrong no notice could be given; see above",
                    outcome.failed
                );
                ExitCode::FAILURE
            }
        }
    };
    print!("\nTime of each step\n{watch}");
    Ok(code)
}
