import TestSupport
import WorkbenchKit

/// What six forms of payment do to two parties, over draws of clients, intensity and cost.
enum RiskDraws {
  static let what = "risk simulation, 100,000 draws, six forms"
  private static let draws = 100_000

  static func measure(_ bench: Bench) throws -> Row {
    let script = bench.script("risk_numpy.py")
    let line =
      "procure simulate --form pxq,arrangement,lumpsum,population,corridor,ceiling --clients normal:1000:100 "
      + "--intensity normal:10:1 --intensity-per all --unit-cost normal:100:5 --tariff 100 --arrangement-price 1000 "
      + "--budget 1000000 "
      + "--population 50000 --per-inhabitant 20 --band 5:10 --contracted 1000 --ceiling 1050000 --seed 1 "
      + "--draws \(draws)"
    try compare(bench, line, script)
    var contest = Contest()
    contest.enter("leerkring, `procure simulate`", bench.programs.leerkring.with(["-c", line]))
    try contest.enter("numpy", bench.programs.numpy, [script, "\(draws)"])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(1))
    row.peers = Array(figures.dropFirst())
    row.remarks = contest.missing
    if let numpy = row.peers.first { row.demand(times: 0.5, figures[0].sample.median, of: numpy) }
    return row
  }

  /// Whoever finds other means did other work.
  private static func compare(_ bench: Bench, _ line: String, _ script: String) throws {
    guard case .here(let python) = bench.programs.numpy,
      let text = try? Run.text(of: python.with([script, "\(draws)"]), in: bench.folder)
    else { return }
    let theirs = text.split { $0 == " " || $0 == "\n" }.compactMap { NumberText.parse(String($0)) }
    let rows = try bench.json([line]).flatMap(\.rows).filter { $0["municipality_es95"] != nil }
    for (index, row) in rows.enumerated() {
      let ours = [
        row["municipality_mean"]?.number, row["municipality_es95"]?.number, row["provider_expected_loss"]?.number,
      ]
      for (place, value) in ours.enumerated() {
        let other = theirs.indices.contains(3 * index + place) ? theirs[3 * index + place] : .nan
        guard let value, abs(value - other) < 0.005 * 1_000_000 else {
          throw Unmeasurable("numpy finds \(other) where leerkring finds \(value ?? .nan), form \(index + 1)")
        }
      }
    }
  }
}
