import WorkbenchKit

/// A kind of facility, and the preconditions that one of its kind counts for.
struct FacilityKind: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let preconditions: [String]
  /// Whether its points are where people live.
  let holdsPeople: Bool

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    preconditions = try fields.list("preconditions")
    holdsPeople = try fields["people"] ?? false
  }

  /// The form in which a word for a kind or an item is kept: small letters, with hyphens for blanks.
  static func folded(_ word: String) -> String {
    String(word.trimmedOfPadding.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  /// The name under which a word is kept: the kind that it is a name of, else the word itself in lower case.
  static func name(of word: String, among kinds: [FacilityKind]) -> String {
    let wanted = folded(word)
    return kinds.first { ([$0.id] + $0.names).contains { folded($0) == wanted } }?.id ?? wanted
  }

  /// The one kind whose name stands in the name of a file: `supermarkt` for `utrecht_supermarkets.csv`.
  static func inFileName(_ file: String, among kinds: [FacilityKind]) -> FacilityKind? {
    let words = file.lowercased().split { !$0.isLetter }.map(String.init)
    let found = kinds.filter { kind in ([kind.id] + kind.names).contains(where: words.contains) }
    return found.count == 1 ? found.first : nil
  }
}
