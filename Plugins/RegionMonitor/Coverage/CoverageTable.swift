import Methods
import WorkbenchKit

/// Of each question what is known of some regions, and between what the share of all of them lies.
struct CoverageTable {
  struct Row {
    let item: CardItem
    let cells: [CardCell]
    /// Of a question that is answered in words or with a day there is no share.
    let bounds: CoverageBounds?
    let printed: PrintedShare?

    var unknown: Int { cells.count { !$0.isFilled } }
  }

  let regions: [Region]
  let rows: [Row]

  init(_ regions: [Region], _ items: [CardItem], _ book: CardBook, printed: [PrintedShare]) {
    self.regions = regions
    rows = items.map { item in
      let cells = regions.map { book.cell(item, of: $0.id) }
      let counts = item.kind == .state || item.kind == .worked
      return Row(
        item: item, cells: cells, bounds: counts ? CoverageBounds(cells.map(\.isDone)) : nil,
        printed: printed.first { $0.question == item.id })
    }
  }

  var filled: Int { rows.reduce(0) { $0 + $1.cells.count { $0.isFilled } } }
  var all: Int { rows.count * regions.count }
  var conflicts: Int { rows.reduce(0) { $0 + $1.cells.count { $0.mark == .conflict } } }

  /// - Parameter showsPrinted: what the source prints is of all 46, and stands beside no other choice.
  func table(showsPrinted: Bool, _ context: Context) -> Table {
    func counts(_ name: String, _ label: Text, _ value: (CoverageBounds) -> Int) -> Column {
      .numbers(name, rows.map { $0.bounds.map { Double(value($0)) } ?? .nan }, label: label, format: .decimals(0))
    }
    func shares(_ name: String, _ label: Text, _ value: (Row) -> Double?) -> Column {
      .numbers(name, rows.map { value($0) ?? .nan }, label: label, unit: .share, format: .share(0))
    }
    var columns: [Column] = [
      .texts("question", rows.map(\.item.id)).asDetail(),
      .texts("label", rows.map(Self.label), label: Text(nl: "vraag", en: "question"), in: context),
      counts("yes", Text(nl: "ja", en: "yes"), \.yes), counts("no", Text(nl: "nee", en: "no"), \.no),
      .counts("unknown", rows.map(\.unknown), label: Text(nl: "onbekend", en: "unknown")),
      shares("share", Text(nl: "van de bekende", en: "of the known")) { $0.bounds?.share },
      shares("low", Text(nl: "laag", en: "low")) { $0.bounds?.interval?.low }.asDetail(),
      shares("high", Text(nl: "hoog", en: "high")) { $0.bounds?.interval?.high }.asDetail(),
      shares("bound_low", Text(nl: "van alle: minstens", en: "of all: at least")) { $0.bounds?.low },
      shares("bound_high", Text(nl: "hoogstens", en: "at most")) { $0.bounds?.high },
    ]
    if rows.contains(where: { $0.item.inPlans?.label != nil }) {
      columns.append(
        .texts(
          "plans", rows.map { $0.item.inPlans?.label },
          label: Text(nl: "in de plannen van 2017", en: "in the plans of 2017"),
          in: context
        ).asDetail())
    }
    if showsPrinted {
      let printed = rows.map(\.printed)
      let ofAll = { (row: Row) -> Interval? in
        row.printed.flatMap { share in
          share.nearest.map { wilsonInterval(share: Double($0) / Double(share.of), count: Double(share.of)) }
        }
      }
      columns += [
        .texts(
          "printed", printed.map { $0?.printed }, label: Text(nl: "bron, 2017", en: "source, 2017"), in: context
        ).asDetail(),
        .numbers(
          "nearest", printed.map { $0?.nearest.map(Double.init) ?? .nan },
          label: Text(nl: "dat is van 46", en: "that is of 46"), format: .decimals(0)
        ).asDetail(),
        shares("printed_share", Text(nl: "aandeel daarvan", en: "share of that")) { row in
          row.printed.flatMap { share in share.nearest.map { Double($0) / Double(share.of) } }
        }.asDetail(),
        shares("printed_low", Text(nl: "laag daarvan", en: "low of that")) { ofAll($0)?.low }.asDetail(),
        shares("printed_high", Text(nl: "hoog daarvan", en: "high of that")) { ofAll($0)?.high }.asDetail(),
      ]
    }
    return Table(
      title: Text(
        nl: "Wat bekend is, en wat dat over alle regio's zegt", en: "What is known, and what that says of all regions"),
      columns: columns
    ).atAGlance(columns: ["label", "yes", "no", "unknown", "bound_low", "bound_high"], rows: glance)
  }

