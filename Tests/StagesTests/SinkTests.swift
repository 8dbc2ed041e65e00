import Session
import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

/// A card: it can be told in which colour, and what is behind which letter.
private struct CardSink: AskingSink {
  struct Arguments: ArgumentGroup {
    let colour = Argument(
      flag: "colour", .choice([Candidate("red"), Candidate("blue")]), default: "blue",
      about: Text(nl: "welke kleur", en: "which colour"))
  }

  static let arguments = Arguments()

  let form = "card"
  let details: Text? = Text(nl: "Een kaartje.", en: "A card.")

  func write(_ result: WrittenResult, _ given: Given<Arguments>, in context: Context) throws -> SinkFile {
    guard let table = result.table else { throw Diagnostic("stage.notable", .verbatim("no table")) }
    return SinkFile(
      Array("\(given.colour) \(table.columnNames.joined(separator: ","))".utf8),
      what: Text(nl: "een kaart", en: "a card"),
      notices: [.caution(nl: "dun papier", en: "thin paper")])
  }
}

/// A leaf with the page on it.
private struct LeafSink: ResultSink {
  let form = "leaf"
  let writesPage = true

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    guard let page = result.page else { throw Diagnostic("to.failed", .verbatim("no page")) }
    return SinkFile(Array("\(page.language.rawValue): \(page.html)".utf8), what: Text(nl: "een blad", en: "a leaf"))
  }
}

@Suite struct SinkTests {
  private let lines: TableLines
  private let registry: Registry

  init() throws {
    lines = try TableLines(["t.csv": "a;b\n1;Klaassen\n"])
    registry = lines.session.registry
    registry.page = { blocks, _ in
      blocks.map { block in
        guard case .table(let table) = block else { return "?" }
        return TableLines.sheet(table).joined(separator: "/")
      }.joined(separator: "|")
    }
    let registry = registry
    registry.promise(
      PromisedForms(
        plugin: "cards", sources: [],
        sinks: [("card", Text(nl: "als kaart", en: "as a card")), ("leaf", Text(nl: "als blad", en: "as a leaf"))]
      ) {
        var registrar = Registrar(dataFolder: "")
        registrar.add(CardSink())
        registrar.add(LeafSink())
        try registry.add(registrar, owner: .init(name: "cards", version: "1.0.0"))
      })
  }

  private func file(_ name: String) -> String { String(decoding: lines.files.files[name] ?? [], as: UTF8.self) }

  @Test func `a sink is told by flags of its own, which are bound as any other`() throws {
    #expect(
      try lines.notices("read t.csv | to card c --colour red") == ["a card written to 'c'", "thin paper"])
    #expect(file("c") == "red a,b")
    _ = try lines.output("read t.csv | to card c")
    #expect(file("c") == "blue a,b")
    #expect(lines.error("read t.csv | to card c --colour green")?.code == "argument.choice")
    #expect(lines.error("read t.csv | to card c --size 2")?.code == "argument.unknown")
    #expect(lines.error("read t.csv | to card --colour red")?.code == "argument.missing")
    let parameters = try #require(try registry.find(["to", "card"])).registration.signature.parameters
    #expect(parameters.map(\.name) == ["file", "colour"])
  }

  @Test func `a sink that is told nothing takes what is usual`() throws {
    let context = lines.session.looking()
    let result = WrittenResult(blocks: [], table: Table(columns: [.numbers("n", [1])]))
    #expect(try CardSink().write(result, in: context).bytes == Array("blue n".utf8))
  }

  @Test func `a sink that writes the page gets it as the host makes it, without what is hidden`() throws {
    #expect(try lines.notices("read t.csv | to leaf l") == ["a leaf written to 'l'"])
    #expect(file("l").hasSuffix("a b/1 Klaassen"))
    #expect(lines.spot("read t.csv | to leaf") == "to.file at 14")
    #expect(lines.error("read t.csv | to leaf")?.wayOut?.en.contains("sheet.leaf") == true)
  }

  @Test func `forms of modules are named where a form is not there, without loading any`() throws {
    let error = try #require(lines.error("read t.csv | to crad x"))
    #expect(error.code == "argument.choice" && error.suggestion == "card")
    #expect(error.wayOut?.en.hasSuffix("svg, card, leaf") == true)
    #expect(lines.error("read t.csv | to cvs")?.suggestion == "csv")
    #expect(registry.registrations(under: ["to"]).map(\.signature.path) == [["to"]])
    #expect(registry.promisedForms.map(\.word) == ["card", "leaf"])
  }

  @Test func `forms that write pages are known apart, and others are none`() throws {
    #expect(registry.pageForms.map(\.word) == ["leaf"])
    #expect(try registry.pageSink("leaf")?.form == "leaf")
    #expect(try registry.pageSink("card") == nil)
    #expect(try registry.pageSink("none") == nil)
  }
}
