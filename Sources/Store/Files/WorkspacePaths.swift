import Files
import Glibc
import WorkbenchKit

/// The files that belong to one workspace, all beside the file itself, not beside a link to it.
struct WorkspacePaths: Hashable {
  /// As it was given.
  let shown: String
  /// Where the file is when links are followed.
  let file: String

  var journal: String { file + ".journal" }
  var lock: String { file + ".lock" }
  var folder: String { FilePath.folder(of: file) }

  /// - Throws: `file.missing` for no name, `file.unreadable` where links go round.
  init(_ path: String) throws {
    if let nameless = FileProblem.nameless(path) { throw nameless }
    shown = path
    do {
      file = try FilePath.target(of: path)
    } catch {
      throw FileProblem.reading(path, at: path, error)
    }
  }

  /// Whether the file is there; a folder or a pipe is none.
  ///
  /// - Throws: `file.directory`, `file.special`, `file.unreadable`.
  func isThere() throws -> Bool {
    do {
      switch try FileStatus.ifPresent(file)?.kind {
      case nil: return false
      case .regular?: return true
      case .folder?: throw FileProblem.folder(shown)
      case .pipe?, .socket?, .device?, .link?: throw FileProblem.special(shown)
      }
    } catch let error as SystemError {
      throw FileProblem.reading(shown, at: file, error)
    }
  }

  /// Whether both are the same file, by whatever path.
  func isSame(as other: WorkspacePaths) throws -> Bool {
    guard file != other.file else { return true }
    guard try isThere(), try other.isThere() else { return false }
    return try FileStatus.of(file).identity == FileStatus.of(other.file).identity
  }

  /// The first of `NAME.1.bak`, `NAME.2.bak`, … that nobody has.
  ///
  /// - Throws: `workspace.unwritable` where it cannot be asked: what has the name would be written over.
  static func free(_ name: String) throws -> String {
    var number = 1
    do {
      while try FileStatus.ifPresent("\(name).\(number).bak", followsLinks: false) != nil { number += 1 }
    } catch {
      throw StoreProblem.notDone(FileProblem.writing(name, at: name, error))
    }
    return "\(name).\(number).bak"
  }

  /// Copies the journal under another name, and returns it.
  func copyJournal() throws -> String {
    let name = try Self.free(journal)
    try AtomicFile.write(DiskFiles().bytes(of: journal), to: name, mode: .own)
    return name
  }

  /// Gives the journal another name, and returns it; nil where there is no journal.
  func setJournalAside(on disk: Disk) throws -> String? {
    let name = try Self.free(journal)
    do { try disk.rename(journal, to: name) } catch {
      if error.number == ENOENT { return nil }
      throw StoreProblem.unwritable(shown, at: journal, error)
    }
    return name
  }
}
