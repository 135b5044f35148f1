//! Real processes: killed at each step, killed at any moment, on a full disk, and several at once.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use inburgering::{Caseload, DossierText, ResidenceText, UnreadableRows, YearRule};
use inburgering_archive::{Archive, ArchiveError, DisclosureLog, FolderError, LogError, Step};

use crate::samples::{FILES, Place, Sample, key, names, opened_or_created, protocols, states};

/// Which delivery a process makes: the name of the request, the municipality, the day of receipt, the day of delivery,
/// the year.
type Task<'a> = [&'a str; 5];

const GENT: Task<'_> = ["A-1", "44021", "2026-02-02", "2026-02-10", "calendar"];

const TASK: &str = "ARCHIVE_TASK";
const ROOT: &str = "ARCHIVE_ROOT";
const KILLED_AT: &str = "ARCHIVE_KILLED_AT";
const AWAITED: &str = "ARCHIVE_AWAITED";
const PERSONS: &str = "ARCHIVE_PERSONS";

fn sample(task: Task<'_>) -> Sample {
    let [id, code, received_on, on, year] = task;
    let year = if year == "calendar" { YearRule::Calendar } else { YearRule::RollingTwelveMonths };
    let mut sample = Sample::new(id, code, received_on, on).year(year);
    // What the codes of 2025 came from have protocols too.
    sample.protocols = protocols(&["44021", "31005", "46014", "44045"]);
    sample
}

/// Many persons in Gent.
fn many(persons: u32) -> Caseload {
    let mut rows = Caseload::builder();
    for n in 0..persons {
        let (birth, sequence) = (n / 99, 900 + n % 99);
        let (year, month, day) = (70 + birth / 336, 1 + birth / 28 % 12, 1 + birth % 28);
        let check = 97 - (u64::from(year * 10_000 + month * 100 + day) * 1000 + u64::from(sequence)) % 97;
        let insz = format!("{year}.{month:02}.{day:02}-{sequence:03}.{check:02}");
        let dossier = format!("D-{n}");
        let dossier = DossierText { dossier: &dossier, insz: &insz, registered_on: "2025-01-06", ..Default::default() };
        rows.read_dossier(2 + n, &dossier);
        let residence = ResidenceText { insz: &insz, municipality: "44021", ..Default::default() };
        rows.read_residence(2 + n, &residence);
    }
    rows.build(UnreadableRows::Refused).unwrap()
}

/// The process that delivers: this very program, told by its environment what to do.
#[test]
#[ignore = "it is the child of the tests below"]
fn child() {
    let (Ok(task), Ok(root)) = (std::env::var(TASK), std::env::var(ROOT)) else { return };
    let task: Vec<&str> = task.split(',').collect();
    let mut sample = sample(task.try_into().unwrap());
    if let Ok(persons) = std::env::var(PERSONS) {
        sample.caseload = many(persons.parse().unwrap());
    }
    let root = PathBuf::from(root);
    let log = opened_or_created(&root.join("log").join("log.sqlite"));
    if let Ok(path) = std::env::var(AWAITED) {
        while !Path::new(&path).exists() {
            std::thread::sleep(Duration::from_micros(200));
        }
    }
    let delivered = log
        .map_err(ArchiveError::from)
        .and_then(|log| sample.deliver(&Archive::new(root.join("deliveries"), log).watched_by(end_here)));
    match delivered {
        Ok(archived) => println!("\nRESULT delivered {}", archived.number),
        Err(error) => println!("\nRESULT {error}"),
    }
}

/// Ends the process after the step that the environment names, the n-th time.
fn end_here(step: Step) {
    static TAKEN: AtomicUsize = AtomicUsize::new(0);
    let Ok(at) = std::env::var(KILLED_AT) else { return };
    let (name, times) = at.split_once(':').unwrap();
    if format!("{step:?}") == name && TAKEN.fetch_add(1, Ordering::SeqCst) + 1 == times.parse::<usize>().unwrap() {
        rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL).unwrap();
    }
}

