import WorkbenchKit

/// A bar, line or scatter chart in the making.
struct ChartDraft {
  /// More bars than this tell nobody anything.
  static let barLimit = 200

  private let kind: Chart.Kind
  /// With nothing withheld in it.
  private let x: Column
  let y: [Column]
  private let title: Text?
  /// Where the columns were named.
  private let places: (x: Place?, y: Place?)

  /// - Throws: `column.unknown`.
  init(_ kind: Chart.Kind, x: ColumnReference, y: [ColumnReference], of table: Table, title: Text?) throws {
    self.kind = kind
    self.x = try x.column(in: table).open
    self.y = try y.indices(in: table).map { table.columns[$0] }
    self.title = title
    places = (x.place, y.last?.place)
  }

  /// - Throws: `column.type`, `chart.toomany`, `chart.empty`.
  func chart(at place: Place?) throws -> Chart {
    let heights = try y.map { try $0.requireNumbers(for: kind.rawValue, at: places.y) }
    let rows = try rowsToDraw(at: place)
    guard heights.contains(where: { values in rows.contains { !values[$0].isNaN } }) else {
      throw Self.empty(at: place)
    }
    let positions = isPlaced ? rows.map { placed[$0] } : []
    let units = Set(y.map(\.unit))
    return Chart(
      kind, title: title ?? ownTitle,
      x: Chart.Axis(x.heading, unit: x.unit, isOfDates: isPlaced && x.dayNumbers != nil),
      y: Chart.Axis(
        y.count == 1 ? y[0].heading : Text(nl: "waarde", en: "value"), unit: units.count == 1 ? y[0].unit : nil),
      categories: isPlaced ? [] : rows.map(category), positions: positions,
      series: zip(y, heights).map { column, values in
        Chart.Series(name: column.name, values: rows.map { values[$0] })
      })
  }

  /// Whether the rows have a position along the axis, and not a name.
  private var isPlaced: Bool { kind == .scatter || kind == .line && (x.numbers ?? x.dayNumbers) != nil }

  /// Where the rows lie along the axis.
  private var placed: [Double] { x.numbers ?? x.dayNumbers ?? [Double](repeating: .nan, count: x.count) }

  private func rowsToDraw(at place: Place?) throws -> [Int] {
    if kind == .scatter, x.dayNumbers == nil { _ = try x.requireNumbers(for: "scatter", at: places.x) }
    if isPlaced {
      let numbers = placed
      let placed = numbers.indices.filter { !numbers[$0].isNaN }
      return kind == .line
        ? placed.sorted { numbers[$0] == numbers[$1] ? $0 < $1 : numbers[$0] < numbers[$1] } : placed
    }
    guard kind == .line || x.count <= Self.barLimit else {
      throw Diagnostic(
        "chart.toomany",
        Text(nl: "\(x.count) staven zijn niet te lezen", en: "\(x.count) bars cannot be read"),
        wayOut: Text(
          nl: "kies er met: top 20 --by \(y[0].name), of teken een histogram",
          en: "choose some with: top 20 --by \(y[0].name), or draw a histogram"),
        place: place)
    }
    return Array(0..<x.count)
  }

  private func category(_ row: Int) -> String { x.isMissing(row) ? "–" : x[row].plain }

  private var ownTitle: Text {
    let names = y.dropFirst().reduce(y[0].heading) { $0 + .verbatim(", ") + $1.heading }
    return names + Text(nl: " naar ", en: " by ") + x.heading
  }

  static func empty(at place: Place?) -> Diagnostic {
    Diagnostic(
      "chart.empty", Text(nl: "er is geen getal om te tekenen", en: "there is no number to draw"),
      wayOut: Text(nl: "'describe' toont wat er in de kolommen staat", en: "'describe' shows what the columns hold"),
      place: place)
  }
}
