import Methods
import WorkbenchKit

/// Cases of a panel by how it stands to the decision, with what of it may show.
struct PanelViews: Sendable {
  static let (milder, stricter, divided, unknown) = (
    PanelOutcome.milder.rawValue, PanelOutcome.stricter.rawValue, PanelOutcome.divided.rawValue,
    PanelOutcome.unknown.rawValue
  )
  /// The counts that the share of cases decided otherwise follows from, and the other way round.
  static let needed = [milder, stricter, unknown]

  let cases: [PanelCase]
  let threshold: Int
  let rows: CountedRows
  /// Trust before and after: rose, fell, stayed, and not both known.
  let trust: CountedRows

  init(_ cases: [PanelCase], threshold: Int) {
    (self.cases, self.threshold) = (cases, threshold)
    rows = CountedRows(
      groups: cases.map { [$0.kind] }, kinds: cases.map(\.outcome.rawValue), count: PanelOutcome.allCases.count,
      threshold: threshold)
    trust = CountedRows(
      groups: cases.map { _ in ["all"] }, kinds: cases.map(Self.change), count: 4, threshold: threshold)
  }

  private static func change(_ one: PanelCase) -> Int {
    guard let before = one.trustBefore, let after = one.trustAfter else { return 3 }
    return after > before ? 0 : after < before ? 1 : 2
  }

  /// What rose and fell of trust among cases where both are known.
  var trustTest: SignTest {
    SignTest(
      cases.compactMap { one in
        one.trustBefore.flatMap { before in one.trustAfter.map { Double($0 - before) } }
      })
  }

  /// How often a panel would have decided otherwise, of the cases in which it is known what it would have.
  struct Share: Sendable {
    let otherwise: Int
    let milder: Int
    let stricter: Int
    let known: Int

    init(_ counts: [Int]) {
      milder = counts[PanelViews.milder]
      stricter = counts[PanelViews.stricter]
      otherwise = milder + stricter
      known = counts.reduce(0, +) - counts[PanelViews.unknown]
    }

    var share: Double { known > 0 ? Double(otherwise) / Double(known) : .nan }
    var limits: Interval { Self.limits(share, known) }
    var milderShare: Double { known > 0 ? Double(milder) / Double(known) : .nan }
    var milderLimits: Interval { Self.limits(milderShare, known) }
    /// Whether more milder ones than stricter ones, or fewer, is more than chance.
    var test: McNemarExact { McNemarExact(there: milder, back: stricter) }

    private static func limits(_ share: Double, _ count: Int) -> Interval {
      count > 0 ? wilsonInterval(share: share, count: Double(count)) : Interval(low: .nan, high: .nan)
    }
  }

  /// How far panels were of one mind in cases of a kind: the mean of A (van der Eijk 2001) over for, nothing and against; NaN where
  /// too few voted.
  ///
  /// - Parameter kind: nil for all.
  func agreement(of kind: String?) -> Double {
    let found = cases.filter { kind == nil || $0.kind == kind }.compactMap { one -> Double? in
      guard let votes = one.votesFor, let against = one.votesAgainst, votes + against > 0 else { return nil }
      return OrdinalAgreement.vanDerEijk([against, 0, votes])
    }
    return found.count < max(1, threshold) ? .nan : found.reduce(0, +) / Double(found.count)
  }
}
