import WorkbenchKit

extension Argument where Value == NameOf<Arrangement> {
  static var arrangement: Argument {
    Argument("area", .named(.arrangement), about: Text(nl: "het arrangement", en: "the arrangement"))
  }
}

extension ArrangementSheet {
  /// Makes the sheet of the arrangement that is named; where only one is there it needs no name.
  ///
  /// - Throws: `arrangement.none`, `arrangement.unknown`, `set.unknown`.
  init(_ named: NameOf<Arrangement>?, in context: Context) throws {
    let all = try context.workspace.arrangements
    guard !all.isEmpty else {
      throw Diagnostic(
        "arrangement.none", Text(nl: "er is nog geen arrangement", en: "there is no arrangement yet"),
        wayOut: Text(nl: "begin er een met 'arrangement new GEBIED'", en: "begin one with 'arrangement new AREA'"),
        suggestion: "arrangement new")
    }
    let isOnly = named == nil && all.count == 1
    let found = isOnly ? all[0] : try Vocabulary.arrangement.one(named?.word ?? "", among: all, at: named?.place)
    guard let set = try context.workspace.personaSet(found.set) else {
      throw Diagnostic(
        "set.unknown",
        Text(nl: "de set '\(found.set)' is er niet meer", en: "the set '\(found.set)' is not there any more"))
    }
    try self.init(found, of: set, in: context)
  }

  init(_ arrangement: Arrangement, of set: PersonaSet, in context: Context) throws {
    self.init(arrangement: arrangement, set: set, measures: try context.measures, pillars: try context.pillars)
  }
}
