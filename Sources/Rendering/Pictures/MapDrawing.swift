import WorkbenchKit

/// A map in characters: a shade a class, or half blocks in colour; hatched where there is no value, lines between neighbours of one
/// class, names where there is room.
struct MapDrawing {
  private(set) var lines: [String] = []

  private let map: AreaMap
  private let legend: MapLegend
  private let style: TextStyle
  private let shades: [Character]
  private let colours: [Colour]

  /// - Parameters:
  ///   - width: no line is wider.
  ///   - height: picture and legend together are not higher, unless the legend alone is.
  init(_ map: AreaMap, language: Language, width: Int, height: Int, style: TextStyle) {
    self.map = map
    self.style = style
    legend = MapLegend(map, language)
    shades = Palette.shades(map.breaks.count)
    colours = Palette.sequence(map.breaks.count)
    guard let frame = MapFrame(map) else {
      lines = DisplayWidth.wrapped(
        Text(nl: "(geen grenzen om te tekenen)", en: "(no boundaries to draw)")(language), to: width)
      lines += TextTable(map.table(language), language: language, width: width, style: style).lines
      return
    }
    var layout = layout(of: legend.entries, frame, width, height)
    if height < Self.lowScreen, layout.map({ $0.fit.rows < Self.leastRows || $0.height > height }) ?? true,
      let short = self.layout(of: legend.short, frame, width, height),
      layout.map({ short.fit.scale < $0.fit.scale || short.height <= height && $0.height > height }) ?? true
    {
      layout = short
    }
    guard let layout else { return }
    let picture = drawn(frame, layout.fit)
    guard layout.isBeside else {
      lines = picture.map(\.text) + [""] + layout.legend.map(\.text)
      return
    }
    for row in 0..<max(picture.count, layout.legend.count) {
      let left = picture.indices.contains(row) ? picture[row] : (text: "", width: 0)
      let gap = String(repeating: " ", count: layout.fit.columns - left.width + 3)
      lines.append(left.text + (layout.legend.indices.contains(row) ? gap + layout.legend[row].text : ""))
    }
  }

  /// On a screen of fewer lines the legend is the shorter one where a picture of fewer lines than it should have gains by that.
  private static let lowScreen = 16
  private static let leastRows = 8

  /// A legend beside a picture, or under it.
  private struct Layout {
    let fit: Fit
    let legend: [(text: String, width: Int)]
    let isBeside: Bool
    var height: Int { isBeside ? max(fit.rows, legend.count) : fit.rows + 1 + legend.count }
  }

  /// The place of picture and legend in which the picture is the larger.
  private func layout(
    of entries: [(key: MapLegend.Key, words: String)], _ frame: MapFrame, _ width: Int, _ height: Int
  ) -> Layout? {
    let lines = legendLines(entries, width: width)
    let legendWidth = lines.reduce(0) { max($0, $1.width) }
    let side = Fit(frame, columns: width - legendWidth - 3, rows: height)
    let below = Fit(frame, columns: width, rows: max(height - lines.count - 1, 4))
    if let side, side.columns >= 8, below.map({ side.scale <= $0.scale }) ?? true {
      return Layout(fit: side, legend: lines, isBeside: true)
    }
    return below.map { Layout(fit: $0, legend: lines, isBeside: false) }
  }

  /// How large the picture is in characters; one is twice as high as it is wide.
  private struct Fit {
    let columns: Int
    let rows: Int
    /// How much of the frame a character is wide; the smaller, the larger the picture.
    let scale: Double

    init?(_ frame: MapFrame, columns: Int, rows: Int) {
      guard columns > 0, rows > 0 else { return nil }
      scale = max(frame.width / Double(columns), frame.height / Double(2 * rows))
      self.columns = min(max(Int((frame.width / scale).rounded(.up)), 1), columns)
      self.rows = min(max(Int((frame.height / (2 * scale)).rounded(.up)), 1), rows)
    }
  }

  private func drawn(_ frame: MapFrame, _ fit: Fit) -> [(text: String, width: Int)] {
    let halves = style == .coloured ? 2 : 1
    let cell = (width: fit.scale, height: fit.scale * 2 / Double(halves))
    let raster = MapRaster(map, frame, columns: fit.columns, rows: fit.rows * halves, cell: cell)
    let borders = MapBorders(map, raster, halves: halves)
    var canvas = CharacterCanvas(columns: fit.columns, rows: fit.rows)
    for row in 0..<fit.rows {
      for column in 0..<fit.columns {
        let top = key(raster[column, row * halves])
        let bottom = halves == 2 ? key(raster[column, row * 2 + 1]) : top
        guard var sign = sign(top, bottom) else { continue }
        if top == bottom, let line = borders.line(column, row) {
          let ground = style == .coloured ? top.flatMap(colour) : nil
          // On the colour of its class the line is dark or light, whichever is seen.
          sign = .init(
            text: String(line), colour: ground.map { Colour($0.isLight ? 0x000000 : 0xFFFFFF) }, background: ground)
        }
        canvas.set(sign, column: column, row: row)
      }
    }
    write(MapNames(map).named, frame, fit, beside: Self.small(raster, halves), on: &canvas)
    return (0..<fit.rows).map { row in
      (canvas.line(row, style), DisplayWidth.of(canvas.line(row, .plain)))
    }
  }

