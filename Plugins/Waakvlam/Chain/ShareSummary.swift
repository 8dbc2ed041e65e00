import Methods
import WorkbenchKit

/// What the answers of several roles make together; who does not know is counted and moves nothing.
struct ShareSummary: Sendable {
  /// The values given, the lowest first.
  let values: [Double]
  let unknown: Int

  init(_ answers: [String: ShareAnswer]?) {
    values = (answers ?? [:]).values.compactMap(\.number).sorted()
    unknown = (answers ?? [:]).count - values.count
  }

  init(_ answers: [String: ScaleAnswer]?) {
    values = (answers ?? [:]).values.compactMap(\.number).sorted()
    unknown = (answers ?? [:]).count - values.count
  }

  var low: Double { values.first ?? .nan }
  var high: Double { values.last ?? .nan }

  /// The middle value, or the mean of the two in the middle; no number where nobody gave one.
  var median: Double {
    guard !values.isEmpty else { return .nan }
    return (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
  }

  /// Van der Eijk's A over the five steps of the scale; no number with fewer than two values.
  var agreement: Double {
    guard values.count > 1 else { return .nan }
    return OrdinalAgreement.vanDerEijk((1...5).map { step in values.count { $0 == Double(step) } }) ?? .nan
  }
}
