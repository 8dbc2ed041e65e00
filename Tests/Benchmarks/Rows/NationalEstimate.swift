import TestSupport
import WorkbenchKit

/// Row 3: two national tables read, joined, and an estimate made for every neighbourhood.
enum NationalEstimate {
  static let what = "read kwb_nl_2024.csv and rivm 65+, join, estimate all areas"
  private static let estimate = "wzw estimate --level buurt --indicator BeperkingInBewegen --age 65+"

  static func measure(_ bench: Bench) throws -> Row {
    guard let data = bench.data else { return .skipped(what, because: Bench.noData) }
    let programs = bench.programs
    let imports = data.imports.flatMap { ["-c", $0] }
    let counting = programs.leerkring.with(imports + ["-c", "\(estimate) | count"])
    let writing = programs.leerkring.with(imports + ["-c", "\(estimate) | to csv"])
    let files = [data.areas, data.health65]
    let pandas = bench.script("estimate_pandas.py")
    let duckdb = bench.script("estimate_duckdb.py")
    try compare(bench, data, [(programs.pandas, pandas), (programs.duckdb, duckdb)])

    var contest = Contest()
    contest.enter("leerkring, counted", counting)
    contest.enter("leerkring, whole table as CSV", writing)
    try contest.enter("pandas, counted", programs.pandas, [pandas] + files)
    try contest.enter("pandas, whole table as CSV", programs.pandas, [pandas] + files + ["/dev/null"])
    try contest.enter("duckdb from Python, counted", programs.duckdb, [duckdb] + files)
    try contest.enter("duckdb from Python, whole table as CSV", programs.duckdb, [duckdb] + files + ["/dev/null"])
    let sql = ColdRows.sql(bench, "estimate_duckdb.sql", ["AREAS": data.areas, "HEALTH": data.health65])
    try contest.enter("duckdb, counted", programs.duckdbProgram, ["-c", sql + "select count(*) from estimates;"])
    try contest.enter(
      "duckdb, whole table as CSV", programs.duckdbProgram,
      ["-c", sql + "copy estimates to '/dev/null' (format csv, header);"])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(2))
    row.peers = Array(figures.dropFirst(2))
    row.remarks = contest.missing
    for (ours, name) in zip(row.ours, ["pandas, counted", "pandas, whole table as CSV"]) {
      if let peer = row.peers.first(where: { $0.name == name }) {
        row.demand(times: 0.5, ours.sample.median, of: peer)
      }
    }
    for (ours, name) in zip(row.ours, ["duckdb, counted", "duckdb, whole table as CSV"]) {
      if let peer = row.peers.first(where: { $0.name == name }) { row.demand(times: 0.8, ours.sample.median, of: peer) }
    }
    for ours in row.ours { row.demand(megabytes: 85, ours.sample) }
    return row
  }

  /// Whoever counts otherwise did other work.
  private static func compare(_ bench: Bench, _ data: NationalData, _ scripts: [(Programs.Peer, String)]) throws {
    guard let count = try bench.json(data.imports + ["\(estimate) | count"]).last?.facts["count"]?.int else {
      throw Unmeasurable("leerkring gives no count")
    }
    for case (.here(let python), let script) in scripts {
      // One that fails is named as such in the contest.
      let command = python.with([script, data.areas, data.health65])
      guard let text = try? Run.text(of: command, in: bench.folder) else { continue }
      let theirs = text.prefix { $0 != "\n" }
      if theirs != "\(count)" { throw Unmeasurable("\(script) counts \(theirs) areas, leerkring \(count)") }
    }
  }
}
