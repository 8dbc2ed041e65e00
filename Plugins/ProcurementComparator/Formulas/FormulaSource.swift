import WorkbenchKit

extension Context {
  /// Where award formulas were published; the id is the formula as it is typed, in small letters.
  var formulaSources: [CitedItem] { get throws { try knowledge.items("formulas", in: self) } }

  /// Returns where the formula of a rule comes from, and what of it is ours.
  ///
  /// - Throws: `knowledge.damaged`.
  func origin(of rule: AwardRule) throws -> (remarks: [Block], citations: [Citation]) {
    var names = [rule.formula.name.lowercased()]
    if rule.formula.addsPoints {
      switch rule.quality {
      case .absolute: break
      case .best: names.append("best")
      case .places: names.append("rank")
      }
    }
    let known = try formulaSources
    let found = names.compactMap { name in known.first { $0.id == name }?.source }
    var blocks: [Block] = []
    switch rule.formula {
    case .superformula:
      blocks.append(
        .info(
          nl: "dat beide scores worden opgeteld is onze aanname; de bron geeft de scores en de referentie",
          en: "that both scores are added up is our assumption; the source gives the scores and the reference"))
    case .linear2L, .steps:
      blocks.append(
        .info(
          nl: "van deze formule kennen wij geen gepubliceerd rekenvoorbeeld: de stukken bepalen hoe zij telt",
          en: "of this formula we know no published worked example: the documents decide how it counts"))
    default: break
    }
    return (blocks, found)
  }
}
