import Files
import Glibc
import Session
import WorkbenchKit

/// The journal of a workspace that is being written: a record is on disk when `append` has returned.
final class Journal {
  private let path: String
  /// How the workspace is called, for errors.
  private let shown: String
  private let file: OpenFile
  private let disk: Disk
  /// How many bytes of the file are good.
  private var length: Int
  /// To what the next line is chained; nil in a journal that is no chain.
  private(set) var link: String?
  /// Whether something that failed may stand behind them.
  private var unclean = true

  private init(_ path: String, _ shown: String, _ file: OpenFile, _ disk: Disk, length: Int, link: String?) {
    self.path = path
    self.shown = shown
    self.file = file
    self.disk = disk
    self.length = length
    self.link = link
  }

  /// Makes a journal with its header and its first record, at once.
  ///
  /// - Throws: `file.diskfull`, `workspace.unwritable`, `workspace.unsafe`, and then there is no new journal;
  ///   `workspace.uncertain` where there may be one.
  static func create(at path: String, shownAs shown: String, _ lines: [[UInt8]], on disk: Disk) throws -> Journal {
    let bytes = Array(lines.joined())
    do {
      try OwnFile.demand(path)
      // What stands there is not ours: it is kept.
      if try FileStatus.ifPresent(path) != nil { try disk.rename(path, to: WorkspacePaths.free(path)) }
    } catch let error as SystemError {
      throw StoreProblem.notDone(FileProblem.writing(shown, at: path, error))
    }
    do {
      try AtomicFile.write(bytes, to: path, shownAs: shown, mode: .own, on: disk)
      return try resume(
        at: path, shownAs: shown, length: bytes.count, link: lines.last.map(JournalLine.sum), on: disk)
    } catch let error as Diagnostic {
      // It can have got its name before something failed: then the step would be there after all.
      disk.remove(path)
      let isGone: Bool
      // What cannot be asked is not known to be gone.
      do { isGone = try FileStatus.ifPresent(path) == nil } catch { isGone = false }
      throw isGone ? StoreProblem.notDone(error) : StoreProblem.uncertain(shown, error)
    }
  }

  /// Goes on with a journal, cut off behind its good bytes.
  ///
  /// - Throws: `workspace.unsafe`, `workspace.unwritable`.
  static func resume(at path: String, shownAs shown: String, length: Int, link: String?, on disk: Disk) throws
    -> Journal
  {
    do {
      let file = try disk.open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
      try OwnFile.demand(file.status(), path)
      let journal = Journal(path, shown, file, disk, length: length, link: link)
      try journal.cut()
      return journal
    } catch let error as SystemError {
      throw StoreProblem.notDone(FileProblem.writing(shown, at: path, error))
    }
  }

  /// Writes a record and waits until it is on disk.
  ///
  /// - Throws: `file.diskfull`, `workspace.unwritable`, and then the journal is as it was before;
  ///   `workspace.uncertain` where the record may stand in it.
  func append(_ line: [UInt8]) throws {
    do {
      if unclean { try cut() }
      // Only this session writes here: where another did, its lines are not overwritten.
      guard try file.status().size == length else { throw StoreProblem.shared(shown, path) }
      unclean = true
      try file.write(line)
      try file.syncData()
      length += line.count
      unclean = false
      if link != nil { link = JournalLine.sum(of: line) }
    } catch let error as SystemError {
      let problem = FileProblem.writing(shown, at: path, error)
      // What is cut off now is gone for whoever reads next; else the next append tries again.
      do { try cut() } catch { throw StoreProblem.uncertain(shown, problem) }
      throw StoreProblem.notDone(problem)
    }
  }

  /// Whether the journal is still found where it was made.
  var isInPlace: Bool { OwnFile.isInPlace(file, at: path) }

  /// Puts a journal that was taken away back with all that was recorded: in its place, or beside it where something
  /// else stands there now.
  ///
  /// - Returns: where it is, and the journal to go on with, which is nil where it is not in its place.
  /// - Throws: `file.diskfull`, `workspace.unwritable`.
  func putBack() throws -> (path: String, journal: Journal?) {
    do {
      let bytes = try file.readBeginning(length)
      let isFree = try FileStatus.ifPresent(path, followsLinks: false) == nil
      let place = isFree ? path : try WorkspacePaths.free(path)
      try AtomicFile.write(bytes, to: place, shownAs: shown, mode: .own, on: disk)
      guard isFree else { return (place, nil) }
      return (
        place, try Self.resume(at: path, shownAs: shown, length: bytes.count, link: link, on: disk)
      )
    } catch let error as SystemError {
      throw StoreProblem.notDone(FileProblem.writing(shown, at: path, error))
    }
  }

  private func cut() throws {
    let excess = try file.status().size != length
    try file.truncate(to: length)
    if excess { try file.syncData() }
    unclean = false
  }
}
