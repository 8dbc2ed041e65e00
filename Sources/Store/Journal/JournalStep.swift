import Session
import WorkbenchKit

/// A step as it stands in a journal, for a person who wants to know what is in one that was set aside.
public struct JournalStep: Sendable, Hashable {
  /// The count of operations to which it brought the workspace.
  public let serial: Int
  /// The line with which the same can be done again.
  public let line: String
  /// ISO 8601, UTC; nil for what has no time, such as taking back.
  public let time: String?

  /// Returns the steps of a journal as far as it is good.
  ///
  /// - Returns: the steps, and whether all that stands in the file is among them.
  /// - Throws: `workspace.damaged` where it is no journal.
  public static func read(_ bytes: [UInt8], path: String) throws -> (steps: [JournalStep], isWhole: Bool) {
    let contents = JournalContents(bytes)
    guard contents.header != nil else {
      throw Diagnostic(
        "workspace.damaged",
        Text(nl: "'\(path)' is geen leesbaar journaal", en: "'\(path)' is not a journal that can be read"),
        wayOut: Text(
          nl: "noem een bestand dat op .journal of .journal.N.bak eindigt",
          en: "name a file that ends in .journal or .journal.N.bak"))
    }
    let steps = try contents.records.map { JournalStep(serial: $0.serial, try OperationForm.decode($0.operation)) }
    return (steps, contents.ending == .whole)
  }

  private init(serial: Int, _ operation: Operation) {
    self.serial = serial
    switch operation {
    case .step(let record, _): (line, time) = (record.line, record.time)
    case .undo(let count): (line, time) = ("undo \(count)", nil)
    case .redo(let count): (line, time) = ("redo \(count)", nil)
    case .compact: (line, time) = ("workspace compact", nil)
    case .branchNew(let name): (line, time) = ("branch new \(name)", nil)
    case .branchUse(let name): (line, time) = ("branch use \(name)", nil)
    case .branchDrop(let name): (line, time) = ("branch drop \(name)", nil)
    }
  }
}
