import Testing
import WorkbenchKit

@Suite struct CitationTests {
  @Test func `whom a publication has something from stands behind the place`() throws {
    let citation = try Citation(field: [
      "id": "dossier", "place": ["nl": "bijlage 1", "en": "annex 1"], "from": "RIGO",
    ])
    #expect(citation.within.nl == "bijlage 1 (RIGO)" && citation.shown.en == "dossier, annex 1 (RIGO)")
    #expect(try Citation(field: citation.json) == citation)
  }

  @Test func `what is put together out of files is put together once, and not kept where it fails`() throws {
    let knowledge = KnowledgeBase(folder: "")
    var count = 0
    let make = { () throws -> Int in
      count += 1
      if count == 1 { throw FieldProblem(Text(nl: "kan niet", en: "cannot")) }
      return count
    }
    #expect(throws: FieldProblem.self) { try knowledge.derived("sum", make) }
    #expect(try knowledge.derived("sum", make) == 2)
    #expect(try knowledge.derived("sum", make) == 2)
  }
}
