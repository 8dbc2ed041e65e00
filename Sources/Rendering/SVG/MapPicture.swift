import WorkbenchKit

/// A map with an outline for each area, coloured by class, hatched where there is no value, the legend beside it.
struct MapPicture {
  let drawn: DrawnPicture

  private static let most = (width: 500.0, height: 620.0)
  private static let legendWidth = 280.0
  /// More areas than this tell their names in the table alone.
  private static let mostNamed = 600

  init(_ map: AreaMap, _ language: Language, id: String) {
    var canvas = SVGCanvas()
    let colours = Palette.sequence(map.breaks.count)
    canvas.raw(Self.patterns(id))
    func fill(_ key: MapLegend.Key) -> String {
      switch key {
      case .areaClass(let index): colours[index].hexadecimal
      case .missing: "url(#\(id)-missing)"
      case .withheld: "url(#\(id)-withheld)"
      case .undrawn: "none"
      }
    }
    var mapWidth = 0.0
    var mapHeight = 0.0
    if let frame = MapFrame(map) {
      let scale = min(Self.most.width / frame.width, Self.most.height / frame.height)
      mapWidth = frame.width * scale
      mapHeight = frame.height * scale
      canvas.raw("<g fill-rule=\"evenodd\" stroke=\"currentColor\" stroke-width=\".6\" stroke-linejoin=\"round\">\n")
      for area in map.areas {
        let key: MapLegend.Key =
          area.withheld != nil ? .withheld : map.classIndex(of: area.value).map { .areaClass($0) } ?? .missing
        let path = Self.path(frame.rings(of: area), scale)
        guard !path.isEmpty else { continue }
        canvas.raw("<path fill=\"\(fill(key))\" d=\"\(path)\"")
        if map.areas.count <= Self.mostNamed {
          canvas.raw("><title>\(XMLEscape.words(Self.words(area, map, language)))</title></path>\n")
        } else {
          canvas.raw("/>\n")
        }
      }
      canvas.raw("</g>\n")
    }
    let left = 8 + mapWidth + (mapWidth > 0 ? 24 : 0)
    let legend = MapLegend(map, language)
    let heading = TextMeasure.wrapped(
      Sanitizer.line(legend.heading), to: Self.legendWidth, size: SVGCanvas.size, isBold: true)
    var y = canvas.lines(heading, x: left, y: 22, isBold: true) + 4
    for (key, words) in legend.entries {
      let hasSign = key != .undrawn
      if hasSign { canvas.box(Box(x: left, y: y - 11, width: 22, height: 14), fill: fill(key), isOutlined: true) }
      let lines = TextMeasure.wrapped(Sanitizer.line(words), to: Self.legendWidth - 30, size: SVGCanvas.size)
      y = canvas.lines(lines, x: left + 30, y: y) + 5
    }
    if mapWidth == 0 {
      canvas.text(Text(nl: "(geen grenzen om te tekenen)", en: "(no boundaries to draw)")(language), x: left, y: y)
      y += SVGCanvas.lineHeight
    }
    drawn = DrawnPicture(canvas: canvas, width: left + Self.legendWidth + 8, height: max(mapHeight + 16, y + 4))
  }

  private static func words(_ area: AreaMap.Area, _ map: AreaMap, _ language: Language) -> String {
    let marks = NumberMarks(language)
    let value =
      area.withheld
      ?? (area.value.isNaN
        ? MapClasses.missingLabel(language) : marks.value(.number(area.value, unit: map.unit), format: map.format))
    return "\(area.name): \(value)"
  }

  /// Points that fall on the same tenth of a pixel are one.
  private static func path(_ rings: [[(x: Double, y: Double)]], _ scale: Double) -> String {
    var path = ""
    for ring in rings {
      var last = ""
      var count = 0
      var part = ""
      for point in ring {
        let place = "\(SVGCanvas.number(8 + point.x * scale)) \(SVGCanvas.number(8 + point.y * scale))"
        if place == last { continue }
        part += (count == 0 ? "M" : "L") + place
        last = place
        count += 1
      }
      path += part + "Z"
    }
    return path
  }

  private static func patterns(_ id: String) -> String {
    func pattern(_ name: String, _ path: String) -> String {
      "<pattern id=\"\(id)-\(name)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        + "<path d=\"\(path)\" stroke=\"currentColor\" stroke-width=\"1\"/></pattern>"
    }
    return "<defs>" + pattern("missing", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5")
      + pattern("withheld", "M-1 -1L7 7M-1 5L1 7M5 -1L7 1") + "</defs>\n"
  }
}
