//! The archive (*archief*): a folder in which each delivery is a folder, and the log that tells of them.
//!
//! One call delivers a list: the core judges and makes it, the folder is written under a temporary name, the log gets
//! an intent that takes the request's year, the folder gets its name, and the log says so. Whatever ends the process in
//! between, there is a whole folder or none, and a log that says what to settle. Leaves out who may have a list: that
//! is the core's rule, to which the deliveries of the log are shown as history.

mod error;
mod notification;
mod settlement;

use core::hash::{Hash, Hasher};
use core::iter::successors;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use inburgering::{Assessment, Delivery, DigestKey, Handover, Municipality, Placed, Records, deliver};
use inburgering_papers::FOR_MUNICIPALITY;

use crate::entry::{DeliveryState, Entry, Event, Hand, Intent, LoggedDelivery};
use crate::folder::{FolderError, Staged, parent_of, safe_name, sync_name};
use crate::log::{Book, DisclosureLog, Keys, book_history};
use crate::step::Step;

pub use error::ArchiveError;
pub use notification::Notified;
pub use settlement::{Inputs, Settlement};

/// A folder of deliveries and the log of them.
///
/// Several processes may deliver into one archive at once. Nothing stands open in it: it can be shared by threads.
///
/// ```
/// use inburgering::{Assessment, Handover, Placed, Records};
/// use inburgering_archive::{Archive, ArchiveError, DisclosureLog};
///
/// /// Delivers one list, and says where it stands.
/// fn hand_over(
///     assessment: &Assessment,
///     placed: &Placed,
///     records: Records<'_>,
///     handover: Handover<'_>,
/// ) -> Result<String, ArchiveError> {
///     let archive = Archive::new("/srv/deliveries", DisclosureLog::open("/srv/log.sqlite")?);
///     let archived = archive.deliver(assessment, placed, records, handover)?;
///     Ok(format!("{} persons, in {}", archived.delivery.list.len(), archived.folder.display()))
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
    log: DisclosureLog,
    old_keys: Vec<DigestKey>,
    watch: fn(Step),
}

/// Archives are the same that have one folder and one log.
impl PartialEq for Archive {
    fn eq(&self, other: &Self) -> bool {
        (&self.folder, &self.log) == (&other.folder, &other.log)
    }
}

impl Eq for Archive {}

impl Hash for Archive {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.folder, &self.log).hash(state);
    }
}

/// A delivery that was made: what was delivered, where it stands, and the entry that says so.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Archived {
    /// What was delivered. Its history has every delivery of the log.
    pub delivery: Delivery,
    /// The folder.
    pub folder: PathBuf,
    /// The number of the entry with the intent, by which the delivery is called.
    pub number: u64,
    /// The entry that says that it was done.
    pub entry: Entry,
}

impl Archived {
    /// The files to hand over: the list and its cover note. The receipt is the agency's alone, since its counts tell what
    /// the list must not.
    pub fn for_municipality(&self) -> impl Iterator<Item = PathBuf> {
        FOR_MUNICIPALITY.into_iter().map(|name| self.folder.join(name))
    }
}

impl Archive {
    /// The archive of that folder, which is made when the first delivery is, with that log.
    pub fn new(folder: impl Into<PathBuf>, log: DisclosureLog) -> Self {
        Self { folder: folder.into(), log, old_keys: Vec::new(), watch: |_| () }
    }

    /// The same archive, which verifies the log with these keys of before too: after a new key, give the old ones.
    #[must_use]
    pub fn with_old_keys(self, old_keys: impl IntoIterator<Item = DigestKey>) -> Self {
        Self { old_keys: old_keys.into_iter().collect(), ..self }
    }

    /// The same archive, which tells of each step that was taken.
    #[doc(hidden)]
    pub fn watched_by(self, watch: fn(Step)) -> Self {
        Self { watch, ..self }
    }

    /// The folder in which the deliveries stand.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The log.
    pub const fn log(&self) -> &DisclosureLog {
        &self.log
    }

    /// Where the folder of a delivery stands.
    pub fn folder_of(&self, delivery: &LoggedDelivery) -> PathBuf {
        self.folder.join(&delivery.folder)
    }

