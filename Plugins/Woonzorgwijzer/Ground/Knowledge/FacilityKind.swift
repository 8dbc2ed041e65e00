import WorkbenchKit

/// A kind of facility, and the preconditions that one of its kind counts for.
struct FacilityKind: Named {
  let id: String
  let names: [String]
  let label: Text
  let preconditions: [String]
  /// Whether its points are where people live.
  let holdsPeople: Bool

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    self.id = id
    self.label = label
    names = (json["names"]?.array ?? []).compactMap(\.string)
    preconditions = (json["preconditions"]?.array ?? []).compactMap(\.string)
    holdsPeople = json["people"]?.bool ?? false
  }

  /// The name under which a word is kept: the kind that it is a name of, else the word itself in lower case.
  static func name(of word: String, among kinds: [FacilityKind]) -> String {
    let folded = Kind.folded(word)
    return kinds.first { ([$0.id] + $0.names).contains { Kind.folded($0) == folded } }?.id ?? folded
  }

  /// The one kind whose name stands in the name of a file: `supermarkt` for `utrecht_supermarkets.csv`.
  static func inFileName(_ file: String, among kinds: [FacilityKind]) -> FacilityKind? {
    let words = file.lowercased().split { !$0.isLetter }.map(String.init)
    let found = kinds.filter { kind in ([kind.id] + kind.names).contains(where: words.contains) }
    return found.count == 1 ? found.first : nil
  }
}

extension Library {
  func facilityKinds(_ context: Context) throws -> [FacilityKind] {
    try items("facilities", "kinds", context, FacilityKind.init)
  }
}
