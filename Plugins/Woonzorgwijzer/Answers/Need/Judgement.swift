import Methods

/// What several roles make of one question together.
///
/// `onbekend` counts apart: it is no grade, so it moves neither the median nor the agreement, and stays visible as a count.
struct Judgement: Sendable {
  /// The value of each role, graded or `onbekend`.
  let votes: [String: Necessity]
  /// The grades given, the lowest first.
  let graded: [Necessity]

  init(votes: [String: Necessity]) {
    self.votes = votes
    graded = votes.values.filter { $0.rank != nil }.sorted()
  }

  var unknown: Int { votes.values.count { $0.rank == nil } }
  var unknownShare: Double { votes.isEmpty ? 1 : Double(unknown) / Double(votes.count) }

  /// The median grade: the highest that more than half of the graded votes reach. With an even count of votes that is the
  /// lower of the two in the middle. Nil where nobody gave a grade.
  var median: Necessity? { graded.isEmpty ? nil : graded[(graded.count - 1) / 2] }
  /// The upper of the two in the middle; the same as `median` with an odd count.
  var upperMedian: Necessity? { graded.isEmpty ? nil : graded[graded.count / 2] }
  var lowest: Necessity? { graded.first }
  var highest: Necessity? { graded.last }

  /// Van der Eijk's agreement A, from -1 to 1; nil with fewer than two graded votes.
  var agreement: Double? {
    guard graded.count >= 2 else { return nil }
    return OrdinalAgreement.vanDerEijk(Necessity.grades.map { grade in graded.count { $0 == grade } })
  }
}
