/// Names of tables and columns that a GeoPackage takes, no two alike; capitals make no difference.
struct LayerNames {
  private var taken: Set<String>

  /// - Parameter taken: names that are in use.
  init(taken: [String] = []) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// Returns the name for a table: letters, digits and underscores, so that nobody has to quote it.
  mutating func table(for wished: String) -> String {
    let signs = wished.map { $0.isLetter || $0.isNumber ? $0 : "_" }
    let name = String(signs).split(separator: "_").joined(separator: "_")
    let isReserved = ["gpkg", "sqlite", "rtree"].contains { name.lowercased().hasPrefix($0) }
    let base = name.isEmpty ? "laag" : isReserved || name.first?.isNumber == true ? "laag_\(name)" : name
    return free(String(base.prefix(60)))
  }

  /// Returns the name for a column: as it is, but for a number behind it where it is taken.
  mutating func column(for wished: String) -> String {
    // The system's names end at a NUL.
    let name = String(wished.prefix { $0 != "\0" })
    return free(name.isEmpty ? "kolom" : name)
  }

  private mutating func free(_ base: String) -> String {
    var name = base
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(base)_\(number)"
      number += 1
    }
    taken.insert(name.lowercased())
    return name
  }
}
