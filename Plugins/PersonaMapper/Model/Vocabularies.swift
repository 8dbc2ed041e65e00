import WorkbenchKit

extension Vocabulary<PersonaSet> {
  static var set: Vocabulary {
    Vocabulary(
      "set", none: Text(nl: "geen set", en: "no set"),
      wayOut: Text(nl: "'persona set list' noemt ze alle", en: "'persona set list' lists them all")
    ) { try $0.allSets }
  }
}

extension Vocabulary<Persona> {
  static var persona: Vocabulary {
    Vocabulary(
      "persona", none: Text(nl: "geen persona", en: "no persona"),
      wayOut: Text(nl: "'persona list' noemt ze alle", en: "'persona list' lists them all")
    ) { try $0.workspace.currentSet().personas }
  }

  static var draft: Vocabulary {
    Vocabulary(
      "draft", none: Text(nl: "geen concept", en: "no draft"),
      wayOut: Text(nl: "'persona cluster' maakt concepten", en: "'persona cluster' makes drafts")
    ) { try $0.workspace.personaDrafts.drafts }
  }
}

extension Vocabulary<Moment> {
  static var moment: Vocabulary {
    Vocabulary(
      "moment", none: Text(nl: "geen sleutelmoment", en: "no key moment"),
      wayOut: Text(nl: "'moment list' noemt ze alle", en: "'moment list' lists them all")
    ) { try $0.workspace.currentSet().moments }
  }
}

extension Vocabulary<Journey> {
  static var journey: Vocabulary {
    Vocabulary(
      "journey", none: Text(nl: "geen klantreis", en: "no journey"),
      wayOut: Text(nl: "'journey list' noemt ze alle", en: "'journey list' lists them all")
    ) { try $0.workspace.currentSet().journeys }
  }
}

extension Vocabulary<Journey.Stage> {
  static var stage: Vocabulary {
    Vocabulary(
      "stage", none: Text(nl: "geen fase", en: "no stage"),
      wayOut: Text(nl: "'journey show' noemt de fasen", en: "'journey show' shows the stages"))
  }
}

extension Vocabulary<JourneyStep> {
  static var step: Vocabulary {
    Vocabulary(
      "step", none: Text(nl: "geen stap", en: "no step"),
      wayOut: Text(nl: "'journey show' noemt de stappen", en: "'journey show' shows the steps"))
  }
}

extension Vocabulary<Arrangement> {
  static var arrangement: Vocabulary {
    Vocabulary(
      "arrangement", none: Text(nl: "geen arrangement", en: "no arrangement"),
      wayOut: Text(nl: "'arrangement list' noemt ze alle", en: "'arrangement list' lists them all")
    ) { try $0.workspace.arrangements }
  }
}

extension Vocabulary<Measure> {
  static var measure: Vocabulary {
    Vocabulary(
      "measure", none: Text(nl: "geen maatregel", en: "no measure"),
      wayOut: Text(nl: "'arrangement measures' noemt ze alle", en: "'arrangement measures' lists them all")
    ) { try $0.measures }
  }
}

extension Vocabulary<Pillar> {
  static var pillar: Vocabulary {
    Vocabulary(
      "pillar", none: Text(nl: "geen pijler", en: "no pillar"),
      wayOut: Text(
        nl: "kies woning, netwerk, wijk of informatie",
        en: "choose woning (dwelling), netwerk (network), wijk (neighbourhood) or informatie (information)")
    ) { try $0.pillars }
  }
}

extension Text {
  /// Words that a person typed, with one blank between them; nil where there are none.
  static func typed(_ words: String?) -> Text? {
    let kept = (words ?? "").split(separator: " ").joined(separator: " ")
    return kept.isEmpty ? nil : .verbatim(kept)
  }
}