    /// Delivers the list of a granted request from persons placed on the day of delivery, into a folder named after the
    /// request.
    ///
    /// The history of `records` is that of before the log, or beside it: the deliveries of the log are added to it,
    /// those that were begun too.
    ///
    /// # Errors
    /// [`ArchiveError`]. Nothing was delivered, unless it is [`ArchiveError::Interrupted`]: then the log has an intent
    /// to [`resume`](Self::resume) or [`abandon`](Self::abandon).
    pub fn deliver(
        &self,
        assessment: &Assessment,
        placed: &Placed,
        records: Records<'_>,
        handover: Handover<'_>,
    ) -> Result<Archived, ArchiveError> {
        let request = assessment.request();
        let judged = |deliveries: &[LoggedDelivery]| -> Result<Delivery, ArchiveError> {
            let live = || deliveries.iter().filter(|logged| logged.is_live());
            let unfinished = |logged: &&LoggedDelivery| logged.state == DeliveryState::Intended;
            if let Some(logged) = live().filter(unfinished).find(|logged| logged.request.id() == request.id()) {
                return Err(ArchiveError::Unfinished { request: request.id().clone(), delivery: logged.delivery });
            }
            // What was delivered on a later day would not be known on this one, and take no year.
            let related = live().filter(|logged| are_related(logged.receipt.municipality, request.municipality()));
            let last = related.max_by_key(|logged| logged.receipt.on);
            if let Some(last) = last.filter(|last| placed.on() < last.receipt.on) {
                let (last_on, delivery) = (last.receipt.on, last.delivery);
                return Err(ArchiveError::Backdated { on: placed.on(), last_on, delivery });
            }
            let history = book_history(records.history, live())?;
            Ok(deliver(assessment, placed, Records { history: &history, ..records }, handover)?)
        };

        // Judged and written first, while others may use the log; under its lock only the judging is done again.
        let delivery = judged(&self.log.trusted(&self.keys(handover.key).all())?)?;
        let name = safe_name(request.id().as_str());
        let folder = self.folder.join(&name);
        let staged = self.stage(&folder, &delivery)?;
        let hand = Hand { operator: handover.operator, at: handover.delivered_at };
        let (delivery, number) = self.log.write(self.keys(handover.key), |book| {
            let delivery = judged(book.deliveries())?;
            let (request, receipt) = (request.clone(), delivery.receipt.clone());
            let intent = Event::Intended(Box::new(Intent { request, receipt, folder: name }));
            Ok::<_, ArchiveError>((delivery, book.add(intent, hand)?.sequence))
        })?;
        (self.watch)(Step::Intended);
        let finished = |book: &mut Book<'_>| self.finish(book, number, Some(staged), Settlement::of(handover));
        let entry = self.log.write(self.keys(handover.key), finished);
        let entry = entry.map_err(|error| ArchiveError::Interrupted { delivery: number, error: Box::new(error) })?;
        (self.watch)(Step::Done);
        Ok(Archived { delivery, folder, number, entry })
    }

    /// The key of what is added to the log, and those of before.
    fn keys<'a>(&'a self, key: &'a DigestKey) -> Keys<'a> {
        Keys { key, old_keys: &self.old_keys }
    }

    /// The folder of a delivery under its temporary name.
    fn stage(&self, folder: &Path, delivery: &Delivery) -> Result<Staged, ArchiveError> {
        if self.log.needs(folder) {
            return Err(FolderError::OfTheLog { path: folder.to_owned() }.into());
        }
        let files = inburgering_papers::files(delivery)?.into_iter().map(|file| (file.name, file.bytes));
        Ok(Staged::write(folder, files, self.watch)?)
    }

    /// Gives the folder its name, if it does not stand yet, and says so, under the lock of the log: meanwhile nobody
    /// abandons the delivery.
    fn finish(
        &self,
        book: &mut Book<'_>,
        delivery: u64,
        staged: Option<Staged>,
        settlement: Settlement<'_>,
    ) -> Result<Entry, ArchiveError> {
        let logged = open_delivery(book.deliveries(), delivery)?;
        if let Some(staged) = staged {
            staged.publish()?;
        } else {
            self.require_whole_folder(logged, settlement.key)?;
            // Who renamed it may have been killed before the name was on the disk.
            sync_name(&self.folder_of(logged))?;
        }
        (self.watch)(Step::Renamed);
        Ok(book.add(Event::Done { delivery }, settlement.hand()?)?)
    }
}

/// The delivery of that number.
fn delivery_called(deliveries: &[LoggedDelivery], delivery: u64) -> Result<&LoggedDelivery, ArchiveError> {
    let logged = deliveries.iter().find(|logged| logged.delivery == delivery);
    logged.ok_or(ArchiveError::NoSuchDelivery { delivery })
}

/// The delivery of that number, which was begun and not ended.
fn open_delivery(deliveries: &[LoggedDelivery], delivery: u64) -> Result<&LoggedDelivery, ArchiveError> {
    let logged = delivery_called(deliveries, delivery)?;
    match logged.state {
        DeliveryState::Intended => Ok(logged),
        state => Err(ArchiveError::Ended { delivery, state }),
    }
}

/// Whether one became the other by mergers, so that a list to the one takes the year of the other.
fn are_related(one: Municipality, other: Municipality) -> bool {
    let became = |from: Municipality, to| successors(Some(from), |code| code.successor()).any(|code| code == to);
    became(one, other) || became(other, one)
}

/// Whether something stands there, be it a link that leads nowhere. It does not only where its parent can be seen.
fn stands(path: &Path) -> Result<bool, FolderError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound && parent_of(path).is_dir() => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(FolderError::NoParent { path: parent_of(path).to_owned() })
        }
        Err(error) => Err(FolderError::unwritable(path, &error)),
    }
}
