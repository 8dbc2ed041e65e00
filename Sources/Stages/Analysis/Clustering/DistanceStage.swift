import Methods
import WorkbenchKit

/// `distance gower|matching`: how far apart any two rows are.
struct DistanceStage: Stage {
  enum Measure: String, ArgumentChoice {
    case gower, matching

    static let usual = gower
    var about: Text? {
      switch self {
      case .gower: Text(nl: "getallen en soorten", en: "numbers and kinds")
      case .matching: Text(nl: "elke waarde is een soort", en: "each value is a kind")
      }
    }
  }

  struct Arguments: Sendable {
    let measure = Argument("measure", .choice(Measure.self), about: Text(nl: "de maat", en: "the measure"))
    let observed = ObservedArguments()
  }

  static let arguments = Arguments()

  /// The most rows of a square table that anybody can read or keep.
  private static let rowLimit = 1_000

  let signature = Signature(
    "distance", aliases: ["afstand"],
    summary: Text(nl: "reken uit hoe ver elke twee rijen uiteen liggen", en: "work out how far apart any two rows are"),
    details: Text(
      nl:
        "gower (1971): bij getallen het verschil gedeeld door het bereik, bij soorten 0 of 1, gemiddeld over wat van beide rijen bekend "
        + "is. matching: het deel van de waarden dat verschilt. De tabel is vierkant, in de volgorde van de rijen.",
      en:
        "gower (1971): for numbers the difference over the range, for kinds 0 or 1, averaged over what is known of both rows. matching: "
        + "the share of values that differ. The table is square, in the order of the rows."),
    input: .required,
    examples: [
      .init(
        "read antwoorden.csv | distance gower --categorical vervoer",
        Text(nl: "getallen en soorten door elkaar", en: "numbers and kinds together")),
      .init(
        "read leeg.csv | distance gower",
        Text(nl: "twee rijen zonder iets gemeen", en: "two rows with nothing in common"),
        failsWith: "distance.nothing"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let observed = try given.observed.observed(in: table, asKinds: given.measure == .matching)
    let names = observed.names.names
    guard names.count <= Self.rowLimit else {
      throw Diagnostic(
        "distance.rows",
        Text(
          nl: "een vierkante tabel van \(names.count) rijen is te groot",
          en: "a square table of \(names.count) rows is too large"),
        wayOut: Text(
          nl: "kies hoogstens \(Self.rowLimit) rijen; 'cluster' rekent zelf met de afstanden",
          en: "choose \(Self.rowLimit) rows at most; 'cluster' works with the distances itself"), place: given.place)
    }
    let matrix: Dissimilarity
    do { matrix = try Gower(observed.observations).matrix { _ in try context.checkInterrupt() } } catch {
      throw ClusterProblems(purpose: "distance", names: names, place: given.place).diagnostic(error)
    }
    context.workspace.note(ClusteringSources.gower)
    let id = observed.names.column.map { table.columns[$0].name } ?? "row"
    let columns = names.enumerated().map { place, name in
      Column.numbers(name, names.indices.map { matrix[$0, place] }, format: .decimals(3))
    }
    return input.replacing(Table(columns: [.texts(id, names)] + columns), adding: observed.notices)
  }
}
