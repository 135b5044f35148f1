//! Files that appear only when they are complete.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The files of one run: written under temporary names, and given their own names together when all are complete.
///
/// A run that stops before [`Staged::publish`] leaves no file behind.
#[derive(Debug, Default)]
pub struct Staged {
    files: Vec<[PathBuf; 2]>,
}

impl Staged {
    /// No file yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a file beside its destination, under a temporary name.
    ///
    /// # Errors
    /// What the file system or `fill` say.
    pub fn write(
        &mut self,
        destination: &Path,
        fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut name = destination.as_os_str().to_owned();
        name.push(".partial");
        let partial = PathBuf::from(name);
        let mut writer = BufWriter::new(File::create(&partial)?);
        self.files.push([partial, destination.to_owned()]);
        fill(&mut writer)?;
        writer.flush()
    }

    /// Gives every file its own name.
    ///
    /// # Errors
    /// What the file system says; the files that have no name of their own yet are then removed.
    pub fn publish(mut self) -> io::Result<()> {
        while let Some([partial, destination]) = self.files.last() {
            fs::rename(partial, destination)?;
            self.files.pop();
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for [partial, _] in &self.files {
            // Nothing more can be done about a file that cannot be removed.
            let _ = fs::remove_file(partial);
        }
    }
}
