import WorkbenchKit

/// Finding the one area that was meant; what is ambiguous or unknown is never guessed.
struct AreaSearch {
  let atlas: Atlas

  /// Returns the area with this code or this very name.
  ///
  /// - Throws: `area.ambiguous` with the candidates, `area.unknown` with the nearest.
  func one(_ word: String, at place: Place? = nil) throws -> Area {
    if let code = AreaCode.clean(word.uppercased()), let area = atlas.area(code) { return area }
    if let own = atlas.own.keys.first(where: { $0.lowercased() == word.lowercased() }), let area = atlas.area(own) {
      return area
    }
    let wanted = word.lowercased()
    let all = atlas.areas()
    let exact = all.filter { $0.name.lowercased() == wanted }
    if exact.count == 1, let area = exact.first { return area }
    let found = exact.isEmpty ? Self.matches(wanted, among: all) : exact
    if found.count > 1 { throw ambiguous(word, found, at: place) }
    throw unknown(word, near: found.first, at: place)
  }

  /// Returns the areas whose code begins with the word or whose name holds it.
  static func matches(_ word: String, among areas: [Area]) -> [Area] {
    let wanted = word.lowercased()
    let code = word.uppercased()
    return areas.filter { $0.code.hasPrefix(code) || $0.name.lowercased().contains(wanted) }
  }

  private func ambiguous(_ word: String, _ found: [Area], at place: Place?) -> Diagnostic {
    let shown = found.prefix(10).map { Candidate($0.code, Self.about($0, among: found)) }
    let more = found.count - shown.count
    return Diagnostic(
      "area.ambiguous",
      Text(nl: "'\(word)' is niet eenduidig", en: "'\(word)' is ambiguous")
        + (more > 0
          ? Text(nl: ": \(found.count) gebieden passen erop", en: ": \(found.count) areas fit it") : .verbatim("")),
      wayOut: Text(nl: "geef de code van het gebied dat u bedoelt", en: "give the code of the area you mean"),
      candidates: shown, place: place)
  }

  /// The error for a word that is no area's, with the nearest.
  func unknown(_ word: String, near: Area? = nil, at place: Place?) -> Diagnostic {
    let all = atlas.areas()
    let isCode = AreaCode.clean(word.uppercased()) != nil && word.utf8.contains { (48...57).contains($0) }
    var candidates: [Area] = near.map { [$0] } ?? []
    if candidates.isEmpty {
      let words = Set(all.map { isCode ? $0.code : $0.name })
      let nearest = NearestWord.rank(isCode ? word.uppercased() : word, among: words).prefix(5)
      candidates = nearest.flatMap { near in all.filter { (isCode ? $0.code : $0.name) == near }.prefix(2) }
    }
    return Diagnostic(
      "area.unknown",
      Text(nl: "er is geen gebied '\(word)' ingelezen", en: "no area '\(word)' has been imported"),
      wayOut: Text(nl: "zoek met 'wzw areas WOORD'", en: "search with 'wzw areas WORD'"),
      suggestion: candidates.first.map { isCode || near != nil ? $0.code : $0.name },
      candidates: candidates.prefix(5).map { Candidate($0.code, Self.about($0, among: candidates)) }, place: place)
  }

  /// The name, with the municipality where the name alone does not tell two apart.
  static func about(_ area: Area, among areas: [Area]) -> Text {
    let isShared = areas.count { $0.name == area.name } > 1
    guard isShared, let municipality = area.municipality, municipality != area.name || area.level != .gemeente else {
      return .verbatim(area.name)
    }
    return Text(
      nl: "\(area.name) (\(area.level.label.nl), \(municipality))",
      en: "\(area.name) (\(area.level.label.en), \(municipality))")
  }
}
