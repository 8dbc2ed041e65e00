import Methods
import WorkbenchKit

/// Something that another plugin offers and the sheet could take.
struct Proposal {
  enum Kind: String {
    case investment, quantity, activity

    var label: Text {
      switch self {
      case .investment: Text(nl: "inleg", en: "investment")
      case .quantity: Text(nl: "aantal", en: "quantity")
      case .activity: Text(nl: "activiteit", en: "activity")
      }
    }
  }

  let kind: Kind
  let what: String
  /// Nil where it is held back, or where there is none to take.
  let amount: Amount?
  /// What is shown in the place of an amount that is held back.
  var withheld: String?
  /// What an activity would be called.
  var id = ""
  /// The table and row it comes from, as it is kept beside it.
  let origin: String

  var canBeTaken: Bool { kind == .activity || (amount != nil && withheld == nil) }

  /// What the plugins offer.
  enum Offer: String, ArgumentChoice {
    case procure, waakvlam, gap

    static let usual = Offer.procure

    var about: Text? {
      switch self {
      case .procure: Text(nl: "bedragen uit 'procure simulate --offer'", en: "amounts of 'procure simulate --offer'")
      case .waakvlam: Text(nl: "aantallen uit waakvlam", en: "quantities of waakvlam")
      case .gap: Text(nl: "tekorten uit 'wzw gap --offer'", en: "shortages of 'wzw gap --offer'")
      }
    }

    var tables: [String] {
      switch self {
      case .procure: ["procure.money"]
      case .waakvlam: ["waakvlam.flows", "waakvlam.caseload"]
      case .gap: ["wzw.gaps"]
      }
    }
  }

  /// Returns what an offer holds; none of it is changed.
  ///
  /// - Throws: `take.missing` where nothing is offered.
  static func all(_ offer: Offer, in context: Context) throws -> [Proposal] {
    let tables = try offer.tables.compactMap { name in try context.workspace.table(name).map { (name, $0) } }
    guard !tables.isEmpty else {
      let names = offer.tables.joined(separator: ", ")
      throw Diagnostic(
        "take.missing", Text(nl: "er staat niets klaar (\(names))", en: "nothing is offered (\(names))"),
        wayOut: Text(nl: "zet het eerst klaar met --offer: ", en: "offer it first with --offer: ")
          + (offer.about ?? .verbatim("")))
    }
    return tables.flatMap { name, table in
      switch name {
      case "procure.money": money(table)
      case "waakvlam.flows": flows(table, context)
      case "waakvlam.caseload": caseload(table, context)
      default: gaps(table)
      }
    }
  }

  private static func money(_ table: Table) -> [Proposal] {
    let (means, spreads) = (numbers(table, "municipality_mean"), numbers(table, "municipality_sd"))
    let (forms, labels) = (texts(table, "form"), texts(table, "label"))
    return means.indices.filter { means[$0].isFinite && means[$0] >= 0 }.map { row in
      let spread = spreads.indices.contains(row) && spreads[row].isFinite ? spreads[row] : 0
      let amount =
        spread > 0
        ? Amount(
          words: "normal:\(NumberText.shortest(means[row])):\(NumberText.shortest(spread))",
          .normal(mean: means[row], deviation: spread)) : Amount(means[row])
      let form = forms.indices.contains(row) ? forms[row] ?? "" : ""
      let what = (labels.indices.contains(row) ? labels[row] : nil) ?? form
      return Proposal(kind: .investment, what: what, amount: amount, origin: "procure.money: \(what)")
    }
  }

  /// How many more of a hundred are reached than now.
  private static func flows(_ table: Table, _ context: Context) -> [Proposal] {
    let (now, wanted) = (numbers(table, "reached_now"), numbers(table, "reached_wanted"))
    let held = [table.column("reached_now"), table.column("reached_wanted")].compactMap { $0?.withheld }
    let (situations, steps, parties) = (texts(table, "situation"), texts(table, "step"), texts(table, "party"))
    return now.indices.filter { wanted.indices.contains($0) }.compactMap { row in
      let what = [situations, steps, parties].compactMap { $0.indices.contains(row) ? $0[row] : nil }.joined(
        separator: ", ")
      let origin = "waakvlam.flows: \(what), per 100"
      if held.contains(where: { $0[row] != nil }) {
        return Proposal(kind: .quantity, what: what, amount: nil, withheld: "•", origin: origin)
      }
      let more = wanted[row] - now[row]
      return more.isFinite ? Proposal(kind: .quantity, what: what, amount: Amount(more), origin: origin) : nil
    }
  }

