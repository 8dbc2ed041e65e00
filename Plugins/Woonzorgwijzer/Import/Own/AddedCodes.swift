import WorkbenchKit

/// Which codes of a file of one's own are no areas of its year, and whether they are those of another.
struct AddedCodes {
  /// Codes that no imported year has.
  private(set) var unknown: [String] = []
  /// Codes that the year of the figures does not have and another has, with that year.
  private(set) var ofOtherYears: [(code: String, year: Int)] = []
  private(set) var count = 0
  /// The years of figures of which the key figures are not imported.
  private(set) var yearsApart: Set<Int> = []
  private let loaded: [Int]

  init(_ rows: OwnRows, _ atlas: Atlas) {
    loaded = atlas.tables.map(\.year).sorted()
    for (year, these) in rows.years.sorted(by: { $0.key < $1.key }) {
      let own = atlas.table(year)
      if own == nil { yearsApart.insert(year) }
      for row in these {
        count += 1
        if own?.rows[row.code] != nil { continue }
        let other = atlas.tables.first { $0.rows[row.code] != nil }
        if other == nil {
          unknown.append(row.code)
        } else if let other, own != nil {
          ofOtherYears.append((row.code, other.year))
        }
      }
    }
  }

  var isNothingKnown: Bool { unknown.count == count }

  func problem(_ file: String, at place: Place?) -> Diagnostic {
    let list = Text.list(unknown, atMost: 3)
    let years = loaded.map(String.init).joined(separator: ", ")
    return Diagnostic(
      "add.unmatched",
      Text(
        nl: "geen enkel gebied uit '\(file)' is ingelezen: \(list.nl)",
        en: "not a single area of '\(file)' has been imported: \(list.en)"),
      wayOut: Text(
        nl:
          "lees eerst de kerncijfers van die gebieden in met 'wzw import' (er zijn gebieden van \(years)); er is niets toegevoegd",
        en:
          "first import the key figures of these areas with 'wzw import' (there are areas of \(years)); nothing was added"
      ),
      place: place)
  }
}
