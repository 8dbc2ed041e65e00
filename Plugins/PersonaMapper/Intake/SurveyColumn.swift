import WorkbenchKit

/// What in a survey is no answer to compare people by.
enum SurveyColumn {
  case weight, stratum, id, freeText

  private static let weightNames: Set = [
    "weight", "weights", "wt", "wgt", "weegfactor", "wegingsfactor", "weging", "gewicht", "caseweight",
  ]
  private static let stratumNames: Set = ["stratum", "strata", "steekproefstratum", "psu"]
  private static let idNames: Set = [
    "id", "nr", "nummer", "respondentid", "respondentnr", "respondentnummer", "respnr", "case", "casenr", "caseid",
    "volgnummer", "recordnr", "recordid",
  ]

  /// What a column is; nil for answers.
  static func of(_ column: Column) -> SurveyColumn? {
    let name = Slug.of(column.name).filter { $0 != "-" && $0 != "_" }
    let said = (0..<column.count).filter { !column[$0].isMissing }.map { column[$0].plain }
    let different = Set(said).count
    // Of people who weigh, not of their kilos: these lie around one.
    if weightNames.contains(name), let numbers = column.numbers?.filter({ !$0.isNaN }), !numbers.isEmpty,
      numbers.allSatisfy({ $0 >= 0 }), (0.2...5).contains(numbers.reduce(0, +) / Double(numbers.count))
    {
      return .weight
    }
    if stratumNames.contains(name) { return .stratum }
    if idNames.contains(name), said.count >= 2, different == said.count { return .id }
    let words = said.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    if column.texts != nil, said.count >= 5, 2 * different > said.count, words >= 4 * said.count { return .freeText }
    return nil
  }

  var about: Text {
    switch self {
    case .weight: Text(nl: "een weging", en: "a weight")
    case .stratum: Text(nl: "een stratum", en: "a stratum")
    case .id: Text(nl: "een nummer van mensen", en: "a number of people")
    case .freeText: Text(nl: "vrije tekst", en: "free text")
    }
  }

  /// Names what was left out, and says how it counts after all; nil where nothing was.
  static func notice(_ found: [(name: String, kind: SurveyColumn)]) -> Notice? {
    guard !found.isEmpty else { return nil }
    let listed = Text.joined(
      found.map { name, kind in Text(nl: "'\(name)' (\(kind.about.nl))", en: "'\(name)' (\(kind.about.en))") }, by: ", "
    )
    let weigh = found.first { $0.kind == .weight }.map { weight -> Text in
      let typed = weight.name.contains(" ") ? "'\(weight.name)'" : weight.name
      return Text(
        nl: "; --weight \(typed) laat het gewicht meetellen", en: "; --weight \(typed) makes the weight count")
    }
    return Notice(
      .caution,
      Text(
        nl: "hierop wordt niet vergeleken: \(listed.nl); noem de kolommen die tellen met --columns als dat anders moet",
        en:
          "people are not compared by: \(listed.en); name the columns that count with --columns where that must be otherwise"
      ) + (weigh ?? .verbatim("")))
  }
}
