import TestSupport
import WorkbenchKit

/// A workbook as large as the key figures of all neighbourhoods: 18,000 rows of 200 figures.
enum Workbooks {
  static let what = "read a workbook of 18,000 x 200"
  private static let rows = 18_000
  private static let columns = 200

  static func measure(_ bench: Bench) throws -> Row {
    let programs = bench.programs
    let table = bench.folder.write(Self.table, to: "wide.csv")
    let book = bench.folder("wide.xlsx")
    _ = try Run.text(of: programs.leerkring.with(["-c", "read '\(table)' | to xlsx '\(book)'"]), in: bench.folder)
    let reading = "read '\(book)!1' | count"
    guard try bench.json([reading]).last?.facts["count"]?.int == rows else {
      throw Unmeasurable("leerkring reads another number of rows")
    }
    var contest = Contest()
    contest.enter("leerkring", programs.leerkring.with(["-c", reading]))
    try contest.enter("calamine from Python", programs.calamine, [bench.script("workbook_calamine.py"), book])
    // One that takes a minute is run as often as the others only where it is alone of its kind.
    if case .missing = programs.calamine {
      try contest.enter("pandas with openpyxl", programs.pandas, [bench.script("workbook_pandas.py"), book])
    }
    let figures = try contest.run(min(bench.runs, 5))
    var row = Row(what)
    row.ours = Array(figures.prefix(1))
    row.peers = Array(figures.dropFirst())
    row.remarks = contest.missing
    row.demand(milliseconds: 5_000, figures[0].sample.median)
    row.demand(megabytes: 120, figures[0].sample)
    if let peer = row.peers.first { row.demand(times: 1, figures[0].sample.median, of: peer) }
    return row
  }

  /// Codes, then figures with one decimal, as CBS has them.
  private static var table: String {
    var generator = SeededGenerator(1)
    var text = "code;" + (1..<columns).map { "k_\($0)" }.joined(separator: ";") + "\n"
    for row in 0..<rows {
      text += "BU\(String(row + 10_000_000))"
      for _ in 1..<columns { text += ";\(Double(Int.random(in: 0...9_999, using: &generator)) / 10)" }
      text += "\n"
    }
    return text
  }
}
