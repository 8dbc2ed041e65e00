import WorkbenchKit

/// One of the two axes that personas lie on; positions go from -1 (the low end) to 1.
struct PersonaAxis: Sendable, Hashable, FieldItem {
  let name: Text
  let low: Text
  let high: Text
  /// The grades in the words of the source, the lowest first; empty where there are none.
  let steps: [Text]
  let source: Citation?
  private var rest: [String: JSON] = [:]

  init(name: Text, low: Text, high: Text, steps: [Text] = [], source: Citation? = nil) {
    (self.name, self.low, self.high, self.steps, self.source) = (name, low, high, steps, source)
  }

  init(_ fields: Fields) throws {
    self.init(
      name: try fields["name"], low: try fields["low"] ?? .verbatim(""), high: try fields["high"] ?? .verbatim(""),
      steps: try fields.list("steps"), source: try fields["source"])
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "name": name.json, "low": low.json, "high": high.json, "steps": .array(steps.map(\.json)),
        "source": source?.json,
      ], rest: rest)
  }

  /// Where a grade lies if grades are equally far apart; nil for one that is not there.
  func position(of step: Int) -> Double? {
    guard (1...max(steps.count, 1)).contains(step), !steps.isEmpty else { return nil }
    return steps.count == 1 ? 0 : -0.8 + 1.6 * Double(step - 1) / Double(steps.count - 1)
  }

  var chartAxis: Chart.Axis { Chart.Axis(name, range: -1...1, low: low, high: high) }
}

/// The two axes of a set; without both there is no map.
struct PersonaAxes: Sendable, Hashable, FieldItem {
  var x: PersonaAxis?
  var y: PersonaAxis?
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    x = try fields["x"]
    y = try fields["y"]
    rest = fields.rest
  }

  var json: JSON { .members(["x": x?.json, "y": y?.json], rest: rest) }
}

/// Where a persona lies on an axis: a number that the group chose, and what a source says in words.
struct PersonaPlace: Sendable, Hashable {
  /// A grade in the words of a source.
  struct Saying: Sendable, Hashable, FieldItem {
    /// Counted from 1.
    let step: Int
    let source: Citation?
    private let rest: [String: JSON]

    init(_ fields: Fields) throws {
      step = try fields["step"]
      source = try fields["source"]
      rest = fields.rest
    }

    var json: JSON { .members(["step": .number(Double(step)), "source": source?.json], rest: rest) }
  }

  /// From -1 through 1.
  var position: Double?
  var sayings: [Saying] = []

  init() {}

  /// Reads the place on the axis `x` or `y` out of the members of a persona.
  init(_ fields: Fields, on axis: String) throws {
    position = try fields.number(axis, in: -1...1)
    sayings = try fields.list("\(axis)_said")
  }

  /// The number, or else the words of the source, each once, with the place where they differ.
  func words(_ axis: PersonaAxis?) -> Text? {
    if let position { return .number(position, decimals: position == position.rounded() ? 0 : 2) }
    guard let axis, !sayings.isEmpty else { return nil }
    let known = sayings.filter { axis.steps.indices.contains($0.step - 1) }
    let isOne = Set(known.map(\.step)).count == 1
    let parts = (isOne ? Array(known.prefix(1)) : known).map { saying -> Text in
      let word = axis.steps[saying.step - 1]
      guard !isOne, let place = saying.source?.place else { return word }
      return Text(nl: "\(word.nl) (\(place.nl))", en: "\(word.en) (\(place.en))")
    }
    return parts.isEmpty ? nil : .joined(parts, by: "; ")
  }

  /// Where it is drawn: the number, or else the middle of what the source says, grades being taken as equally far apart.
  func drawn(_ axis: PersonaAxis) -> Double? {
    if let position { return position }
    let places = sayings.compactMap { axis.position(of: $0.step) }
    return places.isEmpty ? nil : places.reduce(0, +) / Double(places.count)
  }
}
