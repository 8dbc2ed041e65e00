import WorkbenchKit

/// The columns of two tables on which their rows match.
struct KeyPair {
  let left: Int
  let right: Int
  private let place: Place?

  /// - Parameter key: one name for both, or `here=there`.
  /// - Throws: `column.unknown`.
  init(_ key: ColumnReference, _ here: Table, _ there: Table) throws {
    let name = key.name
    place = key.place
    if here.index(of: name) == nil, let sign = name.firstIndex(of: "=") {
      left = try here.index(of: String(name[..<sign]), at: place)
      right = try there.index(of: String(name[name.index(after: sign)...]), at: place)
    } else {
      left = try here.index(of: name, at: place)
      do { right = try there.index(of: name, at: place) } catch var error as Diagnostic {
        error.message = Text(
          nl: "de andere tabel heeft geen kolom '\(name)'", en: "the other table has no column '\(name)'")
        let hint = Text(
          nl: "heet zij daar anders: --on \(name)=…; ", en: "if it is called otherwise there: --on \(name)=…; ")
        error.wayOut = error.wayOut.map { hint + $0 } ?? hint
        throw error
      }
    }
  }

  /// - Throws: `join.type` where the two can never be equal.
  func check(_ here: Table, _ there: Table) throws {
    let (one, other) = (here.columns[left], there.columns[right])
    if one.type == other.type || one.isEmpty || other.isEmpty { return }
    throw Diagnostic(
      "join.type",
      Text(
        nl: "'\(one.name)' bevat hier \(one.typeName.nl) en daar \(other.typeName.nl): die passen nooit",
        en: "'\(one.name)' holds \(one.typeName.en) here and \(other.typeName.en) there: they never match"),
      wayOut: Text(
        nl: "maak ze gelijk met: derive \(one.name) = text(\(one.name)), of number(\(one.name))",
        en: "make them alike with: derive \(one.name) = text(\(one.name)), or number(\(one.name))"),
      place: place)
  }
}
