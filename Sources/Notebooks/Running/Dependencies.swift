/// Who made what, as far as the cells have come: from it follows the digest of all that a cell hangs on.
struct Dependencies {
  /// For every name the identity of the cell that wrote it last, or what a parameter was given.
  private(set) var makers: [String: String]
  private let digest: ([UInt8]) -> String

  /// - Parameters:
  ///   - given: names that stand before the first cell, with what they are.
  ///   - digest: hexadecimal digits.
  init(given: [String: String], digest: @escaping ([UInt8]) -> String) {
    makers = given.mapValues { "=" + $0 }
    self.digest = digest
  }

  mutating func note(_ writes: some Sequence<String>, by identity: String) {
    for name in writes { makers[name] = identity }
  }

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

  /// The digest of all that a cell hangs on: its lines, what made what it reads, files and plugins.
  func identity(text: String, reads: [String], inputs: [String: String], plugins: [String: String]) -> String {
    var lines = ["text \(text)"]
    // What a person reads is in the language of the workspace, whatever the command asks.
    for name in Set(reads + ["about/language"] + inputs.keys.map { "file:" + $0 }).sorted() {
      lines += matching(name).map { "\($0) \(makers[$0] ?? "")" }
    }
    lines += inputs.sorted { $0.key < $1.key }.map { "input \($0.key) \($0.value)" }
    lines += plugins.sorted { $0.key < $1.key }.map { "plugin \($0.key) \($0.value)" }
    return short(lines.joined(separator: "\n"))
  }

  /// The names with a maker that a reading covers: `tables/wzw.*` and `*` cover many.
  func matching(_ read: String) -> [String] {
    guard read.hasSuffix("*") else { return makers[read] == nil ? [] : [read] }
    let beginning = read.dropLast()
    return makers.keys.filter { name in
      name.hasPrefix(beginning) && (!beginning.isEmpty || !name.hasPrefix("$") && !name.hasPrefix("file:"))
    }.sorted()
  }
}
