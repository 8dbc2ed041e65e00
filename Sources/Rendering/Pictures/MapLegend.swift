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

  init(_ map: AreaMap, _ language: Language) {
    let classes = MapClasses(map)
    heading = map.heading(language)
    func areas(_ count: Int) -> String {
      count == 1
        ? Text(nl: "1 gebied", en: "1 area")(language) : Text(nl: "\(count) gebieden", en: "\(count) areas")(language)
    }
    let ranges = classes.ranges(map, language)
    let widest = ranges.reduce(0) { max($0, DisplayWidth.of($1)) }
    var entries = classes.classes.indices.map { index in
      let range = DisplayWidth.padded(ranges[index], to: widest)
      return (key: Key.areaClass(index), words: "\(range) · \(areas(classes.classes[index].count))")
    }
    for (count, key, label) in [
      (classes.missing, Key.missing, MapClasses.missingLabel), (classes.withheld, .withheld, MapClasses.withheldLabel),
      (classes.undrawn, .undrawn, Text(nl: "niet op de kaart (grens onbekend)", en: "not on the map (no boundary)")),
    ] where count > 0 {
      entries.append((key, "\(label(language)) · \(areas(count))"))
    }
    self.entries = entries
  }
}
