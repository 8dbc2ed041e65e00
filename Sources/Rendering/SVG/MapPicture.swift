import WorkbenchKit

/// A map with an outline for each area, coloured by class, hatched where there is no value, names on it, the legend beside or below.
struct MapPicture {
  private(set) var drawn = DrawnPicture(canvas: SVGCanvas(), width: 0, height: 0)

  private static let legendWidth = 280.0
  /// Of a picture on a page with its legend beside it, and with its legend below: its letters are still read on a narrow screen.
  private static let widest = 660.0
  private static let below = 560.0
  /// More areas than this tell their names in the table alone.
  private static let mostNamed = 600

  private let map: AreaMap
  private let language: Language
  private let id: String
  private let colours: [Colour]
  private var canvas = SVGCanvas()

  /// - Parameter width: of the page, where the legend stands below; nil for a picture of its own with the legend beside it.
  init(_ map: AreaMap, _ language: Language, id: String, width: Double? = nil) {
    (self.map, self.language, self.id) = (map, language, id)
    colours = Palette.sequence(map.breaks.count)
    canvas.raw(patterns)
    let most = width.map { (width: min($0, Self.below) - 16, height: min($0, 360.0)) } ?? (width: 500.0, height: 620.0)
    var size = (width: 0.0, height: 0.0)
    if let frame = MapFrame(map) {
      let scale = min(most.width / frame.width, most.height / frame.height)
      size = (frame.width * scale, frame.height * scale)
      drawAreas(frame, scale)
      drawMarked(frame, scale)
      drawNames(frame, scale, in: Box(x: 2, y: 2, width: size.width + 12, height: size.height + 12))
    }
    let wide = width == nil ? Self.legendWidth : legendWide
    if let width, size.width == 0 || 8 + size.width + 24 + wide + 8 > min(width, Self.widest) {
      let legend = below(size.height + (size.height > 0 ? 36 : 22), width: max(min(width, Self.below), size.width + 16))
      drawn = DrawnPicture(canvas: canvas, width: legend.width, height: legend.bottom)
    } else {
      let left = 8 + size.width + (size.width > 0 ? 24 : 0)
      let bottom = legend(x: left, y: 22, width: wide)
      drawn = DrawnPicture(canvas: canvas, width: left + wide + 8, height: max(size.height + 16, bottom + 4))
    }
  }

  // MARK: Areas

  private mutating func drawAreas(_ frame: MapFrame, _ scale: Double) {
    canvas.raw("<g fill-rule=\"evenodd\" stroke=\"currentColor\" stroke-width=\".6\" stroke-linejoin=\"round\">\n")
    for area in map.areas {
      let key: MapLegend.Key =
        area.withheld != nil ? .withheld : map.classIndex(of: area.value).map { .areaClass($0) } ?? .missing
      let path = Self.path(frame.rings(of: area), scale)
      guard !path.isEmpty else { continue }
      canvas.raw("<path fill=\"\(fill(key))\" d=\"\(path)\"")
      if map.areas.count <= Self.mostNamed {
        canvas.raw("><title>\(XMLEscape.words(words(area)))</title></path>\n")
      } else {
        canvas.raw("/>\n")
      }
    }
    canvas.raw("</g>\n")
  }

  /// The outline of what the map is about: dark within light, so that it is seen on every class.
  private mutating func drawMarked(_ frame: MapFrame, _ scale: Double) {
    let marked = Set(map.marked)
    for area in map.areas where marked.contains(area.code) {
      let path = Self.path(frame.rings(of: area), scale)
      guard !path.isEmpty else { continue }
      for (colour, width) in [("#fff", 5.0), ("#000", 2.2)] {
        canvas.raw(
          "<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\" stroke-linejoin=\"round\" d=\"\(path)\"/>\n"
        )
      }
    }
  }

  /// Names on a light ground, each beside a dot in its area; what finds no place is told in the words below the map.
  private mutating func drawNames(_ frame: MapFrame, _ scale: Double, in bounds: Box) {
    let names = MapNames(map).named.compactMap { one in
      frame.middle(of: one.area).map {
        (words: Sanitizer.line(one.area.name), isMarked: one.isMarked, x: 8 + $0.x * scale, y: 8 + $0.y * scale)
      }
    }
    let size = 12.0
    let places = LabelPlacement(bounds: bounds, gap: (3, 1)).places(
      names.map { name in
        .init(
          sign: Box(x: name.x - 2.5, y: name.y - 2.5, width: 5, height: 5),
          width: TextMeasure.width(name.words, size: size, isBold: name.isMarked) * 0.92 + 6, height: 15)
      })
    for (name, place) in zip(names, places) {
      guard let place else { continue }
      canvas.raw(
        "<circle cx=\"\(SVGCanvas.number(name.x))\" cy=\"\(SVGCanvas.number(name.y))\" r=\"2.5\" fill=\"#000\" stroke=\"#fff\"/>\n"
      )
      canvas.raw(
        "<rect x=\"\(SVGCanvas.number(place.x))\" y=\"\(SVGCanvas.number(place.y))\" width=\"\(SVGCanvas.number(place.width))\""
          + " height=\"\(SVGCanvas.number(place.height))\" rx=\"2\" fill=\"#fff\" fill-opacity=\".82\"/>\n")
      canvas.text(
        name.words, x: place.x + 3, y: place.y + 11.5, isBold: name.isMarked, colour: Colour(0x000000), size: size)
    }
  }