  // MARK: Names

  /// A smaller picture has room for the name of what it is about alone; what stands under the map tells the others.
  private static let leastNamed = (columns: 36, rows: 10)
  private static let longestName = 20

  /// An area of fewer characters is not written over.
  private static let leastCovered = 4

  /// The characters of areas so small that a name would cover all of them.
  private static func small(_ raster: MapRaster, _ halves: Int) -> [Box] {
    let cells = (0..<(raster.rows / halves)).flatMap { row in
      (0..<raster.columns).flatMap { column in
        Set((0..<halves).compactMap { raster[column, row * halves + $0] }).map { (area: $0, column: column, row: row) }
      }
    }
    let counts = cells.reduce(into: [:]) { $0[$1.area, default: 0] += 1 }
    return cells.filter { counts[$0.area, default: 0] < leastCovered }.map {
      Box(x: Double($0.column), y: Double($0.row), width: 1, height: 1)
    }
  }

  /// Writes names beside a sign in their areas, so that none covers another or an area that is small.
  private func write(
    _ named: [MapNames.Named], _ frame: MapFrame, _ fit: Fit, beside small: [Box], on canvas: inout CharacterCanvas
  ) {
    let isRoomy = fit.columns >= Self.leastNamed.columns && fit.rows >= Self.leastNamed.rows
    let names = named.filter { $0.isMarked || isRoomy }.compactMap { one in
      frame.middle(of: one.area).map { place in
        (
          words: DisplayWidth.truncated(Sanitizer.line(one.area.name), to: Self.longestName), isMarked: one.isMarked,
          column: min(max(Int(place.x / fit.scale), 0), fit.columns - 1),
          row: min(max(Int(place.y / (2 * fit.scale)), 0), fit.rows - 1)
        )
      }
    }
    let bounds = Box(x: 0, y: 0, width: Double(fit.columns), height: Double(fit.rows))
    let places = LabelPlacement(bounds: bounds, gap: (0, 0), obstacles: small).places(
      names.map { name in
        .init(
          sign: Box(x: Double(name.column), y: Double(name.row), width: 1, height: 1),
          width: Double(DisplayWidth.of(name.words)), height: 1)
      })
    for (name, place) in zip(names, places) {
      let role: TextStyle.Role? = name.isMarked ? .heading : nil
      let spot = Box(x: Double(name.column), y: Double(name.row), width: 1, height: 1)
      if name.isMarked || !small.contains(where: { $0.overlaps(spot) }) {
        canvas.set(name.isMarked ? "◆" : "•", column: name.column, row: name.row, role: role)
      }
      if let place { canvas.write(name.words, column: Int(place.x), row: Int(place.y), role: role) }
    }
  }

  private func key(_ area: Int?) -> MapLegend.Key? {
    guard let area else { return nil }
    if map.areas[area].withheld != nil { return .withheld }
    return map.classIndex(of: map.areas[area].value).map(MapLegend.Key.areaClass) ?? .missing
  }

  /// Returns what stands in a character whose halves are of these keys; without colour both are one.
  private func sign(_ top: MapLegend.Key?, _ bottom: MapLegend.Key?) -> CharacterCanvas.Cell? {
    guard style == .coloured else { return top.map { .init(text: String(shade($0))) } }
    switch (top.flatMap(colour), bottom.flatMap(colour)) {
    case (let top?, let bottom?) where top == bottom: return .init(text: "█", colour: top)
    case (let top?, let bottom?): return .init(text: "▀", colour: top, background: bottom)
    case (let top?, nil): return .init(text: "▀", colour: top)
    case (nil, let bottom?): return .init(text: "▄", colour: bottom)
    case (nil, nil): return (top ?? bottom).map { .init(text: String(shade($0)), role: .faint) }
    }
  }

  private func colour(_ key: MapLegend.Key) -> Colour? {
    if case .areaClass(let index) = key { colours[index] } else { nil }
  }

  private func shade(_ key: MapLegend.Key) -> Character {
    switch key {
    case .areaClass(let index): shades[index]
    case .missing: Palette.missing
    case .withheld: Palette.withheld
    case .undrawn: " "
    }
  }

  private func legendLines(
    _ entries: [(key: MapLegend.Key, words: String)], width: Int
  ) -> [(text: String, width: Int)] {
    var lines = DisplayWidth.wrapped(Sanitizer.line(legend.heading), to: min(width, 34)).map {
      (text: style(.heading, $0), width: DisplayWidth.of($0))
    }
    for (key, words) in entries {
      let sign = String(repeating: style == .coloured && colour(key) != nil ? "█" : shade(key), count: 2)
      for (index, line) in DisplayWidth.wrapped(words, to: max(min(width - 3, 40), 8)).enumerated() {
        let plain = index == 0 ? sign : "  "
        lines.append((style.painted(plain, colour(key)) + " " + line, 3 + DisplayWidth.of(line)))
      }
    }
    return lines
  }
}
