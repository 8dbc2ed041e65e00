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

  private static func wayOut(_ one: Column, _ other: Column) -> Text {
    let name = one.name
    guard one.type == "date" || other.type == "date" else {
      return Text(
        nl: "maak ze gelijk met: derive \(name) = text(\(name)), of number(\(name))",
        en: "make them alike with: derive \(name) = text(\(name)), or number(\(name))")
    }
    let function = one.type == "date" ? "text" : "date"
    return Text(
      nl: "maak ze gelijk met: derive \(name) = \(function)(\(name))",
      en: "make them alike with: derive \(name) = \(function)(\(name))")
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
      wayOut: Self.wayOut(one, other),
      place: place)
  }
}
