import WorkbenchKit

/// The inputs that no source gives, as tables.
struct NeedInputs {
  private let people: GivenPeople
  private let shares: CareShares
  private let keys: GroupKeys
  private let kinds: KindKey
  private let groups: [TargetGroup]
  private let situations: [CareSituation]
  private let counts: SmallCounts
  private let context: Context

  init(_ context: Context) throws {
    people = try GivenPeople(context.workspace)
    shares = try CareShares(context.workspace)
    keys = try GroupKeys(context.workspace)
    kinds = try KindKey(context)
    groups = try context.groups
    situations = try context.situations
    counts = SmallCounts(context.workspace)
    self.context = context
  }

  // MARK: Tables

  private static let group = Text(nl: "groep", en: "group")
  private static let by = Text(nl: "volgens", en: "by")
  private static let low = Text(nl: "laag", en: "low")
  private static let high = Text(nl: "hoog", en: "high")

  private func givers(_ givers: [Giver]) -> Column {
    .texts("by", givers.map(\.words), label: Self.by, in: context)
  }

  /// Nothing where no people were given.
  ///
  /// - Parameter only: the group whose counts are shown; nil for all.
  func peopleTable(_ atlas: Atlas?, only: String? = nil) throws -> [Block] {
    let rows = people.counts.sorted { $0.key < $1.key }.flatMap { area, counts in
      groups.compactMap { group in counts[group.id].map { (area, group.id, $0) } }
    }.filter { only == nil || $0.1 == only }
    if rows.isEmpty { return [] }
    let count = rows.map(\.2.people)
    let order = Dictionary(groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let held =
      atlas.map { atlas in
        let areas = rows.map { row in
          atlas.area(row.0) ?? Area(code: row.0, name: row.0, level: .buurt, municipality: nil, place: nil)
        }
        return AreaDisclosure.rows(areas, tables: rows.map { order[$0.1] ?? 0 }, [count], atlas, counts)
      } ?? Disclosure([count], threshold: counts.threshold)
    let column = counts.column("people", count, label: Text(nl: "mensen", en: "people"), held: held)
    let low = counts.column("low", rows.map(\.2.range.low), label: Self.low, held: held, as: .bounds)
    let high = counts.column("high", rows.map(\.2.range.high), label: Self.high, held: held, as: .bounds)
    let table = Table(
      title: Text(nl: "Opgegeven mensen", en: "People given"),
      columns: [
        .texts("area", rows.map(\.0), label: Text(nl: "gebied", en: "area")),
        .texts("name", rows.map { atlas?.area($0.0)?.name }, label: Text(nl: "naam", en: "name")),
        .texts("group", rows.map(\.1), label: Self.group), column, low, high, givers(rows.map(\.2.giver)),
      ])
    return [.table(table)] + counts.notice(withheld: column.withheld.count)
  }

  func sharesTable() throws -> [Block] {
    let rows = groups.compactMap { group in shares.entries[group.id].map { (group.id, $0) } }
    if rows.isEmpty { return [] }
    var columns: [Column] = [.texts("group", rows.map(\.0), label: Self.group)]
    for situation in situations {
      columns.append(
        .numbers(
          situation.id, rows.map { $0.1.shares[situation.id] ?? .nan }, label: .verbatim("\(situation.id) %"),
          unit: .share, format: .share(0)))
    }
    columns.append(givers(rows.map(\.1.giver)))
    return [
      .table(
        Table(
          title: Text(nl: "Opgegeven verdeling over mantelzorg", en: "Shares of informal care given"), columns: columns)
      )
    ]
  }

  func keysTable() throws -> [Block] {
    let rows = groups.compactMap { group in keys.entries[group.id].map { (group.id, $0) } }
    if rows.isEmpty { return [] }
    let share = { (name: String, values: [Double], label: Text) in
      Column.numbers(name, values, label: label, unit: .share, format: .share(1))
    }
    return [
      .table(
        Table(
          title: Text(nl: "Opgegeven sleutels van indicator naar groep", en: "Keys from indicator to group given"),
          columns: [
            .texts("group", rows.map(\.0), label: Self.group),
            .texts("indicator", rows.map(\.1.indicator), label: Text(nl: "indicator", en: "indicator")),
            .texts("age", rows.map(\.1.age), label: Text(nl: "leeftijd", en: "age")),
            share("share", rows.map(\.1.share), Text(nl: "aandeel %", en: "share %")),
            share("low", rows.map(\.1.range.low), Self.low), share("high", rows.map(\.1.range.high), Self.high),
            givers(rows.map(\.1.giver)),
          ]))
    ]
  }

  func kindsTable() throws -> [Block] {
    let rows = kinds.entries
    let names = try context.preconditions.labels
    return [
      .table(
        Table(
          title: Text(nl: "Wat waarvoor telt", en: "What counts for what"),
          columns: [
            .texts("kind", rows.map(\.kind), label: Text(nl: "soort of item", en: "kind or item")),
            .texts("preconditions", rows.map { $0.preconditions.joined(separator: ", ") }).asDetail(),
            .texts(
              "preconditions_label",
              rows.map { .joined($0.preconditions.map { names[$0] ?? .verbatim($0) }, by: "; ") },
              label: Text(nl: "randvoorwaarden", en: "preconditions"), in: context),
            .texts(
              "by",
              rows.map {
                $0.by.map(Text.verbatim) ?? Text(nl: "aanname van het programma", en: "assumed by the program")
              }, label: Self.by, in: context),
          ]))
    ]
  }

  static func changed(_ what: Text, isWithdrawn: Bool, isNew: Bool) -> Text {
    isWithdrawn
      ? Text(nl: "\(what.nl): teruggenomen", en: "\(what.en): taken back")
      : isNew
        ? Text(nl: "\(what.nl): opgegeven", en: "\(what.en): given")
        : Text(nl: "\(what.nl): vervangen", en: "\(what.en): replaced")
  }
}
