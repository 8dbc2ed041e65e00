import WorkbenchKit

/// Areas with their outlines and values put together as a map, and what has to be said of those that lack one or the other.
struct AreaMapping {
  let map: AreaMap
  let notices: [Block]

  /// What has an outline in the frame and no figures is drawn as missing.
  ///
  /// - Parameter marked: the codes of what the map is about.
  init(
    _ subject: MapSubject, _ frame: MapFrame, where place: Text, marked: [String] = [], bounds: ([Double]) -> [Double]
  ) throws {
    let (areas, outlines, extra) = (frame.areas, frame.outlines, frame.extra)
    let codes = areas.flatMap(\.members) + extra
    let onGrid = outlines.areOnGrid(codes)
    var drawn = try areas.enumerated().map { index, area in
      AreaMap.Area(
        code: area.code, name: area.name, rings: try outlines.rings(of: area.members, onGrid: onGrid),
        value: subject.values.indices.contains(index) ? subject.values[index] : .nan,
        withheld: subject.withheld[index])
    }
    let bare = drawn.filter { area in area.rings.allSatisfy { $0.count < 3 } }
    let lacking = drawn.filter { $0.value.isNaN && $0.withheld == nil }
    for code in extra {
      drawn.append(
        AreaMap.Area(
          code: code, name: outlines.rows[code]?.name ?? code, rings: try outlines.rings(of: [code], onGrid: onGrid),
          value: .nan))
    }
    map = AreaMap(
      title: Text(nl: "\(subject.title.nl) · \(place.nl)", en: "\(subject.title.en) · \(place.en)"),
      label: subject.label, unit: subject.unit, format: subject.format, coordinates: onGrid ? .rd : .wgs84,
      areas: drawn, breaks: bounds(drawn.map(\.value)), marked: marked)
    var notices: [Block] = []
    func tell(_ areas: [String], _ one: Text, _ many: Text) {
      guard !areas.isEmpty else { return }
      notices.append(
        .notice(Notice(.info, .counted(areas.count, one, many) + .verbatim(": ") + .list(areas, atMost: 3))))
    }
    func named(_ area: AreaMap.Area) -> String { "\(area.name) (\(area.code))" }
    tell(
      lacking.map(named), Text(nl: "gebied zonder waarde", en: "area without a value"),
      Text(nl: "gebieden zonder waarde", en: "areas without a value"))
    tell(
      bare.map(named), Text(nl: "gebied zonder grens, niet op de kaart", en: "area without a boundary, not on the map"),
      Text(nl: "gebieden zonder grens, niet op de kaart", en: "areas without a boundary, not on the map"))
    tell(
      extra.map { "\(outlines.rows[$0]?.name ?? $0) (\($0))" },
      Text(
        nl: "grens zonder cijfers, getekend als gebied zonder waarde",
        en: "boundary without figures, drawn as without a value"
      ),
      Text(
        nl: "grenzen zonder cijfers, getekend als gebieden zonder waarde",
        en: "boundaries without figures, drawn as without a value"))
    self.notices = notices
  }

  /// "Lindehof: 21,3 %, van hoog naar laag nummer 6 van 23.": of what the map is about.
  var places: [Text] {
    let marked = Set(map.marked)
    let present = map.areas.filter { !$0.value.isNaN }
    return present.filter { marked.contains($0.code) }.prefix(Self.mostPlaced).map { area in
      let value = MapSubject.words(area.value, map.unit, map.format)
      let rank = 1 + present.count { $0.value > area.value }
      return Text(
        nl: "\(area.name): \(value.nl), van hoog naar laag nummer \(rank) van \(present.count).",
        en: "\(area.name): \(value.en), from high to low number \(rank) of \(present.count).")
    }
  }

  private static let mostPlaced = 3

  /// "Hoogst: Noord (45,1 %), …; laagst: …", so that a terminal without names on the map tells some.
  var extremes: Text? {
    let ranked = map.areas.filter { !$0.value.isNaN }.sorted { ($0.value, $1.code) > ($1.value, $0.code) }
    // Where all are alike none is highest.
    guard ranked.count >= 2, ranked.first?.value != ranked.last?.value else { return nil }
    let some = min(3, ranked.count / 2)
    func list(_ areas: some Sequence<AreaMap.Area>) -> Text {
      Text.joined(
        areas.map { area in
          let value = MapSubject.words(area.value, map.unit, map.format)
          return Text(nl: "\(area.name) (\(value.nl))", en: "\(area.name) (\(value.en))")
        }, by: ", ")
    }
    let (high, low) = (list(ranked.prefix(some)), list(ranked.suffix(some).reversed()))
    return Text(nl: "Hoogst: \(high.nl). Laagst: \(low.nl).", en: "Highest: \(high.en). Lowest: \(low.en).")
  }
}
