import WorkbenchKit

/// Where in a publication something stands.
struct Citation: Sendable, Hashable {
  /// The key of the publication in `sources.json`.
  let id: String
  /// Chapter, annex or figure.
  let place: Text
  /// Lines of the seed's text, from and to.
  let lines: ClosedRange<Int>

  init?(_ json: JSON?) {
    guard let id = json?["id"]?.string, let place = json?.text("place"),
      let lines = json?["lines"]?.array?.compactMap(\.int), lines.count == 2, lines[0] <= lines[1]
    else { return nil }
    self.id = id
    self.place = place
    self.lines = lines[0]...lines[1]
  }

  var json: JSON {
    .members([
      "id": .string(id), "place": place.json,
      "lines": .array([.number(Double(lines.lowerBound)), .number(Double(lines.upperBound))]),
    ])
  }

  /// `wmo-uitvoering-2017, bijlage D`.
  var shown: Text { Text(nl: "\(id), \(place.nl)", en: "\(id), \(place.en)") }
}
