import Files
import Glibc
import Session
import WorkbenchKit

/// Keeps a workspace on disk: one JSON file, and beside it a journal to which every step goes at once.
///
/// A step that `record` has acknowledged survives the end of the process and of the power; `save` puts all of them in
/// the file. Whoever may write holds a lock until `close`.
public final class Keeper: Recorder {
  /// A workspace that was opened, with what is to be told about it.
  public struct Opened {
    public let keeper: Keeper
    /// With every step that was recorded.
    public let workspace: Workspace
    /// As it was last saved.
    public let saved: Workspace
    public let notices: [Notice]
  }

  private let paths: WorkspacePaths
  private let disk: Disk
  private var lock: Lock?
  private var journal: Journal?
  /// The workspace's file as this keeper left it; nil while it is only to be read.
  private var file: KeptFile?
  /// The mark of the state that was recorded; nil while a journal of before there were marks is gone on with.
  private var state: String?
  private var lineage: String
  private var recorded: Int
  private var saved: Int
  /// Whether nothing can be recorded: asked for, or because the files are damaged.
  public let isReadOnly: Bool

  /// For reading only.
  private init(_ paths: WorkspacePaths, _ workspace: Workspace, saved: Int) {
    self.paths = paths
    disk = .real
    self.saved = saved
    lineage = workspace.lineage
    recorded = workspace.serial
    isReadOnly = true
  }

  private init(
    _ paths: WorkspacePaths, on disk: Disk, _ lock: Lock, _ file: KeptFile, _ workspace: Workspace, saved: Int
  ) {
    self.paths = paths
    self.disk = disk
    self.lock = lock
    self.file = file
    self.saved = saved
    state = file.seal.state
    lineage = workspace.lineage
    recorded = workspace.serial
    isReadOnly = false
  }

  /// The path as it was given.
  public var path: String { paths.shown }
  /// The folder in which the file lies, links to the file followed.
  public var folder: String { paths.folder }
  /// How many operations are in the journal only.
  public var unsavedCount: Int { recorded - saved }

  // MARK: Opening

  /// Opens a workspace; one that is missing is made, with mode 0600, unless it is only to be read.
  ///
  /// Damaged files are opened read-only as far as they can be read, with a notice that says where.
  /// - Parameter disk: by which everything is written that this keeper acknowledges.
  /// - Throws: `workspace.locked`, `workspace.newer`, `workspace.damaged` where nothing is readable,
  ///   `workspace.missing`, `workspace.unsafe`, `workspace.unwritable`, `file.diskfull`, `file.unreadable`,
  ///   `file.directory`, `file.special`.
  public static func open(
    _ path: String, readOnly: Bool = false, migrations: FormatMigrations = .all, disk: Disk = .real
  ) throws -> Opened {
    let paths = try WorkspacePaths(path)
    return readOnly ? try openToRead(paths, migrations) : try openToWrite(paths, migrations, disk)
  }

  private static func openToRead(_ paths: WorkspacePaths, _ migrations: FormatMigrations) throws -> Opened {
    guard try paths.isThere() else { throw StoreProblem.missing(paths.shown, at: paths.file) }
    let loading = try Reading.beside(paths, migrations)
    var notices = loading.notices
    switch loading.journal {
    case .foreign(let steps): notices.append(StoreNotice.ignored(paths.journal, steps: steps))
    case .illegible: notices.append(StoreNotice.illegible(paths.journal))
    case .absent, .damaged, .fits, .stale: break
    }
    // While somebody writes, a line that is not finished is one that is being written.
    if loading.isTorn, !Lock.isHeld(paths.lock) { notices.append(StoreNotice.torn(paths.journal)) }
    let keeper = Keeper(paths, loading.workspace, saved: loading.saved.serial)
    return Opened(keeper: keeper, workspace: loading.workspace, saved: loading.saved, notices: notices)
  }

