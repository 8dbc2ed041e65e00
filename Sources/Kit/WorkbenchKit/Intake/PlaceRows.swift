/// The rows of a table that are of one place, which is named by its code or its name and never guessed.
public enum PlaceRows {
  /// Returns the rows of the place that a word is the code or a name of; none where there is no such place.
  ///
  /// The full name and the name without what stands in brackets are alike: see `PlaceName`.
  /// - Parameters:
  ///   - word: as a person typed it.
  ///   - codes: of each row the code of its place.
  ///   - names: of each row the name of its place; empty where the table has none.
  /// - Throws: `area.ambiguous` with the codes and names, municipalities first.
  public static func of(_ word: String, codes: [String?], names: [String?]) throws -> [Int] {
    let reading = RegionCode.reading(of: word)
    let coded = codes.indices.filter { row in
      codes[row].map { $0.uppercased() == word.uppercased() || $0 == reading } ?? false
    }
    if !coded.isEmpty { return coded }
    let key = PlaceName(word).key
    guard !key.isEmpty else { return [] }
    let name = { (row: Int) in (names.indices.contains(row) ? names[row] : nil) ?? codes[row] ?? "" }
    var places: [String] = []
    var called: [String: String] = [:]
    let rows = codes.indices.filter { PlaceName.keys(of: name($0)).contains(key) }
    for row in rows {
      let code = codes[row] ?? name(row)
      if called[code] == nil { places.append(code) }
      called[code] = name(row)
    }
    guard places.count > 1 else { return rows }
    let sorted = places.filter { $0.hasPrefix("GM") } + places.filter { !$0.hasPrefix("GM") }
    throw Diagnostic(
      "area.ambiguous",
      Text(
        nl: "'\(word)' is niet eenduidig: \(places.count) gebieden heten zo",
        en: "'\(word)' is ambiguous: \(places.count) areas are called so"),
      wayOut: Text(nl: "geef de code van het gebied dat u bedoelt", en: "give the code of the area you mean"),
      candidates: sorted.prefix(10).map { Candidate($0, .verbatim(called[$0] ?? $0)) })
  }
}