/// A place whose log is in a folder of its own.
struct Site {
    place: Place,
}

impl Site {
    fn new() -> Self {
        let place = Place::new();
        fs::create_dir(place.root().join("log")).unwrap();
        Self { place }
    }

    fn folder(&self) -> PathBuf {
        self.place.folder()
    }

    fn log(&self) -> DisclosureLog {
        opened_or_created(&self.place.root().join("log").join("log.sqlite")).unwrap()
    }

    fn archive(&self) -> Archive {
        Archive::new(self.folder(), self.log())
    }

    /// A process that makes the delivery.
    fn command(&self, task: Task<'_>) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--ignored", "--exact", "processes::child", "--nocapture", "--test-threads=1"]);
        command.env(TASK, task.join(",")).env(ROOT, self.place.root());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Nothing that a person could take for a delivery is half there, and the log is whole.
    fn assert_sound(&self) {
        for name in names(&self.folder()).iter().filter(|name| !name.starts_with('.')) {
            let path = self.folder().join(name);
            assert_eq!(names(&path), FILES, "{name}");
            let list = fs::read(path.join("list.csv")).unwrap();
            let logged = self.log().deliveries().unwrap().into_iter().find(|logged| logged.folder == *name).unwrap();
            assert_eq!(key().digest("list", &list), logged.receipt.digests.list);
        }
        assert_eq!(self.log().verify(&[key()], None).unwrap().breaks, []);
    }

    /// Ends what was begun, or begins it anew, so that the delivery stands there in the end.
    fn settle(&self, task: Task<'_>) {
        let (archive, sample) = (self.archive(), sample(task));
        match self.log().unfinished().unwrap().as_slice() {
            [] if names(&self.folder()).contains(&task[0].to_owned()) => {}
            [] => drop(sample.deliver(&archive).unwrap()),
            [begun] => {
                let done =
                    sample.with_inputs(|inputs| archive.resume(begun.delivery, Some(inputs), sample.settlement()));
                done.unwrap();
            }
            several => panic!("{several:?}"),
        }
        self.assert_sound();
        assert_eq!(states(&self.log()), [(task[0].to_owned(), "done")]);
        inburgering_archive::folder::sweep(&self.folder()).unwrap();
        assert_eq!(names(&self.folder()), [task[0]]);
    }
}

/// The line that a process ended with.
fn result(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("RESULT "));
    line.unwrap_or_else(|| panic!("{text}{}", String::from_utf8_lossy(&output.stderr))).to_owned()
}

#[test]
fn a_process_that_is_killed_at_any_step_leaves_a_whole_folder_or_none() {
    for (at, stands, begun) in [
        ("FileWritten:1", false, 0),
        ("FileWritten:2", false, 0),
        ("FileWritten:3", false, 0),
        ("FileWritten:4", false, 0),
        ("FileWritten:5", false, 0),
        ("Staged:1", false, 0),
        ("Intended:1", false, 1),
        ("Renamed:1", true, 1),
        ("Done:1", true, 0),
    ] {
        let site = Site::new();
        let output = site.command(GENT).env(KILLED_AT, at).output().unwrap();
        assert_eq!(output.status.signal(), Some(9), "{at}: {}", String::from_utf8_lossy(&output.stdout));
        site.assert_sound();
        assert_eq!(site.folder().join("A-1").exists(), stands, "{at}");
        let unfinished = site.log().unfinished().unwrap();
        assert_eq!(unfinished.len(), begun, "{at}");
        if begun == 1 && stands {
            let (archive, sample) = (site.archive(), sample(GENT));
            let refused = archive.abandon(1, sample.settlement()).unwrap_err();
            let path = site.folder().join("A-1");
            assert_eq!(refused, ArchiveError::FolderStands { delivery: 1, path });
            archive.resume(1, None, sample.settlement()).unwrap();
        }
        site.settle(GENT);
    }
}

