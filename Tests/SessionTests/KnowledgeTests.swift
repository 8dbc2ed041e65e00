import Files
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

/// What a plugin knows, and what it keeps: nothing is dropped in silence.
@Suite struct KnowledgeTests {
  private let folder = TemporaryFolder()

  private struct Stone: FieldItem, NamedItem, Hashable {
    let id: String
    let names: [String]
    let label: Text
    let weight: Double?
    let rest: [String: JSON]

    init(_ fields: Fields) throws {
      id = try fields["id"]
      names = try fields.list("names")
      label = try fields["label"]
      weight = try fields["weight"]
      rest = fields.rest
    }

    init(id: String, names: [String] = [], label: String) {
      (self.id, self.names, self.label, weight, rest) = (id, names, .verbatim(label), nil, [:])
    }

    var json: JSON {
      .members(["id": .string(id), "label": label.json, "weight": weight.map(JSON.number)], rest: rest)
    }
  }

  private func context() -> Context {
    final class Quiet: Monitor {
      func checkInterrupt() throws {}
      func progress(_ fraction: Double, _ doing: Text) {}
    }
    return Context(
      workspace: WorkspaceHandle([:], owner: "stones"), files: DiskFiles(), monitor: Quiet(), language: .en, seed: 1)
  }

  private func problem(_ text: String) -> Diagnostic? {
    folder.write(text, to: "stones.json")
    do {
      _ = try KnowledgeBase(folder: folder.path).items("stones", as: Stone.self, in: context())
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func `an item that is whole is read, and what nobody asked for stays with it`() throws {
    folder.write(#"{"stones": [{"id": "a", "label": {"nl": "een", "en": "one"}, "new": 7}]}"#, to: "stones.json")
    let stones = try KnowledgeBase(folder: folder.path).items("stones", as: Stone.self, in: context())
    #expect(stones.map(\.label) == [Text(nl: "een", en: "one")])
    #expect(stones.first?.rest == ["new": 7])
    #expect(stones.first?.json["new"] == 7)
  }

  @Test(arguments: [
    (#"{"stones": [{"id": "a", "label": "x"}, {"ID": "b", "label": "x"}]}"#, "'stones › 2 › id' is missing"),
    (#"{"stones": [{"id": "a", "label": "x", "weight": "5"}]}"#, "'stones › a › weight' is no number"),
    (#"{"stones": [{"id": "a"}]}"#, "'stones › a › label' is missing"),
    (#"{"stones": [7]}"#, "'stones › 1' is no object"), (#"{"stones": {}}"#, "'stones' is no list"),
    (#"{}"#, "'stones' is missing"), (#"[]"#, "is no object"), (#"{"stones": ["#, ""),
  ]) func `an item that cannot be read is an error that names file and item`(_ text: String, _ said: String) {
    let problem = problem(text)
    #expect(problem?.code == "knowledge.damaged")
    #expect(problem?.message.en.contains("'stones.json'") == true)
    #expect(problem?.message.en.hasSuffix(said) == true, "\(problem?.message.en ?? "")")
  }

  @Test func `a citation of a publication that is not there is damage`() throws {
    folder.write(#"{"book-2020": {"title": "A book", "publisher": "P"}}"#, to: "sources.json")
    let base = KnowledgeBase(folder: folder.path)
    let here = Citation(id: "book-2020", place: .verbatim("1"))
    guard case .sources(let sources) = try base.sources([here, here, nil], in: context()) else { return }
    #expect(sources.map(\.title) == ["A book"])
    #expect(sources.first?.place == "1")
    #expect { try base.sources([Citation(id: "other", place: .verbatim("1"))], in: context()) } throws: {
      ($0 as? Diagnostic)?.code == "knowledge.damaged"
    }
  }

  @Test func `what cannot be read in a document goes back as it was`() throws {
    let json: JSON = [["id": "a", "label": "A"], ["ID": "b", "label": "B"], ["id": "c", "label": "C", "x": [1]]]
    var read = try ReadItems<Stone>(field: json)
    #expect(read.items.map(\.id) == ["a", "c"])
    #expect(read.unread.map(\.name) == ["2"])
    read.items.append(Stone(id: "d", label: "D"))
    #expect(
      read.json(\.json) == [
        ["id": "a", "label": "A"], ["id": "c", "label": "C", "x": [1]], ["id": "d", "label": "D"],
        ["ID": "b", "label": "B"],
      ])
    let notice = Notice.unread(read, Text(nl: "stenen", en: "stones"))
    #expect(notice?.text.en == "stones: cannot be read and is kept as it is: '2' (2: 'id' is missing)")
    #expect(Notice.unread(ReadItems([Stone(id: "a", label: "A")]), .verbatim("x")) == nil)
  }

  // MARK: Looking up

  private static let stones = [
    Stone(id: "red-stone", names: ["rode steen"], label: "Röde stén"), Stone(id: "blue", label: "blauw"),
    Stone(id: "blauw-groen", label: "blauw"),
  ]
  private static let vocabulary = Vocabulary<Stone>(
    "stone", none: Text(nl: "geen steen", en: "no stone"), wayOut: .verbatim("look")
  ) { _ in stones }

  @Test(arguments: ["red-stone", "Red Stone", "RED_STONE", " rode  steen ", "rode-steen", "rode steen", "röde stén"])
  func `case, diacritics, blanks and hyphens do not count`(_ word: String) throws {
    #expect(try Self.vocabulary.one(word, among: Self.stones).id == "red-stone")
  }

  @Test(
    arguments: [
      ("red", "stone.unknown", "red-stone"), ("bleu", "stone.unknown", "blue"), ("", "stone.unknown", nil),
      ("blauw", "stone.ambiguous", "blue"),
    ] as [(String, String, String?)])
  func `what fits in part or twice is never guessed`(_ word: String, _ code: String, _ suggestion: String?) {
    #expect { try Self.vocabulary.one(word, among: Self.stones) } throws: { error in
      let error = error as? Diagnostic
      return error?.code == code && error?.suggestion == suggestion
    }
  }
}

/// Numbers, amounts and counts in two languages.
@Suite struct SentenceTests {
  @Test func `numbers have the marks of their language`() {
    #expect(Text.number(1234.5, decimals: 1) == Text(nl: "1.234,5", en: "1,234.5"))
    #expect(Text.number(1 - 0.4) == Text(nl: "0,6", en: "0.6"))
    #expect(Text.number(1.0 / 3) == Text(nl: "0,3333", en: "0.3333"))
    #expect(Text.number(12) == .verbatim("12"))
    #expect(Text.euros(-1250) == Text(nl: "-€ 1.250", en: "-€1,250"))
    #expect(Text.share(0.2958) == Text(nl: "29,6 %", en: "29.6%"))
    #expect(Text.count(1000) == Text(nl: "1.000", en: "1,000"))
  }

  @Test func `a count of one is single, none and several are plural`() {
    let step = Text(nl: "stap", en: "step")
    let steps = Text(nl: "stappen", en: "steps")
    #expect(Text.counted(0, step, steps) == Text(nl: "0 stappen", en: "0 steps"))
    #expect(Text.counted(1, step, steps) == Text(nl: "1 stap", en: "1 step"))
    #expect(Text.counted(2, step, steps) == Text(nl: "2 stappen", en: "2 steps"))
    #expect(Text.plural(1, step, steps) == step)
  }

  @Test func `a list shows its first and counts the rest`() {
    let names = ["a", "b", "c"]
    #expect(Text.list(names, atMost: 3) == .verbatim("a, b, c"))
    #expect(Text.list(names, atMost: 2) == Text(nl: "a, b en nog 1", en: "a, b and 1 more"))
    #expect(Text.quoted(["x"]) == .verbatim("'x'"))
    #expect(Text.list([]) == .verbatim(""))
  }

  @Test func `a day is written as people write it, and read as they type it`() throws {
    let day = try CalendarDate(typed: " 28-11-2026 ")
    #expect(try day == CalendarDate(typed: "2026-11-28"))
    #expect(Text.day(day) == Text(nl: "28 november 2026", en: "28 November 2026"))
    for word in ["29-2-2025", "28-11-26", "1-13-2026", "0-1-2026", "2026-1-1-1", "--", "", "28.11.2026"] {
      #expect { try CalendarDate(typed: word) } throws: { ($0 as? Diagnostic)?.code == "date.format" }
    }
    #expect(try CalendarDate(typed: "29-2-2024").day == 29)
  }
}
