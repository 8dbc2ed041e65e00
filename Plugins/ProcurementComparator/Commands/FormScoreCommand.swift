import Methods
import WorkbenchKit

/// `procure score`: what a role finds of a form on criteria.
struct FormScoreCommand: UntypedCommand {
  let library: Library

  static let role = Parameter(
    "by", .text, position: .flag, required: true,
    about: Text(nl: "de rol die dit zegt: gemeente, aanbieder, …", en: "the role that says so: gemeente, aanbieder, …"),
    candidates: { context in ((try? FitCircle(context.workspace).roles) ?? []).map { Candidate($0) } })

  var signature: Signature {
    Signature(
      "procure score",
      aliases: ["procure beoordeel"],
      summary: Text(
        nl: "leg vast hoe goed een rol een vorm vindt, per criterium",
        en: "keep how good a role finds a form, by criterion"),
      details: Text(
        nl: "Van 0 (slecht) tot en met 10 (goed). Een nieuw woord is een eigen criterium.",
        en: "From 0 (poor) through 10 (good). A new word is a criterion of one's own."),
      parameters: [
        .argument(
          "form", about: Text(nl: "welke vorm", en: "which form"), candidates: Kind.candidates { try library.forms($0) }
        ),
        .argument(
          "scores", .pair, repeated: true,
          about: Text(nl: "cijfer per criterium: affordability=8", en: "score by criterion: affordability=8")),
        Self.role,
      ],
      changesWorkspace: true,
      examples: [
        .init(
          "procure score lumpsum affordability=8 demand-met=4 --by gemeente",
          Text(nl: "twee criteria", en: "two criteria")),
        .init(
          "procure score lumpsum affordability=80 --by gemeente",
          Text(nl: "geen cijfer tot 10", en: "no score up to 10"), failsWith: "score.range"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let form = try Kind.form.one(call.text("form") ?? "", among: library.forms(context), at: call.place(of: "form"))
    var circle = try FitCircle(context.workspace)
    let known = try FitCommand.criteria(library, circle, context)
    let role = call.text("by") ?? ""
    var blocks: [Block] = []
    for pair in call.pairs("scores") {
      guard let value = pair.value.number, (0...FitCircle.fullScore).contains(value) else {
        throw Diagnostic(
          "score.range",
          Text(
            nl: "'\(pair.value.plain)' voor '\(pair.key)' is geen cijfer van 0 tot en met 10",
            en: "'\(pair.value.plain)' for '\(pair.key)' is no score of 0 through 10"),
          place: pair.place)
      }
      let criterion = Self.criterion(pair.key, known, &blocks)
      circle.scores[role, default: [:]][form.id, default: [:]][criterion] = value
    }
    circle.store(in: context.workspace)
    let given = (circle.scores[role]?[form.id] ?? [:]).sorted { $0.key < $1.key }
    let table = Table(
      title: Text(nl: "\(form.label.nl), volgens \(role)", en: "\(form.label.en), by \(role)"),
      columns: [
        .texts("criterion", given.map(\.key), label: Text(nl: "criterium", en: "criterion")),
        .numbers("score", given.map(\.value), label: Text(nl: "cijfer", en: "score")),
      ])
    return Output([.table(table)] + blocks)
  }

  /// The criterion that is meant: a known one by any of its names, else a new one, which is said.
  static func criterion(_ word: String, _ known: [NamedCriterion], _ blocks: inout [Block]) -> String {
    if let found = try? Kind.criterion.one(word, among: known, at: nil) { return found.id }
    let near = NearestWord.best(word, among: known.flatMap { [$0.id] + $0.names })
    blocks.append(
      Shown.notice(
        .caution, nl: "'\(word)' is een eigen criterium\(near.map { "; was '\($0)' bedoeld, dan helpt 'undo'" } ?? "")",
        en: "'\(word)' is a criterion of your own\(near.map { "; if '\($0)' was meant, 'undo' helps" } ?? "")"))
    return word
  }
}

/// `procure weigh`: how heavily a role weighs the criteria.
struct FormWeighCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .argument(
          "weights", .pair, repeated: true,
          about: Text(nl: "affordability=60, of a:b=3 bij pairs", en: "affordability=60, or a:b=3 with pairs")),
        .flag(
          "as", .choice([Candidate("points"), Candidate("ranks"), Candidate("pairs")]),
          about: Text(nl: "wat de getallen zijn", en: "what the numbers are"), fallback: "points"),
        FormScoreCommand.role,
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    var circle = try FitCircle(context.workspace)
    let known = try FitCommand.criteria(library, circle, context)
    let role = call.text("by") ?? ""
    var blocks: [Block] = []
    let pairs = call.pairs("weights")
    for pair in pairs
    where !(pair.value.number.map { $0 >= 0 && $0.isFinite } ?? Self.fraction(pair.value).map { _ in true } ?? false) {
      throw Diagnostic(
        "weight.value",
        Text(
          nl: "'\(pair.value.plain)' voor '\(pair.key)' is geen getal van 0 of meer",
          en: "'\(pair.value.plain)' for '\(pair.key)' is no number of 0 or more"),
        place: pair.place)
    }
    let names: [String]
    let shares: [Double]
    circle.ratios[role] = nil
    if call.text("as") == "pairs" {
      let result = try compare(pairs, known, &blocks, at: call.place)
      (names, shares) = (result.names, result.comparison.weights)
      let ratio = result.comparison.consistencyRatio(.saaty)
      circle.ratios[role] = ratio
      if let ratio {
        let shown = Shown.number(ratio, decimals: 3)
        blocks.append(
          Shown.notice(
            ratio > 0.1 ? .caution : .info,
            nl: "consistentie: \(shown.nl)\(ratio > 0.1 ? "; boven 0,1 spreken de vergelijkingen elkaar tegen" : "")",
            en: "consistency: \(shown.en)\(ratio > 0.1 ? "; above 0.1 the comparisons contradict each other" : "")"))
      }
    } else {
      names = pairs.map { FormScoreCommand.criterion($0.key, known, &blocks) }
      let numbers = pairs.map { $0.value.number ?? 0 }
      guard Set(names).count == names.count,
        let found = call.text("as") == "ranks" ? rankOrderCentroid(numbers) : pointAllocation(numbers)
      else {
        throw Diagnostic(
          "weight.value",
          Text(
            nl: "de gewichten zijn alle 0, of een criterium staat er twee keer",
            en: "the weights are all 0, or a criterion stands twice"),
          place: call.place(of: "weights"))
      }
      shares = found
    }
    circle.weights[role] = Dictionary(uniqueKeysWithValues: zip(names, shares))
    circle.store(in: context.workspace)
    let table = Table(
      title: Text(nl: "Gewichten van \(role)", en: "Weights of \(role)"),
      columns: [
        .texts("criterion", names, label: Text(nl: "criterium", en: "criterion")),
        .numbers("weight", shares, label: Text(nl: "gewicht", en: "weight"), unit: .share, format: .share(1)),
      ])
    return Output([.table(table)] + blocks)
  }

  /// `1/3`.
  private static func fraction(_ value: Value) -> Double? {
    let parts = (value.text ?? "").split(separator: "/").map { NumberText.parse(String($0)) }
    guard parts.count == 2, let top = parts[0], let bottom = parts[1], top > 0, bottom > 0 else { return nil }
    return top / bottom
  }

  private func compare(
    _ pairs: [(key: String, value: Value, place: Place?)], _ known: [NamedCriterion], _ blocks: inout [Block],
    at place: Place?
  ) throws -> (names: [String], comparison: PairwiseComparison) {
    var names: [String] = []
    var found: [(Int, Int, Double)] = []
    for pair in pairs {
      let ends = pair.key.split(separator: ":").map(String.init)
      guard ends.count == 2, let value = pair.value.number ?? Self.fraction(pair.value), value > 0 else {
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
      found.append((places[0], places[1], value))
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
