import WorkbenchKit

/// A kind of case in which the panel is milder in more than half, and not by chance: something to talk of.
struct LearningPoint {
  let kind: String
  let because: Text
  let text: Text

  /// - Parameter theme: stands before each; nil for none.
  static func all(_ views: PanelViews, theme: String?) -> [LearningPoint] {
    let rows = views.rows
    return rows.shown.filter { rows.shows(PanelViews.needed, in: $0) }.compactMap { row in
      let share = PanelViews.Share(rows.counts[row])
      guard share.milderShare > 0.5, share.milderLimits.low > 0.5 else { return nil }
      let kind = rows.keys[row][0]
      let (low, high) = (
        Text.number(share.milderLimits.low * 100, decimals: 0), Text.share(share.milderLimits.high, decimals: 0)
      )
      let known = Text.counted(share.known, Text(nl: "zaak", en: "case"), Text(nl: "zaken", en: "cases"))
      let before = theme.map { Text.verbatim("\($0): ") } ?? .verbatim("")
      return LearningPoint(
        kind: kind,
        because: Text(
          nl: "milder in \(share.milder) van \(known.nl) (95 % zeker tussen \(low.nl) en \(high.nl))",
          en: "milder in \(share.milder) of \(known.en) (95% sure between \(low.en) and \(high.en))"),
        text: before
          + Text(
            nl: "waarom vindt het inwonerspanel besluiten over \(kind) te streng?",
            en: "why does the residents' panel find decisions on \(kind) too strict?"))
    }
  }
}
