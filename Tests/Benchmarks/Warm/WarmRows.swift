import TestSupport

/// Stages over a million rows within sessions that are open, beside the same work in sessions of the peers.
enum WarmRows {
  private static let rows = 1_000_000
  private static let engines = ["duckdb", "polars", "pandas"]

  /// - Parameter take: is given each row when it is measured.
  /// - Throws: `Unmeasurable`.
  static func measure(_ jobs: [WarmJob], _ bench: Bench, take: (Row) -> Void) throws -> [String] {
    let files = WarmFiles(
      csv: try RowTables.csv(rows, bench), jsonLines: try RowTables.jsonLines(rows, bench),
      output: bench.folder("warm.csv"))
    var peers = [try WarmPeer(bench.programs.leerkring, files)]
    var missing: [String] = []
    for engine in engines {
      let modules = engine == "pandas" ? ["pandas", "pyarrow"] : [engine]
      switch bench.programs.python(with: modules, in: bench.folder) {
      case .here(let python): peers.append(try WarmPeer(engine, python, bench.script("rows_warm.py"), files))
      case .missing(let sentence): missing.append(sentence)
      }
    }
    for job in jobs { take(try measure(job, peers, files, bench.runs)) }
    for peer in peers { try peer.end() }
    return peers.map { "\($0.name)\($0.version.isEmpty ? "" : " \($0.version)") \(Shown.milliseconds($0.start))" }
      + missing
  }

  private static func measure(_ job: WarmJob, _ peers: [WarmPeer], _ files: WarmFiles, _ runs: Int) throws -> Row {
    var samples = [Sample](repeating: Sample(), count: peers.count)
    var counted: Set<Int> = []
    for round in 0...runs {
      for index in peers.indices.shuffled() {
        let (seconds, rows) = try peers[index].time(job, files)
        if let rows { counted.insert(rows) }
        if round > 0 { samples[index].add(seconds: seconds) }
      }
    }
    guard counted.count <= 1 else {
      return .skipped(job.what, because: "they come to other numbers of rows: \(counted.sorted())")
    }
    let figures = zip(peers, samples).map { Row.Figure(name: $0.name, sample: $1) }
    var row = Row(job.what)
    row.ours = Array(figures.prefix(1))
    row.peers = Array(figures.dropFirst())
    if let fastest = row.peers.min(by: { $0.sample.median < $1.sample.median }) {
      row.demand(times: job.limit, figures[0].sample.median, of: fastest)
    }
    return row
  }
}
