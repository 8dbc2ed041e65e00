/// What makes a person known.
public enum PersonalKind: String, Sendable, Hashable, CaseIterable {
  /// The citizen service number of the Netherlands.
  case bsn
  case email
  case telephone
  case iban
  case birthDate
  /// A postcode with a house number: of persons only, for facilities have addresses by right.
  case address

  /// What it is called.
  public var label: Text {
    switch self {
    case .bsn: Text(nl: "BSN", en: "BSN")
    case .email: Text(nl: "e-mailadres", en: "e-mail address")
    case .telephone: Text(nl: "telefoonnummer", en: "telephone number")
    case .iban: Text(nl: "IBAN", en: "IBAN")
    case .birthDate: Text(nl: "geboortedatum", en: "date of birth")
    case .address: Text(nl: "postcode met huisnummer", en: "postcode with house number")
    }
  }

  /// The label with the article before it: `an e-mail address`, `a BSN`.
  public var one: Text {
    let article = self == .email || self == .iban ? "an" : "a"
    return Text(nl: "een \(label.nl)", en: "\(article) \(label.en)")
  }
}

/// A column that holds personal data; never what stands in it.
public struct PersonalFinding: Sendable, Hashable {
  /// What the column is called.
  public let column: String
  /// What it holds.
  public let kind: PersonalKind
  /// In how many cells.
  public let count: Int

  /// Makes a finding.
  public init(column: String, kind: PersonalKind, count: Int) {
    self.column = column
    self.kind = kind
    self.count = count
  }
}
