import WorkbenchKit

/// A form of payment that can be worked out.
enum ContractForm: String, Sendable, CaseIterable {
  case pxq, arrangement, lumpsum, population, corridor, ceiling

  var label: Text {
    switch self {
    case .pxq: Text(nl: "prijs maal volume", en: "price x volume")
    case .arrangement: Text(nl: "prijs per arrangement", en: "price an arrangement")
    case .lumpsum: Text(nl: "vast bedrag", en: "lump sum")
    case .population: Text(nl: "bedrag per inwoner", en: "amount an inhabitant")
    case .corridor: Text(nl: "budget met band", en: "budget with a band")
    case .ceiling: Text(nl: "tarief met plafond", en: "tariff with a ceiling")
    }
  }
}

extension ContractForm: ArgumentChoice {
  static let usual = ContractForm.lumpsum

  var about: Text? { label }
}
