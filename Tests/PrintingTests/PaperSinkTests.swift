import Stages
import TestSupport
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import PaperForms

/// `to pdf`, `to docx` and `to odt` as lines ask for them.
@Suite(.serialized) struct PaperSinkTests {
  private func bench() throws -> Workbench {
    let forms = TextForms(
      table: { _, _ in "" }, csv: { _, _, _ in [] }, json: { _ in [] }, jsonl: { _ in [] }, markdown: { _, _ in "" },
      html: { _, _ in "" }, svg: { _, _ in nil })
    let catalogue = StageCatalogue.all(forms: forms)
    let bench = try Workbench(
      PaperFormsPlugin(), data: "\(Places.root)/Plugins/PaperForms/Knowledge/Data", commands: catalogue.commands,
      stages: catalogue.stages)
    bench.file("t.csv", "wijk;mensen\nNoord;1234\n")
    return bench
  }

  @Test func `a form for paper asks for a file, with the way out, before a program is looked for`() throws {
    let bench = try bench()
    for form in ["pdf", "docx", "odt"] {
      let error = try #require(bench.error("read t.csv | to \(form)"))
      #expect(error.code == "to.file" && error.wayOut?.nl.contains("blad.\(form)") == true)
    }
  }

  @Test(.enabled(if: Machine.has("pandoc"), "there is no pandoc"))
  func `a document is written by the host, and the same every time`() throws {
    let bench = try bench()
    let output = try bench.run("read t.csv | to docx t.docx")
    #expect(output.blocks == [.info(nl: "uitkomst geschreven naar 't.docx'", en: "result written to 't.docx'")])
    let first = try #require(bench.folder.read("t.docx"))
    #expect(first.starts(with: Array("PK".utf8)))
    try bench.run("read t.csv | naar docx t.docx")
    #expect(bench.folder.read("t.docx") == first)
  }

  @Test func `a sink without a page says so`() throws {
    let error = #expect(throws: Diagnostic.self) {
      try PaperSink(paper: .pdf).write(WrittenResult(blocks: []), in: try bench().session.looking())
    }
    #expect(error?.code == "to.failed" && error?.wayOut != nil)
  }
}
