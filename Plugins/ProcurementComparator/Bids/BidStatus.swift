import WorkbenchKit

/// What became of a bid, by the codes of the bid extension of OCDS.
enum BidStatus: String, Sendable, CaseIterable {
  case valid, invited, pending, disqualified, withdrawn

  /// Whether a bid of this status takes part.
  var counts: Bool { self == .valid }

  /// What a person reads.
  var label: Text {
    switch self {
    case .valid: Text(nl: "geldig", en: "valid")
    case .invited: Text(nl: "alleen uitgenodigd", en: "invited only")
    case .pending: Text(nl: "nog niet op geldigheid beoordeeld", en: "not yet checked for validity")
    case .disqualified: Text(nl: "ongeldig of uitgesloten", en: "invalid or disqualified")
    case .withdrawn: Text(nl: "ingetrokken", en: "withdrawn")
    }
  }

  /// Other words for the same; those of `bid rank` are about bids that were valid.
  private static let words: [String: BidStatus] = [
    "geldig": .valid, "ranked": .valid, "uitgenodigd": .invited, "ingediend": .pending, "in behandeling": .pending,
    "ongeldig": .disqualified, "uitgesloten": .disqualified, "terzijde gelegd": .disqualified, "invalid": .disqualified,
    "afgewezen": .disqualified, "rejected": .disqualified,
    "ingetrokken": .withdrawn, "teruggetrokken": .withdrawn,
  ]

  /// Reads a word; nil for one that is not known.
  init?(word: String) {
    let word = word.lowercased()
    guard let read = BidStatus(rawValue: word) ?? Self.words[word] else { return nil }
    self = read
  }
}

/// What a bid is for: bids compete within one contest only.
struct Contest: Sendable, Hashable {
  /// The procedure, where a file holds several.
  var process: String?
  /// A lot, or several lots together.
  var lot: String?

  static let whole = Contest()

  /// How it is called within a sentence; nil where there is but one.
  var name: Text? {
    let named = [
      process.map { Text(nl: "procedure \($0)", en: "process \($0)") },
      lot.map { Text(nl: "perceel \($0)", en: "lot \($0)") },
    ].compactMap { $0 }
    return named.isEmpty ? nil : .joined(named)
  }
}
