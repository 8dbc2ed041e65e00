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
      guard let file = try making(target, shownAs: shown ?? path, mode, disk) else {
        return try writeInto(target, bytes)
      }
      try file.append(bytes)
      try file.finish()
    } catch let error as SystemError {
      throw FileProblem.writing(shown ?? path, at: path, error)
    }
  }

  /// Begins a file of which the bytes come some at a time.
  ///
  /// - Parameter shown: the path as it was given, for errors.
  /// - Returns: nil of a pipe or a device.
  /// - Throws: as `write`.
  static func begin(_ path: String, shownAs shown: String, on disk: Disk = .real) throws -> (any GrowingFile)? {
    if let nameless = FileProblem.nameless(shown) { throw nameless }
    if StandardStream.descriptor(path) != nil { return nil }
    do {
      return try making(FilePath.target(of: path), shownAs: shown, .ordinary, disk).map {
        SpokenFile(file: $0, path: path, shown: shown)
      }
    } catch let error as SystemError {
      throw FileProblem.writing(shown, at: path, error)
    }
  }

  /// - Returns: nil of a pipe or a device, which nothing is written beside.
  private static func making(
    _ target: String, shownAs shown: String, _ mode: Mode, _ disk: Disk
  ) throws -> FileInMaking? {
    let old = try FileStatus.ifPresent(target)
    switch old?.kind {
    case nil, .regular?: return try FileInMaking(beside: target, old, isOwn: mode == .own, disk)
    case .folder?: throw FileProblem.folder(shown)
    case .pipe?, .socket?, .device?, .link?: return nil
    }
  }

  private static func writeInto(_ target: String, _ bytes: [UInt8]) throws {
    // Without O_NONBLOCK the opening of a pipe that nobody reads would wait for ever.
    let file = try OpenFile.open(target, O_WRONLY | O_NONBLOCK | O_NOCTTY)
    let flags = fcntl(file.descriptor, F_GETFL)
    guard flags >= 0, fcntl(file.descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0 else { throw SystemError.last }
    try file.write(bytes)
  }
}
