import WorkbenchKit

/// Words that a person types, before they are kept.
enum Said {
  /// Returns the words without padding; nil where nothing is left.
  ///
  /// - Throws: `personal.found` where an address or number of a person stands in them, `text.toolong`.
  static func words(_ words: String?, at place: Place?) throws -> String? {
    guard let words else { return nil }
    let trimmed = words.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    if trimmed.isEmpty { return nil }
    guard trimmed.utf8.count <= 4_000 else {
      throw Diagnostic(
        "text.toolong",
        Text(
          nl: "een tekst van \(trimmed.utf8.count) tekens is te lang",
          en: "a text of \(trimmed.utf8.count) characters is too long"),
        wayOut: Text(nl: "houd het onder de 4000", en: "keep it below 4000"), place: place)
    }
    let found = PersonalData.findings(in: Table(columns: [.texts("bsn", [trimmed])]), isOfRespondents: true)
    if let first = found.first {
      throw Diagnostic(
        "personal.found",
        Text(
          nl: "in deze tekst staat \(first.kind.one.nl); er is niets bewaard",
          en: "this text holds \(first.kind.one.en); nothing was kept"),
        wayOut: Text(nl: "laat het weg: een persona is niemand", en: "leave it out: a persona is nobody"), place: place)
    }
    return trimmed
  }

  /// The words of an argument as a text of the group's own.
  static func text(_ call: Call, _ name: String) throws -> Text? {
    try words(call.text(name), at: call.place(of: name)).map(Text.verbatim)
  }
}

extension Call {
  /// The item that an argument names.
  func one<Item: Named>(_ name: String, _ kind: Kind, in items: [Item]) throws -> Int {
    try kind.place(of: text(name) ?? "", in: items, at: place(of: name))
  }
}
