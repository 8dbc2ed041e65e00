import Methods
import WorkbenchKit

/// `spiegel arrangement why`: why goals were not reached, by life domain, and which domain had to come first.
struct ArrangementWhyCommand: Command {
  let signature = Signature(
    "spiegel arrangement why", aliases: ["spiegel arrangement waarom"],
    summary: Text(
      nl: "toon waarom doelen niet zijn gehaald, en welk leefgebied eerst moest",
      en: "show why goals were not reached, and which life domain had to come first"),
    soughtBy: ["redenen", "reasons"],
    examples: [.init("spiegel arrangement why", Text(nl: "leefgebied bij reden", en: "life domain by reason"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let list = try context.workspace.goals
    guard !list.records.isEmpty else { return Output([GoalWords.none]) }
    let counts = SmallCounts(context.workspace)
    let views = try GoalViews(list.records, threshold: counts.threshold, poll: context.checkInterrupt)
    let why = WhyViews(views, domains: try context.lifeDomains, reasons: try context.reasons(beside: list.reasons))
    guard why.isOpen, why.byReason.size > 0 else {
      return Output([GoalWords.whyHeld] + [counts.notice(holdsBack: !why.isOpen)].compactMap { $0 })
    }
    var blocks: [Block] = []
    // A reason that nobody gave has no column.
    let whole = why.byReason.whole
    let reasons = why.reasons.indices.filter { whole[$0] > 0 }
    if !why.byReason.shown.isEmpty {
      blocks.append(
        .matrix(
          Self.matrix(
            Text(nl: "Niet gehaalde doelen: leefgebied bij reden", en: "Goals not reached: life domain by reason"),
            Text(nl: "reden", en: "reason"), why.byReason, why.domains,
            columns: reasons.map { ($0, .init(why.reasons[$0].id, label: why.reasons[$0].label)) }, counts)))
    }
    let firsts = why.domains.indices.map { ($0, CellMatrix.Entry(why.domains[$0].id, label: why.domains[$0].label)) }
    if !why.byFirst.shown.isEmpty, why.byFirst.size > 0 {
      blocks.append(
        .matrix(
          Self.matrix(
            Text(nl: "Welk leefgebied eerst moest", en: "Which life domain had to come first"),
            Text(nl: "eerst", en: "first"), why.byFirst, why.domains,
            columns: firsts + [(why.domains.count, .init("onbekend", label: Text(nl: "onbekend", en: "unknown")))],
            counts)))
    }
    if blocks.isEmpty {
      blocks.append(
        .info(
          nl: "per leefgebied zijn het er te weinig om te tonen; 'spiegel arrangement show --per why' geeft alle samen",
          en: "by life domain there are too few to show; 'spiegel arrangement show --per why' gives all together"))
    }
    blocks += [counts.notice(holdsBack: why.byReason.holdsBack || why.byFirst.holdsBack)].compactMap { $0 }
    return Output(blocks)
  }

  private static func matrix(
    _ title: Text, _ heading: Text, _ rows: CountedRows, _ domains: [KnowledgeTerm],
    columns: [(place: Int, entry: CellMatrix.Entry)], _ counts: SmallCounts
  ) -> CellMatrix {
    CellMatrix(
      title: title, rowHeading: Text(nl: "leefgebied", en: "life domain"), columnHeading: heading,
      rows: rows.shown.map { .init(domains[$0].id, label: domains[$0].label) }, columns: columns.map(\.entry),
      cells: rows.shown.map { row in
        columns.map { column in
          if let sign = counts.sign(rows.cell(column.place, in: row)) { return .init(.verbatim(sign)) }
          return .init(number: Double(rows.counts[row][column.place]))
        }
      }, format: .decimals(0))
  }
}
