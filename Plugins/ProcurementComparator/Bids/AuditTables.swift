import Methods
import WorkbenchKit

/// The tables of an audit.
enum AuditTables {
  static func reversals(_ audit: OrderAudit, _ names: [String], _ context: Context) -> Table {
    func order(_ reversal: OrderAudit.Reversal, _ sign: Int) -> String {
      let (one, other) = (names[reversal.one], names[reversal.other])
      return sign > 0 ? "\(one) > \(other)" : sign < 0 ? "\(other) > \(one)" : "\(one) = \(other)"
    }
    let rows = audit.reversals
    return Table(
      title: Text(nl: "Wie wegvalt, en wie daardoor wisselt", en: "Who falls away, and who changes places by it"),
      columns: [
        .texts(
          "dropped", rows.map { $0.dropped.map { names[$0] }.joined(separator: " + ") },
          label: Text(nl: "valt weg", en: "dropped")),
        .texts("pair", rows.map { "\(names[$0.one]), \(names[$0.other])" }, label: Text(nl: "paar", en: "pair")),
        .texts("before", rows.map { order($0, $0.before) }, label: Text(nl: "eerst", en: "before")),
        .texts("after", rows.map { order($0, $0.after) }, label: Text(nl: "daarna", en: "after")),
      ])
  }

  /// Who is first by each formula; what a formula needs and was not given is filled in, and said. Without weights those that
  /// take none.
  static func formulas(_ award: Award, median: Double, _ context: Context) -> Table {
    let (bids, rule) = (award.counting, award.rule)
    let shown = NumberText.shortest(median.rounded())
    var entries: [(formula: AwardFormula, filled: Text?)] = []
    if award.hasWeights {
      entries.append((.relative, nil))
      if median.isFinite {
        let high = (2 * median).rounded()
        entries.append((.linear(low: 0, high: high), .verbatim("linear:0:\(NumberText.shortest(high))")))
      }
      entries.append((.logarithmic(base: 2), .verbatim("log:2")))
      if median.isFinite, rule.priceWeight > 0 {
        let euro = (median * (1 - rule.priceWeight) / rule.priceWeight).rounded()
        let typed = NumberText.shortest(euro)
        entries.append(
          (
            .value(qualityEuro: euro),
            Text(
              nl: "--quality-euro \(typed): mediaan \(shown) × gewichten",
              en: "--quality-euro \(typed): median \(shown) × weights")
          ))
      }
      entries += [(.linear2L(floored: false), nil), (.lowestHighest, nil), (.average(base: 0.5), nil)]
      if rule.priceWeight > 0 { entries.append((.utilityIndex, nil)) }
    }
    entries += [(.ratio, nil), (.utility, nil), (.lowest, nil)]
    entries = entries.map { $0.formula.name == rule.formula.name ? (rule.formula, nil) : $0 }
    if !entries.contains(where: { $0.formula.name == rule.formula.name }) { entries.insert((rule.formula, nil), at: 0) }
    let orders = entries.map { entry -> [Int] in
      var copy = rule
      copy.formula = entry.formula
      copy.ties = .shared
      var random = RandomStream(seed: 0)
      return BidRanking(bids, rule: copy, random: &random).order
    }
    // By a formula that looks at quality nobody counts where nobody was judged.
    let kept = orders.indices.filter { !orders[$0].isEmpty }
    return Table(
      title: award.hasWeights
        ? Text(nl: "Andere formules, zelfde gewichten", en: "Other formulas, same weights")
        : Text(nl: "Andere formules die geen gewichten nemen", en: "Other formulas that take no weights"),
      columns: [
        .texts("formula", kept.map { entries[$0].formula.name }).asDetail(),
        .texts(
          "formula_label", kept.map { entries[$0].formula.about }, label: Text(nl: "formule", en: "formula"),
          in: context),
        .texts("first", kept.map { bids[orders[$0][0]].bidder }, label: Text(nl: "eerste", en: "first")),
        .texts(
          "order", kept.map { orders[$0].map { bids[$0].bidder }.joined(separator: " > ") },
          label: Text(nl: "volgorde", en: "order")
        ).asDetail(bids.count > 5),
        .texts(
          "assumption", kept.map { entries[$0].filled }, label: Text(nl: "ingevuld", en: "filled in"), in: context),
      ])
  }

  static func weights(_ ranges: [PriceWeightRange], _ names: [String]) -> Table {
    Table(
      title: Text(nl: "Wie eerste is bij welk gewicht van de prijs", en: "Who is first at which weight of the price"),
      columns: [
        .numbers(
          "price_weight_from", ranges.map { $0.from * 100 }, label: Text(nl: "van", en: "from"), unit: .percent,
          format: .decimals(1)),
        .numbers(
          "price_weight_to", ranges.map { $0.to * 100 }, label: Text(nl: "tot", en: "to"), unit: .percent,
          format: .decimals(1)),
        .texts("first", ranges.map { names[$0.first] }, label: Text(nl: "eerste", en: "first")),
      ])
  }

  static func prices(
    _ bids: [Bid], _ rule: AwardRule, _ signs: PriceSigns, _ currencies: Currencies, _ context: Context
  ) -> Table {
    let unit: Unit? = currencies.isEuro ? .euro : nil
    let turning = bids.indices.map { BreakEven.price(of: $0, bids, rule: rule) }
    let signed = bids.indices.map { bid -> Text? in
      if signs.zero.contains(bid) { return Text(nl: "prijs 0", en: "price 0") }
      if signs.placeholders.contains(bid) { return Text(nl: "invulwaarde?", en: "placeholder?") }
      if signs.abnormallyLow.contains(bid) { return Text(nl: "abnormaal laag?", en: "abnormally low?") }
      return nil
    }
    return Table(
      title: Text(nl: "Prijzen", en: "Prices"),
      columns: [
        .texts("bidder", bids.map(\.bidder), label: Text(nl: "bieder", en: "bidder")),
        .numbers("price", bids.map(\.price), label: Text(nl: "prijs", en: "price"), unit: unit),
        .numbers(
          "break_even_price", turning.map { $0.flatMap { $0.isFinite ? $0 : nil } ?? .nan },
          label: Text(nl: "net eerste bij", en: "just first at"), unit: unit, format: .decimals(0)),
        .numbers(
          "of_median", signs.shares.map { $0.isFinite ? $0 : .nan }, label: Text(nl: "t.o.v. mediaan", en: "of median"),
          unit: .share, format: .share(0)),
        .texts("sign", signed, label: Text(nl: "vraag", en: "question"), in: context),
        Column("zero", .booleans(bids.indices.map(signs.zero.contains))).asDetail(),
        Column("abnormally_low", .booleans(bids.indices.map(signs.abnormallyLow.contains))).asDetail(),
      ])
  }
}
