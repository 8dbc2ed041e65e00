import WorkbenchKit

/// What stands beside a map: the classes with the number of areas in each, and what could not be shown.
struct MapLegend {
  enum Key: Hashable {
    case areaClass(Int)
    case missing, withheld
    /// It has no place on the map, and so no sign.
    case undrawn
  }

  let heading: String
  let entries: [(key: Key, words: String)]
  /// The same without the number of areas in each, for a screen with little room.
  let short: [(key: Key, words: String)]

  init(_ map: AreaMap, _ language: Language) {
    let classes = MapClasses(map)
    heading = map.heading(language)
    func areas(_ count: Int) -> String {
      count == 1
        ? Text(nl: "1 gebied", en: "1 area")(language) : Text(nl: "\(count) gebieden", en: "\(count) areas")(language)
    }
    let ranges = classes.ranges(map, language)
    let widest = ranges.reduce(0) { max($0, DisplayWidth.of($1)) }
    var short = classes.classes.indices.map { index in
      (key: Key.areaClass(index), words: DisplayWidth.padded(ranges[index], to: widest))
    }
    var counts = classes.classes.map(\.count)
    for (count, key, label) in [
      (classes.missing, Key.missing, MapClasses.missingLabel), (classes.withheld, .withheld, MapClasses.withheldLabel),
      (classes.undrawn, .undrawn, Text(nl: "niet op de kaart (grens onbekend)", en: "not on the map (no boundary)")),
    ] where count > 0 {
      short.append((key, label(language)))
      counts.append(count)
    }
    self.short = short
    entries = zip(short, counts).map { ($0.key, "\($0.words) · \(areas($1))") }
  }
}
