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
  private var lineage: String
  private var recorded: Int
  private var saved: Int
  /// Whether nothing can be recorded: asked for, or because the files are damaged.
  public let isReadOnly: Bool

  private init(
    _ paths: WorkspacePaths, on disk: Disk, _ lock: Lock?, _ journal: Journal?, _ workspace: Workspace, saved: Int
  ) {
    self.paths = paths
    self.disk = disk
    self.lock = lock
    self.journal = journal
    self.saved = saved
    lineage = workspace.lineage
    recorded = workspace.serial
    isReadOnly = lock == nil
  }

  /// The path as it was given.
  public var path: String { paths.shown }
  /// How many operations are in the journal only.
  public var unsavedCount: Int { recorded - saved }

  // MARK: Opening

  /// Opens a workspace; one that is missing is made, with mode 0600, unless it is only to be read.
  ///
  /// Damaged files are opened read-only as far as they can be read, with a notice that says where.
  /// - Parameter disk: by which everything is written that this keeper acknowledges.
  /// - Throws: `workspace.locked`, `workspace.newer`, `workspace.damaged` where nothing is readable,
  ///   `workspace.missing`, `workspace.unwritable`, `file.diskfull`, `file.unreadable`, `file.directory`, `file.special`.
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
    if loading.journal == .foreign { notices.append(StoreNotice.ignored(paths.journal)) }
    let keeper = Keeper(paths, on: .real, nil, nil, loading.workspace, saved: loading.saved.serial)
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
    let loading = try Reading.locked(paths, migrations)
    notices += loading.notices
    let keeper: Keeper
    if loading.isDamaged {
      lock.release()
      keeper = Keeper(paths, on: .real, nil, nil, loading.workspace, saved: loading.saved.serial)
    } else if loading.version < WorkspaceFormat.version {
      let backup = try Backup.make(of: paths)
      keeper = Keeper(paths, on: disk, lock, nil, loading.workspace, saved: loading.saved.serial)
      try keeper.save(loading.workspace)
      notices.append(StoreNotice.migrated(paths.shown, from: loading.version, backup: backup))
    } else {
      let journal = try takeUp(loading, paths, disk, &notices)
      keeper = Keeper(paths, on: disk, lock, journal, loading.workspace, saved: loading.saved.serial)
    }
    return Opened(keeper: keeper, workspace: loading.workspace, saved: loading.saved, notices: notices)
  }

  /// Brings the journal into the state in which it can be gone on with.
  private static func takeUp(
    _ loading: Loading, _ paths: WorkspacePaths, _ disk: Disk, _ notices: inout [Notice]
  ) throws -> Journal? {
    if loading.isTorn { notices.append(StoreNotice.torn(paths.journal)) }
    switch loading.journal {
    case .fits(let length): return try Journal.resume(at: paths.journal, shownAs: paths.shown, length: length, on: disk)
    case .stale: disk.remove(paths.journal)
    case .foreign:
      if let name = try paths.setJournalAside(on: disk) {
        notices.append(StoreNotice.setAside(paths.journal, as: name))
      }
    case .absent, .damaged: break
    }
    return nil
  }

  /// Writes a workspace where none is.
  private static func place(
    _ workspace: Workspace, at paths: WorkspacePaths, on disk: Disk, _ lock: Lock, _ notices: inout [Notice]
  ) throws -> Keeper {
    // First of all, or it would be taken for the journal of what is written now.
    if let name = try paths.setJournalAside(on: disk) { notices.append(StoreNotice.setAside(paths.journal, as: name)) }
    try AtomicFile.write(SnapshotWriter.encode(workspace), to: paths.file, shownAs: paths.shown, mode: .own, on: disk)
    return Keeper(paths, on: disk, lock, nil, workspace, saved: workspace.serial)
  }

  // MARK: Writing

  /// Writes an operation to the journal and returns when it is on disk.
  ///
  /// - Throws: `workspace.readonly`, `workspace.unwritable`, `file.diskfull`; then nothing was recorded.
  public func record(_ operation: Operation, serial: Int) throws {
    try demandLock()
    guard serial == recorded + 1 else { throw StoreProblem.outOfOrder(paths.shown, serial, due: recorded + 1) }
    let line = JournalRecord.write(operation, serial: serial)
    if let journal {
      try journal.append(line)
    } else {
      let header = JournalHeader(lineage: lineage, serial: recorded).write()
      journal = try Journal.create(at: paths.journal, shownAs: paths.shown, header + line, on: disk)
    }
    recorded = serial
  }

  /// Writes the whole workspace to its file; the journal, which is then not needed any more, goes.
  ///
  /// - Throws: `workspace.readonly`, `file.unwritable`, `file.diskfull`; then file and journal are as they were.
  public func save(_ workspace: Workspace) throws {
    try demandLock()
    try AtomicFile.write(SnapshotWriter.encode(workspace), to: paths.file, shownAs: paths.shown, mode: .own, on: disk)
    saved = workspace.serial
    recorded = workspace.serial
    // Should this fail: its records are known by their serials to be in the snapshot.
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
    journal = nil
    lock?.release()
    lock = nil
  }

  private func demandLock() throws {
    if lock == nil { throw isReadOnly ? StoreProblem.readOnly(paths.shown) : StoreProblem.closed(paths.shown) }
  }
}
