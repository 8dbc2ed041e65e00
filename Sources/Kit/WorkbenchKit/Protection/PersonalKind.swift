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

  /// With its article, as it stands in a sentence.
  public var withArticle: Text {
    let label = label
    return switch self {
    case .email, .iban: Text(nl: "een \(label.nl)", en: "an \(label.en)")
    case .bsn, .telephone, .birthDate, .address: Text(nl: "een \(label.nl)", en: "a \(label.en)")
    }
  }

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
