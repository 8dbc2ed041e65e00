import Methods
import WorkbenchKit

/// What the answers of several roles make together; who does not know is counted and moves nothing.
struct AnswerSummary: Sendable {
  private let answers: AnswersByRole
  /// The values given, the lowest first.
  let values: [Double]

  init(_ answers: AnswersByRole) {
    self.answers = answers
    values = answers.values.compactMap(\.number).sorted()
  }

  var roles: Int { answers.count }
  var unknown: Int { answers.count - values.count }
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

  /// The roles whose value lies farthest from the median; none where all lie as far from it.
  var farthest: [String] {
    let median = median
    let apart = answers.compactMap { role, answer in answer.number.map { (role, abs($0 - median)) } }
    guard let most = apart.map(\.1).max(), most > 0 else { return [] }
    let farthest = apart.filter { $0.1 == most }
    return farthest.count == apart.count ? [] : farthest.map(\.0).sorted()
  }

  /// The summary as columns of a table, one row for each: median, lowest, highest, unknown, agreement.
  static func columns(_ summaries: [AnswerSummary], showsRoles: Bool) -> [Column] {
    let ends: [Column] = [
      .numbers("low", summaries.map(\.low), label: Text(nl: "laagste", en: "low"), format: .plain),
      .numbers("high", summaries.map(\.high), label: Text(nl: "hoogste", en: "high"), format: .plain),
    ]
    return [
      .numbers("median", summaries.map(\.median), label: Text(nl: "mediaan", en: "median"), format: .decimals(1))
    ] + (showsRoles ? ends : []) + [
      .counts("unknown", summaries.map(\.unknown), label: Text(nl: "weet niet", en: "unknown")),
      .numbers(
        "agreement", summaries.map(\.agreement), label: Text(nl: "eens (A)", en: "agreement (A)"), format: .decimals(2)),
    ]
  }
}

/// What is said of the scale and the measures.
enum MeasureWords {
  static let scale = Block.info(nl: "de schaal van 1 tot 5 is van ons", en: "the scale of 1 to 5 is ours")
  static let agreement = Citation(id: "van-der-eijk-2001", place: Text(nl: "325-341", en: "325-341"))
  static let alpha = Citation(id: "krippendorff-1980", place: Text(nl: "hoofdstuk 12", en: "chapter 12"))
  static let concordance = Citation(id: "kendall-1939", place: .verbatim("275-287"))
  static let waiting = Citation(id: "kaplan-meier-1958", place: .verbatim("457-481"))
  static let consistency = Citation(id: "grim-2017", place: .verbatim("363-369"))
  static let limits = Citation(id: "wilson-1927", place: .verbatim("209-212"))
  static let scaling = Citation(id: "torgerson-1952", place: .verbatim("401-419"))
}
