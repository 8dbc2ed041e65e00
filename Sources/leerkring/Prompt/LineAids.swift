import Files
import Glibc
import LineEditing
import Session
import WorkbenchKit

/// What helps while a line is typed: completion with Tab, and the faint end of a line that was typed before.
struct LineAids {
  let session: Session
  let history: HistoryFile
  /// The line that is offered, for Tab where nothing is typed yet.
  let offered: () -> String?
  /// Columns and rows of the terminal now.
  let size: () -> (columns: Int, rows: Int)

  /// - Parameter times: how often Tab was pressed at this spot, from 1.
  func complete(_ before: String, _ times: Int) -> LineCompletion {
    if before.isEmpty, times == 1, let line = offered() { return LineCompletion(replaced: 0, insertion: line) }
    guard let found = Completer(session, entries: Self.entries).complete(before) else { return LineCompletion() }
    let (columns, rows) = size()
    let list = CompletionList(language: session.language, columns: columns, rows: rows)
    if let expected = found.expected {
      return LineCompletion(shown: list.lines([Candidate(expected(session.language))], page: 0))
    }
    if let insertion = found.insertion {
      return LineCompletion(replaced: found.range.count, insertion: insertion)
    }
    return LineCompletion(shown: list.lines(found.candidates, page: times - 1))
  }

  /// The rest of the last statement that began so.
  func hint(_ line: String) -> String? {
    guard let last = history.lines.last(where: { $0.hasPrefix(line) && !$0.contains("\n") }), last != line else {
      return nil
    }
    return String(last.dropFirst(line.count))
  }

  private static func entries(_ folder: String) -> [CompletionFile] {
    FilePath.names(in: folder.isEmpty ? "." : folder).map { name in
      let kind = try? FileStatus.of(folder + name).kind
      return CompletionFile(name: name, isFolder: kind == .folder)
    }
  }
}
