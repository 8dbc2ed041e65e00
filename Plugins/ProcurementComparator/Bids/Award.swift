import Methods
import WorkbenchKit

/// Bids with a rule: what a tender and a sheet come to.
struct Award {
  let sheet: BidSheet
  let rule: AwardRule
  /// As it was typed.
  let formulaText: String
  let bids: [Bid]
  let knockedOut: [Bool]
  let ranking: BidRanking
  /// What has to be said: assumptions about weights.
  let notices: [Notice]

  /// The bids that count, in the order in which they came in, for an audit.
  var counting: [Bid] { bids.indices.filter { ranking.exclusions[$0] == nil }.map { bids[$0] } }

  /// - Throws: `bid.weights`, `formula.*`, `criterion.unknown`, `argument.missing`.
  init(_ sheet: BidSheet, _ tender: Tender, call: Call, context: Context) throws {
    let text = tender.formula ?? "relative"
    let formula = try TenderParameters.formula(
      text, qualityEuro: tender.qualityEuro, at: call.place(of: "formula"))
    let weights = try Weights(tender, sheet, formula, at: call.place(of: "weights"))
    var rule = AwardRule(formula: formula, priceWeight: weights.price)
    rule.ties = tender.ties ?? .shared
    rule.ceiling = tender.ceiling
    var knockedOut = [Bool](repeating: false, count: sheet.count)
    for (name, least) in tender.minimum {
      if name == "quality" {
        rule.minimumQuality = least
      } else {
        let criterion = try Weights.criterion(name, sheet, at: call.place(of: "minimum"))
        for bid in knockedOut.indices where !(sheet.scores[criterion][bid] >= least) { knockedOut[bid] = true }
      }
    }
    let bids = sheet.bids(weights: weights.criteria)
    var random = RandomStream(seed: context.seed)
    ranking = BidRanking(bids, rule: rule, knockedOut: knockedOut, random: &random)
    self.sheet = sheet
    self.rule = rule
    self.bids = bids
    self.knockedOut = knockedOut
    formulaText = text
    notices = weights.notices
  }

  /// The weights of price and criteria, checked against the sheet.
  struct Weights {
    /// 0 through 1.
    var price = 0.0
    /// By criterion of the sheet.
    var criteria: [Double]
    var notices: [Notice] = []

    init(_ tender: Tender, _ sheet: BidSheet, _ formula: AwardFormula, at place: Place?) throws {
      criteria = sheet.criteria.map { _ in 1 }
      let given = tender.weights
      if given.isEmpty {
        if formula.usesWeights {
          throw Diagnostic(
            "argument.missing",
            Text(nl: "deze formule mist --weights", en: "this formula lacks --weights"),
            wayOut: Text(
              nl: "zoals --weights price=40,quality=60; samen 100",
              en: "such as --weights price=40,quality=60; together 100"),
            suggestion: "--weights", place: place)
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
      guard abs(sum - 100) < 1e-6 || abs(sum - 1) < 1e-9 else { throw Self.sum(given, sum, at: place) }
      for weight in given where given.filter({ $0.name == weight.name }).count > 1 {
        throw Diagnostic(
          "bid.weights",
          Text(nl: "'\(weight.name)' heeft twee gewichten", en: "'\(weight.name)' has two weights"), place: place)
      }
      price = (given.first { $0.name == "price" }?.value ?? 0) / sum
      let others = given.filter { $0.name != "price" }
      if others.count == 1, others[0].name == "quality", !sheet.criteria.contains("quality"), sheet.criteria.count > 1 {
        notices.append(
          Notice(
            .caution,
            Text(
              nl: "'quality' is hier \(Shown.list(sheet.criteria).nl), die even zwaar tellen",
              en: "'quality' is \(Shown.list(sheet.criteria).en) here, which weigh the same")))
        return
      }
      // Without any criterion every bid lacks its quality, and is told so.
      if others.isEmpty || sheet.criteria.isEmpty { return }
      criteria = sheet.criteria.map { _ in 0 }
      for weight in others { criteria[try Self.criterion(weight.name, sheet, at: place)] = weight.value }
      if criteria.allSatisfy({ $0 == 0 }) { criteria = criteria.map { _ in 1 } }
    }

    /// - Throws: `criterion.unknown`.
    static func criterion(_ name: String, _ sheet: BidSheet, at place: Place?) throws -> Int {
      if let found = sheet.criteria.firstIndex(of: name) { return found }
      if name == "quality", sheet.criteria.count == 1 { return 0 }
      let known = ["price"] + sheet.criteria
      throw Diagnostic(
        "criterion.unknown",
        Text(nl: "de biedingen hebben geen criterium '\(name)'", en: "the bids have no criterion '\(name)'"),
        wayOut: Text(
          nl: "er is: \(Shown.list(known, atMost: 12).nl)", en: "there is: \(Shown.list(known, atMost: 12).en)"),
        suggestion: NearestWord.best(name, among: known), place: place)
    }

    private static func sum(_ given: [Tender.Weight], _ sum: Double, at place: Place?) -> Diagnostic {
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
            nl: "naar verhouding zou het zijn: --weights \(scaled)",
            en: "in proportion it would be: --weights \(scaled)")
          : Text(nl: "geef ten minste één gewicht boven 0", en: "give at least one weight above 0"), place: place)
    }
  }
}
