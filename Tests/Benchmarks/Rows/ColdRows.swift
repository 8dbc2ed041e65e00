import Files
import TestSupport
import WorkbenchKit

/// Work on a million rows that is one command from start to end, beside programs that are made for it.
struct ColdRows: Sendable {
  let what: String
  let measure: @Sendable (Bench) throws -> Row

  private static let rows = 1_000_000

  static let all: [ColdRows] = [
    job(
      "keep rows of a CSV of a million, as CSV", RowTables.csv,
      ours: { "read '\($0)' | where n > 500 | to csv" },
      sql: "copy (select * from FILE where n > 500) to '/dev/stdout' (format csv, header, delimiter ';')",
      sqlite: "select * from t where n > 500",
      miller: ["--icsv", "--ocsv", "--fs", ";", "filter", "$n > 500"]),
    job(
      "group a CSV of a million rows", RowTables.csv,
      ours: { "read '\($0)' | group g --sum n --mean x | to csv" },
      sql: "copy (select g, sum(n), avg(x) from FILE group by g) to '/dev/stdout' (format csv, header)",
      sqlite: "select g, sum(n), avg(x) from t group by g",
      miller: ["--icsv", "--ocsv", "--fs", ";", "stats1", "-a", "sum,mean", "-f", "n,x", "-g", "g"]),
    job(
      "group JSON Lines of a million rows", RowTables.jsonLines,
      ours: { "read '\($0)' | group g --sum n | to csv" },
      sql: "copy (select g, sum(n) from FILE group by g) to '/dev/stdout' (format csv, header)",
      miller: ["--ijsonl", "--ocsv", "stats1", "-a", "sum", "-f", "n", "-g", "g"],
      jq: "reduce inputs as $row ({}; .[$row.g] += $row.n)"),
  ]

  private static func job(
    _ what: String, _ table: @escaping @Sendable (Int, Bench) throws -> String,
    ours: @escaping @Sendable (String) -> String, sql: String, sqlite: String? = nil, miller: [String],
    jq: String? = nil
  ) -> ColdRows {
    ColdRows(what: what) { bench in
      let path = try table(rows, bench)
      let programs = bench.programs
      let reading =
        FilePath.name(of: path).hasSuffix(".csv")
        ? "read_csv('\(path)', delim=';', header=true)" : "read_json('\(path)', format='newline_delimited')"
      var contest = Contest()
      contest.enter("leerkring", programs.leerkring.with(["-c", ours(path)]))
      try contest.enter("duckdb", programs.duckdbProgram, ["-c", sql.replacing("FILE", with: reading)])
      try contest.enter("Miller", programs.miller, miller + [path])
      if let sqlite {
        try contest.enter("sqlite3", programs.sqlite3, [":memory:", ".separator ;", ".import '\(path)' t", sqlite])
      }
      if let jq { try contest.enter("jq", programs.jq, ["-n", jq, path]) }
      // Some of them take seconds.
      let figures = try contest.run(min(bench.runs, 5))
      var row = Row(what)
      row.ours = Array(figures.prefix(1))
      row.peers = Array(figures.dropFirst())
      row.remarks = contest.missing
      if let fastest = row.peers.min(by: { $0.sample.median < $1.sample.median }) {
        row.demand(times: 1, figures[0].sample.median, of: fastest)
      }
      return row
    }
  }

  /// A script of a peer with the files in the places of their names.
  static func sql(_ bench: Bench, _ name: String, _ files: [String: String]) -> String {
    let text = (try? DiskFiles().bytes(of: bench.script(name))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return files.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }
}
