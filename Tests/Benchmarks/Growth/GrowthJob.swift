/// Work at several sizes: what it takes beyond what has to be done before it.
struct GrowthJob: Sendable {
  /// A run of the program that does the work, and one that does all but that.
  struct Pair: Sendable {
    let whole: (command: Invocation, input: String?)
    let before: (command: Invocation, input: String?)
  }

  let what: String
  /// What a size counts: `rows`.
  let unit: String
  /// From small to large.
  let sizes: [Int]
  /// Makes the files that a size needs.
  let prepare: @Sendable (Bench, Int) throws -> Pair

  static let all = RowJobs.all + SessionJobs.all
}