  private static func openToWrite(_ paths: WorkspacePaths, _ migrations: FormatMigrations, _ disk: Disk) throws
    -> Opened
  {
    if try paths.isThere(), faccessat(AT_FDCWD, paths.file, W_OK, AT_EACCESS) != 0 {
      throw StoreProblem.unwritable(paths.shown, at: paths.file, .last)
    }
    let lock = try Lock.take(paths.lock, of: paths.shown)
    var notices = lock.notice.map { [$0] } ?? []
    guard try paths.isThere() else {
      let workspace = Workspace(lineage: Lineage.new())
      let keeper = try place(workspace, at: paths, on: disk, lock, &notices)
      return Opened(keeper: keeper, workspace: workspace, saved: workspace, notices: notices)
    }
    // Another name of the same file has a lock of its own.
    let hold = try FileHold(paths)
    let loading = try Reading.locked(paths, migrations)
    notices += loading.notices
    let keeper: Keeper
    if loading.isDamaged {
      lock.release()
      keeper = Keeper(paths, loading.workspace, saved: loading.saved.serial)
    } else {
      let file = try KeptFile(paths, loading.seal, hold)
      keeper = Keeper(paths, on: disk, lock, file, loading.workspace, saved: loading.saved.serial)
      if loading.version < WorkspaceFormat.version {
        let backup = try Backup.make(of: paths)
        try keeper.save(loading.workspace)
        notices.append(StoreNotice.migrated(paths.shown, from: loading.version, backup: backup))
      } else {
        try keeper.takeUp(loading, &notices)
      }
    }
    return Opened(keeper: keeper, workspace: loading.workspace, saved: loading.saved, notices: notices)
  }

  /// Brings the journal into the state in which it can be gone on with. Whatever of it is not used is kept beside it.
  private func takeUp(_ loading: Loading, _ notices: inout [Notice]) throws {
    switch loading.journal {
    case .fits(let length, let link):
      if loading.isTorn {
        notices.append(StoreNotice.torn(paths.journal, keptAs: try paths.copyJournal()))
      }
      journal = try Journal.resume(at: paths.journal, shownAs: paths.shown, length: length, link: link, on: disk)
      state = loading.state
    case .stale: disk.remove(paths.journal)
    case .foreign(let steps):
      if let name = try paths.setJournalAside(on: disk) {
        notices.append(StoreNotice.setAside(paths.journal, as: name, steps: steps))
      }
    case .illegible:
      if let name = try paths.setJournalAside(on: disk) {
        notices.append(StoreNotice.illegible(paths.journal, keptAs: name))
      }
    case .absent, .damaged: break
    }
  }

  /// Writes a workspace where none is.
  private static func place(
    _ workspace: Workspace, at paths: WorkspacePaths, on disk: Disk, _ lock: Lock, _ notices: inout [Notice]
  ) throws -> Keeper {
    // First of all, or it would be taken for the journal of what is written now.
    if let name = try paths.setJournalAside(on: disk) {
      notices.append(StoreNotice.setAside(paths.journal, as: name, steps: nil))
    }
    let (file, doubt) = try KeptFile.write(workspace, state: nil, to: paths, on: disk)
    if let doubt { throw doubt }
    return Keeper(paths, on: disk, lock, file, workspace, saved: workspace.serial)
  }

  // MARK: Writing

  /// Writes an operation to the journal and returns when it is on disk, where it will be looked for.
  ///
  /// - Throws: `workspace.readonly`, `workspace.unwritable`, `workspace.lost`, `workspace.replaced`, `file.diskfull`;
  ///   then nothing was recorded. `workspace.uncertain` where it may have been.
  public func record(_ operation: Operation, serial: Int) throws {
    try demandGround()
    guard serial == recorded + 1 else { throw StoreProblem.outOfOrder(paths.shown, serial, due: recorded + 1) }
    if let journal {
      try journal.append(JournalRecord.write(operation, serial: serial, after: journal.link ?? ""))
    } else {
      let header = JournalHeader(lineage: lineage, serial: recorded, state: state ?? "").write()
      let record = JournalRecord.write(operation, serial: serial, after: JournalLine.sum(of: header))
      journal = try Journal.create(at: paths.journal, shownAs: paths.shown, [header, record], on: disk)
    }
    state = journal?.link
    recorded = serial
  }

