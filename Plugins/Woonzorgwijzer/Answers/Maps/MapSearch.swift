import WorkbenchKit

/// Finding what a map is to show: a percentage by its name, or a key figure by its name or that of its column.
struct MapSearch {
  enum Found {
    case indicator(String, IndicatorSearch)
    case figure(Codebook.Measure)
    case group(CountedGroup, GroupEstimates)
    /// Figures of one's own that are no part of people, the newest year first.
    case own(OwnFigure, [HealthTable])
  }

  let atlas: Atlas
  let codebook: Codebook
  /// Nil where no percentages are imported.
  let indicators: IndicatorSearch?
  private let workspace: WorkspaceHandle

  /// - Parameter chosen: the percentages to seek among; nil for all that are imported.
  init(
    _ atlas: Atlas, _ codebook: Codebook, _ workspace: WorkspaceHandle,
    among chosen: IndicatorSearch? = nil
  ) {
    self.atlas = atlas
    self.codebook = codebook
    self.workspace = workspace
    indicators = chosen ?? (try? IndicatorSearch(workspace, codebook))
  }

  /// Columns of the key figures that hold no measure.
  private static let keys: Set<String> = ["code", "name", "level", "municipality", "source"]

  private var columns: [String] {
    var seen: Set<String> = []
    return atlas.tables.flatMap { table in
      table.table.columns.filter { $0.numbers != nil && !Self.keys.contains($0.name) }.map { Stem.of($0.name) }
    }.filter { seen.insert($0).inserted }
  }

  /// Estimates of target groups in these areas.
  ///
  /// - Throws: `rates.none`.
  func estimates(_ context: Context) throws -> GroupEstimates {
    try GroupEstimates(context.workspace, atlas, codebook, seed: context.seed)
  }

  /// A percentage, a key figure, or a target group that has rates, whichever the word is the name of.
  ///
  /// - Throws: `indicator.unknown` with the nearest.
  func find(_ word: String, in context: Context) throws -> Found {
    do { return try find(word) } catch let problem as Diagnostic {
      // A name of a group, whole: what is nearly one may as well be nearly a percentage.
      guard let estimates = try? estimates(context),
        let group = try? Vocabulary.counted.one(word, in: context),
        estimates.groups.contains(group.id)
      else { throw problem }
      return .group(group, estimates)
    }
  }

  /// - Throws: `indicator.unknown` with the nearest.
  func find(_ word: String, at place: Place? = nil) throws -> Found {
    if let indicators, let stem = try? indicators.stem(word, at: place) { return .indicator(stem, indicators) }
    let wanted = word.lowercased()
    let own = OwnTable.all(of: word, in: workspace)
    if let figure = try own.first?.said(in: workspace), !figure.isOfPeople {
      return .own(figure, try OwnTables.of(figure.name, workspace, codebook))
    }
    let columns = columns
    if let measure = codebook.measures.first(where: { measure in
      [measure.name, measure.label.nl, measure.label.en].contains { $0.lowercased() == wanted }
        || measure.stems.contains { $0.lowercased() == wanted || $0.lowercased() == Stem.of(wanted) }
    }) {
      return .figure(measure)
    }
    if let column = columns.first(where: { $0.lowercased() == wanted || $0.lowercased() == Stem.of(wanted) }) {
      return .figure(
        Codebook.Measure(
          name: column, stems: [column], label: .verbatim(column), countsPeople: false, decimals: 0, unit: nil))
    }
    let names = (indicators?.stems ?? []) + otherOwn + codebook.measures.map(\.name) + columns
    let near = names.filter { $0.lowercased().contains(wanted) }.sorted { ($0.count, $0) < ($1.count, $1) }
    let all = near + NearestWord.rank(word, among: names).filter { !near.contains($0) }
    throw Diagnostic(
      "indicator.unknown",
      Text(
        nl: "er is geen percentage of kerncijfer '\(word)' ingelezen",
        en: "no percentage or key figure '\(word)' has been imported"),
      wayOut: Text(
        nl: "'wzw indicators' noemt de percentages; een kerncijfer heet als in zijn bestand, zoals AantalInwoners",
        en: "'wzw indicators' lists the percentages; a key figure is called as in its file, such as AantalInwoners"),
      suggestion: all.first,
      candidates: all.prefix(5).map { name in
        Candidate(name, codebook.indicators[name]?.label ?? codebook.measure(name)?.label)
      }, place: place)
  }

  private static let ownLabel = Text(nl: "eigen cijfers", en: "figures of your own")

  /// The names of figures of one's own that are no indicators.
  private var otherOwn: [String] {
    var seen = Set(indicators?.stems ?? [])
    return OwnTable.all(workspace).map(\.figure).filter { seen.insert($0).inserted }
  }

  /// What completion offers: percentages, key figures, and these as they are called in their files.
  var candidates: [Candidate] {
    (indicators?.stems ?? []).map { Candidate($0, indicators?.label($0)) }
      + otherOwn.map { Candidate($0, Self.ownLabel) } + codebook.measures.map { Candidate($0.name, $0.label) }
      + columns.map { column in
        Candidate(column, codebook.measures.first { $0.stems.contains(column) }?.label)
      }
  }
}