  /// How many wait in the last month, and how many are in contact then.
  private static func caseload(_ table: Table, _ context: Context) -> [Proposal] {
    guard let row = table.rowCount > 0 ? table.rowCount - 1 : nil else { return [] }
    let month = table.column("month").map { $0[row].plain } ?? ""
    let subjects = [
      ("waiting", Text(nl: "wachtenden in maand \(month)", en: "waiting in month \(month)")),
      ("in_contact", Text(nl: "in contact in maand \(month)", en: "in contact in month \(month)")),
    ]
    return subjects.compactMap { name, what in
      people(table, name, row, what(context.language), context)
    }
  }

  /// A number of people in a row; nil where there is none.
  private static func people(
    _ table: Table, _ name: String, _ row: Int, _ what: String, _ context: Context
  ) -> Proposal? {
    let origin = "waakvlam.caseload: \(what)"
    guard let column = table.column(name), let values = column.numbers else { return nil }
    let fewest = context.workspace.setting("circle.suppress-below")?.number ?? 5
    let isFew = values[row] > 0 && values[row] < fewest
    if let sign = column.withheld[row] ?? (isFew ? "<\(NumberText.shortest(fewest))" : nil) {
      return Proposal(kind: .quantity, what: what, amount: nil, withheld: sign, origin: origin)
    }
    guard values[row].isFinite else { return nil }
    let ends = ["\(name)_low", "\(name)_high"].map { name -> Double in
      let ends = numbers(table, name)
      return ends.indices.contains(row) ? ends[row] : .nan
    }
    return Proposal(kind: .quantity, what: what, amount: around(values[row], ends[0], ends[1]), origin: origin)
  }

  /// A mean with its spread out of the 5 and 95 % of it. The mean stays as it is: of a lopsided spread the ends say nothing of it.
  private static func around(_ mean: Double, _ low: Double, _ high: Double) -> Amount {
    let deviation = (high - low) / (2 * 1.6448536269514722)
    guard deviation.isFinite, deviation > 0 else { return Amount(mean) }
    let spread = NumberText.rounded(deviation, decimals: 3)
    return Amount(
      words: "normal:\(NumberText.shortest(mean)):\(NumberText.shortest(spread))",
      .normal(mean: mean, deviation: spread))
  }

  private static func gaps(_ table: Table) -> [Proposal] {
    let gaps = numbers(table, "gap")
    let (conditions, labels) = (texts(table, "precondition"), texts(table, "label"))
    let (areas, names) = (texts(table, "area"), texts(table, "name"))
    func text(_ column: Texts, _ row: Int) -> String? { column.indices.contains(row) ? column[row] : nil }
    return gaps.indices.filter { gaps[$0] > 0 }.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }.map { row in
      let (condition, area) = (text(conditions, row) ?? "", text(areas, row) ?? "")
      let what = [text(labels, row) ?? condition, text(names, row) ?? area].filter { !$0.isEmpty }.joined(
        separator: ", ")
      let id = Slug.of("\(condition) \(text(names, row) ?? area)")
      return Proposal(
        kind: .activity, what: what, amount: Amount(gaps[row]), id: id, origin: "wzw.gaps: \(what)")
    }
  }

  private static func texts(_ table: Table, _ name: String) -> Texts { table.column(name)?.texts ?? [] }
  private static func numbers(_ table: Table, _ name: String) -> [Double] {
    guard let column = table.column(name), let values = column.numbers else { return [] }
    return values.indices.map { column.withheld[$0] == nil ? values[$0] : .nan }
  }
}
