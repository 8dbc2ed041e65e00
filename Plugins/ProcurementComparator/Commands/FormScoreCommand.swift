import WorkbenchKit

/// `procure score`: what a role finds of a form on criteria.
struct FormScoreCommand: Command {
  struct Arguments: Sendable {
    let form = Argument("form", .named(.form), about: Text(nl: "welke vorm", en: "which form"))
    let scores = Argument(
      list: "scores", .figures(in: 0...FitCircle.fullScore, Self.score),
      about: Text(nl: "cijfer per criterium: affordability=8", en: "score by criterion: affordability=8"),
      candidates: FormScoreCommand.criteria)
    let by = FormScoreCommand.role

    @Sendable private static func score(_ key: String, _ value: Value) throws -> Double {
      if let score = value.number, (0...FitCircle.fullScore).contains(score) { return score }
      throw Diagnostic(
        "score.range",
        Text(
          nl: "'\(value.plain)' voor '\(key)' is geen cijfer van 0 tot en met 10",
          en: "'\(value.plain)' for '\(key)' is no score of 0 through 10"))
    }
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(asking: arguments.scores, about: [.init(arguments.form)], of: arguments.by, takesOwn: true)
  }

  /// The criteria, each with the sign behind it.
  static let criteria: @Sendable (Context) -> [Candidate] = { context in
    ((try? FitCircle.criteria(in: context)) ?? []).map { Candidate($0.id + "=", $0.label) }
  }

  /// Whose scores or weights they are.
  static let role = Argument(
    requiredFlag: "by", .role,
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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let form = try given.form.item(in: context)
    var circle = try FitCircle(context.workspace)
    let known = try FitCircle.criteria(in: context)
    let role = given.by
    var blocks: [Block] = []
    for pair in given.scores {
      let criterion = Self.criterion(pair.key, known, &blocks)
      circle.scores[role, default: [:]][form.id, default: [:]][criterion] = pair.value
    }
    circle.store(in: context.workspace)
    let scores = (circle.scores[role]?[form.id] ?? [:]).sorted { $0.key < $1.key }
    let labels = known.labels
    let table = Table(
      title: Text(nl: "\(form.label.nl), volgens \(role)", en: "\(form.label.en), by \(role)"),
      columns: [
        .texts("criterion", scores.map(\.key)).asDetail(),
        .texts(
          "label", scores.map { labels[$0.key] ?? .verbatim($0.key) }, label: Text(nl: "criterium", en: "criterion"),
          in: context),
        .numbers("score", scores.map(\.value), label: Text(nl: "cijfer", en: "score")),
      ])
    return Output([.table(table)] + blocks + circle.notices)
  }

  /// The criterion that is meant: a known one by any of its names, else a new one, which is said.
  static func criterion(_ word: String, _ known: [Criterion], _ blocks: inout [Block]) -> String {
    if let found = try? Vocabulary.criterion.one(word, among: known) { return found.id }
    let near = NearestWord.best(word, among: known.flatMap { [$0.id] + $0.names })
    blocks.append(
      .caution(
        nl: "'\(word)' is een eigen criterium\(near.map { "; was '\($0)' bedoeld, dan helpt 'undo'" } ?? "")",
        en: "'\(word)' is a criterion of your own\(near.map { "; if '\($0)' was meant, 'undo' helps" } ?? "")"))
    return word
  }
}
