/// Row 2: many lines that do next to nothing.
enum TrivialLines {
  static let count = 100_000
  static let what = "100,000 trivial lines from a file, `let a = 1`"

  static func measure(_ bench: Bench) throws -> Row {
    let programs = bench.programs
    let ours = write("let a = 1", to: "lines.lk", bench)
    let sql = write("select 1;", to: "lines.sql", bench)
    let python = write("a = 1", to: "lines.py", bench)
    var contest = Contest()
    contest.enter("leerkring", programs.leerkring.with(["-f", ours]))
    try contest.enter("sqlite3 `select 1;`", programs.sqlite3, [":memory:"], input: sql)
    try contest.enter("python3 `a = 1`", programs.python, [python])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = [figures[0]]
    row.peers = Array(figures.dropFirst())
    row.remarks = contest.missing
    if let peer = row.peers.first(where: { $0.name.hasPrefix("sqlite3") }) {
      row.demand(times: 1, figures[0].sample.median, of: .init(name: "sqlite3", sample: peer.sample))
    }
    return row
  }

  private static func write(_ line: String, to name: String, _ bench: Bench) -> String {
    let bytes = Array("\(line)\n".utf8)
    return bench.folder.write((0..<count).flatMap { _ in bytes }, to: name)
  }
}
