/// A name in the form in which it is typed and kept: small letters, digits and hyphens.
public enum Slug {
  /// Returns the form of words; empty where no letter or digit is in them.
  public static func of(_ words: String) -> String {
    var slug = ""
    for character in words.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-", character != "'" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }

  /// Returns a name that can be kept.
  ///
  /// - Throws: `name.unusable` for what has no letter or digit, or more than 60.
  public static func demand(_ words: String, at place: Place? = nil) throws -> String {
    let slug = of(words)
    guard !slug.isEmpty, slug.count <= 60 else {
      throw Diagnostic(
        "name.unusable", Text(nl: "'\(words)' kan geen naam zijn", en: "'\(words)' cannot be a name"),
        wayOut: Text(nl: "geef 1 tot 60 letters of cijfers", en: "give 1 to 60 letters or digits"), place: place)
    }
    return slug
  }
}