  // MARK: Legend

  /// As wide as what stands in it, up to a bound.
  private var legendWide: Double {
    let legend = MapLegend(map, language)
    let entries = legend.entries.map { TextMeasure.width(Sanitizer.line($0.words), size: SVGCanvas.size) + 30 }
    let heading = TextMeasure.width(Sanitizer.line(legend.heading), size: SVGCanvas.size, isBold: true)
    return min(max(entries.max() ?? 0, min(heading, 200)), Self.legendWidth)
  }

  /// Heading and classes under each other; returns where the next line would stand.
  private mutating func legend(x: Double, y: Double, width: Double) -> Double {
    let legend = MapLegend(map, language)
    let heading = TextMeasure.wrapped(Sanitizer.line(legend.heading), to: width, size: SVGCanvas.size, isBold: true)
    var y = canvas.lines(heading, x: x, y: y, isBold: true) + 4
    for (key, words) in legend.entries { y = entry(key, words, x: x, y: y, width: width) }
    return without(x: x, y: y)
  }

  /// The same in columns that are as wide as the widest entry.
  private mutating func below(_ y: Double, width: Double) -> (width: Double, bottom: Double) {
    let legend = MapLegend(map, language)
    let heading = TextMeasure.wrapped(
      Sanitizer.line(legend.heading), to: width - 16, size: SVGCanvas.size, isBold: true)
    var y = canvas.lines(heading, x: 8, y: y, isBold: true) + 2
    let widest =
      legend.entries.map { TextMeasure.width(Sanitizer.line($0.words), size: SVGCanvas.size) + 46 }.max() ?? 0
    let columns = max(min(Int((width - 8) / max(widest, 1)), 3), 1)
    let rows = (legend.entries.count + columns - 1) / columns
    let wide = (width - 8) / Double(columns)
    var bottom = y
    for (index, item) in legend.entries.enumerated() {
      let top = y + Double(index % max(rows, 1)) * (SVGCanvas.lineHeight + 5)
      let end = entry(item.key, item.words, x: 8 + Double(index / max(rows, 1)) * wide, y: top, width: wide)
      bottom = max(bottom, end)
    }
    y = without(x: 8, y: bottom)
    return (width, y - 8)
  }

  private mutating func entry(_ key: MapLegend.Key, _ words: String, x: Double, y: Double, width: Double) -> Double {
    if key != .undrawn { canvas.box(Box(x: x, y: y - 11, width: 22, height: 14), fill: fill(key), isOutlined: true) }
    let lines = TextMeasure.wrapped(Sanitizer.line(words), to: max(width - 30, 60), size: SVGCanvas.size)
    return canvas.lines(lines, x: x + 30, y: y) + 5
  }

  private mutating func without(x: Double, y: Double) -> Double {
    guard MapFrame(map) == nil else { return y }
    canvas.text(Text(nl: "(geen grenzen om te tekenen)", en: "(no boundaries to draw)")(language), x: x, y: y)
    return y + SVGCanvas.lineHeight
  }

  // MARK: Words and paths

  private func fill(_ key: MapLegend.Key) -> String {
    switch key {
    case .areaClass(let index): colours[index].hexadecimal
    case .missing: "url(#\(id)-missing)"
    case .withheld: "url(#\(id)-withheld)"
    case .undrawn: "none"
    }
  }

  private func words(_ area: AreaMap.Area) -> String {
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

  private var patterns: String {
    func pattern(_ name: String, _ path: String) -> String {
      "<pattern id=\"\(id)-\(name)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        + "<path d=\"\(path)\" stroke=\"currentColor\" stroke-width=\"1\"/></pattern>"
    }
    return "<defs>" + pattern("missing", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5")
      + pattern("withheld", "M-1 -1L7 7M-1 5L1 7M5 -1L7 1") + "</defs>\n"
  }
}
