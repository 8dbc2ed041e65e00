import Files
import Session
import WorkbenchKit

/// A workspace as it comes out of the bytes of its file and its journal.
struct Loading {
  /// What is to be done with the journal by who may write.
  enum JournalState: Hashable {
    case absent
    /// It goes on from the snapshot; so many bytes are good, and the next line is chained to `link`, if to any.
    case fits(length: Int, link: String?)
    /// All that is in it is in the snapshot.
    case stale
    /// It is of another workspace, or of another state of this one: so many steps stand in it.
    case foreign(steps: Int)
    /// Nothing in it can be read.
    case illegible
    case damaged

    var isForeign: Bool { if case .foreign = self { true } else { false } }
  }

  private(set) var workspace: Workspace
  private(set) var notices: [Notice] = []
  /// Whether something could not be read; then nothing may be written.
  private(set) var isDamaged = false
  /// As it is in the file, without the journal.
  let saved: Workspace
  /// The version of the file.
  let version: Int
  private(set) var journal = JournalState.absent
  /// Whether the journal ends in a record that was not written to its end.
  private(set) var isTorn = false
  /// What the file says of itself, or would say.
  let seal: Seal
  /// The mark of the state that snapshot and journal make; nil where the journal has none to give.
  private(set) var state: String?

  /// Puts a workspace together.
  ///
  /// - Parameter journal: nil where there is none.
  /// - Throws: `workspace.newer`, `workspace.damaged` where nothing of it is readable.
  init(_ bytes: [UInt8], journal: [UInt8]?, of paths: WorkspacePaths, _ migrations: FormatMigrations) throws {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw StoreProblem.empty(paths.shown) }
    let head: SnapshotHead?
    do { head = try SnapshotHead.read(bytes) } catch { head = nil }
    version = try Self.version(head, paths)
    guard let chain = migrations.chain(from: version) else { throw StoreProblem.tooOld(paths.shown, version) }
    let snapshot = SnapshotReader.read(chain.isEmpty ? bytes : try chain.file(bytes))
    workspace = snapshot.workspace
    saved = workspace
    seal = snapshot.seal ?? Seal(of: bytes[...], state: nil)
    state = seal.state
    if !snapshot.strangers.isEmpty { notices.append(StoreNotice.strangers(paths.shown, snapshot.strangers)) }
    if snapshot.seal != nil, !snapshot.isAsSealed, snapshot.damage == nil {
      notices.append(StoreNotice.changed(paths.shown))
    }
    if let damage = snapshot.damage {
      guard snapshot.isRecognizable else { throw StoreProblem.foreign(paths.shown, damage) }
      isDamaged = true
      notices.append(StoreNotice.damagedSnapshot(paths.shown, damage))
    } else if let journal {
      try replay(JournalContents(journal), of: paths, migrations)
    }
    if version < 2, !isDamaged { workspace = try workspace.relocated(to: paths.folder, from: [paths.folder]) }
  }

  /// The version that a file says to have; one that is too damaged to say is taken for one of ours.
  private static func version(_ head: SnapshotHead?, _ paths: WorkspacePaths) throws -> Int {
    guard let head else { return WorkspaceFormat.version }
    guard head.format == WorkspaceFormat.name, let version = head.version else {
      throw StoreProblem.foreign(paths.shown, nil)
    }
    guard version <= WorkspaceFormat.version else { throw StoreProblem.newer(paths.shown, version) }
    return version
  }

  private mutating func replay(
    _ contents: JournalContents, of paths: WorkspacePaths, _ migrations: FormatMigrations
  ) throws {
    isTorn = contents.ending == .torn && contents.header != nil
    if case .damaged(let line) = contents.ending { damage(paths, line: line, nil) }
    guard let header = contents.header else {
      if !isDamaged { journal = .illegible }
      return
    }
    guard header.version <= WorkspaceFormat.version else { throw StoreProblem.newer(paths.journal, header.version) }
    guard let chain = migrations.chain(from: header.version) else {
      throw StoreProblem.tooOld(paths.journal, header.version)
    }
    let isOurs =
      header.state == nil ? header.serial <= saved.serial : contents.state(at: saved.serial) == seal.state
    guard header.lineage == workspace.lineage, isOurs else {
      journal = .foreign(steps: contents.records.count)
      return
    }
    for (index, record) in contents.records.enumerated() where record.serial > saved.serial {
      do {
        let operation = chain.isEmpty ? record.operation : try chain.operation(record.operation)
        workspace = try workspace.applying(OperationForm.decode(operation))
      } catch let error as Diagnostic {
        // The first line is the header.
        damage(paths, line: index + 2, error.message)
        return
      }
    }
    guard !isDamaged else { return }
    let isUsed = workspace.serial > saved.serial || header.serial == saved.serial
    journal = isUsed ? .fits(length: contents.goodLength, link: contents.link) : .stale
    if isUsed { state = contents.link == nil ? nil : contents.records.last?.state ?? seal.state }
  }

  private mutating func damage(_ paths: WorkspacePaths, line: Int, _ why: Text?) {
    isDamaged = true
    journal = .damaged
    notices.append(StoreNotice.damagedJournal(paths.journal, line: line, why: why))
  }
}
