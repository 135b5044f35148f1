//! The folder: whole or not at all, never over another, and what killed processes leave.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use inburgering_archive::folder::{self, FolderError, safe_name};

use crate::samples::names;

const FILES: [(&str, &str); 2] = [("list.csv", "one"), ("receipt.json", "two")];

#[test]
fn the_files_stand_there_and_only_their_writer_reads_them() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("new").join("A-1");
    folder::write(&path, FILES).unwrap();
    assert_eq!(names(&path), ["list.csv", "receipt.json"]);
    assert_eq!(fs::read_to_string(path.join("list.csv")).unwrap(), "one");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(names(path.parent().unwrap()), ["A-1"]);
}

#[test]
fn nothing_that_is_there_is_overwritten() {
    let parent = tempfile::tempdir().unwrap();
    let there = |name: &str| parent.path().join(name);
    fs::create_dir(there("empty")).unwrap();
    fs::create_dir(there("full")).unwrap();
    fs::write(there("full").join("list.csv"), "kept").unwrap();
    fs::write(there("file"), "kept").unwrap();
    std::os::unix::fs::symlink("nowhere", there("link")).unwrap();
    for name in ["empty", "full", "file", "link"] {
        let path = there(name);
        assert_eq!(folder::write(&path, FILES), Err(FolderError::AlreadyThere { path }), "{name}");
    }
    assert_eq!(names(parent.path()), ["empty", "file", "full", "link"]);
    assert_eq!(names(&there("empty")), Vec::<String>::new());
    assert_eq!(fs::read_to_string(there("full").join("list.csv")).unwrap(), "kept");
}

#[test]
fn a_folder_that_comes_while_another_is_written_is_not_overwritten() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("A-1");
    // The other, an empty one, comes with the second file.
    let files = FILES.into_iter().inspect(|(name, _)| {
        if *name == "receipt.json" {
            fs::create_dir(&path).unwrap();
        }
    });
    assert_eq!(folder::write(&path, files), Err(FolderError::AlreadyThere { path: path.clone() }));
    assert_eq!(names(&path), Vec::<String>::new());
    assert_eq!(names(parent.path()), ["A-1"]);
}

#[test]
fn of_many_threads_one_writes_it() {
    for _ in 0..50 {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("A-1");
        let written = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|at| {
                    let path = &path;
                    scope.spawn(move || {
                        folder::write(path, [("list.csv", at.to_string()), ("b", at.to_string())]).is_ok()
                    })
                })
                .collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).filter(|&written| written).count()
        });
        assert_eq!(written, 1);
        let read = |name| fs::read_to_string(path.join(name)).unwrap();
        assert_eq!(read("list.csv"), read("b"));
        assert_eq!(names(parent.path()), ["A-1"]);
    }
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("A-1");
    let twice = folder::write(&path, [("list.csv", "one"), ("list.csv", "two")]);
    assert!(matches!(twice, Err(FolderError::Unwritable { kind: std::io::ErrorKind::AlreadyExists, .. })), "{twice:?}");
    assert_eq!(names(parent.path()), Vec::<String>::new());

    fs::write(parent.path().join("file"), "").unwrap();
    let under_a_file = folder::write(&parent.path().join("file").join("A-1"), FILES);
    assert!(matches!(under_a_file, Err(FolderError::Unwritable { .. })), "{under_a_file:?}");
    let nameless = std::path::Path::new("/");
    assert_eq!(folder::write(nameless, FILES), Err(FolderError::NoName { path: nameless.into() }));
}

#[test]
fn what_a_killed_process_left_is_removed_and_named() {
    let parent = tempfile::tempdir().unwrap();
    let left = parent.path().join(".inburgering-partial-Xy12zz");
    let leave = || {
        fs::create_dir(&left).unwrap();
        fs::write(left.join("list.csv"), "half").unwrap();
    };
    leave();
    for others in [".git", ".photos.partial-2024"] {
        fs::create_dir(parent.path().join(others)).unwrap();
    }
    assert_eq!(folder::sweep(parent.path()).unwrap(), std::slice::from_ref(&left));
    assert_eq!(names(parent.path()), [".git", ".photos.partial-2024"]);
    assert_eq!(folder::sweep(parent.path()).unwrap(), Vec::<std::path::PathBuf>::new());
    // The next delivery does it by itself.
    leave();
    folder::write(&parent.path().join("A-2"), FILES).unwrap();
    assert_eq!(names(parent.path()), [".git", ".photos.partial-2024", "A-2"]);
}

#[test]
fn what_somebody_is_writing_is_not_swept_away() {
    let parent = tempfile::tempdir().unwrap();
    let path = parent.path().join("A-1");
    let files = FILES.into_iter().inspect(|_| assert_eq!(folder::sweep(parent.path()).unwrap().len(), 0));
    folder::write(&path, files).unwrap();
    assert_eq!(names(&path), ["list.csv", "receipt.json"]);
}

#[test]
fn names_stay_different_and_within_the_folder() {
    assert_eq!(safe_name("A-11_GENT"), "A-11_GENT");
    assert_eq!(safe_name("requests.json"), "requests%2Ejson");
    assert_eq!(safe_name("../x"), "%2E%2E%2Fx");
    assert_eq!(safe_name(".A"), "%2EA");
    assert_ne!(safe_name("a b"), safe_name("a%20b"));
    assert_eq!(safe_name(""), "%");
    assert_eq!(safe_name(&"a".repeat(200)), "a".repeat(200));
    // What is longer than a folder's name may be stays different too.
    let [one, other] = ["é", "è"].map(|last| safe_name(&("é".repeat(199) + last)));
    assert_ne!(one, other);
    assert_eq!((one.len(), other.len()), (200, 200));
    let parent = tempfile::tempdir().unwrap();
    folder::write(&parent.path().join(&one), FILES).unwrap();
    assert_eq!(names(parent.path()), [one]);
}
