import WorkbenchKit

/// One of the two axes that personas lie on; positions go from -1 (the low end) to 1.
struct PersonaAxis: Sendable, Hashable {
  let name: Text
  let low: Text
  let high: Text
  /// The grades in the words of the source, the lowest first; empty where there are none.
  let steps: [Text]
  let source: Citation?

  init(name: Text, low: Text, high: Text, steps: [Text] = [], source: Citation? = nil) {
    (self.name, self.low, self.high, self.steps, self.source) = (name, low, high, steps, source)
  }

  init?(_ json: JSON?) {
    guard let json, let name = json.text("name") else { return nil }
    self.init(
      name: name, low: json.text("low") ?? .verbatim(""), high: json.text("high") ?? .verbatim(""),
      steps: json.items("steps", Text.init(json:)), source: Citation(json["source"]))
  }

  var json: JSON {
    .members([
      "name": name.json, "low": low.json, "high": high.json, "steps": .array(steps.map(\.json)),
      "source": source?.json,
    ])
  }

  /// Where a grade lies if grades are equally far apart; nil for one that is not there.
  func position(of step: Int) -> Double? {
    guard (1...max(steps.count, 1)).contains(step), !steps.isEmpty else { return nil }
    return steps.count == 1 ? 0 : -0.8 + 1.6 * Double(step - 1) / Double(steps.count - 1)
  }

  var chartAxis: Chart.Axis { Chart.Axis(name, range: -1...1, low: low, high: high) }
}

/// Where a persona lies on an axis: a number that the group chose, and what a source says in words.
struct PersonaPlace: Sendable, Hashable {
  /// A grade in the words of a source.
  struct Saying: Sendable, Hashable {
    /// Counted from 1.
    let step: Int
    let source: Citation?
  }

  /// From -1 through 1.
  var position: Double?
  var sayings: [Saying] = []

  init(position: Double? = nil, sayings: [Saying] = []) {
    self.position = position
    self.sayings = sayings
  }

  init(_ json: JSON, _ axis: String) {
    position = json[axis]?.number.flatMap { (-1...1).contains($0) ? $0 : nil }
    sayings = json.items("\(axis)_said") { item in
      item["step"]?.int.map { Saying(step: $0, source: Citation(item["source"])) }
    }
  }

  var sayingsJSON: JSON {
    .array(sayings.map { .members(["step": .number(Double($0.step)), "source": $0.source?.json]) })
  }

  /// The number, or else the words of the source, each once, with the place where they differ.
  func words(_ axis: PersonaAxis?) -> Text? {
    if let position { return Shown.number(position, decimals: position == position.rounded() ? 0 : 2) }
    guard let axis, !sayings.isEmpty else { return nil }
    let known = sayings.filter { axis.steps.indices.contains($0.step - 1) }
    let isOne = Set(known.map(\.step)).count == 1
    let parts = (isOne ? Array(known.prefix(1)) : known).map { saying -> Text in
      let word = axis.steps[saying.step - 1]
      guard !isOne, let place = saying.source?.place else { return word }
      return Text(nl: "\(word.nl) (\(place.nl))", en: "\(word.en) (\(place.en))")
    }
    return parts.isEmpty ? nil : Shown.joined(parts, by: "; ")
  }

  /// Where it is drawn: the number, or else the middle of what the source says, grades being taken as equally far apart.
  func drawn(_ axis: PersonaAxis) -> Double? {
    if let position { return position }
    let places = sayings.compactMap { axis.position(of: $0.step) }
    return places.isEmpty ? nil : places.reduce(0, +) / Double(places.count)
  }
}
