import WorkbenchKit

/// Parameters that arrangements share.
enum ArrangementParameters {
  static func area(required: Bool = true) -> Parameter {
    .argument(
      "area", required: required, about: Text(nl: "het arrangement", en: "the arrangement"),
      candidates: { context in
        Holdings.arrangementIDs(context).map { Candidate($0) }
      })
  }

  /// The arrangement that a call names, with its set; where only one is there it needs no name.
  ///
  /// - Throws: `arrangement.none`, `arrangement.unknown`.
  static func one(_ call: Call, _ catalogue: Catalogue, _ context: Context) throws -> ArrangementSheet {
    let all = try Holdings.arrangements(context)
    guard !all.isEmpty else {
      throw Diagnostic(
        "arrangement.none", Text(nl: "er is nog geen arrangement", en: "there is no arrangement yet"),
        wayOut: Text(nl: "begin er een met 'arrangement new GEBIED'", en: "begin one with 'arrangement new AREA'"),
        suggestion: "arrangement new", place: call.place)
    }
    let found = call.has("area") || all.count > 1 ? all[try call.one("area", .arrangement, in: all)] : all[0]
    guard let set = try Holdings.set(found.set, context) else {
      throw Diagnostic(
        "set.unknown",
        Text(nl: "de set '\(found.set)' is er niet meer", en: "the set '\(found.set)' is not there any more"),
        place: call.place)
    }
    return ArrangementSheet(
      arrangement: found, set: set, measures: try catalogue.measures(context), pillars: try catalogue.pillars(context))
  }
}
