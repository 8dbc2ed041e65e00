import WorkbenchKit

/// What is lacking in areas according to the table `wzw.gaps`, as far as it says which instruments to look at.
///
/// Which domain a family of preconditions belongs to is our reading.
struct AreaGaps: Sendable {
  /// A precondition of which areas have too little, or of which it is not known whether there is enough.
  struct Need: Sendable {
    let precondition: String
    /// What the precondition is called.
    let label: String
    let family: String
    /// How much is lacking, as far as that is known.
    var short = 0.0
    /// In how many areas it is needed and not known whether there is enough.
    var unknown = 0
  }

  /// Those with a shortage first, those that lack most before the others.
  let needs: [Need]
  /// Domains in which something is lacking, and those in which it is not known whether there is enough.
  let shortDomains: Set<String>
  let unknownDomains: Set<String>
  /// How many areas lie within another, so that their people are in that one.
  private let inner: Int
  /// How many rows are held back, of which nobody can say whether they lack anything.
  private let held: Int
  /// Two areas that share people, who count twice in what is lacking.
  private let crossing: (one: String, other: String)?

  private static let domains: [String: [String]] = [
    "woning": ["wonen"], "woonomgeving": ["ruimtelijke-ordening"], "ondersteuning": ["wmo"], "toeleiding": ["wmo"],
  ]

  /// Nil where the table is not there, or says of nothing that it is lacking, unknown or held back.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table("wzw.gaps"), let families = table.column("family")?.texts,
      let column = table.column("gap"), column.numbers != nil
    else { return nil }
    let gaps = table.openNumbers("gap")
    let demands = table.openNumbers("demand")
    let names = table.openTexts("precondition")
    let labels = table.openTexts("label")
    let areas = table.openTexts("name")
    let nesting = AreaNesting(table)
    var inner: Set<String> = []
    var held = 0
    var crossing: (one: String, other: String)?
    var called = crossing
    var needs: [[String]: Need] = [:]
    // What a district lacks is part of what its municipality lacks: of a precondition only the largest areas add up.
    let keys = families.indices.map { [names[$0] ?? "", families[$0] ?? ""] }
    for (key, rows) in Dictionary(grouping: families.indices, by: { keys[$0] }) {
      let choice =
        nesting?.choice(among: rows, where: { !gaps[$0].isNaN }) ?? AreaNesting.Choice(rows: rows)
      inner.formUnion(choice.inner.compactMap { nesting?.name($0.row) })
      if let cross = choice.crossing, let one = nesting?.name(cross.row), let other = nesting?.name(cross.other),
        crossing.map({ (one, other) < ($0.one, $0.other) }) ?? true
      {
        crossing = (one, other)
        called = (areas[cross.row] ?? one, areas[cross.other] ?? other)
      }
      for row in choice.rows {
        guard column.withheld[row] == nil else {
          held += 1
          continue
        }
        let isUnknown = gaps[row].isNaN && demands[row] > 0
        guard isUnknown || gaps[row] > 0 else { continue }
        var need = needs[key] ?? Need(precondition: key[0], label: labels[row] ?? key[0], family: key[1])
        if isUnknown { need.unknown += 1 } else { need.short += gaps[row] }
        needs[key] = need
      }
    }
    guard !needs.isEmpty || held > 0 else { return nil }
    (self.inner, self.held, self.crossing) = (inner.count, held, called)
    func domains(_ isMeant: (Need) -> Bool) -> Set<String> {
      Set(needs.values.filter(isMeant).flatMap { Self.domains[$0.family] ?? [] })
    }
    shortDomains = domains { $0.short > 0 }
    unknownDomains = domains { $0.unknown > 0 }
    self.needs = needs.values.sorted {
      ($1.short, $0.precondition, $0.family) < ($0.short, $1.precondition, $1.family)
    }
  }

  /// The preconditions by name; those of which a table gives the family only by that.
  static func names(_ needs: [Need]) -> [String] {
    needs.map { $0.precondition.isEmpty ? $0.family : $0.label }
  }

  /// What is not known, and what was left out.
  var remarks: [Text] {
    var texts: [Text] = []
    let unknown = Self.names(needs.filter { $0.unknown > 0 })
    if !unknown.isEmpty {
      let listed = Text.list(unknown)
      texts.append(
        Text(
          nl: "wzw.gaps: nodig, en niet bekend of er genoeg is: \(listed.nl); dat is iets anders dan geen tekort",
          en: "wzw.gaps: needed, and not known whether there is enough: \(listed.en); which is not the same as no gap"))
    }
    if inner > 0 {
      let many = Text.counted(
        inner, Text(nl: "gebied ligt", en: "area lies"), Text(nl: "gebieden liggen", en: "areas lie"))
      let verb = inner == 1 ? "telt" : "tellen"
      texts.append(
        Text(
          nl: "wzw.gaps: \(many.nl) binnen een ander en \(verb) niet nog eens",
          en: "wzw.gaps: \(many.en) within another and \(inner == 1 ? "is" : "are") not counted again"))
    }
    if let crossing {
      texts.append(
        Text(
          nl: "wzw.gaps: '\(crossing.one)' en '\(crossing.other)' delen mensen, die in een tekort dubbel tellen",
          en: "wzw.gaps: '\(crossing.one)' and '\(crossing.other)' share people, who count twice in a gap"))
    }
    if held > 0 {
      let many = Text.counted(
        held, Text(nl: "tekort is", en: "gap is"), Text(nl: "tekorten zijn", en: "gaps are"))
      let verb = held == 1 ? "telt" : "tellen"
      texts.append(
        Text(
          nl: "wzw.gaps: \(many.nl) achtergehouden en \(verb) hier niet mee",
          en: "wzw.gaps: \(many.en) held back and \(held == 1 ? "does" : "do") not count here"))
    }
    return texts
  }
}
