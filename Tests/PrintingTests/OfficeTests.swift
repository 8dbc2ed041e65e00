import Files
import Glibc
import Printing
import TestSupport
import Testing
import WorkbenchKit

/// Documents as LibreOffice opens them; where it is not there, skipped with the reason.
@Suite(.serialized) struct OfficeTests {
  private static let canOpen: Bool = {
    let can = ["soffice", "pandoc", "rsvg-convert", "pdftotext", "pdfimages"].allSatisfy(Machine.has)
    if !can {
      print("skipped: documents in LibreOffice, because it, pandoc, rsvg-convert or poppler-utils is not there")
    }
    return can
  }()

  private static let page = """
    <!DOCTYPE html><html lang="nl"><head><title>Blad</title></head><body><h1>Blad</h1>
    <svg role="img" width="360" height="120" viewBox="0 0 360 120"><title>Kaart</title>
    <rect x="10" y="10" width="150" height="100" fill="#0072b2"/></svg>
    <dl class="tiles"><div><dt>inwoners</dt><dd>2.150</dd></div></dl>
    <table><thead><tr><th>randvoorwaarde</th><th class="number">aanbod</th><th>wie</th></tr></thead>
    <tbody><tr><th scope="row">begeleiding</th><td class="number">1.234</td><td>iedereen</td></tr></tbody></table></body></html>
    """

  private func run(_ line: String, in folder: TemporaryFolder) -> String {
    let shell = "cd '\(folder.path)' && HOME='\(folder.path)' && export HOME && \(line)"
    return ChildRun.spawn("/bin/sh", ["sh", "-c", shell])?.output ?? ""
  }

  @Test(.enabled(if: OfficeTests.canOpen), arguments: [PaperForm.docx, .odt])
  func `a document opens, is A4, and has its picture, its words whole and its figures in a row`(form: PaperForm) throws
  {
    let folder = TemporaryFolder()
    folder.write(try PaperForms.make(form, of: Self.page, in: .nl) {}.bytes, to: "d.\(form.rawValue)")
    let said = run("timeout 120 soffice --headless --convert-to pdf d.\(form.rawValue) 2>&1", in: folder)
    #expect(folder.read("d.pdf")?.starts(with: Array("%PDF".utf8)) == true, "\(said)")
    let text = run("pdftotext -layout d.pdf -", in: folder)
    let rows = text.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains(["inwoners", "2.150"]) && rows.contains(["begeleiding", "1.234", "iedereen"]), "\(text)")
    #expect(text.contains("randvoorwaarde"))
    #expect(run("pdfimages -list d.pdf", in: folder).split(separator: "\n").count > 2)
    #expect(run("pdfinfo d.pdf", in: folder).contains("(A4)"))
  }
}
