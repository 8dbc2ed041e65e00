/// One piece of work within a session that is open, over a table that it holds.
struct WarmJob: Sendable {
  let what: String
  /// What peers call it.
  let name: String
  /// The line that does it, with the paths of the CSV, the JSON Lines, and of what is written.
  let line: @Sendable (WarmFiles) -> String
  /// How many times as long as the fastest peer it may take.
  let limit: Double

  private init(
    _ what: String, _ name: String, _ limit: Double = 1, _ line: @escaping @Sendable (WarmFiles) -> String
  ) {
    self.what = what
    self.name = name
    self.line = line
    self.limit = limit
  }

  static let all: [WarmJob] = [
    WarmJob("read CSV", "read", 0.8) { "let v = read '\($0.csv)'" },
    WarmJob("read JSON Lines", "jsonl", 1.2) { "let v = read '\($0.jsonLines)'" },
    WarmJob("where", "where") { _ in "$t | where n > 500 and t ~ '7' | count" },
    WarmJob("derive", "derive") { _ in "$t | derive m = round(n * 2 + x, 1) | count" },
    WarmJob("sort by a number", "sort_number") { _ in "$t | sort x | count" },
    WarmJob("sort by a text", "sort_text") { _ in "$t | sort t | count" },
    WarmJob("top by a number", "top") { _ in "$t | top 10 --by x | count" },
    WarmJob("group, 7 groups", "group_few") { _ in "$t | group g --sum n --mean x | count" },
    WarmJob("group, a group for each row", "group_many") { _ in "$t | group t --sum n | count" },
    WarmJob("join", "join") { _ in "$t | join $u --on t | count" },
    WarmJob("to csv", "to_csv") { "$t | to csv '\($0.output)'" },
  ]
}

/// The files of warm jobs.
struct WarmFiles: Sendable {
  let csv: String
  let jsonLines: String
  let output: String
}
