import WorkbenchKit

/// Errors about figures that no source gives.
enum GivenFigureProblem {
  static func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      "argument.missing", Text(nl: "'\(name)' ontbreekt", en: "'\(name)' is missing"),
      wayOut: Text(
        nl: "geef het, of --withdraw om iets terug te nemen", en: "give it, or --withdraw to take something back"))
  }

  static func nothing(_ name: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "need.none",
      Text(nl: "voor '\(name)' is niets opgegeven", en: "nothing was given for '\(name)'"),
      wayOut: Text(nl: "'wzw need inputs' toont wat er is", en: "'wzw need inputs' shows what there is"),
      suggestion: "wzw need inputs", place: place)
  }
}
