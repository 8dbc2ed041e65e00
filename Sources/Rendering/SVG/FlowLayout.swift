import WorkbenchKit

/// Where the boxes, ribbons and figures of a flow lie.
struct FlowLayout {
  struct Placed {
    var frame: Box
    let name: [String]
    let value: [String]
    let colour: Colour
  }

  struct Ribbon {
    let from: (x: Double, y: Double)
    let to: (x: Double, y: Double)
    /// Nil where there is no value to be as wide as.
    let thickness: Double?
    let colour: Colour
    /// Whether it leaves and arrives on the right of its boxes.
    let turns: Bool
    /// Whether it lies over boxes of columns that it passes.
    let isFaint: Bool
  }

  struct Label {
    let text: String
    let x: Double
    let y: Double
  }

  static let pad = 7.0
  private static let gap = 14.0
  private static let thickest = 96.0
  private static let bare = 9.0

  private(set) var boxes: [Placed] = []
  private(set) var ribbons: [Ribbon] = []
  private(set) var labels: [Label] = []
  /// Where each column begins.
  let columns: [Double]
  let headings: [[String]]
  let width: Double
  private(set) var height = 0.0

  private let flow: Flow
  /// How many pixels a value takes, by the name of its unit.
  private let scale: [String: Double]
  /// The column of each node, and its box.
  private let column: [String: Int]
  private var box: [String: Int] = [:]

  /// - Parameter width: what a page has; many columns take more.
  init(_ flow: Flow, _ words: FlowWords, _ language: Language, width: Double) {
    self.flow = flow
    let count = Double(flow.columns.count)
    let between = 84.0
    let wide = min(max((width - between * (count - 1) - 2) / count, 108), 190)
    let columns = flow.columns.indices.map { 1 + Double($0) * (wide + between) }
    self.columns = columns
    // Ribbons within the last column turn beside it.
    self.width = max(wide * count + between * (count - 1) + 2, 360) + 50
    let size = SVGCanvas.size
    headings = flow.columns.map {
      TextMeasure.wrapped(Sanitizer.line($0.words(language)), to: wide, size: size, isBold: true)
    }
    scale = Self.scale(flow, words)
    let places = Dictionary(uniqueKeysWithValues: flow.columns.enumerated().map { ($1.name, $0) })
    column = Dictionary(uniqueKeysWithValues: flow.nodes.map { ($0.id, places[$0.column] ?? 0) })
    let ends = ends()
    place(words, ends, wide: wide)
    connect(words, ends)
  }

  /// The thickest box of each unit has `thickest` of ribbons on one side.
  private static func scale(_ flow: Flow, _ words: FlowWords) -> [String: Double] {
    var most: [String: Double] = [:]
    for link in flow.links {
      if let value = link.value { most[unit(link, words), default: 0] = max(most[unit(link, words)] ?? 0, value) }
    }
    // Sums of shares of the largest, which no large value makes endless.
    var sums: [String: [String: Double]] = [:]
    for link in flow.links {
      guard let value = link.value, value > 0, let largest = most[unit(link, words)] else { continue }
      sums[unit(link, words), default: [:]]["from \(link.from)", default: 0] += value / largest
      sums[unit(link, words), default: [:]]["to \(link.to)", default: 0] += value / largest
    }
    return most.compactMapValues { $0 > 0 ? $0 : nil }.reduce(into: [:]) { scale, entry in
      scale[entry.key] = Self.thickest / max(sums[entry.key]?.values.max() ?? 1, 1) / entry.value
    }
  }

  private static func unit(_ link: Flow.Link, _ words: FlowWords) -> String { words.node(link.from)?.unit?.name ?? "" }

  /// As thick as its value; a value above nought is seen, and one below or none has no width.
  private func thickness(_ link: Flow.Link, _ words: FlowWords) -> Double? {
    guard let value = link.value, value >= 0 else { return nil }
    let scaled = value * (scale[Self.unit(link, words)] ?? 0)
    return scaled.isFinite ? max(scaled, value > 0 ? 1.2 : 0.4) : Self.thickest
  }

  // MARK: Sides

  /// A side of a box.
  private struct Side: Hashable {
    let node: String
    let isRight: Bool
  }

