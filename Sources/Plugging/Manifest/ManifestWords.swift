import WorkbenchKit

/// The forms that the words in a manifest have, each with the sentence that says so.
enum ManifestWords {
  static func isName(_ word: String) -> Bool {
    isHyphenated(word, letter: { "a"..."z" ~= $0 }) && word.utf8.count <= 64
  }
  static let nameRule = Text(
    nl: "kleine letters, cijfers en koppeltekens", en: "lower-case letters, digits and hyphens")

  /// A noun may have the letters of Latin-1, as in `coördinatie`.
  static func isNoun(_ word: String) -> Bool {
    isHyphenated(word, letter: { "a"..."z" ~= $0 || "ß"..."ÿ" ~= $0 && $0 != "÷" }) && word.utf8.count <= 64
  }
  static let nounRule = Text(
    nl: "een woord van kleine letters, cijfers en koppeltekens",
    en: "a word of lower-case letters, digits and hyphens")

  static func isVersion(_ word: String) -> Bool {
    let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3
      && numbers.allSatisfy { (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy { 48...57 ~= $0 } }
  }
  static let versionRule = Text(nl: "drie getallen, zoals 0.1.0", en: "three numbers, such as 0.1.0")

  /// One component of a path, so that nothing outside the plugin's folder can be named.
  static func isFileName(_ word: String) -> Bool {
    !word.contains("/") && word != "." && word != ".." && isLine(word) && word.utf8.count <= 255
  }
  static let fileNameRule = Text(nl: "een naam zonder map", en: "a name without a folder")

  static func isLine(_ word: String) -> Bool {
    !word.isEmpty && !word.unicodeScalars.contains { $0.isUnsafeOnTerminal }
  }
  static let lineRule = Text(nl: "een regel tekst", en: "a line of text")

  static func isHexadecimal(_ word: String, _ count: Int) -> Bool {
    word.utf8.count == count && word.utf8.allSatisfy { 48...57 ~= $0 || 97...102 ~= $0 }
  }
  static let hashRule = Text(
    nl: "64 hexadecimale cijfers in kleine letters", en: "64 hexadecimal digits in lower case")
  static let digestRule = Text(
    nl: "32 hexadecimale cijfers in kleine letters", en: "32 hexadecimal digits in lower case")

  /// The end of a file's name, without its point.
  static func isEnding(_ word: String) -> Bool {
    (1...16).contains(word.utf8.count) && word.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 }
  }
  static let endingRule = Text(
    nl: "een einde van een naam zonder punt, zoals xlsx", en: "the end of a name without its point, such as xlsx")

  static func isMagic(_ word: String) -> Bool {
    word.utf8.count % 2 == 0 && (4...32).contains(word.utf8.count)
      && word.utf8.allSatisfy { 48...57 ~= $0 || 65...70 ~= $0 || 97...102 ~= $0 }
  }
  static let magicRule = Text(
    nl: "twee tot zestien bytes in hexadecimale cijfers", en: "two to sixteen bytes in hexadecimal digits")

  static let permissionRule: Text = {
    let known = Manifest.Permission.allCases.map(\.rawValue).joined(separator: ", ")
    return Text(nl: "een van \(known)", en: "one of \(known)")
  }()

  private static func isHyphenated(_ word: String, letter: (Unicode.Scalar) -> Bool) -> Bool {
    guard let first = word.unicodeScalars.first, letter(first) else { return false }
    var previous = first
    for scalar in word.unicodeScalars.dropFirst() {
      guard letter(scalar) || "0"..."9" ~= scalar || scalar == "-" && previous != "-" else { return false }
      previous = scalar
    }
    return previous != "-"
  }
}
