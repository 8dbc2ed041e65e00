import TestSupport
import WorkbenchKit

/// Ranks of ten alternatives on ten criteria under weights that are drawn.
enum Acceptability {
  static let what = "SMAA, 100,000 draws, 10 alternatives x 10 criteria"
  private static let draws = 100_000

  static func measure(_ bench: Bench) throws -> Row {
    let path = bench.folder("alternatives.csv")
    bench.folder.write(sheet, to: "alternatives.csv")
    let script = bench.script("smaa_numpy.py")
    let line = "read '\(path)' | rank smaa --draws \(draws) --seed 1"
    try compare(bench, line, script, path)
    var contest = Contest()
    contest.enter("leerkring, `rank smaa`", bench.programs.leerkring.with(["-c", line]))
    try contest.enter("numpy", bench.programs.numpy, [script, path, "\(draws)"])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(1))
    row.peers = Array(figures.dropFirst())
    row.remarks = contest.missing
    if let numpy = row.peers.first { row.demand(times: 0.5, figures[0].sample.median, of: numpy) }
    return row
  }

  /// Ten alternatives, none of which is best on all: utilities spread by a rule, so that every run has the same.
  private static var sheet: String {
    var text = "name" + (1...10).map { ",c\($0)" }.joined() + "\n"
    for row in 0..<10 {
      text += "a\(row)"
      for column in 0..<10 {
        let place = (row * 37 + column * 53 + row * column * 17) % 101
        text += "," + NumberText.fixed(Double(place) / 101, decimals: 3)
      }
      text += "\n"
    }
    return text
  }

  /// Whoever finds another alternative first in other shares of the draws did other work.
  private static func compare(_ bench: Bench, _ line: String, _ script: String, _ path: String) throws {
    guard case .here(let python) = bench.programs.numpy,
      let text = try? Run.text(of: python.with([script, path, "\(draws)"]), in: bench.folder)
    else { return }
    let theirs = text.split { $0 == " " || $0 == "\n" }.compactMap { NumberText.parse(String($0)) }
    let rows = try bench.json([line]).flatMap(\.rows).filter { $0["rank_1"] != nil }
    let ours = rows.reduce(into: [String: Double]()) { $0[$1["alternative"]?.string ?? ""] = $1["rank_1"]?.number }
    for (index, share) in theirs.enumerated() where abs(share - (ours["a\(index)"] ?? -1)) > 0.01 {
      throw Unmeasurable(
        "numpy finds a\(index) first in \(share) of the draws, leerkring in \(ours["a\(index)"] ?? -1)")
    }
  }
}
