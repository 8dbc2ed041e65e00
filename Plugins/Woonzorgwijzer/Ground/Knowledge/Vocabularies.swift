import WorkbenchKit

extension Vocabulary<TargetGroup> {
  static var group: Vocabulary {
    Vocabulary(
      "group", none: Text(nl: "geen doelgroep", en: "no target group"),
      wayOut: Text(nl: "'wzw groups' noemt ze alle", en: "'wzw groups' lists them all")
    ) { try $0.groups }
  }

  static var sector: Vocabulary {
    Vocabulary(
      "sector", none: Text(nl: "geen sector", en: "no sector"),
      wayOut: Text(nl: "kies VV, VG, LG, ZG of GGZ", en: "choose VV, VG, LG, ZG or GGZ")
    ) { try $0.groups.filter(\.isSector) }
  }
}

extension Vocabulary<CountedGroup> {
  /// A target group, or a group with national rates.
  static var counted: Vocabulary {
    Vocabulary(
      "group", none: Text(nl: "geen doelgroep", en: "no target group"),
      wayOut: Text(
        nl: "'wzw groups' noemt de doelgroepen, 'wzw start show' de groepen met landelijke kansen",
        en: "'wzw groups' lists the target groups, 'wzw start show' those with national rates")
    ) { try $0.countedGroups }
  }
}

extension Vocabulary<StartingName> {
  static var starting: Vocabulary {
    Vocabulary(
      "start", none: Text(nl: "geen beginwaarde", en: "no starting value"),
      wayOut: Text(nl: "'wzw start show' noemt ze alle", en: "'wzw start show' lists them all")
    ) { try $0.startingSets.map(StartingName.init) }
  }
}

extension Vocabulary<Precondition> {
  static var precondition: Vocabulary {
    Vocabulary(
      "precondition", none: Text(nl: "geen randvoorwaarde", en: "no precondition"),
      wayOut: Text(nl: "'wzw preconditions' noemt ze alle", en: "'wzw preconditions' lists them all")
    ) { try $0.preconditions }
  }
}

extension Vocabulary<Family> {
  static var family: Vocabulary {
    Vocabulary(
      "family", none: Text(nl: "geen familie van randvoorwaarden", en: "no family of preconditions"),
      wayOut: Text(
        nl: "kies toeleiding, ondersteuning, woning of woonomgeving",
        en:
          "choose toeleiding (finding help), ondersteuning (support), woning (dwelling) or woonomgeving (surroundings)"
      )
    ) { try $0.families }
  }
}

extension Vocabulary<CareSituation> {
  /// One of the three, or all of them.
  static var situation: Vocabulary {
    Vocabulary(
      "situation", none: Text(nl: "geen mantelzorgsituatie", en: "no informal-care situation"),
      wayOut: Text(
        nl: "kies inwonend, uitwonend, geen of alle",
        en: "choose inwonend (live-in), uitwonend (elsewhere), geen (none) or alle (all)")
    ) { try $0.situations + [.all] }
  }
}

extension Vocabulary<NecessityGrade> {
  /// A grade, or that a role takes back what it said.
  static var necessity: Vocabulary {
    Vocabulary(
      "necessity", none: Text(nl: "geen noodzaak", en: "no necessity"),
      wayOut: Text(
        nl: "kies niet-nodig, prettig, zeer-wenselijk, noodzakelijk of onbekend",
        en:
          "choose niet-nodig (not needed), prettig (pleasant), zeer-wenselijk (very desirable), noodzakelijk (necessary) or onbekend (unknown)"
      )
    ) { try $0.grades + [.withdrawn] }
  }
}

extension Vocabulary<CaseStudy> {
  static var example: Vocabulary {
    Vocabulary(
      "case", none: Text(nl: "geen praktijkvoorbeeld", en: "no case"),
      wayOut: Text(nl: "'wzw cases' noemt ze alle", en: "'wzw cases' lists them all")
    ) { try $0.cases }
  }
}

extension Vocabulary<ServiceBlock> {
  static var block: Vocabulary {
    Vocabulary(
      "block", none: Text(nl: "geen bouwsteen", en: "no building block"),
      wayOut: Text(
        nl: "'wzw knowledge woonservicegebied' noemt ze alle", en: "'wzw knowledge woonservicegebied' lists them all")
    ) { try $0.serviceArea.blocks }
  }
}

extension Vocabulary<StatusAnswer> {
  static var status: Vocabulary {
    Vocabulary(
      "status", none: Text(nl: "geen stand", en: "no status"),
      wayOut: Text(
        nl: "kies aanwezig, deels, afwezig, onbekend of intrekken",
        en: "choose present, partly, absent, unknown or withdraw")
    ) { _ in StatusAnswer.all }
  }
}