#[test]
fn a_process_that_is_killed_at_any_moment_leaves_a_whole_folder_or_none() {
    let mut ends = std::collections::BTreeMap::new();
    for round in 0..30_u64 {
        let site = Site::new();
        let go = site.place.root().join("go");
        let mut child = site.command(GENT).env(AWAITED, &go).spawn().unwrap();
        fs::write(&go, "").unwrap();
        std::thread::sleep(Duration::from_millis(round * 3));
        child.kill().unwrap();
        child.wait().unwrap();
        site.assert_sound();
        let end = (site.folder().join("A-1").exists(), site.log().entries().unwrap().len());
        *ends.entry(end).or_insert(0) += 1;
        site.settle(GENT);
    }
    println!("stood, entries: {ends:?}");
}

/// A file system of so many bytes; none where this process may not mount one, and `INBURGERING_NO_MOUNT=1` says so.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    fn mount(at: &'a Path, size: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let options = format!("size={size}");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "none"]).arg(at).output().unwrap();
        if !mounted.status.success() {
            let is_told = std::env::var("INBURGERING_NO_MOUNT").is_ok_and(|value| value == "1");
            assert!(is_told, "nothing can be mounted here; set INBURGERING_NO_MOUNT=1 to go without these tests");
            return None;
        }
        Some(Self(at))
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn on_a_full_disk_nothing_is_left_and_nothing_is_logged() {
    let site = Site::new();
    let folder = site.folder();
    let Some(_small) = Small::mount(&folder, "64k") else { return };
    let mut sample = sample(GENT);
    sample.caseload = many(5000);
    let refused = sample.deliver(&site.archive()).unwrap_err();
    let full = |error: &ArchiveError| {
        matches!(error, ArchiveError::Folder(FolderError::Unwritable { kind: std::io::ErrorKind::StorageFull, .. }))
    };
    assert!(full(&refused), "{refused}");
    assert_eq!(names(&folder), Vec::<String>::new());
    assert_eq!(site.log().entries().unwrap(), []);
    // A shorter list has room.
    site.settle(GENT);
}

#[test]
fn with_a_full_disk_under_the_log_nothing_is_delivered() {
    let site = Site::new();
    let at = site.place.root().join("log");
    let Some(_small) = Small::mount(&at, "64k") else { return };
    let archive = site.archive();
    let mut delivered = 0;
    let refused = loop {
        let id = format!("A-{delivered}");
        let year = (2026 + delivered).to_string();
        let on = format!("{year}-02-10");
        match sample([&id, "44021", &on, &on, "calendar"]).deliver(&archive) {
            Ok(_) => delivered += 1,
            Err(error) => break error,
        }
        assert!(delivered < 40);
    };
    let cause = match &refused {
        ArchiveError::Interrupted { error, .. } => error,
        error => error,
    };
    assert!(matches!(cause, ArchiveError::Log(LogError::Database { .. })), "{refused}");
    let stand = names(&site.folder()).iter().filter(|name| !name.starts_with('.')).count();
    let done = states(&site.log()).iter().filter(|(_, state)| *state == "done").count();
    let begun = site.log().unfinished().unwrap().len();
    assert!(delivered > 0 && done == usize::try_from(delivered).unwrap());
    assert!(stand == done || stand == done + begun, "{stand} {done} {begun}");
    site.assert_sound();
}

#[test]
fn a_limit_to_the_size_of_files_is_as_a_full_disk() {
    let site = Site::new();
    let command = site.command(GENT);
    // The shell ignores the signal, since a full disk sends none; then it becomes the process.
    let script = "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"";
    let mut limited = Command::new("sh");
    limited.args(["-c", script]).arg(command.get_program()).args(command.get_args());
    limited.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = limited.env(PERSONS, "5000").stdin(Stdio::null()).output().unwrap();
    let said = result(&output);
    assert!(said.contains("cannot be written") && said.contains("large"), "{said}");
    assert_eq!(names(&site.folder()), Vec::<String>::new());
    assert_eq!(site.log().entries().unwrap(), []);
}

