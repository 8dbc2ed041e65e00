import WorkbenchKit

/// Reading what a person says of a block.
enum ScanWords {
  private struct Word: Named {
    let id: String
    let names: [String]
    let label: Text
  }

  private static let words: [Word] =
    BlockStatus.allCases.map { Word(id: $0.rawValue, names: [$0.label.nl, $0.label.en], label: $0.label) } + [
      Word(
        id: "withdraw", names: ["intrekken"],
        label: Text(nl: "neem terug wat deze rol zei", en: "take back what this role said"))
    ]

  static let candidates: [Candidate] = words.map { Candidate($0.names.first ?? $0.id, $0.label) }

  /// Returns the status; nil for taking back.
  ///
  /// - Throws: `status.unknown`.
  static func status(_ word: String, at place: Place?) throws -> BlockStatus? {
    BlockStatus(rawValue: try Kind.status.one(word, among: words, at: place).id)
  }

  /// Returns free words of the circle, without padding; nil where there are none.
  ///
  /// - Throws: `personal.found` for a mail address, a telephone number and the like.
  static func remark(_ word: String?, at place: Place?) throws -> String? {
    guard let word = word?.trimmingSpaces, !word.isEmpty else { return nil }
    let pieces = word.split(separator: " ").map(String.init)
    let found = PersonalData.findings(in: Table(columns: [.texts("remark", [word] + pieces)]))
    guard let kind = found.first?.kind else { return word }
    throw Diagnostic(
      "personal.found",
      Text(
        nl: "hier staat een persoonsgegeven in: \(kind.label.nl)", en: "this holds personal data: \(kind.label.en)"),
      wayOut: Text(
        nl: "noem een organisatie of een document, geen persoon", en: "name an organisation or a document, no person"),
      place: place)
  }

  static func blockCandidates(_ library: Library) -> @Sendable (Context) -> [Candidate] {
    LibraryParameters.candidates { try library.blocks($0) }
  }

  static func block(_ call: Call, _ library: Library, _ context: Context) throws -> ServiceBlock {
    try Kind.block.one(call.text("block") ?? "", among: library.blocks(context), at: call.place(of: "block"))
  }

  /// A new role beside one that is spelled almost so may be a slip.
  static func newRole(_ role: String, beside before: Set<String>) -> [Block] {
    guard !before.contains(role), let near = NearestWord.best(role, among: before) else { return [] }
    return [
      .notice(
        Notice(
          .caution,
          Text(
            nl: "'\(role)' is een nieuwe rol naast '\(near)'; was die bedoeld, dan helpt 'undo'",
            en: "'\(role)' is a new role beside '\(near)'; if that one was meant, 'undo' helps")))
    ]
  }
}

extension Library {
  func blocks(_ context: Context) throws -> [ServiceBlock] {
    try items("woonservicegebied", "blocks", context, ServiceBlock.init)
  }
}
