import WorkbenchKit

/// Award notices of Tenders Electronic Daily, a row a lot: kept as they are, with what is odd about each.
///
/// They name winners and no other bids, so there is nothing in them to rank.
struct TEDAwards {
  let table: Table
  let blocks: [Block]

  /// What can be odd about a notice.
  enum Oddity: String, CaseIterable {
    case unawarded
    case noValue = "no_value"
    case placeholder
    case noWeights = "no_weights"
    case weights
    case severalWinners = "several_winners"

    var label: Text {
      switch self {
      case .unawarded: Text(nl: "niet gegund", en: "not awarded")
      case .noValue: Text(nl: "geen waarde", en: "no value")
      case .placeholder: Text(nl: "1,00: een invulwaarde", en: "value 1.00: placeholder")
      case .noWeights: Text(nl: "geen gewichten", en: "no weights")
      case .weights: Text(nl: "gewichten niet samen 100", en: "weights do not add up to 100")
      case .severalWinners: Text(nl: "meer winnaars", en: "several winners")
      }
    }
  }

  static func isMeant(_ header: [String]) -> Bool { header.contains("criteria_weights") && header.contains("winners") }

  init(_ table: Table) throws {
    let rows = table.rowCount
    let texts = { (name: String) -> [String?] in
      table.column(name).map { column in (0..<column.count).map { column[$0].isMissing ? nil : column[$0].plain } }
        ?? [String?](repeating: nil, count: rows)
    }
    let values = texts("value").map { $0.flatMap { NumberText.parse($0) } ?? .nan }
    let awarded = texts("awarded").map { $0 == "yes" || $0 == "true" }
    let winners = texts("n_winners").map { $0.flatMap { NumberText.parse($0) } ?? .nan }
    let weights = texts("criteria_weights").map(Self.weights)
    var odd: [[Oddity]] = []
    for row in 0..<rows {
      var found: [Oddity] = []
      if !awarded[row] { found.append(.unawarded) }
      if awarded[row], values[row].isNaN { found.append(.noValue) }
      if values[row] == 1 || values[row] == 0.01 || values[row] == 0 { found.append(.placeholder) }
      let sum = weights[row].total
      if sum.isNaN { found.append(.noWeights) } else if abs(sum - 100) > 1e-6 { found.append(.weights) }
      if winners[row] > 1 { found.append(.severalWinners) }
      odd.append(found)
    }
    let counts = Dictionary(grouping: odd.flatMap { $0 }, by: { $0 }).mapValues(\.count)
    self.table = Table(
      title: Text(nl: "Gunningen (TED)", en: "Awards (TED)"),
      columns: [
        .texts("notice", texts("notice"), label: Text(nl: "aankondiging", en: "notice")).asDetail(),
        .texts("buyer", texts("buyer"), label: Text(nl: "koper", en: "buyer")).asDetail(),
        .texts("title", texts("title"), label: Text(nl: "opdracht", en: "commission")),
        .texts("lot", texts("lot"), label: Text(nl: "perceel", en: "lot")).asDetail(),
        .texts("winners", texts("winners"), label: Text(nl: "winnaars", en: "winners")).asDetail(),
        .numbers("n_winners", winners, label: Text(nl: "winnaars", en: "winners"), format: .decimals(0)),
        .numbers("value", values, label: Text(nl: "waarde", en: "value"), unit: .euro, format: .decimals(0)),
        .numbers("price_weight", weights.map(\.price), label: Text(nl: "prijs %", en: "price %")).asDetail(),
        .numbers("quality_weight", weights.map(\.quality), label: Text(nl: "kwaliteit %", en: "quality %")).asDetail(),
        .numbers("weights_total", weights.map(\.total), label: Text(nl: "gewichten", en: "weights")),
        .texts(
          "odd", odd.map { $0.isEmpty ? nil : $0.map(\.rawValue).joined(separator: ", ") },
          label: Text(nl: "opvallend", en: "odd")),
      ])
    var facts = Facts()
    facts.add("notices", rows, label: Text(nl: "rijen", en: "rows"))
    for oddity in Oddity.allCases { facts.add(oddity.rawValue, counts[oddity] ?? 0, label: oddity.label) }
    blocks = [
      .facts(facts),
      .caution(
        nl: "aankondigingen noemen winnaars en geen andere biedingen: er valt niets te rangschikken",
        en: "notices name winners and no other bids: there is nothing to rank"),
    ]
  }

  /// Reads `quality:Name=50 | cost:Name=50`; what has no number counts for nothing, and a text without any is NaN.
  static func weights(_ text: String?) -> (price: Double, quality: Double, total: Double) {
    var price = 0.0
    var quality = 0.0
    var isKnown = false
    for part in (text ?? "").split(separator: "|") {
      guard let sign = part.lastIndex(of: "="),
        let number = NumberText.parse(part[part.index(after: sign)...].filter { $0 != " " })
      else { continue }
      isKnown = true
      let isQuality = part.drop { $0 == " " }.hasPrefix("quality")
      if isQuality { quality += number } else { price += number }
    }
    return isKnown ? (price, quality, price + quality) : (.nan, .nan, .nan)
  }
}
