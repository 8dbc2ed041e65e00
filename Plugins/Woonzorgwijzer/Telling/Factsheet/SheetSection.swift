import WorkbenchKit

/// One part of a factsheet: an answer cut down to a page, or plainly why it cannot be given.
struct SheetSection {
  let title: Text
  let told: Told

  init(_ title: Text, _ tell: () throws -> Told) throws {
    self.title = title
    do {
      told = try tell()
    } catch let problem as Diagnostic {
      told = Told(shown: [.notice(Notice(.caution, Self.words(problem)))])
    }
  }

  var shown: [Block] {
    told.shown.filter { if case .table(let table) = $0 { table.rowCount > 0 } else { true } }
  }

  /// What an error says, as a sentence: there is no place in a line to point at.
  private static func words(_ problem: Diagnostic) -> Text {
    guard let wayOut = problem.wayOut else { return problem.message }
    return Text(
      nl: "\(problem.message.nl); \(wayOut.nl)", en: "\(problem.message.en); \(wayOut.en)")
  }
}
