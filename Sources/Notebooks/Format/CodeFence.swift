/// The line that opens a fenced piece of code, as CommonMark has it.
struct CodeFence: Sendable, Hashable {
  /// A backtick or a tilde.
  let sign: Character
  /// 3 or more.
  let length: Int
  /// How many blanks stand before it, 0 through 3.
  let indent: Int
  /// What stands behind it, trimmed.
  let info: String

  init?(opening line: String) {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let length = rest.prefix { $0 == sign }.count
    var info = rest.dropFirst(length)
    guard length >= 3, sign == "~" || !info.contains("`") else { return nil }
    while let first = info.first, first == " " || first == "\t" { info.removeFirst() }
    while let last = info.last, last == " " || last == "\t" { info.removeLast() }
    self.sign = sign
    self.length = length
    self.indent = indent
    self.info = String(info)
  }

  /// The first word behind the fence: the language.
  var word: Substring { info.prefix { $0 != " " && $0 != "\t" } }

  /// Whether what it opens is run: `leerkring`, in small or capital letters, also as other notebooks have it: `{leerkring}`,
  /// `{leerkring, name}`, `{.leerkring}`.
  var isCell: Bool {
    guard info.first == "{" else { return word.lowercased() == "leerkring" }
    let inside = info.dropFirst().drop { $0 == " " || $0 == "." }
    let name = inside.prefix { $0.isLetter }
    let next = inside.dropFirst(name.count).first
    return name.lowercased() == "leerkring" && next.map { " ,}".contains($0) } ?? false
  }

  /// Whether a line closes what this one opened.
  func isClosed(by line: String) -> Bool {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let run = rest.prefix { $0 == sign }.count
    return indent <= 3 && run >= length && rest.dropFirst(run).allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// Takes off as many blanks as stand before the fence.
  func unindented(_ line: String) -> String {
    String(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
  }

  /// A row of backticks longer than any in the lines.
  static func around(_ lines: some Sequence<String>) -> String {
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return String(repeating: "`", count: longest + 1)
  }
}
