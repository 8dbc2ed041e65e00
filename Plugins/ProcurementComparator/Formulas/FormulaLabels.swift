import WorkbenchKit

extension AwardFormula {
  /// As a person calls it.
  var about: Text {
    switch self {
    case .relative: Text(nl: "laagste prijs ÷ prijs", en: "lowest price ÷ price")
    case .linear: Text(nl: "rechte lijn tussen twee bedragen", en: "straight line between two amounts")
    case .logarithmic: Text(nl: "logaritme van de prijs", en: "logarithm of the price")
    case .linear2L: Text(nl: "2 − prijs ÷ laagste prijs", en: "2 − price ÷ lowest price")
    case .lowestHighest: Text(nl: "van laagste tot hoogste prijs", en: "from lowest to highest price")
    case .average: Text(nl: "prijs tegen het gemiddelde", en: "price against the mean")
    case .places: Text(nl: "punten naar plaats", en: "points by place")
    case .steps: Text(nl: "staffel", en: "brackets")
    case .utilityIndex: .verbatim("utility index")
    case .superformula: .verbatim("Superformule")
    case .value: Text(nl: "gunnen op waarde", en: "award by value")
    case .ratio: Text(nl: "prijs per punt kwaliteit", en: "price for each point of quality")
    case .utility: Text(nl: "alleen kwaliteit", en: "quality alone")
    case .lowest: Text(nl: "alleen de prijs", en: "price alone")
    }
  }
}

extension AwardRule.Ties {
  var label: Text {
    switch self {
    case .shared: Text(nl: "een gedeelde plaats", en: "a shared place")
    case .quality: Text(nl: "de meeste kwaliteit gaat voor", en: "most quality goes first")
    case .price: Text(nl: "de laagste prijs gaat voor", en: "the lowest price goes first")
    case .draw: Text(nl: "het lot beslist", en: "by lot")
    }
  }
}
