import WorkbenchKit

/// Finding the one area that was meant; what is ambiguous or unknown is never guessed.
struct AreaSearch {
  let atlas: Atlas

  /// How many candidates a screen holds.
  private static let mostShown = 10

  /// Returns the area with this code or this name.
  ///
  /// The full name and the name without what stands in brackets are alike: `Hengelo` is the municipality `Hengelo (O.)` as much
  /// as a neighbourhood that is called so.
  /// - Throws: `area.ambiguous` with the candidates, municipalities first; `area.unknown` with the nearest.
  func one(_ word: String, at place: Place? = nil) throws -> Area {
    let exact = exact(word)
    if exact.count == 1, let area = exact.first { return area }
    let found = exact.isEmpty ? Self.matches(word, among: atlas.areas()) : exact
    if found.count > 1 { throw ambiguous(word, found, at: place) }
    throw unknown(word, near: found.first, at: place)
  }

  /// The areas that a word is the code or a name of.
  func exact(_ word: String) -> [Area] {
    if let area = coded(word) { return [area] }
    let found = named(word)
    if !found.isEmpty { return found }
    guard let (level, name) = AreaNames.levelled(word) else { return [] }
    return named(name, level)
  }

  private func coded(_ word: String) -> Area? {
    if let code = AreaCode.clean(word.uppercased()), let area = atlas.area(code) { return area }
    guard let code = AreaCode.given(word), let area = atlas.area(code) else { return nil }
    // An own area that was given a number for a name is not taken for a municipality.
    return atlas.own[word] == nil ? area : nil
  }

  private func named(_ word: String, _ level: AreaLevel? = nil) -> [Area] {
    let key = PlaceName(word).key
    guard !key.isEmpty else { return [] }
    let found = atlas.areas(named: key).filter { level == nil || $0.level == level }
    // Whoever gave an own area the name of a wijk without its number means the own one.
    guard found.contains(where: \.isOwn) else { return found }
    return found.filter { $0.level != .wijk || PlaceName.keys(of: $0.name).contains(key) }
  }

  /// Returns the areas whose code begins with the word or whose name holds it.
  static func matches(_ word: String, among areas: [Area]) -> [Area] {
    let code = word.uppercased().filter { $0 != " " }
    let reading = AreaCode.given(word)
    let wanted = PlaceName(word)
    return areas.filter { area in
      if !code.isEmpty, area.code.hasPrefix(code) || area.code == reading { return true }
      if wanted.words.isEmpty { return false }
      let name = PlaceName(area.name)
      return name.words.contains(wanted.words) || name.usualWords.contains(wanted.usualWords)
    }
  }

  private func ambiguous(_ word: String, _ found: [Area], at place: Place?) -> Diagnostic {
    let sorted = Self.sorted(found)
    let shown = sorted.prefix(Self.mostShown).map { area in
      Candidate(area.isOwn ? "eigen \(area.name)" : area.code, Self.about(area))
    }
    let more = found.count - shown.count
    let wayOut = Text(nl: "geef de code van het gebied dat u bedoelt", en: "give the code of the area you mean")
    return Diagnostic(
      "area.ambiguous",
      Text(nl: "'\(word)' is niet eenduidig", en: "'\(word)' is ambiguous")
        + (more > 0
          ? Text(nl: ": \(found.count) gebieden passen erop", en: ": \(found.count) areas fit it") : .verbatim("")),
      wayOut: more > 0
        ? wayOut
          + Text(
            nl: "; de andere \(more) noemt 'wzw areas \(word)'", en: "; 'wzw areas \(word)' lists the other \(more)")
        : wayOut,
      candidates: shown, place: place)
  }

  /// Municipalities first, then the user's own areas, wijken and buurten; else in the order of the files.
  static func sorted(_ areas: [Area]) -> [Area] {
    let order: [AreaLevel] = [.gemeente, .land, .eigen, .wijk, .buurt]
    return order.flatMap { level in areas.filter { $0.level == level } }
  }

  /// The error for a word that is no area's, with the nearest.
  func unknown(_ word: String, near: Area? = nil, at place: Place?) -> Diagnostic {
    let all = atlas.areas()
    let code = AreaCode.given(word)
    var candidates: [Area] = near.map { [$0] } ?? []
    if candidates.isEmpty, code == nil {
      // `Hengelo (Ov.)`: what stands before the brackets may be right.
      candidates = Self.sorted(named(PlaceName.withoutBrackets(word)))
    }
    if candidates.isEmpty {
      let words = Set(all.map { code == nil ? $0.name : $0.code })
      let nearest = NearestWord.rank(code ?? word, among: words).prefix(5)
      candidates = nearest.flatMap { near in all.filter { (code == nil ? $0.name : $0.code) == near }.prefix(2) }
    }
    return Diagnostic(
      "area.unknown",
      Text(nl: "er is geen gebied '\(word)' ingelezen", en: "no area '\(word)' has been imported"),
      wayOut: Text(nl: "zoek met 'wzw areas WOORD'", en: "search with 'wzw areas WORD'"),
      suggestion: candidates.first.map { code != nil || near != nil ? $0.code : $0.name },
      candidates: candidates.prefix(5).map { Candidate($0.code, Self.about($0)) }, place: place)
  }

  /// The name, the level, and the municipality that it lies in.
  static func about(_ area: Area) -> Text {
    let label = area.isOwn ? Text(nl: "eigen gebied", en: "own area") : area.level.label
    guard let municipality = area.municipality, area.level == .wijk || area.level == .buurt else {
      return Text(nl: "\(area.name), \(label.nl)", en: "\(area.name), \(label.en)")
    }
    return Text(
      nl: "\(area.name), \(label.nl) in \(municipality)", en: "\(area.name), \(label.en) in \(municipality)")
  }
}
