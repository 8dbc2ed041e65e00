import WorkbenchKit

extension ArgumentKind where Element == PersonaAxis? {
  /// An axis as `NAME` or `NAME:LOW..HIGH`; nil for no words.
  ///
  /// - Throws: `axis.form` at binding.
  static var axis: ArgumentKind {
    ArgumentKind<String>.words.map(or: nil) { typed in
      guard let words = Text.typed(typed)?.nl else { return nil }
      let halves = words.split(separator: ":", maxSplits: 1).map(String.init)
      let ends = halves.count > 1 ? halves[1].ranges(of: "..") : []
      guard let title = halves.first, halves.count == 1 || ends.count == 1 else {
        throw Diagnostic(
          "axis.form", Text(nl: "'\(words)' is geen as", en: "'\(words)' is no axis"),
          wayOut: Text(nl: "schrijf NAAM:LAAG..HOOG", en: "write NAME:LOW..HIGH"))
      }
      guard let end = ends.first else {
        return PersonaAxis(
          name: .verbatim(title), low: Text(nl: "weinig", en: "little"), high: Text(nl: "veel", en: "much"))
      }
      let none = Text.verbatim("")
      return PersonaAxis(
        name: .verbatim(title), low: .typed(String(halves[1][..<end.lowerBound])) ?? none,
        high: .typed(String(halves[1][end.upperBound...])) ?? none)
    }
  }
}