  /// The rows of which most is known; where nothing is, the first few.
  private var glance: [Int] {
    let known = rows.indices.filter { rows[$0].unknown < regions.count }
    return known.isEmpty ? Array(rows.indices.prefix(4)) : Array(known.prefix(8))
  }

  /// What the source prints of the questions, with the whole count that is nearest.
  func printed(_ context: Context) -> Table? {
    let printed = rows.compactMap { row in row.printed.map { (row.item, $0) } }
    guard !printed.isEmpty else { return nil }
    let shares = printed.map { _, share in share.nearest.map { Double($0) / Double(share.of) } ?? .nan }
    return Table(
      title: Text(nl: "Wat de bron in 2017 van alle 46 drukte", en: "What the source printed of all 46 in 2017"),
      columns: [
        .texts("question", printed.map(\.0.id)).asDetail(),
        .texts("label", printed.map(\.0.label), label: Text(nl: "vraag", en: "question"), in: context),
        .texts("printed", printed.map(\.1.printed), label: Text(nl: "gedrukt", en: "printed"), in: context),
        .numbers(
          "nearest", printed.map { $0.1.nearest.map(Double.init) ?? .nan },
          label: Text(nl: "dat is van 46", en: "that is of 46"), format: .decimals(0)),
        .numbers("share", shares, label: Text(nl: "aandeel", en: "share"), unit: .share, format: .share(0)).asDetail(),
      ])
  }

  /// `conditie 3: …`, so that a condition is no part of the plan.
  static func label(_ row: Row) -> Text {
    guard row.item.kind == .worked else { return row.item.label }
    let short = row.item.short
    return row.item.id.hasPrefix("part-")
      ? Text(nl: "onderdeel \(short): \(row.item.label.nl)", en: "part \(short): \(row.item.label.en)")
      : Text(nl: "conditie \(short): \(row.item.label.nl)", en: "condition \(short): \(row.item.label.en)")
  }

  /// A cell that is not known, with how much its answer would tell.
  struct Ask {
    let region: Region
    let row: Row
    let isConflict: Bool
    let bits: Double
  }

  /// What is still to be asked: where roles differ first, then what divides those that are known, then what the fewest know.
  var asks: [Ask] {
    let open = rows.flatMap { row in
      regions.indices.filter { !row.cells[$0].isFilled }.map { index in
        Ask(
          region: regions[index], row: row, isConflict: row.cells[index].mark == .conflict,
          bits: row.bounds?.surprise ?? 0)
      }
    }
    return open.enumerated().sorted { one, other in
      if one.element.isConflict != other.element.isConflict { return one.element.isConflict }
      if one.element.bits != other.element.bits { return one.element.bits > other.element.bits }
      return one.offset < other.offset
    }.map(\.element)
  }

  /// The table `regio.coverage`, for other plugins.
  static let offered = "regio.coverage"

  /// - Parameter showsRoles: else nobody is named.
  func offer(showsRoles: Bool) -> Table {
    let cells = rows.flatMap { row in zip(regions, row.cells).map { (row.item.id, $0, $1) } }
    return Table(
      title: Text(nl: "Kaarten van regio's", en: "Cards of regions"),
      columns: [
        .texts("region", cells.map(\.1.id)), .texts("question", cells.map(\.0)),
        .texts("state", cells.map(\.2.state)),
        .texts("by", cells.map { showsRoles && !$0.2.roles.isEmpty ? $0.2.roles.joined(separator: ";") : nil }),
      ])
  }
}
