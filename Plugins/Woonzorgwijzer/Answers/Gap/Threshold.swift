/// From which grade on a precondition counts as needed, and whether what a text calls needed without a grade counts too.
struct Threshold: Sendable, Hashable {
  let grade: Necessity
  let countsStated: Bool

  init(grade: Necessity = .necessary, countsStated: Bool = false) {
    self.grade = grade
    self.countsStated = countsStated
  }

  func isReached(by value: Necessity?) -> Bool { value.map { $0.rank != nil && $0 >= grade } ?? false }
}
