import Methods
import WorkbenchKit

/// The tables of a ranking of forms.
struct FitTables {
  let circle: FitCircle
  let forms: [Form]
  let criteria: [Criterion]
  let weights: [Double]
  let fit: FormFit
  let method: FormFit.Method
  let seed: UInt64
  let context: Context

  private var order: [Int] { forms.indices.sorted { (fit.ranks[$0], $0) < (fit.ranks[$1], $1) } }

  /// By form, its rank with the weights and scores of each role that scored all forms.
  private var ranksByRole: [[Int]] {
    circle.scores.keys.sorted().compactMap { role in
      let rows = forms.map { form in criteria.map { circle.scores[role]?[form.id]?[$0.id] } }
      guard rows.allSatisfy({ $0.allSatisfy { $0 != nil } }) else { return nil }
      let weights = circle.weights(of: role, criteria.map(\.id))
      let scores = rows.map { row in zip(row, weights).reduce(0) { $0 + ($1.0 ?? 0) * $1.1 } }
      return Ranks(scores).ranks
    }
  }

  private func first(_ form: Int) -> Double {
    MonteCarlo.rounded(fit.first[form], error: fit.firstErrors[form], unit: 0.01)
  }

  /// The draws behind the parts of all weights, and how far such a part is off because of that.
  var drawn: Block {
    DrawnWords(draws: fit.draws, seed: seed).notice([
      (
        Text(nl: "een deel van de gewichten", en: "a part of the weights"),
        DrawnWords.size(fit.firstErrors.max() ?? 0, isShare: true)
      )
    ])
  }

  var ranking: Table {
    let byRole = ranksByRole
    let span = { (form: Int, pick: ([Int]) -> Int?) -> Double in
      pick(byRole.map { $0[form] }).map(Double.init) ?? .nan
    }
    return Table(
      title: Text(
        nl: "Wat past, volgens de rollen (\(method.label.nl))", en: "What fits, by the roles (\(method.label.en))"),
      columns: [
        .texts("form", order.map { forms[$0].id }).asDetail(),
        .texts("form_label", order.map { forms[$0].label }, label: Text(nl: "vorm", en: "form"), in: context),
        .numbers(
          "score", order.map { MonteCarlo.rounded(fit.scores[$0], error: fit.scoreError, unit: 0.001) },
          label: .verbatim("score"), format: .decimals(3)),
        .counts("rank", order.map { fit.ranks[$0] }, label: Text(nl: "rang", en: "rank")),
        .numbers(
          "rank_best", order.map { span($0) { $0.min() } },
          label: Text(nl: "beste rang van een rol", en: "best rank of a role"), format: .decimals(0)),
        .numbers(
          "rank_worst", order.map { span($0) { $0.max() } }, label: Text(nl: "slechtste", en: "worst"),
          format: .decimals(0)),
        .numbers(
          "first_share", order.map(first),
          label: Text(nl: "eerste bij deel van gewichten", en: "first for part of weights"), unit: .share,
          format: .share(0)),
        .numbers(
          "confidence", order.map { fit.confidence[$0] ?? .nan }, label: Text(nl: "vertrouwen", en: "confidence"),
          unit: .share, format: .share(0)
        ).asDetail(),
      ])
  }

  var weighing: Table {
    let roles = circle.weights.keys.sorted().map { circle.weights(of: $0, criteria.map(\.id)) }
    let leader = order[0]
    let share = { (name: String, values: [Double], label: Text) -> Column in
      .numbers(name, values, label: label, unit: .share, format: .share(0))
    }
    return Table(
      title: Text(nl: "Gewichten, en hoe ver zij kunnen schuiven", en: "Weights, and how far they can shift"),
      columns: [
        .texts("criterion", criteria.map(\.id)).asDetail(),
        .texts("label", criteria.map(\.label), label: Text(nl: "criterium", en: "criterion"), in: context),
        share("weight", weights, Text(nl: "gewicht", en: "weight")),
        share(
          "weight_low", criteria.indices.map { place in roles.map { $0[place] }.min() ?? .nan },
          Text(nl: "laagste rol", en: "lowest role")),
        share(
          "weight_high", criteria.indices.map { place in roles.map { $0[place] }.max() ?? .nan },
          Text(nl: "hoogste rol", en: "highest role")),
        share("stays_from", fit.ranges.map(\.low), Text(nl: "eerste blijft van", en: "first stays from")),
        share("stays_to", fit.ranges.map(\.high), Text(nl: "tot", en: "to")),
        share(
          "central",
          criteria.indices.map {
            MonteCarlo.rounded(
              fit.central[leader]?[$0] ?? .nan, error: fit.centralErrors[leader]?[$0] ?? .nan, unit: 0.01)
          },
          Text(nl: "typisch voor de eerste", en: "typical for the first")
        ).asDetail(),
      ])
  }

