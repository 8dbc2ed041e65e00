import WorkbenchKit

/// One part of a factsheet: what another command gives, cut down to a page, or plainly why it cannot be given.
struct SheetSection {
  let title: Text
  /// What is shown of the part.
  private(set) var blocks: [Block] = []
  /// What has to be known of the figures, once on the sheet.
  private(set) var cautions: [Notice] = []
  /// What is said once, at the end of the sheet.
  private(set) var notices: [Notice] = []
  private(set) var sources: [Source] = []
  /// The ways of the figures that the command gives with them: its column `origin`.
  private(set) var origins: [String] = []
  private(set) var methods: [String] = []

  /// Makes a section of what a command gives.
  ///
  /// - Parameter keeps: what is shown of the blocks; notices and sources are gathered all the same.
  init(_ title: Text, keeps: (Block) -> Block? = { $0 }, _ run: () throws -> Output) throws {
    self.title = title
    let output: Output
    do {
      output = try run()
    } catch let problem as Diagnostic {
      blocks = [.notice(Notice(.caution, Self.words(problem)))]
      return
    }
    for block in output.blocks {
      switch block {
      // What bears on the figures stands with them, what is good to know at the end.
      case .notice(let notice) where notice.level == .caution: cautions.append(notice)
      case .notice(let notice): notices.append(notice)
      case .sources(let all): sources += all
      case .heading: break
      default:
        if case .table(let table) = block {
          note(table)
          if table.rowCount == 0 { continue }
        }
        if let kept = keeps(block) { blocks.append(kept) }
      }
    }
  }

  /// What a table says where nothing was worked out.
  private static let noMethod = "none"

  private mutating func note(_ table: Table) {
    func texts(_ column: String) -> [String] {
      var seen: Set<String> = []
      return (table.column(column)?.texts ?? []).compactMap { $0 }.filter { seen.insert($0).inserted }
    }
    origins += texts("origin")
    methods += texts("method").filter { $0 != Self.noMethod }
  }

  /// What an error says, as a sentence: there is no place in a line to point at.
  private static func words(_ problem: Diagnostic) -> Text {
    guard let wayOut = problem.wayOut else { return problem.message }
    return Text(
      nl: "\(problem.message.nl); \(wayOut.nl)", en: "\(problem.message.en); \(wayOut.en)")
  }
}
