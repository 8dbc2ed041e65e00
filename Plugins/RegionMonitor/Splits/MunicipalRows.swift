import WorkbenchKit

/// What a municipality that lies in two regions counts for in each.
struct DoubledArguments: ArgumentGroup {
  let share = Argument(
    toggle: "share",
    about: Text(
      nl: "een gemeente die in twee regio's ligt telt in elk voor de helft mee",
      en: "a municipality that lies in two regions counts for half in each"))
}

/// A table with a row for each municipality of a region.
struct MunicipalRows: Sendable {
  /// As the region calls them, or as they are called today.
  let names: [String]
  /// Of each column a number for each row.
  let numbers: [String: [Double]]
  let remarks: [Notice]
  /// Which of the rows count for half.
  let halved: Set<Int>

  /// The columns of a table: which must be there, which may, and what they are called besides.
  struct Columns: Sendable {
    let required: [String]
    var optional: [String] = []

    static let synonyms = [
      "municipality": ["gemeente", "naam", "name"], "light": ["licht"], "heavy": ["zwaar"], "h24": ["24uur"],
      "clients": ["cliënten", "clienten"], "key": ["sleutel"], "amount": ["bedrag"], "first": ["eerste"],
      "every_days": ["elke_dagen", "om_de_dagen"], "notice_days": ["aanlevertermijn", "vooraf_dagen"],
      "people": ["inwoners", "AantalInwoners_5"],
    ]
  }

  /// Reads the rows of a table that name municipalities of a region.
  ///
  /// - Throws: `column.unknown`, `table.empty`, `municipality.elsewhere`, `municipality.repeated`, `row.number`.
  init(_ table: Table, of region: Region, _ columns: Columns, _ book: RegionBook, at place: Place?) throws {
    let names = try Self.column("municipality", table, place)
    var found: [String] = []
    for row in 0..<table.rowCount {
      let word = names[row].plain.trimmedOfPadding
      guard let name = Self.member(word, of: region, book) else {
        throw Self.elsewhere(word, region, book, at: place)
      }
      guard !found.contains(name) else {
        throw Diagnostic(
          "municipality.repeated",
          Text(nl: "'\(word)' staat er meer dan eens", en: "'\(word)' stands there more than once"),
          wayOut: Text(nl: "geef elke gemeente één rij", en: "give each municipality one row"), place: place)
      }
      found.append(name)
    }
    try Self.demandApart(found, region, book.changes, place)
    var numbers: [String: [Double]] = [:]
    for name in columns.required {
      numbers[name] = try Self.values(try Self.column(name, table, place), name, found, place)
    }
    for name in columns.optional {
      guard let column = Self.find(name, table) else { continue }
      numbers[name] = try Self.values(column, name, found, place)
    }
    self.names = found
    self.numbers = numbers
    halved = Set(found.indices.filter { Self.isDoubled(found[$0], region, book) })
    remarks = Self.remarks(found, halved, region, book.changes)
  }

  /// What is said of those that lie in two regions, by what was done with them.
  func doubledRemark(shared: Bool) -> Notice? {
    guard !halved.isEmpty else { return nil }
    let names = Text.list(halved.sorted().map { self.names[$0] })
    return shared
      ? Notice(
        .info,
        Text(
          nl: "ligt in twee regio's, en telt hier voor de helft: \(names.nl)",
          en: "lies in two regions, and counts for half here: \(names.en)"))
      : Notice(
        .caution,
        Text(
          nl: "ligt in twee regio's, en telt hier helemaal: \(names.nl); --share halveert",
          en: "lies in two regions, and counts in full here: \(names.en); --share halves it"))
  }

  /// The whole numbers of a column.
  ///
  /// - Throws: `count.whole` for what is no whole number.
  func counts(_ column: String, at place: Place?) throws -> [Double] {
    let values = numbers[column] ?? []
    for (name, value) in zip(names, values) where value != value.rounded() {
      throw Diagnostic(
        "count.whole",
        Text(nl: "\(name): '\(column)' is geen heel aantal", en: "\(name): '\(column)' is no whole count"),
        wayOut: Text(nl: "geef hele aantallen cliënten", en: "give whole counts of clients"), place: place)
    }
    return values
  }

  // MARK: Reading

  static func find(_ name: String, _ table: Table) -> Column? {
    ([name] + (Columns.synonyms[name] ?? [])).lazy.compactMap { word in
      table.columns.first { $0.name.foldedForLookup == word.foldedForLookup }
    }.first
  }

