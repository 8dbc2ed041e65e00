import Rendering
import WorkbenchKit

/// The screen of a presentation: a line with the title and how far it is, the slide, and a line with the keys.
struct SlideScreen {
  let output: OutputStream
  let environment: Environment

  struct Line {
    let text: String
    var style = ""
  }

  var columns: Int { max(Self.least.columns, environment.columns(output)) }
  /// The lines that are not the slide's: the title, the keys, and an empty one at each.
  static let around = 4
  /// The fewest columns and rows that it is made for.
  static let least = (columns: 20, rows: 3 + around)

  /// How many lines of a slide fit.
  var room: Int {
    let rows = environment.rows(output)
    return max(3, (rows > 0 ? rows : 24) - Self.around)
  }

  func open() { output.write("\u{1B}[?1049h") }

  func close() {
    // Where a terminal has one screen only, what comes begins on a line of its own.
    output.write("\u{1B}[\(room + 4);1H\u{1B}[K\u{1B}[?1049l")
    output.flush()
  }

  /// - Parameters:
  ///   - top: the first line of the slide that is shown.
  ///   - done: from 0 to 1.
  func show(_ lines: [Line], from top: Int, title: String, place: String, done: Double, keys: String) {
    var page = "\u{1B}[H\u{1B}[2J" + head(title, place, done) + "\r\n\r\n"
    for line in lines[min(top, lines.count)..<min(top + room, lines.count)] {
      page += styled(line.text, line.style) + "\r\n"
    }
    page += "\u{1B}[\(room + 4);1H" + styled(DisplayWidth.truncated(keys, to: columns - 1), "2")
    output.write(page)
    output.flush()
  }

  /// Puts the cursor on the last line but one, for something to be typed.
  func makeRoom() {
    output.write("\u{1B}[\(room + 3);1H\u{1B}[J")
    output.flush()
  }

  /// `Title                 3/12 ━━━━━─────────`
  private func head(_ title: String, _ place: String, _ done: Double) -> String {
    let bar = 20
    let filled = min(bar, max(0, Int((done * Double(bar)).rounded())))
    let right = " \(place) " + String(repeating: "━", count: filled) + String(repeating: "─", count: bar - filled)
    let left = columns - 1 - DisplayWidth.of(right)
    guard left >= 10 else { return styled(DisplayWidth.truncated("\(place) \(title)", to: columns - 1), "1") }
    return styled(DisplayWidth.padded(DisplayWidth.truncated(Sanitizer.line(title), to: left), to: left), "1") + right
  }

  private func styled(_ text: String, _ style: String) -> String {
    style.isEmpty || !environment.allowsColour ? text : "\u{1B}[\(style)m\(text)\u{1B}[0m"
  }
}
