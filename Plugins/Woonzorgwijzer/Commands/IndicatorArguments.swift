import WorkbenchKit

/// Arguments about percentages.
enum IndicatorArguments {
  static let candidates: @Sendable (Context) -> [Candidate] = { context in
    guard let codebook = try? context.codebook, let search = try? IndicatorSearch(context.workspace, codebook) else {
      return []
    }
    return search.stems.map { Candidate($0, search.label($0)) }
  }

  static let ages: @Sendable (Context) -> [Candidate] = { _ in
    [Candidate("65+"), Candidate("18+"), Candidate("0+", AgeRange.everybody)]
  }

  static func several(_ about: Text) -> Argument<[String]> {
    Argument(flags: "indicator", .name, about: about, candidates: candidates)
  }

  /// What part of the people over 65 is older.
  static let split = Argument(
    flags: "split", .pair(.value),
    about: Text(
      nl: "aanname: welk deel van de 65-plussers ouder is, zoals 75+=48%",
      en: "assumption: what part of the people over 65 is older, such as 75+=48%"))
}
