import Files
import Glibc
import Session
import WorkbenchKit

/// The file of a workspace as a keeper read or wrote it, so that it is noticed when somebody else puts another there.
struct KeptFile {
  let seal: Seal
  private let hold: FileHold
  private var status: FileStatus

  /// - Parameter hold: on the file, which was read after it was taken.
  init(_ paths: WorkspacePaths, _ seal: Seal, _ hold: FileHold) throws {
    self.seal = seal
    self.hold = hold
    status = try hold.status(paths)
  }

  /// Writes a workspace to its file.
  ///
  /// - Parameter state: the mark of its state; nil where no journal has led to it.
  /// - Returns: the file, and the error that came when it was in its place already: then it may not outlast a power cut.
  /// - Throws: `file.unwritable`, `file.diskfull`; then the file is as it was.
  static func write(
    _ workspace: Workspace, state: String?, to paths: WorkspacePaths, on disk: Disk
  ) throws -> (file: KeptFile, doubt: Diagnostic?) {
    let (bytes, seal) = Seal.sealed(workspace, state: state)
    do {
      try AtomicFile.write(bytes, to: paths.file, shownAs: paths.shown, mode: .own, on: disk)
      return (try KeptFile(paths, seal, FileHold(paths)), nil)
    } catch let error as Diagnostic {
      guard let there = try? DiskFiles().bytes(of: paths.file), there == bytes else { throw error }
      return (try KeptFile(paths, seal, FileHold(paths)), error)
    }
  }

  /// Makes sure that the file still says what it said; that its time or its number changed is no matter.
  ///
  /// - Throws: `workspace.replaced`; `workspace.unwritable` where it cannot be asked.
  mutating func demandUnchanged(_ paths: WorkspacePaths) throws {
    let found: FileStatus?
    do { found = try FileStatus.ifPresent(paths.file) } catch {
      throw StoreProblem.notDone(FileProblem.reading(paths.shown, at: paths.file, error))
    }
    guard let now = found,
      now.identity != status.identity || now.size != status.size || now.modified != status.modified
    else { return }
    let bytes = try DiskFiles().bytes(of: paths.file)
    let snapshot = SnapshotReader.read(bytes)
    let isSame = snapshot.seal.map { $0 == seal && snapshot.isAsSealed } ?? (Seal(of: bytes[...], state: nil) == seal)
    if !isSame { throw StoreProblem.replaced(paths.shown) }
    status = now
  }
}

/// A lock of the kernel on a workspace's file itself: whoever opens it by another name, which has a journal and a lock
/// file of its own, meets it.
final class FileHold {
  private let file: OpenFile

  /// - Throws: `workspace.locked`, `file.unreadable`.
  init(_ paths: WorkspacePaths) throws {
    do {
      file = try OpenFile.open(paths.file, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    } catch {
      throw FileProblem.reading(paths.shown, at: paths.file, error)
    }
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      // A file system that knows no locks has the lock file.
      guard errno == EWOULDBLOCK else { return }
      throw StoreProblem.locked(paths.shown, lock: paths.lock, by: nil, elsewhere: false)
    }
  }

  // A child that is just being made has a copy of the descriptor, with which the lock would live on.
  deinit { _ = flock(file.descriptor, LOCK_UN) }

  func status(_ paths: WorkspacePaths) throws -> FileStatus {
    do { return try file.status() } catch { throw FileProblem.reading(paths.shown, at: paths.file, error) }
  }
}
