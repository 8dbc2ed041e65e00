import Glibc
import WorkbenchKit

/// A file that is written beside the one in whose place it comes.
final class FileInMaking {
  private let file: OpenFile
  private let name: String
  private let target: String
  private let disk: Disk
  private var isFinished = false

  /// - Parameters:
  ///   - old: the file in whose place it comes; nil where there is none.
  ///   - isOwn: whether it is for the owner only, and nobody else writes it at the same time.
  init(beside target: String, _ old: FileStatus?, isOwn: Bool, _ disk: Disk) throws {
    // A file that may not be written is not to be replaced either, though the folder would allow it.
    if old != nil, faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0 { throw SystemError.last }
    self.target = target
    self.disk = disk
    (file, name) = try Self.temporary(beside: target, isOwn: isOwn, disk)
    if let old { try Self.keepRights(of: old, on: file) }
  }

  deinit {
    if !isFinished { disk.remove(name) }
  }

  /// - Throws: `SystemError`; then the file is not to be finished.
  func append(_ bytes: [UInt8]) throws { try file.write(bytes) }

  /// - Throws: `SystemError`.
  func finish() throws {
    try file.sync()
    try disk.rename(name, to: target)
    isFinished = true
    try disk.syncFolder(FilePath.folder(of: target))
  }

  /// Opens a new file in the same folder, under a name that nobody has.
  private static func temporary(
    beside target: String, isOwn: Bool, _ disk: Disk
  ) throws(SystemError) -> (OpenFile, String) {
    // A name of the longest kind would get too long with something behind it.
    let stem = FilePath.join(FilePath.folder(of: target), ".\(FilePath.name(of: target).prefix(100))")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    if isOwn {
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
}

/// A file in the making whose errors are told to people.
final class SpokenFile: GrowingFile {
  private let file: FileInMaking
  private let path: String
  private let shown: String

  /// - Parameter shown: the path as it was given.
  init(file: FileInMaking, path: String, shown: String) {
    self.file = file
    self.path = path
    self.shown = shown
  }

  func append(_ bytes: [UInt8]) throws { try spoken { try file.append(bytes) } }
  func finish() throws { try spoken { try file.finish() } }

  private func spoken(_ work: () throws -> Void) throws {
    do { try work() } catch let error as SystemError { throw FileProblem.writing(shown, at: path, error) }
  }
}
