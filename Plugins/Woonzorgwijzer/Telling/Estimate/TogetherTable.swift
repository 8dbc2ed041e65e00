import WorkbenchKit

/// The people who have all indicators together: bounds, and what independence would give, unless the source itself tells.
struct TogetherTable {
  let table: Table
  let held: Disclosure
  let notices: [Block]

  private struct Row {
    let area: Area
    let age: Int
    let population: Double
    var share: JointShare
    /// The share that the source itself gives, within what its parts allow.
    var given = Double.nan
    /// What the source gives itself, where that lies outside.
    var published: Double?

    mutating func take(_ share: Double) {
      given = self.share.bounded(share)
      if abs(given - share) > 1e-9 { published = share }
    }
  }

  /// - Parameter estimator: holds the indicators, those that the source gives of them together, and a union, if they have one.
  init(
    _ estimator: Estimator, stems: [String], _ kind: KnownCombinations.Kind, origin: String?, small counts: SmallCounts
  ) {
    let rows = Self.rows(estimator, stems, kind)
    let name = stems.joined(separator: " + ")
    let ages = estimator.ages.map(\.name)
    let people = rows.map(\.population)
    let share = { (row: Row) in row.given.isNaN ? row.share.independent : row.given }
    let persons = rows.map { share($0) * $0.population }
    held = AreaDisclosure.rows(rows.map(\.area), tables: rows.map(\.age), [persons, people], estimator.atlas, counts)
    let count = { [held] (name: String, values: [Double], label: Text, kind: SmallCounts.Kind) in
      counts.column(name, values, label: label, held: held, as: kind)
    }
    let bound = { (name: String, share: (JointShare) -> Double, label: Text) in
      count(name, rows.map { (Self.isOpen($0, kind) ? share($0.share) : .nan) * $0.population }, label, .bounds)
    }
    table = Table(
      title: Text(nl: "\(name) samen", en: "\(name) together"),
      columns: [
        .texts("area", rows.map(\.area.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", rows.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .texts("indicator", rows.map { _ in name }, label: Text(nl: "indicator", en: "indicator")).asDetail(),
        .texts("age", rows.map { ages[$0.age] }, label: Text(nl: "leeftijd", en: "age")).asDetail(ages.count == 1),
        count(
          "population", people, ages.count == 1 ? .verbatim(ages[0]) : Text(nl: "mensen", en: "people"), .counts),
        .numbers("rate", rows.map(share), label: .verbatim("%"), unit: .share, format: .share(1)),
        count("estimate", persons, Text(nl: "personen", en: "persons"), .counts),
        bound("low", \.low, Text(nl: "minstens", en: "at least")),
        bound("high", \.high, Text(nl: "hoogstens", en: "at most")),
        .texts("method", rows.map { _ in Self.method(kind) }, label: Text(nl: "methode", en: "method")).asDetail(),
        .texts("origin", rows.map { _ in origin }, label: Text(nl: "herkomst", en: "origin")).asDetail(),
      ] + Column.nesting(of: rows.map(\.area)))
    notices = Self.notices(kind) + Self.bounded(rows)
  }

  private static func rows(_ estimator: Estimator, _ stems: [String], _ kind: KnownCombinations.Kind) -> [Row] {
    struct Key: Hashable {
      let code: String
      let age: Int
    }
    var order: [Key] = []
    var areas: [Key: Area] = [:]
    var shares: [Key: [String: Double]] = [:]
    var people: [Key: Double] = [:]
    for one in estimator.estimates {
      let key = Key(code: one.area.code, age: one.age)
      if areas.updateValue(one.area, forKey: key) == nil { order.append(key) }
      shares[key, default: [:]][estimator.stems[one.stem]] = one.figures.rate
      people[key] = one.figures.population
    }
    return order.compactMap { key in
      guard let area = areas[key] else { return nil }
      let known = shares[key] ?? [:]
      let own = stems.map { known[$0] ?? .nan }
      var row = Row(area: area, age: key.age, population: people[key] ?? .nan, share: JointShare(own))
      switch kind {
      case .given(let stem), .within(let stem): row.take(known[stem] ?? .nan)
      case .apart: row.given = own.contains(where: \.isNaN) ? .nan : 0
      case .unknown(let union): if let union { row.share.narrow(union: known[union] ?? .nan, own) }
      }
      return row
    }
  }

  private static func method(_ kind: KnownCombinations.Kind) -> String {
    if case .unknown = kind { "independent" } else { "given" }
  }

  /// Whether there are bounds to tell: not where one trait holds the other, or none can have both, and the figures agree.
  private static func isOpen(_ row: Row, _ kind: KnownCombinations.Kind) -> Bool {
    switch kind {
    case .within, .apart: row.published != nil
    case .given, .unknown: true
    }
  }

  /// What has to be said where the source gives more, or fewer, than its own percentages of the parts allow.
  private static func bounded(_ rows: [Row]) -> [Block] {
    let known = rows.filter { !$0.given.isNaN }
    let found = known.filter { $0.published != nil }
    guard let first = found.first, let published = first.published else { return [] }
    let (all, many) = (Text.count(known.count), Text.count(found.count))
    let one = Text.share(published)
    let (low, high) = (Text.share(first.share.low), Text.share(first.share.high))
    let example = Text(
      nl: "\(first.area.name): \(one.nl) samen, waar de delen \(low.nl) tot \(high.nl) toelaten",
      en: "\(first.area.name): \(one.en) together, where the parts allow \(low.en) to \(high.en)")
    let places =
      known.count == 1
      ? example
      : Text(
        nl: "in \(many.nl) van de \(all.nl) regels, zoals \(example.nl)",
        en: "in \(many.en) of the \(all.en) rows, such as \(example.en)")
    return [
      .caution(
        nl:
          "De bron spreekt zichzelf tegen, want zij rekent elk percentage apart uit (\(places.nl)). Wie beide heeft, heeft elk: daar staat het uiterste dat de delen toelaten.",
        en:
          "The source contradicts itself, for it works out each percentage apart (\(places.en)). Whoever has both has each: there the most extreme stands that the parts allow."
      )
    ]
  }

  private static func notices(_ kind: KnownCombinations.Kind) -> [Block] {
    switch kind {
    case .given(let stem):
      [
        .info(
          nl:
            "de bron geeft deze combinatie zelf: \(stem); 'minstens' en 'hoogstens' zijn wat de delen toelaten (grenzen van Fréchet en Hoeffding)",
          en:
            "the source gives this combination itself: \(stem); 'at least' and 'at most' are what its parts allow (the bounds of Fréchet and Hoeffding)"
        )
      ]
    case .within(let stem):
      [
        .info(
          nl: "wie onder \(stem) valt, valt ook onder het andere: samen zijn het er evenveel",
          en: "who comes under \(stem) comes under the other too: together they are as many")
      ]
    case .apart:
      [.info(nl: "deze kenmerken sluiten elkaar uit", en: "these traits exclude each other")]
    case .unknown(let union):
      [
        .caution(
          nl:
            "De bron geeft alleen elk percentage apart. 'Minstens' en 'hoogstens' zijn wat daarmee kan (grenzen van Fréchet en Hoeffding"
            + (union.map { ", nauwer door \($0)" } ?? "")
            + "); de schatting neemt aan dat de kenmerken niets met elkaar te maken hebben, en wie het een heeft, heeft vaak vaker het ander.",
          en:
            "The source gives each percentage apart only. 'At least' and 'at most' are what that allows (the bounds of Fréchet and Hoeffding"
            + (union.map { ", narrower by \($0)" } ?? "")
            + "); the estimate takes the traits to have nothing to do with each other, and who has the one often has the other more often."
        )
      ]
    }
  }
}