  var reversals: Table {
    let ids = { (one: Int, other: Int) in "\(forms[one].id) > \(forms[other].id)" }
    let labels = { (one: Int, other: Int) in forms[one].label + .verbatim(" > ") + forms[other].label }
    return Table(
      title: Text(
        nl: "Welke vormen van plaats wisselen als er een wegvalt", en: "Which change places when a form is dropped"),
      columns: [
        .texts("dropped", fit.reversals.map { forms[$0.dropped].id }).asDetail(),
        .texts("before", fit.reversals.map { ids($0.above, $0.below) }).asDetail(),
        .texts("after", fit.reversals.map { ids($0.below, $0.above) }).asDetail(),
        .texts(
          "dropped_label", fit.reversals.map { forms[$0.dropped].label }, label: Text(nl: "valt weg", en: "dropped"),
          in: context),
        .texts(
          "before_label", fit.reversals.map { labels($0.above, $0.below) }, label: Text(nl: "eerst", en: "before"),
          in: context),
        .texts(
          "after_label", fit.reversals.map { labels($0.below, $0.above) }, label: Text(nl: "daarna", en: "after"),
          in: context),
      ])
  }

  var facts: Facts {
    var facts = DrawnWords(draws: fit.draws, seed: seed).facts([("first_share", order.map { fit.firstErrors[$0] })])
    facts.add("roles", circle.roles.count, label: Text(nl: "rollen", en: "roles"))
    facts.add("reversals", fit.reversals.count, label: Text(nl: "omkeringen", en: "reversals"))
    if let worst = circle.ratios.values.max() {
      facts.add(
        "consistency_ratio", .number(worst), label: Text(nl: "inconsistentie, hoogste", en: "inconsistency, highest"),
        format: .decimals(3))
    }
    return facts
  }

  var answer: Text {
    let best = order.filter { fit.ranks[$0] == 1 }
    let share = Text.share(first(order[0]), decimals: 0)
    if best.count > 1 {
      let names = Text.joined(best.map { forms[$0].label })
      return Text(nl: "\(names.nl) passen even goed", en: "\(names.en) fit equally well")
    }
    let label = forms[order[0]].label
    return Text(
      nl: "\(label.nl) past het best; bij \(share.nl) van alle denkbare gewichten staat die vorm eerste",
      en: "\(label.en) fits best; for \(share.en) of all conceivable weights that form is first")
  }

  var assumptions: [Text] {
    var texts = [
      Text(
        nl: "getallen en gewichten zijn van de rollen (\(Text.list(circle.roles).nl)); de groep is hun gemiddelde",
        en: "numbers and weights come from the roles (\(Text.list(circle.roles).en)); the group is their mean")
    ]
    if circle.weights.isEmpty {
      texts.append(
        Text(
          nl: "niemand gaf gewichten: alle criteria wegen even zwaar",
          en: "nobody gave weights: all criteria weigh the same"))
    }
    if method != .wsm {
      texts.append(
        Text(
          nl: "het bereik waarin de eerste eerste blijft is dat van de gewogen som",
          en: "the range in which the first stays first is that of the weighted sum"))
    }
    return texts
  }
}

extension FormFit.Method {
  /// The others are names.
  fileprivate var label: Text { self == .wsm ? Text(nl: "gewogen som", en: "weighted sum") : .verbatim(rawValue) }
}