  /// Writes the whole workspace to its file; the journal, which is then not needed any more, goes.
  ///
  /// - Throws: `workspace.readonly`, `workspace.lost`, `workspace.replaced`, `file.unwritable`, `file.diskfull`; then
  ///   file and journal are as they were. `workspace.uncertain` where the file is written and may not stay.
  public func save(_ workspace: Workspace) throws {
    try demandLock()
    if try paths.isThere() { try file?.demandUnchanged(paths) }
    let (written, doubt) = try KeptFile.write(workspace, state: state, to: paths, on: disk)
    file = written
    // The journal has it all until the file is sure to stay.
    if let doubt { throw StoreProblem.written(paths.shown, doubt) }
    state = written.seal.state
    saved = workspace.serial
    recorded = workspace.serial
    // Should this fail: its records are known by their marks to be in the snapshot.
    journal = nil
    disk.remove(paths.journal)
    try? disk.syncFolder(paths.folder)
  }

  /// Writes the workspace to another file and returns its keeper; this one stays open, and its file as it is.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  /// - Throws: `workspace.exists`, and what `open` and `save` throw.
  public func saveAs(_ path: String, _ workspace: Workspace, replacing: Bool = false) throws -> Opened {
    let other = try WorkspacePaths(path)
    if lock != nil, try other.isSame(as: paths) {
      try save(workspace)
      return Opened(keeper: self, workspace: workspace, saved: workspace, notices: [])
    }
    return try Self.create(other, workspace, replacing: replacing, on: disk)
  }

  /// Writes a workspace that stood in no file to one, and keeps it from then on.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  /// - Throws: `workspace.exists`, and what `open` and `save` throw.
  public static func create(_ path: String, _ workspace: Workspace, replacing: Bool = false) throws -> Opened {
    try create(try WorkspacePaths(path), workspace, replacing: replacing, on: .real)
  }

  private static func create(_ other: WorkspacePaths, _ workspace: Workspace, replacing: Bool, on disk: Disk) throws
    -> Opened
  {
    let lock = try Lock.take(other.lock, of: other.shown)
    if try other.isThere(), !replacing, try FileStatus.of(other.file).size > 0 {
      throw StoreProblem.exists(other.shown)
    }
    var notices = lock.notice.map { [$0] } ?? []
    let keeper = try place(workspace, at: other, on: disk, lock, &notices)
    return Opened(keeper: keeper, workspace: workspace, saved: workspace, notices: notices)
  }

  /// Gives up the lock. What was recorded and not saved stays in the journal.
  public func close() {
    // Nobody is there to be told any more; what can be mended is mended.
    if let journal, lock?.isInPlace == true, !journal.isInPlace { _ = try? journal.putBack() }
    journal = nil
    file = nil
    lock?.release()
    lock = nil
  }

  /// Makes sure that what this keeper put on disk is still there for whoever reads next.
  private func demandGround() throws {
    try demandLock()
    guard try paths.isThere() else { throw StoreProblem.moved(paths.shown) }
    try file?.demandUnchanged(paths)
    guard let journal, !journal.isInPlace else { return }
    let (place, restored) = try journal.putBack()
    guard let restored else { throw StoreProblem.journalReplaced(paths.shown, paths.journal, keptAs: place) }
    self.journal = restored
    throw StoreProblem.journalTaken(paths.shown, paths.journal)
  }

  private func demandLock() throws {
    guard let held = lock else {
      throw isReadOnly ? StoreProblem.readOnly(paths.shown) : StoreProblem.closed(paths.shown)
    }
    guard !held.isInPlace else { return }
    // Removed, it can be taken again as long as nobody else has.
    do { lock = try Lock.take(paths.lock, of: paths.shown) } catch { throw StoreProblem.lost(paths.shown, paths.lock) }
  }
}
