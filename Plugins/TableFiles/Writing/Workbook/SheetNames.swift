import WorkbenchKit

/// Names of sheets that a spreadsheet takes: at most 31 characters, without `[]:*?/\`, no two alike.
struct SheetNames {
  private static let most = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  private let language: Language
  private var taken: Set<String>

  init(in language: Language) {
    self.language = language
    // A name that Excel keeps for itself.
    taken = ["history"]
  }

  /// Returns the name that a sheet gets.
  mutating func name(for wished: String) -> String {
    let plain = Self.plain(wished)
    let base = plain.isEmpty ? Text(nl: "Tabel", en: "Table")(language) : plain
    var name = Self.cut(base, to: Self.most)
    var number = 2
    while taken.contains(name.lowercased()) {
      let behind = " (\(number))"
      name = Self.cut(base, to: Self.most - behind.utf16.count) + behind
      number += 1
    }
    taken.insert(name.lowercased())
    return name
  }

  private static func plain(_ wished: String) -> String {
    let signs = wished.map { sign in
      let isControl = sign.unicodeScalars.contains {
        $0.value < 0x20 || $0.value == 0x7F || $0.value & 0xFFFE == 0xFFFE
      }
      return isControl || sign.isWhitespace ? " " : forbidden.contains(sign) ? "-" : sign
    }
    let words = String(signs).split(separator: " ").joined(separator: " ")
    // An apostrophe at either end would be taken for a quote.
    var bare = Substring(words)
    while bare.first == "'" { bare.removeFirst() }
    while bare.last == "'" { bare.removeLast() }
    return String(bare).trimmedOfPadding
  }

  /// Spreadsheets count in UTF-16, and a sign is never cut in two.
  private static func cut(_ name: String, to most: Int) -> String {
    guard name.utf16.count > most else { return name }
    var short = ""
    var count = 0
    for sign in name {
      count += sign.utf16.count
      guard count <= most else { break }
      short.append(sign)
    }
    while short.last == " " || short.last == "'" { short.removeLast() }
    return short.isEmpty ? "-" : short
  }
}