  static func column(_ name: String, _ table: Table, _ place: Place?) throws -> Column {
    if let column = find(name, table) { return column }
    return try table.require(name, at: place)
  }

  private static func values(_ column: Column, _ name: String, _ names: [String], _ place: Place?) throws -> [Double] {
    try names.indices.map { row in
      guard let number = column[row].number, number >= 0, number <= 1e12 else {
        throw Diagnostic(
          "row.number",
          Text(
            nl: "\(names[row]): '\(name)' is geen getal van 0 of meer",
            en: "\(names[row]): '\(name)' is no number of 0 or more"),
          wayOut: Text(nl: "vul de cel in; 0 is ook een getal", en: "fill the cell in; 0 is a number too"), place: place
        )
      }
      return number
    }
  }

  /// The name of a member that a word means: as the region lists it, or as it is called today.
  private static func member(_ word: String, of region: Region, _ book: RegionBook) -> String? {
    let key = PlaceName(word).key
    guard !key.isEmpty else { return nil }
    let here = region.municipalities
    return here.first { PlaceName($0).key == key } ?? book.today(region).first { PlaceName($0).key == key }
      ?? Self.only(here.filter { PlaceName.keys(of: $0).contains(key) })
  }

  /// - Throws: `municipality.repeated` where one stands there by its name of today, and what it was made of as well.
  private static func demandApart(
    _ found: [String], _ region: Region, _ changes: MunicipalityChanges, _ place: Place?
  ) throws {
    for name in found {
      guard let change = changes.change(name), let new = change.new.first(where: { found.contains($0) }),
        !region.municipalities.contains(new)
      else { continue }
      throw Diagnostic(
        "municipality.repeated",
        Text(nl: "'\(name)' is nu '\(new)', en beide staan er", en: "'\(name)' is '\(new)' now, and both stand there"),
        wayOut: Text(nl: "geef de oude namen of de nieuwe", en: "give the old names or the new one"), place: place)
    }
  }

  private static func only(_ names: [String]) -> String? { names.count == 1 ? names.first : nil }

  private static func isDoubled(_ name: String, _ region: Region, _ book: RegionBook) -> Bool {
    guard !region.isOwn else { return false }
    let listed = book.shipped.count { $0.holds(name) }
    return listed > 1 || listed == 0 && book.shipped.count { book.today($0).contains(name) } > 1
  }

  private static func elsewhere(_ word: String, _ region: Region, _ book: RegionBook, at place: Place?) -> Diagnostic {
    let other = (try? book.several(word, at: nil))?.first { !$0.region.isOwn }?.region
    let lies = other.map { Text(nl: "; die ligt in \($0.label.nl)", en: "; it lies in \($0.label.en)") }
    let near = region.municipalities + book.today(region)
    return Diagnostic(
      "municipality.elsewhere",
      Text(
        nl: "'\(word)' is geen gemeente van \(region.label.nl)",
        en: "'\(word)' is no municipality of \(region.label.en)")
        + (lies ?? .verbatim("")),
      wayOut: Text(
        nl: "'regio show \(region.id)' noemt ze; 'regio define NAAM GEMEENTE…' maakt een eigen regio",
        en: "'regio show \(region.id)' lists them; 'regio define NAME MUNICIPALITY…' makes a region of your own"),
      suggestion: NearestWord.best(word, among: near), place: place)
  }

  private static func remarks(
    _ found: [String], _ halved: Set<Int>, _ region: Region, _ changes: MunicipalityChanges
  ) -> [Notice] {
    let keys = Set(found.map { PlaceName($0).key })
    let missing = region.municipalities.filter { name in
      !keys.contains(PlaceName(name).key) && !changes.now(name).allSatisfy { keys.contains(PlaceName($0).key) }
    }
    var remarks: [Notice] = []
    let old = found.filter { changes.change($0) != nil }
    if !old.isEmpty, !region.isOwn {
      let names = Text.list(old)
      remarks.append(
        Notice(
          .info,
          Text(
            nl: "met hun naam van 2017, nu opgegaan in een andere: \(names.nl)",
            en: "by their name of 2017, now merged into another: \(names.en)")))
    }
    if !missing.isEmpty {
      let names = Text.list(missing)
      remarks.append(
        Notice(
          .caution,
          Text(
            nl: "zonder rij in de tabel, en niet meegerekend: \(names.nl)",
            en: "without a row in the table, and left out: \(names.en)")))
    }
    return remarks
  }
}
