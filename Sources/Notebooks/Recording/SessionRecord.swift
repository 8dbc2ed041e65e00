import Session
import WorkbenchKit

/// The lines of a session that went well, as `notebook save` makes a notebook of them.
public struct SessionRecord: Sendable {
  struct Entry: Sendable {
    let line: String
    /// Paths of the files that it read, as they were given.
    let inputs: [String]
  }

  private(set) var entries: [Entry] = []
  /// How many lines failed.
  public private(set) var errors = 0
  /// How many lines have no place in a notebook.
  public private(set) var apart = 0
  /// Whether something was done again that had been undone.
  public private(set) var redoes = false
  /// The workspace before the first line.
  public private(set) var origin: Workspace?

  /// After them another workspace is at hand.
  private static let openers: Set<String> = ["open", "new", "close"]
  /// They have no place in a notebook.
  private static let others: Set<String> = ["save", "save-as", "exit", "help", "notebook", "plugin", "redact"]

  public init() {}

  /// Notes a line that went well.
  ///
  /// - Parameters:
  ///   - command: the first word of the command that it begins with, where it is known.
  ///   - before: the workspace before it, where none was noted yet.
  public mutating func note(
    _ line: String, inputs: [String], command: String?, before: Workspace?, after: @autoclosure () -> Workspace
  ) {
    if origin == nil { origin = before }
    if let command {
      if Self.openers.contains(command) {
        // What was done in another workspace is no part of what is done in this one.
        self = SessionRecord()
        origin = after()
        return
      }
      guard !Self.others.contains(command) else {
        apart += 1
        return
      }
    }
    if command == "redo" { redoes = true }
    entries.append(Entry(line: line, inputs: inputs))
  }

  public mutating func noteError() { errors += 1 }

  public var count: Int { entries.count }
}
