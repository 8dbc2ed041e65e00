import WorkbenchKit

/// What the circle filled in: answers by region, question and role, and regions of its own. The piece `cards`.
struct CardBook: Sendable, FieldItem {
  /// By question and role.
  typealias Card = [String: [String: CardAnswer]]

  var cards: [String: Card] = [:]
  /// The municipalities of each region of the circle, by its name.
  var own: [String: [String]] = [:]
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    cards = try fields["cards"] ?? [:]
    own = try fields["own"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    let cards = cards.mapValues { card in
      JSON.object(
        card.filter { !$0.value.isEmpty }.mapValues { .object($0.mapValues(\.json)) })
    }.filter { $0.value != .object([:]) }
    return .members(
      ["cards": .object(cards), "own": .object(own.mapValues { .array($0.map(JSON.string)) })], rest: rest)
  }

  /// All roles that said something.
  var speakers: Set<String> {
    Set(cards.values.flatMap { $0.values.flatMap(\.keys) })
  }

  /// Returns the book with what one role said only.
  func only(_ role: String) -> CardBook {
    var copy = self
    copy.cards = cards.mapValues { $0.mapValues { $0.filter { $0.key == role } } }
    return copy
  }

  /// Keeps what a role says.
  mutating func say(
    _ answer: TypedAnswer, to item: CardItem, of region: String, by role: String, about: CardAnswer.About = .both,
    at day: CalendarDate? = nil, source: String? = nil
  ) {
    var kept = cards[region]?[item.id]?[role] ?? CardAnswer()
    switch answer {
    case .word(let word): kept.say(word, about)
    case .text(let text): kept.text = text
    case .day(let day): kept.day = day
    case .withdrawn:
      kept.say(nil, about)
      (kept.text, kept.day) = (nil, nil)
    }
    (kept.at, kept.source) = (day ?? kept.at, source ?? kept.source)
    cards[region, default: [:]][item.id, default: [:]][role] = kept.isEmpty ? nil : kept
  }
}

extension WorkspaceHandle {
  /// What the circle filled in; nothing at first.
  ///
  /// - Throws: `document.damaged`.
  var cardBook: CardBook { get throws { try document("cards", as: CardBook.self) ?? CardBook() } }

  func store(_ book: CardBook) { setDocument("cards", to: book.json == .object([:]) ? nil : book.json) }
}

extension Context {
  /// All regions there are.
  ///
  /// - Throws: `knowledge.damaged`, `document.damaged`.
  var regionBook: RegionBook {
    get throws {
      let own = try workspace.cardBook.own.sorted { $0.key < $1.key }.map { Region(own: $0.key, $0.value) }
      return RegionBook(shipped: try shippedRegions, own: own, changes: try shippedChanges)
    }
  }

  /// Returns the region that a word names, and notes what has to be said about how it was found.
  ///
  /// - Throws: `region.unknown`, `municipality.twice`, `municipality.ambiguous`.
  func region(_ word: String, at place: Place?) throws -> Region {
    let found = try regionBook.one(word, at: place)
    if let remark = found.remark { workspace.note(Notice(.info, remark)) }
    return found.region
  }
}
