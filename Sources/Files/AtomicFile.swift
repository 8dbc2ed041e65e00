import Glibc
import WorkbenchKit

/// Writing a file so that at every moment, power loss included, either the old or the new bytes are there.
public enum AtomicFile {
  /// Who may read a file that is new; one that exists keeps what it has.
  public enum Mode: Sendable {
    /// The owner only: 0600. Whoever writes so is the only one who does, by a lock.
    case own
    /// As any program makes it: 0666 less the umask.
    case ordinary
  }

  /// Replaces a file, or makes it. A symbolic link is followed and stays; a pipe or a device is written into.
  ///
  /// - Parameters:
  ///   - shownAs: the path as it was given, for errors.
  ///   - disk: where something else than writing itself is wanted.
  /// - Throws: `file.unwritable`, `file.diskfull`, `file.directory`; then the old file is as it was.
  public static func write(
    _ bytes: [UInt8], to path: String, shownAs shown: String? = nil, mode: Mode, on disk: Disk = .real
  ) throws {
    if let nameless = FileProblem.nameless(shown ?? path) { throw nameless }
    do {
      if let descriptor = StandardStream.descriptor(path) { return try OpenFile.copy(of: descriptor).write(bytes) }
      let target = try FilePath.target(of: path)
      let old = try FileStatus.ifPresent(target)
      switch old?.kind {
      case nil, .regular?: try replace(target, old, bytes, mode, disk)
      case .folder?: throw FileProblem.folder(shown ?? path)
      case .pipe?, .socket?, .device?, .link?: try writeInto(target, bytes)
      }
    } catch let error as SystemError {
      throw FileProblem.writing(shown ?? path, at: path, error)
    }
  }

  private static func replace(_ target: String, _ old: FileStatus?, _ bytes: [UInt8], _ mode: Mode, _ disk: Disk) throws
  {
    // A file that may not be written is not to be replaced either, though the folder would allow it.
    if old != nil, faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0 { throw SystemError.last }
    let folder = FilePath.folder(of: target)
    let (file, name) = try temporary(beside: target, mode, disk)
    do {
      if let old { try keepRights(of: old, on: file) }
      try file.write(bytes)
      try file.sync()
      try disk.rename(name, to: target)
    } catch {
      disk.remove(name)
      throw error
    }
    try disk.syncFolder(folder)
  }

  /// Opens a new file in the same folder, under a name that nobody has.
  private static func temporary(beside target: String, _ mode: Mode, _ disk: Disk) throws(SystemError) -> (
    OpenFile, String
  ) {
    // A name of the longest kind would get too long with something behind it.
    let stem = FilePath.join(FilePath.folder(of: target), ".\(FilePath.name(of: target).prefix(100))")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    if mode == .own {
      // With one writer one name will do, and what a crash left behind goes with the next write.
      let name = "\(stem).tmp"
      disk.remove(name)
      return (try disk.open(name, flags, mode: 0o600), name)
    }
    var number = UInt32(truncatingIfNeeded: getpid())
    while true {
      let name = "\(stem).\(number).tmp"
      do {
        return (try disk.open(name, flags, mode: 0o666), name)
      } catch  where error.number == EEXIST {
        number = .random(in: .min ... .max)
      }
    }
  }

  private static func keepRights(of old: FileStatus, on file: OpenFile) throws {
    let new = try file.status()
    // Only the superuser can give a file away; for anyone else the new one is simply his.
    if new.owner != old.owner || new.group != old.group { _ = fchown(file.descriptor, old.owner, old.group) }
    if new.mode != old.mode, fchmod(file.descriptor, old.mode) != 0 { throw SystemError.last }
  }

  private static func writeInto(_ target: String, _ bytes: [UInt8]) throws {
    // Without O_NONBLOCK the opening of a pipe that nobody reads would wait for ever.
    let file = try OpenFile.open(target, O_WRONLY | O_NONBLOCK | O_NOCTTY)
    let flags = fcntl(file.descriptor, F_GETFL)
    guard flags >= 0, fcntl(file.descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0 else { throw SystemError.last }
    try file.write(bytes)
  }
}
