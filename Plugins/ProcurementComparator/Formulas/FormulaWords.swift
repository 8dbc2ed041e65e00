import WorkbenchKit

/// How the figure of a bid comes about, with what was filled in.
enum FormulaWords {
  /// - Parameter points: how many points there are in all; nil where the figure is a part of 1.
  static func rule(_ rule: AwardRule, points: Double? = nil) -> Text {
    switch rule.formula {
    case .value(let euro):
      let euro = Text.number(euro, atMost: 3)
      return Text(
        nl: "prijs − \(euro.nl) × kwaliteit; de laagste wint", en: "price − \(euro.en) × quality; the lowest wins")
    case .ratio: return Text(nl: "prijs ÷ kwaliteit; de laagste wint", en: "price ÷ quality; the lowest wins")
    case .utility: return Text(nl: "kwaliteit bij een vaste prijs", en: "quality at a fixed price")
    case .lowest: return Text(nl: "laagste prijs", en: "lowest price")
    case .utilityIndex:
      let factor = Text.number((1 - rule.priceWeight) / rule.priceWeight, atMost: 3)
      return Text(
        nl: "(1 − \(factor.nl) × (beste kwaliteit − kwaliteit)) ÷ prijs × laagste prijs",
        en: "(1 − \(factor.en) × (best quality − quality)) ÷ price × lowest price")
    case .superformula(let formula):
      let (price, quality) = (Text.number(formula.price, atMost: 2), Text.number(formula.quality, atMost: 3))
      let power = Text.number(formula.exponent, atMost: 4)
      return Text(
        nl:
          "(\(quality.nl) ÷ kwaliteit)^\(power.nl) + (prijs ÷ \(price.nl))^\(power.nl); de laagste wint, de referentie heeft 2",
        en:
          "(\(quality.en) ÷ quality)^\(power.en) + (price ÷ \(price.en))^\(power.en); the lowest wins, the reference has 2"
      )
    default:
      let whole = points ?? 1
      let (price, quality) = (
        Text.number(rule.priceWeight * whole, atMost: 3), Text.number((1 - rule.priceWeight) * whole, atMost: 3)
      )
      let (priced, judged) = (pricePoints(rule.formula), qualityPoints(rule.quality))
      let rounding = rule.rounding.map { rounding in
        rounding.decimals == 0
          ? Text(nl: ", elk op hele punten", en: ", each in whole points")
          : Text(
            nl: ", elk op \(rounding.decimals) decimalen", en: ", each to \(rounding.decimals) decimals")
      }
      return Text(
        nl: "\(quality.nl) × \(judged.nl) + \(price.nl) × \(priced.nl)",
        en: "\(quality.en) × \(judged.en) + \(price.en) × \(priced.en)") + (rounding ?? .verbatim(""))
    }
  }

  private static func qualityPoints(_ points: QualityPoints) -> Text {
    switch points {
    case .absolute: Text(nl: "kwaliteit", en: "quality")
    case .best: Text(nl: "kwaliteit ÷ beste kwaliteit", en: "quality ÷ best quality")
    case .places(let parts):
      Text(
        nl: "punten naar plaats in kwaliteit (\(listed(parts).nl))",
        en: "points by place in quality (\(listed(parts).en))")
    }
  }

  private static func listed(_ parts: [Double]) -> Text { .joined(parts.map { .number($0, atMost: 3) }, by: "; ") }

  private static func pricePoints(_ formula: AwardFormula) -> Text {
    switch formula {
    case .linear(let low, let high):
      let (low, high) = (Text.number(low, atMost: 3), Text.number(high, atMost: 3))
      return Text(
        nl: "(\(high.nl) − prijs) ÷ (\(high.nl) − \(low.nl)), prijspunten van 0 tot 1",
        en: "(\(high.en) − price) ÷ (\(high.en) − \(low.en)), price points from 0 to 1")
    case .logarithmic(let base):
      let base = Text.number(base, atMost: 3)
      return Text(nl: "(1 − log(prijs ÷ laagste) ÷ log \(base.nl))", en: "(1 − log(price ÷ lowest) ÷ log \(base.en))")
    case .linear2L(let floored):
      return Text(
        nl: "(2 − prijs ÷ laagste prijs)\(floored ? ", ten minste 0" : "")",
        en: "(2 − price ÷ lowest price)\(floored ? ", at least 0" : "")")
    case .lowestHighest:
      return Text(
        nl: "(hoogste prijs − prijs) ÷ (hoogste − laagste)", en: "(highest price − price) ÷ (highest − lowest)")
    case .average(let base):
      let base = Text.number(base + 1, atMost: 3)
      return Text(nl: "(\(base.nl) − prijs ÷ gemiddelde prijs)", en: "(\(base.en) − price ÷ mean price)")
    case .places(let parts):
      return Text(
        nl: "punten naar plaats in prijs (\(listed(parts).nl))", en: "points by place in price (\(listed(parts).en))")
    case .steps(let steps): return bracket(steps)
    default: return Text(nl: "laagste prijs ÷ prijs", en: "lowest price ÷ price")
    }
  }

  private static func bracket(_ steps: PriceSteps) -> Text {
    let shown = steps.steps.map { step -> Text in
      let bound = steps.isOfLowest ? Text.share(step.upTo, decimals: 1) : .number(step.upTo, atMost: 2)
      let points = Text.number(step.points, atMost: 3)
      return Text(nl: "t/m \(bound.nl): \(points.nl)", en: "up to \(bound.en): \(points.en)")
    }
    let listed = Text.joined(shown, by: "; ")
    return steps.isOfLowest
      ? Text(nl: "staffel boven de laagste prijs (\(listed.nl))", en: "bracket above the lowest price (\(listed.en))")
      : Text(nl: "staffel (\(listed.nl))", en: "bracket (\(listed.en))")
  }
}
