import WorkbenchKit

/// What is known of one question in one region, of all roles together.
struct CardCell: Sendable, Hashable {
  let mark: CellMatrix.Mark
  /// Whether it counts as done; nil where that is not known, or roles differ.
  let isDone: Bool?
  /// Whether anything at all was said that tells something.
  let isFilled: Bool
  /// What was said, in a few words.
  let words: Text?
  /// Who said it.
  let roles: [String]

  static let unknown = CardCell(mark: .unknown, isDone: nil, isFilled: false, words: nil, roles: [])

  /// What it is called in a table: `present`, `partly`, …
  var state: String { mark.rawValue }
}

extension CardBook {
  /// Returns the cell of a question; roles that differ make a conflict, which is no answer.
  func cell(_ item: CardItem, of region: String) -> CardCell {
    guard item.id == "8" else { return plain(item.id, item.kind, region) }
    return whole(item, region)
  }

  private func plain(_ id: String, _ kind: CardItem.Kind, _ region: String) -> CardCell {
    let said = (cards[region]?[id] ?? [:]).sorted { $0.key < $1.key }
    guard !said.isEmpty else { return .unknown }
    let roles = said.map(\.key)
    switch kind {
    case .text:
      let texts = Set(said.compactMap(\.value.text))
      return Self.open(texts.sorted(), roles)
    case .day:
      let days = Set(said.compactMap(\.value.day)).sorted().map(\.text)
      return Self.open(days, roles)
    case .state, .worked:
      let living = Set(said.compactMap(\.value.living)).subtracting([.unknown])
      let shelter = Set(said.compactMap(\.value.shelter)).subtracting([.unknown])
      return Self.state(living, shelter, kind == .worked, roles)
    }
  }

  private static func open(_ words: [String], _ roles: [String]) -> CardCell {
    CardCell(
      mark: words.isEmpty ? .unknown : words.count > 1 ? .conflict : .present, isDone: nil, isFilled: words.count == 1,
      words: words.isEmpty ? nil : .verbatim(words.joined(separator: " / ")), roles: roles)
  }

  private static func state(
    _ living: Set<CardWord>, _ shelter: Set<CardWord>, _ isWhole: Bool, _ roles: [String]
  ) -> CardCell {
    let named = { (words: Set<CardWord>) -> Text in
      .joined(words.sorted { $0.rawValue < $1.rawValue }.map(\.label), by: " / ")
    }
    guard living.count < 2, shelter.count < 2 else {
      return CardCell(
        mark: .conflict, isDone: nil, isFilled: false, words: named(living.union(shelter)), roles: roles)
    }
    guard let one = living.first ?? shelter.first else {
      return CardCell(mark: .unknown, isDone: nil, isFilled: false, words: CardWord.unknown.label, roles: roles)
    }
    if living == shelter || isWhole {
      return CardCell(mark: one.mark, isDone: one.isDone, isFilled: true, words: one.label, roles: roles)
    }
    let halves = [living.first, shelter.first]
    // Done is what is done for both; what is surely not done for one of them is not.
    let isDone: Bool? = halves.contains { $0?.isDone == false } ? false : nil
    let words = Text.joined(
      zip(["BW", "MO"], halves).map { name, word in
        .verbatim(name + " ") + (word?.label ?? CardWord.unknown.label)
      })
    return CardCell(mark: .partly, isDone: isDone, isFilled: isDone != nil, words: words, roles: roles)
  }

  /// The eighth condition: worked out when both halves are. What was said of the whole counts where nothing was of the halves.
  private func whole(_ item: CardItem, _ region: String) -> CardCell {
    let direct = plain("8", .worked, region)
    let halves = [plain("8a", .worked, region), plain("8b", .worked, region)]
    guard halves.contains(where: { $0 != .unknown }) else { return direct }
    let roles = Set(halves.flatMap(\.roles) + direct.roles).sorted()
    let words = Text.joined(
      zip(["8a", "8b"], halves).map { .verbatim($0 + " ") + ($1.words ?? CardWord.unknown.label) })
    if (halves + [direct]).contains(where: { $0.mark == .conflict }) {
      return CardCell(mark: .conflict, isDone: nil, isFilled: false, words: words, roles: roles)
    }
    let isDone: Bool? =
      halves.contains { $0.isDone == false } ? false : halves.allSatisfy { $0.isDone == true } ? true : nil
    // The whole and its halves, each said, must not contradict each other.
    if let said = direct.isDone, let isDone, said != isDone {
      return CardCell(mark: .conflict, isDone: nil, isFilled: false, words: words, roles: roles)
    }
    let mark: CellMatrix.Mark =
      isDone == true
      ? .present : halves.allSatisfy { $0.mark == .absent } ? .absent : isDone == nil ? direct.mark : .partly
    return CardCell(
      mark: mark, isDone: isDone ?? direct.isDone, isFilled: (isDone ?? direct.isDone) != nil, words: words,
      roles: roles)
  }
}
