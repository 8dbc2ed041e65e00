import TestSupport

/// Row 5: opening a workspace that holds the national tables.
enum Opening {
  static let what = "open that workspace (start to exit, less the bare start)"

  static func measure(_ bench: Bench) throws -> Row {
    guard let data = bench.data else { return .skipped(what, because: Bench.noData) }
    // Not that of the row before, which has a journal of steps by now.
    let folder = TemporaryFolder()
    let path = try bench.saveNationalWorkspace(data, in: folder)
    let programs = bench.programs
    var contest = Contest()
    contest.enter("leerkring, bare start", programs.leerkring.with(["-c", "exit 0"]))
    contest.enter(
      "leerkring, `-w` of \(Shown.megabytes(bench.size(of: path)))",
      programs.leerkring.with(["-w", path, "-c", "exit 0"]))
    try contest.enter(
      "python3 `json.load` of the same file", programs.python,
      ["-c", "import json, sys; json.load(open(sys.argv[1]))", path])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(2))
    row.peers = Array(figures.dropFirst(2))
    row.remarks = contest.missing
    row.demand(milliseconds: 150, figures[1].sample.median - figures[0].sample.median)
    return row
  }
}
