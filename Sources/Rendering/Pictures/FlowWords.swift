import WorkbenchKit

/// The boxes and links of a flow in words.
struct FlowWords {
  private let flow: Flow
  private let language: Language
  private let marks: NumberMarks
  /// By the name of its column.
  private let inColumn: [String: [Flow.Node]]
  /// By the id of the box from which they go.
  private let going: [String: [Flow.Link]]
  private let byID: [String: Flow.Node]
  /// The largest value of a box, by the name of its unit.
  private let largest: [String: Double]

  init(_ flow: Flow, _ language: Language) {
    self.flow = flow
    self.language = language
    marks = NumberMarks(language)
    inColumn = Dictionary(grouping: flow.nodes, by: \.column)
    going = Dictionary(grouping: flow.links, by: \.from)
    byID = Dictionary(flow.nodes.map { ($0.id, $0) }) { first, _ in first }
    largest = Dictionary(flow.nodes.map { ($0.unit?.name ?? "", $0.value ?? 0) }, uniquingKeysWith: max)
  }

  static let nothing = Text(nl: "(een leeg stroomschema)", en: "(an empty flow chart)")

  func nodes(in column: CellMatrix.Entry) -> [Flow.Node] { inColumn[column.name] ?? [] }
  func links(from node: Flow.Node) -> [Flow.Link] { going[node.id] ?? [] }
  func node(_ id: String) -> Flow.Node? { byID[id] }

  /// What a box is called, its mark before it.
  func name(_ node: Flow.Node) -> String { sign(node.mark) + node.words(language) }

  func value(_ node: Flow.Node) -> String { shown(node.value, node.withheld, node.unit) }

  /// How long the bar of a box is, 1 for the longest of its unit; nil where there is none to draw.
  func share(_ node: Flow.Node) -> Double? {
    guard let value = node.value, value > 0, let most = largest[node.unit?.name ?? ""], most > 0 else { return nil }
    return value / most
  }

  /// Where a link goes, what it is called, and its value between brackets.
  func goes(_ link: Flow.Link) -> String { "\(target(link)) (\(value(link)))" }

  /// Where a link goes and what it is called.
  func target(_ link: Flow.Link) -> String {
    let to = byID[link.to]?.words(language) ?? ""
    let label = link.label.map { ": \($0(language))" } ?? ""
    return sign(link.mark) + to + label
  }

  func value(_ link: Flow.Link) -> String { shown(link.value, link.withheld, byID[link.from]?.unit) }

  private func shown(_ value: Double?, _ withheld: String?, _ unit: Unit?) -> String {
    withheld ?? value.map { marks.value(.number($0, unit: unit), format: flow.format) } ?? NumberMarks.missing
  }

  private func sign(_ mark: CellMatrix.Mark?) -> String { mark.map { "\($0.sign) " } ?? "" }

  /// What the signs that stand in it mean; nil where there are none.
  var legend: String? {
    let used = Set(flow.nodes.compactMap(\.mark) + flow.links.compactMap(\.mark))
    guard !used.isEmpty else { return nil }
    return CellMatrix.Mark.allCases.filter(used.contains).map { "\($0.sign) \($0.label(language))" }
      .joined(separator: "  ")
  }
}

extension Flow {
  /// The boxes and links as a table: a row for each box, with nothing behind where it goes, and under it one for each of its links.
  func table(_ language: Language) -> Table {
    let words = FlowWords(self, language)
    var rows:
      [(
        column: Text, what: Text, to: Text?, label: Text?, value: Double?, shown: String?, unit: Unit?,
        mark: CellMatrix.Mark?
      )] = []
    for column in columns {
      for node in words.nodes(in: column) {
        rows.append((column.words, node.words, nil, nil, node.value, node.withheld, node.unit, node.mark))
        for link in words.links(from: node) {
          rows.append(
            (
              column.words, node.words, words.node(link.to)?.words, link.label, link.value, link.withheld, node.unit,
              link.mark
            ))
        }
      }
    }
    func texts(_ name: String, _ label: Text, _ values: [Text?], always: Bool = false) -> Column? {
      always || values.contains { $0 != nil } ? .texts(name, values.map { $0?(language) }, label: label) : nil
    }
    let units = Set(rows.map(\.unit))
    let withheld = rows.enumerated().compactMap { row, cell in cell.shown.map { (row, $0) } }
    var values = Column(
      "value", .numbers(rows.map { $0.value ?? .nan }), label: Text(nl: "waarde", en: "value"),
      unit: units.count == 1 ? units.first ?? nil : nil, format: format,
      withheld: Dictionary(uniqueKeysWithValues: withheld))
    if units.count > 1 {
      // What counts different things is no column of one unit.
      let marks = NumberMarks(language)
      values.storage = .texts(
        rows.map { row in row.value.map { marks.value(.number($0, unit: row.unit), format: format) } })
    }
    return Table(
      columns: [
        texts("column", Text(nl: "kolom", en: "column"), rows.map(\.column), always: true),
        texts("what", Text(nl: "wat", en: "what"), rows.map(\.what), always: true),
        texts("to", Text(nl: "naar", en: "to"), rows.map(\.to)),
        texts("label", Text(nl: "verbinding", en: "link"), rows.map(\.label)), values,
        texts("mark", Text(nl: "stand", en: "mark"), rows.map { $0.mark?.label }),
      ].compactMap { $0 })
  }
}
