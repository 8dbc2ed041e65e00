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
      return Proposal(
        kind: .investment, what: (labels.indices.contains(row) ? labels[row] : nil) ?? form, amount: amount,
        origin: "procure.money: \(form)")
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

  /// How many wait in the last month.
  private static func caseload(_ table: Table, _ context: Context) -> [Proposal] {
    let waiting = numbers(table, "waiting")
    guard let row = waiting.indices.last, let column = table.column("waiting") else { return [] }
    let month = table.column("month").map { $0[row].plain } ?? ""
    let what = Text(nl: "wachtenden in maand \(month)", en: "waiting in month \(month)")(context.language)
    let origin = "waakvlam.caseload: \(month)"
    if let sign = column.withheld[row] {
      return [Proposal(kind: .quantity, what: what, amount: nil, withheld: sign, origin: origin)]
    }
    let fewest = context.workspace.setting("circle.suppress-below")?.number ?? 5
    if waiting[row] > 0, waiting[row] < fewest {
      let sign = "<\(NumberText.shortest(fewest))"
      return [Proposal(kind: .quantity, what: what, amount: nil, withheld: sign, origin: origin)]
    }
    guard waiting[row].isFinite else { return [] }
    let (lows, highs) = (numbers(table, "waiting_low"), numbers(table, "waiting_high"))
    let ends = [lows, highs].map { $0.indices.contains(row) ? $0[row] : .nan }
    let words = "range:\(([ends[0], waiting[row], ends[1]]).map { NumberText.shortest($0) }.joined(separator: ":"))"
    let amount = ends.allSatisfy(\.isFinite) && ends[0] < ends[1] ? try? Amount(typed: words) : nil
    return [Proposal(kind: .quantity, what: what, amount: amount ?? Amount(waiting[row]), origin: origin)]
  }

  private static func gaps(_ table: Table) -> [Proposal] {
    let gaps = numbers(table, "gap")
    let (conditions, labels) = (texts(table, "precondition"), texts(table, "label"))
    let (areas, names) = (texts(table, "area"), texts(table, "name"))
    func text(_ column: [String?], _ row: Int) -> String? { column.indices.contains(row) ? column[row] : nil }
    return gaps.indices.filter { gaps[$0] > 0 }.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }.map { row in
      let (condition, area) = (text(conditions, row) ?? "", text(areas, row) ?? "")
      let what = [text(labels, row) ?? condition, text(names, row) ?? area].filter { !$0.isEmpty }.joined(
        separator: ", ")
      let id = Slug.of("\(condition) \(text(names, row) ?? area)")
      return Proposal(
        kind: .activity, what: what, amount: Amount(gaps[row]), id: id, origin: "wzw.gaps: \(area)/\(condition)")
    }
  }

  private static func texts(_ table: Table, _ name: String) -> [String?] { table.column(name)?.texts ?? [] }
  private static func numbers(_ table: Table, _ name: String) -> [Double] {
    guard let column = table.column(name), let values = column.numbers else { return [] }
    return values.indices.map { column.withheld[$0] == nil ? values[$0] : .nan }
  }
}
