import WorkbenchKit

/// Finding indicators by their full name or their stem, among what is loaded.
struct IndicatorSearch {
  /// What a line says of the percentages that belong to the areas, with `--rate-year` and `--same-codes`.
  struct Choice: Sendable {
    /// Only percentages of that year.
    var year: Int?
    /// Whether the percentages of a code count that names another place in their year.
    var takesSameCodes = false
  }

  let tables: [HealthTable]
  /// The tables of all years, whichever was asked for.
  let editions: [HealthTable]
  let codebook: Codebook
  /// Whether the percentages of a code count that names another place in their year.
  let takesSameCodes: Bool
  /// The figures of one's own that are no part of people.
  private let others: [OwnFigure]

  /// - Throws: `indicator.none` where nothing is loaded, `year.unknown` where nothing of the year is that was asked for.
  init(_ workspace: WorkspaceHandle, _ codebook: Codebook, _ choice: Choice = .init(), at place: Place? = nil) throws {
    editions = try (HealthTable.all(workspace) + OwnTables.ofPeople(workspace, codebook))
      .sorted { ($1.year, $0.age) < ($0.year, $1.age) }
    others = try OwnTable.all(workspace).compactMap { try $0.said(in: workspace) }.filter { !$0.isOfPeople }
    tables = choice.year.map { [editions] year in editions.filter { $0.year == year } } ?? editions
    self.codebook = codebook
    takesSameCodes = choice.takesSameCodes
    if let year = choice.year, tables.isEmpty, !editions.isEmpty {
      let years = Set(editions.map(\.year)).sorted().map(String.init)
      throw Diagnostic(
        "year.unknown",
        Text(
          nl: "van \(year) zijn geen percentages ingelezen",
          en: "no percentages of \(year) have been imported"),
        wayOut: Text(
          nl: "er zijn percentages van \(years.joined(separator: ", "))",
          en: "there are percentages of \(years.joined(separator: ", "))"),
        suggestion: years.last, place: place)
    }
    if tables.isEmpty {
      throw Diagnostic(
        "indicator.none",
        Text(nl: "er zijn nog geen percentages ingelezen", en: "no percentages have been imported yet"),
        wayOut: Text(
          nl: "lees gezondheidscijfers in met 'wzw import BESTAND', of laad het voorbeeld met 'wzw demo'",
          en: "import health figures with 'wzw import FILE', or load the example with 'wzw demo'"),
        suggestion: "wzw demo", place: place)
    }
  }

  /// What a stem is, where it is one's own; nil for those of RIVM.
  func own(_ stem: String) -> OwnFigure? { tables.lazy.compactMap { $0.indicator(stem)?.own }.first }

  /// What a stem is called in plain words; nil where nothing says so.
  func label(_ stem: String) -> Text? {
    codebook.indicators[stem]?.label ?? own(stem).map { _ in Text(nl: "eigen cijfers", en: "figures of your own") }
  }

  /// Every stem that is loaded, in the order of the files.
  var stems: [String] {
    var seen: Set<String> = []
    return tables.flatMap { $0.indicators.map(\.stem) }.filter { seen.insert($0).inserted }
  }

  /// Returns the stem of the indicator with this name.
  ///
  /// - Throws: `indicator.unknown` with the nearest; `indicator.kind` for figures of one's own that are no part of people.
  func stem(_ word: String, at place: Place? = nil) throws -> String {
    let wanted = word.lowercased()
    let stems = stems
    if let exact = stems.first(where: { $0.lowercased() == wanted }) { return exact }
    let all = tables.flatMap(\.indicators)
    if let full = all.first(where: { $0.name.lowercased() == wanted }) { return full.stem }
    // The same indicator under another year's number, or by the words that a person uses for it.
    if let shifted = stems.first(where: { $0.lowercased() == Stem.of(wanted) }) { return shifted }
    if let other = others.first(where: { $0.name.lowercased() == wanted }) { throw other.isNoIndicator(at: place) }
    var near = stems.filter { $0.lowercased().contains(wanted) }.sorted { ($0.count, $0) < ($1.count, $1) }
    near += stems.filter { stem in
      guard let label = codebook.indicators[stem]?.label else { return false }
      return label.nl.contains(wanted) || label.en.contains(wanted)
    }
    near += NearestWord.rank(word, among: stems)
    var seen: Set<String> = []
    near = near.filter { seen.insert($0).inserted }
    throw Diagnostic(
      "indicator.unknown",
      Text(nl: "er is geen indicator '\(word)' ingelezen", en: "no indicator '\(word)' has been imported"),
      wayOut: Text(nl: "'wzw indicators' noemt ze alle", en: "'wzw indicators' lists them all"),
      suggestion: near.first,
      candidates: near.prefix(5).map { Candidate($0, codebook.indicators[$0]?.label) }, place: place)
  }

  /// The age group that one figure is shown of: the one asked for, else the one that holds the others.
  ///
  /// - Throws: `age.unknown`, `age.population`; `indicator.unknown` where the indicator is not known of it.
  func age(of stem: String, asked: String?, at place: Place? = nil) throws -> (
    age: Codebook.Age, others: [Codebook.Age]
  ) {
    let wanted = try ages(asked, at: place)
    let loaded = wanted.filter { age in tables.contains { $0.age == age.name && $0.indicator(stem) != nil } }
    // All adults come before those of 65 and over.
    let sorted = loaded.sorted { $0.bands.count > $1.bands.count }
    if let first = sorted.first { return (first, Array(sorted.dropFirst())) }
    let names = wanted.map(\.name).joined(separator: ", ")
    throw Diagnostic(
      "indicator.unknown",
      Text(nl: "'\(stem)' is niet ingelezen voor \(names)", en: "'\(stem)' is not imported for \(names)"),
      wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"), place: place)
  }

  /// The age groups to work with: the one asked for, or all that are loaded.
  ///
  /// - Throws: `age.unknown`, `age.population` where it is not known how many people a group has.
  func ages(_ word: String?, at place: Place? = nil) throws -> [Codebook.Age] {
    let loaded = tables.map(\.age)
    guard let word else {
      var seen: Set<String> = []
      return loaded.compactMap { codebook.age($0) }.filter { seen.insert($0.name).inserted }
    }
    let name = codebook.age(word)?.name ?? word
    guard loaded.contains(name) else {
      throw Diagnostic(
        "age.unknown",
        Text(
          nl: "er zijn geen percentages voor '\(word)' ingelezen", en: "no percentages for '\(word)' have been imported"
        ),
        wayOut: Text(
          nl: "ingelezen: \(Set(loaded).sorted().joined(separator: ", "))",
          en: "imported: \(Set(loaded).sorted().joined(separator: ", "))"),
        suggestion: loaded.count == 1 ? loaded.first : NearestWord.best(word, among: loaded), place: place)
    }
    guard let age = codebook.age(name) else {
      throw Diagnostic(
        "age.population",
        Text(
          nl: "niet bekend is hoeveel mensen leeftijdsgroep '\(word)' telt",
          en: "it is not known how many people age group '\(word)' has"),
        wayOut: Text(
          nl: "kies \(codebook.ages.map(\.name).joined(separator: " of "))",
          en: "choose \(codebook.ages.map(\.name).joined(separator: " or "))"),
        place: place)
    }
    return [age]
  }
}