  /// Where a link begins and ends: on the sides that face each other, or both on the right within a column.
  private func sides(_ link: Flow.Link) -> (from: Side, to: Side) {
    let (from, to) = (column[link.from] ?? 0, column[link.to] ?? 0)
    return (Side(node: link.from, isRight: from <= to), Side(node: link.to, isRight: from >= to))
  }

  /// How much of a side a link takes.
  private func room(_ link: Int, _ words: FlowWords) -> Double { (thickness(flow.links[link], words) ?? Self.bare) + 2 }

  /// The links of each side, with whether they end there.
  private func ends() -> [Side: [(link: Int, isEnd: Bool)]] {
    var ends: [Side: [(link: Int, isEnd: Bool)]] = [:]
    for (index, link) in flow.links.enumerated() {
      let (from, to) = sides(link)
      ends[from, default: []].append((index, false))
      ends[to, default: []].append((index, true))
    }
    return ends
  }

  private mutating func place(_ words: FlowWords, _ ends: [Side: [(link: Int, isEnd: Bool)]], wide: Double) {
    let top = Double(headings.map(\.count).max() ?? 1) * SVGCanvas.lineHeight + 8
    let size = SVGCanvas.size
    for (index, entry) in flow.columns.enumerated() {
      var y = top
      for node in words.nodes(in: entry) {
        let inner = wide - 2 * Self.pad - 5
        let name = TextMeasure.wrapped(Sanitizer.line(words.name(node)), to: inner, size: size)
        let value = TextMeasure.wrapped(Sanitizer.line(words.value(node)), to: inner, size: size, isBold: true)
        let sides = [true, false].map { ends[Side(node: node.id, isRight: $0)] ?? [] }
        let links = sides.map { $0.reduce(0) { $0 + room($1.link, words) } }.max() ?? 0
        let high = max(Double(name.count + value.count) * SVGCanvas.lineHeight + 2 * Self.pad, links)
        box[node.id] = boxes.count
        boxes.append(
          Placed(
            frame: Box(x: columns[index], y: y, width: wide, height: high), name: name, value: value,
            colour: Palette.category(boxes.count)))
        y += high + Self.gap
      }
      height = max(height, y)
    }
  }

  /// Ribbons leave and arrive in the order in which their other ends lie from above.
  private mutating func connect(_ words: FlowWords, _ ends: [Side: [(link: Int, isEnd: Bool)]]) {
    var starts: [Int: Double] = [:]
    var stops: [Int: Double] = [:]
    for (side, links) in ends {
      guard let frame = box[side.node].map({ boxes[$0].frame }) else { continue }
      func other(_ end: (link: Int, isEnd: Bool)) -> Int {
        box[end.isEnd ? flow.links[end.link].from : flow.links[end.link].to] ?? 0
      }
      let sorted = links.sorted { (other($0), $0.link, $0.isEnd ? 1 : 0) < (other($1), $1.link, $1.isEnd ? 1 : 0) }
      var y = frame.y + max((frame.height - sorted.reduce(0) { $0 + room($1.link, words) }) / 2, 0)
      for end in sorted {
        let middle = y + room(end.link, words) / 2
        if end.isEnd { stops[end.link] = middle } else { starts[end.link] = middle }
        y += room(end.link, words)
      }
    }
    for (index, link) in flow.links.enumerated() {
      guard let source = box[link.from].map({ boxes[$0] }), let target = box[link.to].map({ boxes[$0].frame }),
        let start = starts[index], let stop = stops[index]
      else { continue }
      let (from, to) = sides(link)
      let left = from.isRight ? source.frame.x + source.frame.width : source.frame.x
      let right = to.isRight ? target.x + target.width : target.x
      let thickness = thickness(link, words)
      let distance = (column[link.to] ?? 0) - (column[link.from] ?? 0)
      ribbons.append(
        Ribbon(
          from: (left, start), to: (right, stop), thickness: thickness, colour: source.colour, turns: distance == 0,
          isFaint: abs(distance) > 1))
      if let thickness, thickness >= 12, from.isRight {
        labels.append(Label(text: Sanitizer.line(words.value(link)), x: left + 5, y: start + 4))
      }
    }
  }
}
