import Methods
import WorkbenchKit

/// `procure weigh`: how heavily a role weighs the criteria.
struct FormWeighCommand: Command {
  struct Arguments: Sendable {
    let weights = Argument(
      list: "weights", .figures(in: 0...1e15, Self.weight),
      about: Text(nl: "affordability=60, of a:b=3 bij pairs", en: "affordability=60, or a:b=3 with pairs"),
      candidates: FormScoreCommand.criteria)
    let scale = Argument(
      flag: "as", .choice(Scale.self), default: Scale.usual.rawValue,
      about: Text(nl: "wat de getallen zijn", en: "what the numbers are"))
    let by = FormScoreCommand.role

    @Sendable private static func weight(_ key: String, _ value: Value) throws -> Double {
      if let weight = value.number ?? fraction(value.text ?? ""), weight >= 0 { return weight }
      throw Diagnostic(
        "weight.value",
        Text(
          nl: "'\(value.plain)' voor '\(key)' is geen getal van 0 of meer",
          en: "'\(value.plain)' for '\(key)' is no number of 0 or more"))
    }

    /// `1/3`.
    private static func fraction(_ text: String) -> Double? {
      let parts = text.split(separator: "/").map { NumberText.parse(String($0)) }
      guard parts.count == 2, let top = parts[0], let bottom = parts[1], top > 0, bottom > 0 else { return nil }
      return top / bottom
    }
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(
      sharing: arguments.weights,
      about: [
        .init(arguments.scale, usually: [Scale.usual.rawValue], among: [Scale.points.rawValue, Scale.ranks.rawValue])
      ],
      of: arguments.by, takesOwn: true
    ).asGiven(where: arguments.scale, is: [Scale.ranks.rawValue])
  }

  /// What the numbers are.
  enum Scale: String, ArgumentChoice {
    case points, ranks, pairs

    static let usual = Scale.points
  }

  var signature: Signature {
    Signature(
      "procure weigh",
      aliases: ["procure weeg"],
      summary: Text(
        nl: "leg vast hoe zwaar een rol de criteria weegt", en: "keep how heavily a role weighs the criteria"),
      details: Text(
        nl: """
          points: punten, naar verhouding. ranks: 1 is het belangrijkst (rank order centroid, Barron & Barrett 1996). pairs: \
          vergelijkingen a:b=3 van elk tweetal (AHP, Saaty 1977; toevalsindex van Saaty 1980, tot .1 heet consistent).
          """,
        en: """
          points: points, in proportion. ranks: 1 is the most important (rank order centroid, Barron & Barrett 1996). pairs: \
          comparisons a:b=3 of every two (AHP, Saaty 1977; random index of Saaty 1980, up to .1 is called consistent).
          """),
      changesWorkspace: true,
      examples: [
        .init("procure weigh affordability=60 demand-met=40 --by gemeente", Text(nl: "punten", en: "points")),
        .init(
          "procure weigh affordability:demand-met=3 --as pairs --by gemeente",
          Text(nl: "twee aan twee", en: "two by two")),
        .init(
          "procure weigh affordability=-1 --by gemeente", Text(nl: "onder 0", en: "below 0"), failsWith: "weight.value"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try FitCircle(context.workspace)
    let known = try FitCircle.criteria(in: context)
    let role = given.by
    var blocks: [Block] = []
    let pairs = given.weights
    let names: [String]
    let shares: [Double]
    circle.ratios[role] = nil
    if given.scale == .pairs {
      let result = try compare(pairs, known, &blocks, at: given.place)
      (names, shares) = (result.names, result.comparison.weights)
      let ratio = result.comparison.consistencyRatio(.saaty)
      circle.ratios[role] = ratio
      if let ratio {
        let shown = Text.number(ratio, decimals: 3)
        let isContradicting = ratio > 0.1
        blocks.append(
          .notice(
            Notice(
              isContradicting ? .caution : .info,
              Text(
                nl: "consistentie: \(shown.nl)"
                  + (isContradicting ? "; boven 0,1 spreken de vergelijkingen elkaar tegen" : ""),
                en: "consistency: \(shown.en)"
                  + (isContradicting ? "; above 0.1 the comparisons contradict each other" : "")))))
      }
    } else {
      names = pairs.map { FormScoreCommand.criterion($0.key, known, &blocks) }
      let numbers = pairs.map(\.value)
      guard Set(names).count == names.count,
        let found = given.scale == .ranks ? rankOrderCentroid(numbers) : pointAllocation(numbers)
      else {
        throw Diagnostic(
          "weight.value",
          Text(
            nl: "de gewichten zijn alle 0, of een criterium staat er twee keer",
            en: "the weights are all 0, or a criterion stands twice"), place: given.place(of: \.weights))
      }
      shares = found
    }
    circle.weights[role] = Dictionary(uniqueKeysWithValues: zip(names, shares))
    circle.store(in: context.workspace)
    let labels = known.labels
    let table = Table(
      title: Text(nl: "Gewichten van \(role)", en: "Weights of \(role)"),
      columns: [
        .texts("criterion", names).asDetail(),
        .texts(
          "label", names.map { labels[$0] ?? .verbatim($0) }, label: Text(nl: "criterium", en: "criterion"),
          in: context),
        .numbers("weight", shares, label: Text(nl: "gewicht", en: "weight"), unit: .share, format: .share(1)),
      ])
    return Output([.table(table)] + blocks + circle.notices)
  }

  private func compare(
    _ pairs: [Pair<Double>], _ known: [Criterion], _ blocks: inout [Block], at place: Place?
  ) throws -> (names: [String], comparison: PairwiseComparison) {
    var names: [String] = []
    var found: [(Int, Int, Double)] = []
    for pair in pairs {
      let ends = pair.key.split(separator: ":").map(String.init)
      guard ends.count == 2, pair.value > 0 else {
        throw Diagnostic(
          "weight.pair",
          Text(nl: "'\(pair.key)' is geen vergelijking van twee", en: "'\(pair.key)' is no comparison of two"),
          wayOut: Text(nl: "zoals affordability:demand-met=3", en: "such as affordability:demand-met=3"),
          place: pair.place)
      }
      let places = ends.map { end -> Int in
        let id = FormScoreCommand.criterion(end, known, &blocks)
        if let place = names.firstIndex(of: id) { return place }
        names.append(id)
        return names.count - 1
      }
      found.append((places[0], places[1], pair.value))
    }
    var matrix = Matrix(rowCount: names.count, columnCount: names.count)
    for name in names.indices { matrix[name, name] = 1 }
    for (one, other, value) in found where one != other {
      matrix[one, other] = value
      matrix[other, one] = 1 / value
    }
    for one in names.indices {
      for other in names.indices where matrix[one, other] == 0 {
        throw Diagnostic(
          "weight.pair",
          Text(
            nl: "'\(names[one])' en '\(names[other])' zijn niet vergeleken",
            en: "'\(names[one])' and '\(names[other])' are not compared"),
          wayOut: Text(
            nl: "geef elk tweetal: \(names[one]):\(names[other])=1",
            en: "give every two: \(names[one]):\(names[other])=1"), place: place)
      }
    }
    do { return (names, try PairwiseComparison(matrix)) } catch {
      throw Diagnostic(
        "weight.pair", Text(nl: "deze vergelijkingen geven geen gewichten", en: "these comparisons give no weights"),
        place: place)
    }
  }
}
