import WorkbenchKit

/// A map in characters: a shade a class, or half blocks in colour; hatched where there is no value.
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
    let beside = legendLines(width: width)
    let legendWidth = beside.reduce(0) { max($0, $1.width) }
    let side = Fit(frame, columns: width - legendWidth - 3, rows: height)
    let below = Fit(frame, columns: width, rows: max(height - beside.count - 1, 4))
    if let side, side.columns >= 8, below.map({ side.scale <= $0.scale }) ?? true {
      let picture = drawn(frame, side)
      for row in 0..<max(picture.count, beside.count) {
        let left = picture.indices.contains(row) ? picture[row] : (text: "", width: 0)
        let gap = String(repeating: " ", count: side.columns - left.width + 3)
        lines.append(left.text + (beside.indices.contains(row) ? gap + beside[row].text : ""))
      }
    } else if let below {
      lines = drawn(frame, below).map(\.text) + [""] + beside.map(\.text)
    }
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
    var canvas = CharacterCanvas(columns: fit.columns, rows: fit.rows)
    for row in 0..<fit.rows {
      for column in 0..<fit.columns {
        let top = key(raster[column, row * halves])
        let bottom = halves == 2 ? key(raster[column, row * 2 + 1]) : top
        if let sign = sign(top, bottom) { canvas.set(sign, column: column, row: row) }
      }
    }
    return (0..<fit.rows).map { row in
      (canvas.line(row, style), DisplayWidth.of(canvas.line(row, .plain)))
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

  private func legendLines(width: Int) -> [(text: String, width: Int)] {
    var lines = DisplayWidth.wrapped(Sanitizer.line(legend.heading), to: min(width, 34)).map {
      (text: style(.heading, $0), width: DisplayWidth.of($0))
    }
    for (key, words) in legend.entries {
      let sign = String(repeating: style == .coloured && colour(key) != nil ? "█" : shade(key), count: 2)
      for (index, line) in DisplayWidth.wrapped(words, to: max(min(width - 3, 40), 8)).enumerated() {
        let plain = index == 0 ? sign : "  "
        lines.append((style.painted(plain, colour(key)) + " " + line, 3 + DisplayWidth.of(line)))
      }
    }
    return lines
  }
}
