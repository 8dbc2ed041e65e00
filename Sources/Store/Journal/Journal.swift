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
  /// How many bytes of the file are good.
  private var length: Int
  /// Whether something that failed may stand behind them.
  private var unclean = true

  private init(_ path: String, _ shown: String, _ file: OpenFile, length: Int) {
    self.path = path
    self.shown = shown
    self.file = file
    self.length = length
  }

  /// Makes a journal with its first lines, at once.
  ///
  /// - Throws: `file.diskfull`, `workspace.unwritable`; then there is no new journal.
  static func create(at path: String, shownAs shown: String, _ lines: [UInt8], on disk: Disk) throws -> Journal {
    do {
      try AtomicFile.write(lines, to: path, shownAs: shown, mode: .own, on: disk)
      return try resume(at: path, shownAs: shown, length: lines.count, on: disk)
    } catch let error as Diagnostic {
      throw StoreProblem.notDone(error)
    }
  }

  /// Goes on with a journal, cut off behind its good bytes.
  static func resume(at path: String, shownAs shown: String, length: Int, on disk: Disk) throws -> Journal {
    do {
      let file = try disk.open(path, O_WRONLY)
      let journal = Journal(path, shown, file, length: length)
      try journal.cut()
      return journal
    } catch let error as SystemError {
      throw StoreProblem.notDone(FileProblem.writing(shown, at: path, error))
    }
  }

  /// Writes records and waits until they are on disk.
  ///
  /// - Throws: `file.diskfull`, `workspace.unwritable`; then the journal is as it was before.
  func append(_ lines: [UInt8]) throws {
    do {
      if unclean { try cut() }
      unclean = true
      try file.write(lines)
      try file.syncData()
      length += lines.count
      unclean = false
    } catch let error as SystemError {
      // If this fails as well, a reader still finds a torn record, and the next append cuts first.
      try? cut()
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
