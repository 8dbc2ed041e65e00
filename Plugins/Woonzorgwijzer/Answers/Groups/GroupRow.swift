import WorkbenchKit

/// How the number of people of a group was come by.
enum GroupMethod: String, CaseIterable, Sendable {
  case synthetic, calibrated, composite

  var label: Text {
    switch self {
    case .synthetic: Text(nl: "kans maal inwoners", en: "rate times people")
    case .calibrated:
      Text(nl: "kans maal inwoners, aangepast op bekende totalen", en: "rate times people, fitted to known totals")
    case .composite:
      Text(nl: "directe telling en model samen (Fay-Herriot)", en: "direct count and model together (Fay-Herriot)")
    }
  }

  /// What the method cannot see.
  var caution: Text {
    switch self {
    case .synthetic:
      Text(
        nl:
          "De kansen zijn in alle gebieden dezelfde: alleen leeftijd (en wat de tabel meer onderscheidt) maakt verschil.",
        en: "The rates are the same in all areas: only age (and what else the table tells apart) makes a difference.")
    case .calibrated:
      Text(
        nl: "De bekende totalen gelden als zeker; binnen een totaal is verdeeld naar de kansen.",
        en: "The known totals count as certain; within a total people are spread by the rates.")
    case .composite:
      Text(
        nl:
          "Elk gebied leunt op zijn eigen telling naar gamma, en voor de rest op het model. Laag-hoog is 95 %, berekend met de onzekerheid over het verschil tussen gebieden erbij.",
        en:
          "Each area leans on its own count by gamma, and for the rest on the model. Low-high is 95%, worked out with how uncertain the difference between areas is."
      )
    }
  }
}

/// One area and group as it is shown.
struct GroupRow {
  var estimate: GroupEstimates.Estimate
  /// The weight of the direct count; composite only.
  var gamma = Double.nan
  /// Empty where there are none.
  var draws: [Float] = []
}
