import WorkbenchKit

/// What is known of each case by each trait; what nobody said is not there.
struct TraitSheet: Sendable {
  /// One value with where it comes from.
  struct Entry: Sendable {
    let value: String
    /// Of a source; empty for what a circle wrote.
    let citations: [Citation]
    /// Of a circle: according to whom.
    let said: String?
    /// Since when, of what a circle brought up to date.
    let day: CalendarDate?
    /// How far it holds.
    let note: Text?

    /// The source as a table has it.
    func source(in language: Language) -> String? { said ?? citations.first?.shown(language) }
    var lines: String? {
      citations.isEmpty ? nil : citations.compactMap(\.lineText).joined(separator: ", ")
    }
  }

  let traits: [Trait]
  /// The examples that have traits, in the order of the shelf.
  let cases: [ShelvedCase]
  private let entries: [String: [String: Entry]]

  /// - Throws: `knowledge.damaged`, `document.damaged`.
  init(in context: Context) throws {
    traits = try context.traits
    var entries: [String: [String: Entry]] = [:]
    for coded in try context.codedTraits {
      entries[coded.owner, default: [:]][coded.trait] = Entry(
        value: coded.value, citations: coded.sources, said: nil, day: nil, note: coded.note)
    }
    let shelf = try context.shelf
    for own in shelf.compactMap(\.own) {
      for trait in own.traits {
        entries[own.id, default: [:]][trait.trait] = Entry(
          value: trait.value, citations: [], said: trait.source, day: nil, note: nil)
      }
    }
    let known = Set(traits.map(\.id))
    // The latest day holds, and of one day what was said last.
    for update in try context.workspace.caseUpdates.items where known.contains(update.fact) {
      let before = entries[update.owner]?[update.fact]?.day
      if let before, before > update.day { continue }
      entries[update.owner, default: [:]][update.fact] = Entry(
        value: update.value, citations: [], said: update.source, day: update.day, note: nil)
    }
    self.entries = entries
    cases = shelf.filter { $0.kind == .example || $0.kind == .own }
  }

  /// What is known of a trait of an example; nil where nothing is.
  func entry(_ id: String, _ trait: String) -> Entry? { entries[id]?[trait] }

  /// The values that are known of an example, by trait.
  func values(_ id: String) -> [String: String] { (entries[id] ?? [:]).mapValues(\.value) }
}

extension Trait {
  /// Returns a value as it is kept: the one of the list that words name, or, where no such is there, the words themselves with a
  /// remark.
  ///
  /// - Parameter isStrict: whether only values of the list are taken.
  /// - Throws: `trait.value` where only these are taken, or where there are no words.
  func checked(_ words: String, isStrict: Bool, in context: Context, at place: Place?) throws -> String {
    let wanted = words.foldedForLookup
    let found = values.first { value in
      ([value.id] + value.names + [value.label.nl, value.label.en]).contains { $0.foldedForLookup == wanted }
    }
    if let found { return found.id }
    let own = words.split(separator: " ").joined(separator: " ").lowercased()
    let near = NearestWord.best(own, among: values.map(\.id))
    guard !isStrict, !own.isEmpty, own.count <= 60 else {
      let listed = Text.list(values.map(\.id), atMost: 9)
      throw Diagnostic(
        "trait.value",
        Text(nl: "'\(words)' is geen waarde van '\(id)'", en: "'\(words)' is no value of '\(id)'"),
        wayOut: Text(nl: "een van: ", en: "one of: ") + listed, suggestion: near.map { "\(id)=\($0)" }, place: place)
    }
    let listed = Text.list(values.map(\.id), atMost: 9)
    context.workspace.note(
      .caution(
        nl: "'\(own)' is een nieuwe waarde van \(label.nl) (\(id)); bekend zijn \(listed.nl)",
        en: "'\(own)' is a new value of \(label.en) (\(id)); known are \(listed.en)"))
    return own
  }
}
