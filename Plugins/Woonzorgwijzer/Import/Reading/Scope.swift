import WorkbenchKit

/// Which areas of a file are wanted: `--only GM0164`, `--only Hengelo`, or all.
struct Scope: Sendable {
  let word: String?
  let place: Place?

  /// Returns the code whose area is wanted, nil for all.
  ///
  /// - Parameter municipalities: codes and names of those in the file; one with a word in brackets behind it (`Hengelo (O.)`)
  ///   is as well found without it.
  /// - Throws: `area.unknown`, `area.ambiguous`.
  func code(among municipalities: [String: String]) throws -> String? {
    guard let word else { return nil }
    if let code = AreaCode.given(word) { return code }
    let name = AreaNames.levelled(word).flatMap { $0.level == .gemeente ? $0.name : nil } ?? word
    let wanted = PlaceName(name).key
    let found = municipalities.filter { AreaNames.keys(of: $0.value, .gemeente).contains(wanted) }
    if found.count == 1, let code = found.first?.key { return code }
    if found.count > 1 {
      throw Diagnostic(
        "area.ambiguous",
        Text(
          nl: "'\(word)' is niet eenduidig: \(found.count) gemeenten heten zo",
          en: "'\(word)' is ambiguous: \(found.count) municipalities are called so"),
        wayOut: Text(nl: "geef de code van de gemeente", en: "give the code of the municipality"),
        candidates: found.sorted { $0.key < $1.key }.map { Candidate($0.key, .verbatim($0.value)) }, place: place)
    }
    let part = PlaceName(name).usualWords
    let holding = municipalities.values.filter { !part.isEmpty && PlaceName($0).usualWords.contains(part) }.sorted()
    let best = holding.first ?? NearestWord.best(word, among: municipalities.values)
    throw Diagnostic(
      "area.unknown",
      Text(nl: "dit bestand kent geen gemeente '\(word)'", en: "this file knows no municipality '\(word)'"),
      wayOut: Text(
        nl: "geef een gemeentecode of de naam zoals die in het bestand staat",
        en: "give a municipality's code, or its name as it stands in the file"),
      suggestion: best, place: place)
  }
}
