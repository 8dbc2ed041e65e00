import WorkbenchKit

/// A table with one figure on each row: the observations of OData v4 (`Measure`, `Value`), and StatLine's own long download
/// (`Onderwerp`, `Waarde`). The topics become columns.
struct LongForm {
  private let topic: Int
  private let value: Int
  private let words: Int?
  private let unit: Int?
  private let attribute: Int?
  private let keys: [Int]
  private let header: [String]

  /// What columns of topics and of their units are called.
  static let topics = ["Onderwerp", "Onderwerpen", "Topic"]
  static let units = ["Eenheid", "Unit"]

  /// Nil where the table is no such thing.
  init?(_ header: [String]) {
    let place = StemmedNames(header).index
    guard let topic = place(["Measure"] + Self.topics),
      let value = place(["Value", "Waarde"]), topic != value
    else { return nil }
    self.topic = topic
    self.value = value
    self.header = header
    words = place(["StringValue"])
    unit = place(Self.units)
    attribute = place(["ValueAttribute"])
    let others = [topic, value, words, unit, attribute, place(["Id"])].compactMap { $0 }
    keys = header.indices.filter { !others.contains($0) }
    if keys.isEmpty { return nil }
  }

  /// The rows with a column for each topic.
  ///
  /// - Parameters:
  ///   - cells: of a column, counted from 0.
  ///   - lists: what the codes of topics are called.
  ///   - context: asked whether to go on.
  /// - Returns: with it the topics whose name is not known, in the order in which they come by.
  func wide(
    _ cells: (Int) -> [String?], lists: [CodeList], context: Context
  ) throws -> (rows: RowText, unknown: [String], withheld: [String: Int]) {
    let topics = cells(topic)
    let values = cells(value)
    let texts = words.map(cells)
    let units = unit.map(cells)
    let attributes = attribute.map(cells)
    let keyCells = keys.map(cells)
    let names = Names(topics, units, lists.first { $0.explains(topics) })
    var rows = RowText()
    var places: [[String?]: Int] = [:]
    var seen: Set<String> = []
    var order: [String] = []
    var withheld: [String: Int] = [:]
    for row in topics.indices {
      if row % 65_536 == 0 { try context.checkInterrupt() }
      guard let topic = topics[row]?.trimmedOfPadding else { continue }
      let key = keyCells.map { $0[row]?.trimmedOfPadding }
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        place = rows.rowCount
        places[key] = place
        rows.begin()
        for (column, cell) in zip(keys, key) { rows.set(header[column], cell) }
      }
      if seen.insert(topic).inserted { order.append(topic) }
      let cell = values[row] ?? texts?[row]
      if cell == nil, let why = attributes?[row], why != "None" { withheld[why, default: 0] += 1 }
      rows.set(names[topic], cell, at: place)
    }
    return (rows, order.filter { names.unknown.contains($0) }, withheld)
  }

  /// What topics are called as columns: their title with its unit; where two have the same, with their code.
  private struct Names {
    private var names: [String: String] = [:]
    private(set) var unknown: Set<String> = []

    init(_ topics: [String?], _ units: [String?]?, _ list: CodeList?) {
      var titles: [String: String] = [:]
      for (row, topic) in topics.enumerated() {
        guard let topic = topic?.trimmedOfPadding, titles[topic] == nil else { continue }
        let entry = list?.entries[topic]
        let unit = entry?.unit ?? units?[row]?.trimmedOfPadding
        titles[topic] = (entry?.title ?? topic) + (unit.map { " (\($0))" } ?? "")
        // Codes of CBS are a letter or two and digits; a title is its own name.
        if entry == nil, topic.dropFirst().allSatisfy({ $0.isNumber || $0 == "_" || $0.isUppercase }) {
          unknown.insert(topic)
        }
      }
      let counts = Dictionary(grouping: titles.values, by: { $0 }).mapValues(\.count)
      for (topic, title) in titles {
        names[topic] = (counts[title] ?? 0) > 1 && title != topic ? "\(title) (\(topic))" : title
      }
    }

    subscript(topic: String) -> String { names[topic] ?? topic }
  }
}
