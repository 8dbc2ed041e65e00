import WorkbenchKit

/// The weights of price and criteria, checked against the sheet.
struct AwardWeights {
  /// 0 through 1.
  var price = 0.0
  /// By criterion of the sheet.
  var criteria: [Double]
  /// How many points there are in all.
  var total = 100.0
  var notices: [Notice] = []

  /// - Throws: `bid.weights`, `formula.weights`, `criterion.unknown`.
  init(_ tender: Tender, _ sheet: BidSheet, _ formula: AwardFormula) throws {
    criteria = sheet.criteria.map { _ in 1 }
    if case .value = formula, !tender.criterionEuros.isEmpty {
      criteria = sheet.criteria.map { _ in 0 }
      for (name, euros) in tender.criterionEuros { criteria[try Self.criterion(name, sheet)] = euros }
      tellWeightless(sheet)
      return
    }
    let given = tender.weights.items
    if given.isEmpty {
      if formula.usesWeights {
        throw Diagnostic(
          "formula.weights", Text(nl: "deze formule mist --weights", en: "this formula lacks --weights"),
          wayOut: Text(
            nl: "zoals --weights price=40,quality=60; samen 100",
            en: "such as --weights price=40,quality=60; together 100"), suggestion: "--weights")
      }
      if sheet.criteria.count > 1, formula.usesQuality {
        notices.append(
          Notice(
            .caution,
            Text(
              nl: "zonder --weights tellen de \(sheet.criteria.count) criteria even zwaar",
              en: "without --weights the \(sheet.criteria.count) criteria weigh the same")))
      }
      return
    }
    let sum = given.reduce(0) { $0 + $1.value }
    guard sum > 0, tender.arePoints || abs(sum - 100) < 1e-6 || abs(sum - 1) < 1e-9 else {
      throw Self.sum(given, sum)
    }
    total = abs(sum - 1) < 1e-9 && !tender.arePoints ? 100 : sum
    for weight in given where given.filter({ $0.name == weight.name }).count > 1 {
      throw Diagnostic(
        "bid.weights", Text(nl: "'\(weight.name)' heeft twee gewichten", en: "'\(weight.name)' has two weights"))
    }
    price = (given.first { $0.name == "price" }?.value ?? 0) / sum
    if formula == .utilityIndex, price == 0 {
      throw Diagnostic(
        "formula.weights",
        Text(nl: "bij 'utility-index' heeft de prijs een gewicht", en: "with 'utility-index' the price has a weight"),
        wayOut: Text(
          nl: "de formule deelt erdoor; zonder prijs: --formula utility",
          en: "the formula divides by it; without a price: --formula utility"), suggestion: "utility")
    }
    let others = given.filter { $0.name != "price" }
    if others.count == 1, others[0].name == "quality", !sheet.criteria.contains("quality"), sheet.criteria.count > 1 {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "'quality' is hier \(Text.list(sheet.criteria).nl), die even zwaar tellen",
            en: "'quality' is \(Text.list(sheet.criteria).en) here, which weigh the same")))
      return
    }
    // Without any criterion every bid lacks its quality, and is told so.
    if others.isEmpty || sheet.criteria.isEmpty { return }
    criteria = sheet.criteria.map { _ in 0 }
    for weight in others { criteria[try Self.criterion(weight.name, sheet)] = weight.value }
    if criteria.allSatisfy({ $0 == 0 }) { criteria = criteria.map { _ in 1 } } else { tellWeightless(sheet, given) }
  }

  /// Says which criteria nobody gave a weight.
  private mutating func tellWeightless(_ sheet: BidSheet, _ given: [Tender.Weight] = []) {
    let open = sheet.criteria.indices.filter { criteria[$0] == 0 }.map { sheet.criteria[$0] }
    let forgotten = open.filter { name in !given.contains { $0.name == name } }
    guard !forgotten.isEmpty else { return }
    let listed = Text.list(forgotten)
    notices.append(
      Notice(
        .caution,
        Text(
          nl: "zonder gewicht, en dus niet meegeteld: \(listed.nl)",
          en: "without a weight, and therefore not counted: \(listed.en)")))
  }

  /// - Throws: `criterion.unknown`.
  static func criterion(_ name: String, _ sheet: BidSheet) throws -> Int {
    if let found = sheet.criteria.firstIndex(of: name) { return found }
    if name == "quality", sheet.criteria.count == 1 { return 0 }
    let known = ["price"] + sheet.criteria
    throw Diagnostic(
      "criterion.unknown",
      Text(nl: "de biedingen hebben geen criterium '\(name)'", en: "the bids have no criterion '\(name)'"),
      wayOut: Text(nl: "er is: \(Text.list(known, atMost: 12).nl)", en: "there is: \(Text.list(known, atMost: 12).en)"),
      suggestion: NearestWord.best(name, among: known))
  }

  private static func sum(_ given: [Tender.Weight], _ sum: Double) -> Diagnostic {
    let scaled =
      sum > 0
      ? given.map { "\($0.name)=\(NumberText.fixed($0.value / sum * 100, decimals: 2))" }.joined(separator: ",") : ""
    return Diagnostic(
      "bid.weights",
      Text(
        nl: "de gewichten zijn samen \(NumberText.shortest(sum)), geen 100",
        en: "the weights add up to \(NumberText.shortest(sum)), not 100"),
      wayOut: sum > 0
        ? Text(
          nl: "naar verhouding zou het zijn: --weights \(scaled); zijn het de hoogste punten, typ dan --points",
          en: "in proportion it would be: --weights \(scaled); if they are the most points, type --points")
        : Text(nl: "geef ten minste één gewicht boven 0", en: "give at least one weight above 0"))
  }
}
