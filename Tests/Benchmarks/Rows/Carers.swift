import Glibc
import TestSupport
import WorkbenchKit

/// The 908 carers of EUROFAMCARE in groups around medoids, as many as the silhouettes choose.
enum Carers {
  static let what = "cluster pam --k auto on 908 carers x 26 columns"

  static func measure(_ bench: Bench) throws -> Row {
    guard let folder = bench.data?.folder, case let path = "\(folder)/efc_eurofamcare_908.csv", access(path, R_OK) == 0
    else { return .skipped(what, because: Bench.noData) }
    let script = bench.script("medoids_numpy.py")
    // What the names of the rows are called costs nothing, and the numbers are the same in every column.
    let line = "read '\(path)' | cluster pam --k auto"
    try compare(bench, line, script, path)
    var contest = Contest()
    contest.enter("leerkring, `cluster pam`", bench.programs.leerkring.with(["-c", line]))
    try contest.enter("numpy", bench.programs.numpy, [script, path, "numpy"])
    try contest.enter("kmedoids", bench.programs.kmedoids, [script, path, "kmedoids"])
    let figures = try contest.run(bench.runs)
    var row = Row(what)
    row.ours = Array(figures.prefix(1))
    row.peers = Array(figures.dropFirst())
    row.remarks = contest.missing
    row.demand(milliseconds: 3_000, figures[0].sample.median)
    return row
  }

  /// Whoever finds another number of groups, or others, did other work.
  private static func compare(_ bench: Bench, _ line: String, _ script: String, _ path: String) throws {
    guard case .here(let python) = bench.programs.numpy,
      let text = try? Run.text(of: python.with([script, path, "numpy"]), in: bench.folder)
    else { return }
    let theirs = text.split { $0 == " " || $0 == "\n" }.compactMap { NumberText.parse(String($0)) }
    let facts = try bench.json([line]).last?.facts
    guard theirs.count == 2, let k = facts?["k"]?.number, let silhouette = facts?["silhouette"]?.number else { return }
    if k != theirs[0] || abs(silhouette - theirs[1]) > 5e-6 {
      throw Unmeasurable("numpy finds \(theirs[0]) groups at \(theirs[1]), leerkring \(k) at \(silhouette)")
    }
  }
}
