import Language
import WorkbenchKit

/// What in a line can be given another value: behind a flag, behind `KEY=`, of a setting, and what `let` remembers.
struct LinePieces {
  struct Piece {
    /// The flag without its dashes, the key, the setting or the name.
    let name: String
    /// Where the value stands, in bytes.
    let range: Range<Int>
    let value: Value
  }

  private(set) var pieces: [Piece] = []
  /// The name that the line gives a value, where it is a value and no result.
  private(set) var binding: (name: String, value: Value)?
  /// The bare words of the line, by which it is told from others.
  private(set) var words: Set<String> = []
  /// The role that says so, by `--by`.
  private(set) var party: String?

  init(_ text: String) {
    let line = SourceLine(text, source: "")
    guard let statement = try? Parser.parse(line) else { return }
    let pipeline: Pipeline
    switch statement {
    case .empty: return
    case .pipeline(let whole): pipeline = whole
    case .binding(let name, _, let whole):
      pipeline = whole
      words.insert(name)
      if whole.stages.count == 1, let only = whole.stages.first, only.words.count == 1, let word = only.words.first {
        if let value = word.literal { binding = (name, word.isQuoted ? .text(value) : TypedValue.guess(value)) }
        return
      }
    }
    for stage in pipeline.stages { take(stage.words) }
  }

  private mutating func take(_ stage: [Word]) {
    for (index, word) in stage.enumerated() {
      guard let bare = word.bare else { continue }
      words.insert(bare)
      let next = index + 1 < stage.count ? stage[index + 1] : nil
      let sign = bare.utf8.firstIndex(of: UInt8(ascii: "="))
      if let sign, sign > bare.startIndex, !bare.contains(",") {
        let start = word.range.lowerBound + bare.utf8.distance(from: bare.startIndex, to: sign) + 1
        let name = bare[..<sign].drop { $0 == "-" }
        add(String(name), start..<word.range.upperBound, String(bare[bare.index(after: sign)...]))
      } else if bare.hasPrefix("--"), let next, let value = next.literal, !value.hasPrefix("--") {
        add(String(bare.dropFirst(2)), next.range, value)
        if bare == "--by" { party = value }
      } else if index == 1, Self.isSetting(bare, of: stage[0].bare), let value = next?.literal, let next {
        add(bare, next.range, value)
      }
    }
  }

  /// Of the settings those of plugins: a title and a language are no assumptions, and each step is drawn with the seed of then.
  private static func isSetting(_ name: String, of command: String?) -> Bool {
    ["set", "stel"].contains(command) && name.contains(".")
  }

  private mutating func add(_ name: String, _ range: Range<Int>, _ value: String) {
    guard !value.isEmpty, !name.isEmpty else { return }
    pieces.append(Piece(name: name, range: range, value: TypedValue.guess(value)))
  }

  /// Whether a line takes up a name that `let` gave.
  static func uses(_ name: String, in line: String) -> Bool {
    let isPart = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
    for rest in line.split(separator: "$", omittingEmptySubsequences: false).dropFirst() {
      if rest.prefix(while: isPart) == name { return true }
    }
    // `keep NAME` takes it without its sign.
    let words = line.split(whereSeparator: \.isWhitespace)
    return words.count >= 2 && ["keep", "bewaar"].contains(words[0]) && words[1] == name
  }
}
