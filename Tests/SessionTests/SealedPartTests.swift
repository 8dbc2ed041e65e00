import Testing
@_spi(Host) import WorkbenchKit

@testable import Session

/// Parts of a workspace in which something is hidden.
@Suite struct SealedPartTests {
  private func redactor(_ words: [String]) -> Redactor {
    let vault = OpenVault()
    let redactor = Redactor(vault: vault)
    vault.hidden = words.map { word in
      let figure = WrittenFigure.phrase(of: word)
      return HiddenWord(
        digest: redactor.digest(figure ?? HiddenWords(word).phrase, "0"), length: HiddenWords(word).words.count,
        added: "")
    }
    redactor.attend("0")
    return redactor
  }

  private static let document: JSON = ["title": "van Jan", "Jan": [1, 123_456_782], "kind": ["table": true]]

  @Test func `a document says what may be read, and opens to what was written`() throws {
    let redactor = redactor(["Jan", "123456782", "title"])
    let part = Part(Self.document)
    let sealed = try #require(try redactor.sealed(part, in: .documents, "0"))
    let text = String(decoding: sealed.canonical(), as: UTF8.self)
    #expect(!text.contains("Jan") && !text.contains("123456782") && text.contains("▇▇▇"))
    #expect(try redactor.opened(sealed, "0").json() == Self.document)
    #expect(try redactor.opened(Part(canonical: sealed.canonical()), "0").json() == Self.document)
    #expect(try redactor.redacted(sealed, in: .documents) == nil)
    #expect(try redactor.sealed(sealed, in: .documents, "0") == sealed)
  }

  @Test func `where a seal cannot be opened it goes on beside what is hidden anew`() throws {
    let sealed = try #require(try redactor(["Jan"]).sealed(Part(Self.document), in: .documents, "0"))
    let text = String(decoding: sealed.canonical(), as: UTF8.self)
    let broken = Part(canonical: Array(text.replacing("\"v1:", with: "\"v0:").utf8))
    let seal = try #require(broken.seal)
    let again = try redactor(["van"]).sealed(broken, in: .documents, "0")
    #expect(
      again?.seal == seal && again.map { !String(decoding: $0.canonical(), as: UTF8.self).contains("van ") } == true)
  }

  @Test func `a kept result is sealed for a figure on its map, and for words among its sources alone`() throws {
    let area = AreaMap.Area(code: "BU1", name: "Dorp", rings: [], value: 123_456_782)
    let map = AreaMap(
      title: .verbatim("n"), label: .verbatim("n"), coordinates: AreaMap.Coordinates.allCases[0], areas: [area],
      breaks: [])
    let hiding = redactor(["123456782"])
    _ = hiding.redacted(.map(map))
    #expect(hiding.hits == 1)
    var provenance = Provenance()
    provenance.sources = [Source(id: "x", title: "register van Jan", publisher: "Jan", date: "")]
    let told = redactor(["Jan"]).redacted(provenance)
    #expect(told.sources.map(\.title) == ["register van ▇▇▇"])
  }

  @Test func `a table keeps its form, and its rows in their order`() throws {
    let table = Table(columns: [.texts("title", ["Jan", nil]), .numbers("n", [123_456_782, 5])])
    let sealed = try #require(try redactor(["Jan", "123456782", "title"]).sealed(Part(table), in: .tables, "0"))
    let shown = try sealed.table()
    #expect(
      shown.columnNames == ["▇▇▇", "n"] && shown.columns[1].withheld == [0: "▇▇▇"]
        && shown.columns[0].texts == ["▇▇▇", nil])
    #expect(try redactor(["Jan"]).opened(sealed, "0").table() == table)
  }

  @Test func `a text of a person's own, a number that is set, and a version stay what they are`() throws {
    let redactor = redactor(["Jan", "42", "10"])
    let title = try #require(try redactor.sealed(Part("voor Jan"), in: .about, "0"))
    let kept = String(decoding: title.canonical(), as: UTF8.self)
    #expect(kept.contains("voor ▇▇▇") && !kept.contains("Jan"))
    #expect(try redactor.opened(title, "0").json() == "voor Jan")
    let seed = try #require(try redactor.sealed(Part(42), in: .settings, "0"))
    #expect(!String(decoding: seed.canonical(), as: UTF8.self).contains("42"))
    #expect(try redactor.opened(seed, "0").json() == 42)
    #expect(try redactor.sealed(Part(10), in: .schemas, "0") == nil)
    #expect(try redactor.sealed(Part("niets"), in: .about, "0") == nil)
  }

  @Test func `what looks like a seal within a text is none`() {
    let part = Part(["note": .string("\"leerkring.sealed\":\"v1:00\"")])
    _ = part.canonical()
    #expect(part.seal == nil)
  }
}
