import WorkbenchKit

/// A typed line with carets under the spot that is meant; of a line that is too wide the part around the spot.
struct CaretLines {
  let lines: [String]

  /// - Parameter width: the widest line, in columns.
  init(_ place: Place, width: Int) {
    let characters = place.text.map { Sanitizer.line(String($0)) }
    let widths = characters.map(DisplayWidth.of)
    let start = min(max(place.column - 1, 0), characters.count)
    let end = min(start + max(place.length, 0), characters.count)
    let window = Self.window(around: start, in: widths, width: width)
    let shown =
      (window.from > 0 ? "…" : "") + characters[window.from..<window.to].joined()
      + (window.to < characters.count ? "…" : "")
    let before = (window.from > 0 ? 1 : 0) + widths[window.from..<max(window.from, start)].reduce(0, +)
    let under = widths[start..<max(start, min(end, window.to))].reduce(0, +)
    let carets = max(min(under, width - before), 1)
    lines = [shown, String(repeating: " ", count: before) + String(repeating: "^", count: carets)]
  }

  /// Chooses which characters are shown, so that the spot is among them and room for two marks of omission is left.
  private static func window(around start: Int, in widths: [Int], width: Int) -> (from: Int, to: Int) {
    if widths.reduce(0, +) < width { return (0, widths.count) }
    let room = width - 3
    var from = start
    var taken = 0
    while from > 0, taken + widths[from - 1] <= room / 3 {
      from -= 1
      taken += widths[from]
    }
    // At the end of the line there is nothing more to the right: the room goes to what stands before.
    var to = start
    while to < widths.count, taken + widths[to] <= room {
      taken += widths[to]
      to += 1
    }
    while to == widths.count, from > 0, taken + widths[from - 1] <= room {
      from -= 1
      taken += widths[from]
    }
    return (from, to)
  }
}
