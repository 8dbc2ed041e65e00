import Testing
@_spi(Host) import WorkbenchKit

/// Reading items out of JSON: strictly out of a plugin's own data, and with what is not understood kept out of a workspace.
@Suite struct FieldsTests {
  private enum Kind: String, CaseIterable, FieldValue { case good, bad }

  private struct Item: FieldItem, NamedItem, Hashable {
    let id: String
    let kind: Kind?
    let score: Int?
    private let rest: [String: JSON]
    var label: Text { .verbatim(id) }

    init(_ fields: Fields) throws {
      id = try fields.name("id")
      kind = try fields["kind"]
      score = try fields.number("score", in: 1...5)
      rest = fields.rest
    }

    var json: JSON {
      .members(
        ["id": .string(id), "kind": kind.map { .string($0.rawValue) }, "score": score.map { .number(Double($0)) }],
        rest: rest)
    }
  }

  private struct Sheet: FieldItem {
    @ReadItems var items: [Item] = []

    init(_ fields: Fields) throws { _items = try fields.items("items") }
  }

  @Test(
    arguments: [
      (["id": ""], "'id' is empty"), ([:], "'id' is missing"),
      (["id": "a", "kind": "ugly"], "'kind' is none of: good, bad"),
      (["id": "a", "score": 6], "'score' is not from 1 through 5"),
      (["id": "a", "score": 1.5], "'score' is no whole number"),
    ] as [(JSON, String)])
  func `what is wrong with a member is said with its name`(json: JSON, words: String) throws {
    let problem = #expect(throws: FieldProblem.self) { try Item(field: json) }
    #expect(problem?.text.en == words)
  }

  @Test func `a list reads as its items, and is written with those that could not be read and members nobody knows`()
    throws
  {
    let json = try JSONReader.parse(
      Array(#"{"items":[{"id":"a","later":1},{"ID":"b"},{"id":"c","kind":"ugly"},{"id":"d"}]}"#.utf8))
    var sheet = try Sheet(field: json)
    #expect(sheet.items.map(\.id) == ["a", "d"] && sheet.$items.unread.map(\.name) == ["2", "c"])
    sheet.items.removeLast()
    #expect(sheet.$items.json(\.json).canonical == #"[{"id":"a","later":1},{"ID":"b"},{"id":"c","kind":"ugly"}]"#)
    let notice = Notice.unread(sheet.$items, Text(nl: "dingen", en: "things"))
    #expect(notice?.text.en == "things: cannot be read and is kept as it is: '2', 'c' (2: 'id' is missing)")
    let things = Vocabulary<Item>("thing", none: .verbatim("no thing"), wayOut: .verbatim(""))
    #expect(throws: Diagnostic.self) { try things.demandFree("c", among: sheet.$items) }
    try things.demandFree("e", among: sheet.$items)
  }

  @Test func `a piece of a document that cannot be read is an error and no empty piece`() throws {
    let name = PartName(.documents, "p/sheet")
    let handle = WorkspaceHandle([name: .init(Part(["items": 5]), step: 1)], owner: "p")
    #expect(try handle.read("none") { try Sheet(field: $0) } == nil)
    let error = #expect(throws: Diagnostic.self) { try handle.read("sheet") { try Sheet(field: $0) } }
    #expect(error?.code == "document.damaged")
    #expect(error?.message.en == "'sheet' in the workspace cannot be read: 'items' is no list")
  }

  @Test func `a notice is handed out once`() {
    let handle = WorkspaceHandle([:], owner: nil)
    let notice = Notice(.caution, .verbatim("a"))
    handle.note(notice)
    handle.note(notice)
    #expect(handle.takeNotices() == [notice] && handle.takeNotices().isEmpty)
  }

  @Test func `a citation keeps what it does not know`() throws {
    let json: JSON = ["id": "a", "place": "p. 1", "lines": [3, 4], "page": 9]
    #expect(try Citation(field: json).json == json)
  }

  @Test func `a role has small letters, one blank between words and at most 60 of all`() throws {
    #expect(try RoleName.checked("  De  Gemeente\t") == "de gemeente")
    #expect(try RoleName.checked(String(repeating: "a", count: 60)).count == 60)
    for words in ["", " ", String(repeating: "a", count: 61), "wijk 12345"] {
      #expect(throws: Diagnostic.self) { try RoleName.checked(words) }
    }
  }
}
