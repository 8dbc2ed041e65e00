/// What stands under names, as far as the cells have come: from it follows the digest of all that a cell reads.
///
/// What a name holds counts, and not who made it: so a change in one cell is none in the others as long as they read the same, and
/// two people's changes in two cells can be put together.
struct Dependencies {
  /// For every name the digest of what it holds, or what a parameter was given.
  private(set) var contents: [String: String]
  private let digest: ([UInt8]) -> String

  /// - Parameters:
  ///   - given: names that stand before the first cell, with what they are.
  ///   - digest: hexadecimal digits.
  init(given: [String: String], digest: @escaping ([UInt8]) -> String) {
    contents = given.mapValues { "=" + $0 }
    self.digest = digest
  }

  /// Takes in what a cell wrote.
  mutating func note(_ written: [String: String]) { contents.merge(written) { _, new in new } }

  /// Notes names of which it is not known what they hold.
  mutating func doubt(_ names: some Sequence<String>) { for name in names { contents[name] = "?" } }

  /// Twelve hexadecimal digits.
  func short(_ text: String) -> String { String(digest(Array(text.utf8)).prefix(12)) }

  /// The digest of a cell's lines: blanks at their ends make no difference.
  func text(of cell: Cell) -> String {
    short(
      cell.code.map { line in
        var line = line[...]
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line + "\n"
      }.joined())
  }

  /// The digest of a cell: its lines, what it reads, files and plugins.
  func identity(text: String, reads: [String], inputs: [String: String], plugins: [String: String]) -> String {
    var lines = ["text \(text)"]
    // What a person reads is in the language of the workspace, whatever the command asks.
    for name in Set(reads + ["about/language"] + inputs.keys.map { "file:" + $0 }).sorted() {
      lines += matching(name).map { "\($0) \(contents[$0] ?? "")" }
    }
    lines += inputs.sorted { $0.key < $1.key }.map { "input \($0.key) \($0.value)" }
    lines += plugins.sorted { $0.key < $1.key }.map { "plugin \($0.key) \($0.value)" }
    return short(lines.joined(separator: "\n"))
  }

  /// The names that hold something and that a reading covers: `tables/wzw.*` and `*` cover many.
  func matching(_ read: String) -> [String] {
    guard read.hasSuffix("*") else { return contents[read] == nil ? [] : [read] }
    let beginning = read.dropLast()
    return contents.keys.filter { name in
      name.hasPrefix(beginning) && (!beginning.isEmpty || !name.hasPrefix("$") && !name.hasPrefix("file:"))
    }.sorted()
  }
}
