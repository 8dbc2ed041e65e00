/// From which grade on a precondition counts as needed, and whether what a text calls needed without a grade counts too.
struct Threshold: Sendable, Hashable {
  let grade: Necessity
  let countsStated: Bool
  /// The set of judgements to go by; nil for the one in use.
  let set: String?

  init(grade: Necessity = .necessary, countsStated: Bool = false, set: String? = nil) {
    self.grade = grade
    self.countsStated = countsStated
    self.set = set
  }

  func isReached(by value: Necessity?) -> Bool { value.map { $0.rank != nil && $0 >= grade } ?? false }
}