/// Lets processes deliver at once, and gives what each said.
fn race(site: &Site, tasks: &[Task<'_>]) -> Vec<String> {
    let go = site.place.root().join("go");
    let start = |task: &Task<'_>| site.command(*task).env(AWAITED, &go).spawn().unwrap();
    let children: Vec<Child> = tasks.iter().map(start).collect();
    std::thread::sleep(Duration::from_millis(30));
    fs::write(&go, "").unwrap();
    let said = children.into_iter().map(|child| result(&child.wait_with_output().unwrap())).collect();
    site.assert_sound();
    assert_eq!(site.log().unfinished().unwrap(), []);
    said
}

fn delivered(said: &[String]) -> Vec<usize> {
    (0..said.len()).filter(|&at| said[at].starts_with("delivered")).collect()
}

#[test]
fn two_processes_for_two_municipalities_both_deliver() {
    for _ in 0..10 {
        let site = Site::new();
        let brugge = ["A-2", "31005", "2026-02-02", "2026-02-10", "calendar"];
        let said = race(&site, &[GENT, brugge]);
        assert_eq!(delivered(&said), [0, 1], "{said:?}");
        assert_eq!(names(&site.folder()), ["A-1", "A-2"]);
    }
}

#[test]
fn two_requests_of_one_year_get_one_list_and_the_other_is_told_why() {
    let other = |on, year| ["A-2", "44021", "2026-02-04", on, year];
    let mut firsts = [0, 0];
    for round in 0..20 {
        let site = Site::new();
        let year = if round % 2 == 0 { "calendar" } else { "rolling_twelve_months" };
        let mut gent = GENT;
        gent[4] = year;
        let brugge = ["A-3", "31005", "2026-02-02", "2026-02-10", year];
        let said = race(&site, &[gent, other("2026-02-10", year), brugge]);
        let winners = delivered(&said);
        let [first, 2] = winners.as_slice() else { panic!("{said:?}") };
        let (winner, loser) = ([GENT[0], "A-2"][*first], &said[1 - first]);
        assert!(loser.contains("is refused on the day of delivery") && loser.contains(winner), "{said:?}");
        assert_eq!(names(&site.folder()), [winner, "A-3"]);
        firsts[*first] += 1;
    }
    println!("first: {firsts:?}");
}

#[test]
fn one_request_is_delivered_once() {
    for _ in 0..10 {
        let site = Site::new();
        let said = race(&site, &[GENT, GENT, GENT]);
        assert_eq!(delivered(&said).len(), 1, "{said:?}");
        for other in said.iter().filter(|said| !said.starts_with("delivered")) {
            let why = ["cannot be delivered again", "was begun and not ended", "is there already"];
            assert!(why.iter().any(|why| other.contains(why)), "{other}");
        }
        assert_eq!(names(&site.folder()), ["A-1"]);
    }
}

#[test]
fn a_predecessor_and_its_successor_share_the_year() {
    // Moerbeke went into Lokeren on 2025-01-01.
    for _ in 0..10 {
        let site = Site::new();
        let moerbeke = ["M", "44045", "2024-12-30", "2024-12-31", "rolling_twelve_months"];
        let lokeren = ["L", "46029", "2025-01-01", "2025-01-02", "rolling_twelve_months"];
        let said = race(&site, &[moerbeke, lokeren]);
        let winners = delivered(&said);
        assert_eq!(winners.len(), 1, "{said:?}");
        let why = ["is refused on the day of delivery", "deliver on that day or a later one"];
        assert!(said[1 - winners[0]].contains(why[winners[0]]), "{said:?}");
    }
}
