import WorkbenchKit

extension Argument<String?> {
  static var source: Argument {
    Argument(
      flag: "source", .words,
      about: Text(
        nl: "waar het bedrag vandaan komt; zonder is het aangenomen",
        en: "where the amount comes from; without it is assumed"))
  }
}

/// Where an amount comes from, in words.
enum MoneyOrigin {
  static func words(_ isKnown: Bool, _ source: String?) -> Text? {
    guard isKnown else { return nil }
    return source.map { .verbatim($0) } ?? Text(nl: "aangenomen", en: "assumed")
  }
}
