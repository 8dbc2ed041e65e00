import WorkbenchKit

/// Counts of one's own beside the shares that give them away, so that what a session shows of them is looked at together.
enum OwnCounts {
  /// The counts, which no screen has unless they are asked for, and that they were counted; none where there are none.
  static func columns(_ people: Column?) -> [Column] {
    guard let people else { return [] }
    return [people.asDetail(), .texts("method", [String](repeating: "count", count: people.count)).asDetail()]
  }
}
