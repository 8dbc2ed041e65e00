import Files
import Glibc
import WorkbenchKit

/// The right to write a workspace: a lock of the kernel on a file beside it, which goes when the process goes.
///
/// The file tells others who holds it. A leftover of a process that died is taken over; one that names another host is
/// respected, as the kernel's lock may not reach across a network.
final class Lock {
  private let path: String
  private let file: OpenFile
  private(set) var notice: Notice?
  private var held = true

  private init(_ path: String, _ file: OpenFile) {
    self.path = path
    self.file = file
  }

  deinit { release() }

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: of the lock file.
  ///   - workspace: the path of the workspace as it was given.
  /// - Throws: `workspace.locked`, `workspace.unsafe`, `workspace.unwritable`, `file.diskfull`.
  static func take(_ path: String, of workspace: String) throws -> Lock {
    do {
      while true {
        try OwnFile.demand(path)
        // Nothing is followed, and a pipe that came in between is not waited for.
        let file = try OpenFile.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, mode: 0o644)
        try OwnFile.demand(file.status(), path)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
          if errno == EINTR { continue }
          guard errno == EWOULDBLOCK else { throw SystemError.last }
          throw StoreProblem.locked(workspace, lock: path, by: holder(file), elsewhere: false)
        }
        // Whoever held it may have removed the file in between: then this lock is on a file that nobody sees.
        guard OwnFile.isInPlace(file, at: path) else { continue }
        return try claim(path, file, workspace)
      }
    } catch let error as SystemError {
      throw StoreProblem.unwritable(workspace, at: path, error)
    }
  }

  /// Whether others still see this lock: its file may have been removed or replaced.
  var isInPlace: Bool { OwnFile.isInPlace(file, at: path) }

  /// Whether somebody holds the lock of that path now.
  static func isHeld(_ path: String) -> Bool {
    guard let file = try? OpenFile.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY) else { return false }
    defer { _ = flock(file.descriptor, LOCK_UN) }
    return flock(file.descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Gives the lock up and removes its file.
  func release() {
    guard held else { return }
    held = false
    // Removed while it is still held, so that nobody's new lock is removed.
    if isInPlace { unlink(path) }
    _ = flock(file.descriptor, LOCK_UN)
  }

  private static func claim(_ path: String, _ file: OpenFile, _ workspace: String) throws -> Lock {
    let this = LockHolder.this()
    let leftover = try file.readToEnd(expecting: 256, limit: 4_096) ?? []
    let before = LockHolder(leftover)
    if let before, before.host != this.host {
      throw StoreProblem.locked(workspace, lock: path, by: before, elsewhere: true)
    }
    let lock = Lock(path, file)
    do {
      try file.truncate(to: 0)
      try file.write(this.line)
    } catch {
      lock.release()
      throw error
    }
    if !leftover.isEmpty { lock.notice = StoreNotice.takenOver(path, from: before) }
    return lock
  }

  /// Who holds a lock; asked again for a moment, as it may be just writing its name.
  private static func holder(_ file: OpenFile) -> LockHolder? {
    for _ in 0..<20 {
      lseek(file.descriptor, 0, SEEK_SET)
      if let bytes = try? file.readToEnd(expecting: 256, limit: 4_096), let holder = LockHolder(bytes) { return holder }
      usleep(5_000)
    }
    return nil
  }
}
