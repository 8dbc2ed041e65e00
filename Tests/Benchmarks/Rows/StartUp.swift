import TestSupport

/// Row 1: from start to exit.
enum StartUp {
  static let what = "start to exit with all plugins, `-c \"exit 0\"`"

  static func measure(_ bench: Bench) throws -> Row {
    let programs = bench.programs
    var contest = Contest()
    contest.enter("leerkring", programs.leerkring.with(["-c", "exit 0"]))
    // A module is loaded at its first use: this is what the start costs where all are used.
    let loads = try plugins(bench).flatMap { ["-c", "plugin load \($0)"] }
    contest.enter("leerkring, every module loaded", programs.leerkring.with(loads + ["-c", "exit 0"]))
    try contest.enter("sqlite3", programs.sqlite3, [":memory:", ".exit"])
    try contest.enter("python3", programs.python, ["-c", "exit(0)"])
    try contest.enter("ipython", programs.ipython, ["-c", "pass"])
    try contest.enter("xonsh", programs.xonsh, ["-c", "exit 0"])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(2))
    row.peers = Array(figures.dropFirst(2))
    row.remarks = contest.missing
    row.demand(milliseconds: 12, figures[1].sample.median)
    row.demand(megabytes: 40, figures[1].sample)
    row.demand(milliseconds: 8, figures[0].sample.median)
    return row
  }

  private static func plugins(_ bench: Bench) throws -> [String] {
    try bench.json(["plugin list"]).flatMap(\.rows).compactMap { $0["name"]?.string }
  }
}
