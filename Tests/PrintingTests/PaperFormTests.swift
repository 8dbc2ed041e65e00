import Files
import Printing
import Session
import TestSupport
import Testing
import WorkbenchKit

/// Pages that another program makes; where it is not there, skipped with the reason.
@Suite(.serialized) struct PaperFormTests {
  private static let page = """
    <!DOCTYPE html>
    <html lang="nl"><head><meta charset="utf-8"><title>Blad</title><style>@page{size:A4;margin:18mm}</style></head>
    <body><h1>Blad</h1><p>Eén zin met € en ë.</p>
    <svg role="img" width="360" height="120" viewBox="0 0 360 120"><title>Kaart</title><desc>twee "vlakken"</desc>
    <rect x="10" y="10" width="150" height="100" fill="#0072b2"/><rect x="180" y="10" width="150" height="100"/></svg>
    <table><thead><tr><th scope="col">wijk</th><th scope="col">mensen</th></tr></thead>
    <tbody><tr><td>Noord</td><td style="text-align:right">1.234</td></tr></tbody></table></body></html>
    """

  private func make(_ form: PaperForm, _ page: String = page) throws -> (bytes: [UInt8], notices: [Notice]) {
    try PaperForms.make(form, of: page, in: .nl) {}
  }

  /// The parts of a ZIP file that are there, by the names in its directory.
  private func names(_ bytes: [UInt8]) -> [String] {
    let mark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    return bytes.ranges(of: mark).map { found in
      let length = Int(bytes[found.lowerBound + 28]) | Int(bytes[found.lowerBound + 29]) << 8
      return String(decoding: bytes[(found.lowerBound + 46)...].prefix(length), as: UTF8.self)
    }
  }

  @Test(.enabled(if: Machine.has("chromium"), "there is no Chromium"))
  func `a page is printed on A4, without a date, and the same every time`() throws {
    let (bytes, notices) = try make(.pdf)
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/MediaBox [0 0 595 842]") || text.contains("/MediaBox [0 0 594.95996 841.91998]"))
    #expect(!text.contains("/CreationDate (") && !text.contains("/ModDate ("))
    #expect(try make(.pdf).bytes == bytes)
    // As root there is no sandbox, and that is said.
    #expect(notices.isEmpty == !Machine.isRoot)
  }

  @Test(.enabled(if: Machine.has("pandoc") && Machine.has("rsvg-convert"), "there is no pandoc or no rsvg-convert"))
  func `a document has the picture, is A4, and is the same every time`() throws {
    let word = try make(.docx)
    #expect(names(word.bytes).contains { $0.hasPrefix("word/media/") && $0.hasSuffix(".png") })
    #expect(names(word.bytes).contains("word/footer1.xml") && word.notices.isEmpty)
    #expect(try make(.docx).bytes == word.bytes)
    let open = try make(.odt)
    #expect(names(open.bytes).first == "mimetype" && names(open.bytes).contains { $0.hasSuffix(".png") })
    #expect(try make(.odt).bytes == open.bytes)
  }

  @Test(.enabled(if: Machine.has("pandoc"), "there is no pandoc"))
  func `a page without pictures needs no other program`() throws {
    let bytes = try make(.docx, "<html><body><h1>Kop</h1><p>tekst</p></body></html>").bytes
    #expect(names(bytes).contains("word/document.xml") && !names(bytes).contains { $0.hasSuffix(".png") })
  }

  @Test(.enabled(if: Machine.has("chromium"), "there is no Chromium"))
  func `an interrupt ends the browser, and nothing of it stays`() throws {
    struct Stopped: Error {}
    let before = Machine.temporaryNames()
    var times = 0
    #expect(throws: Stopped.self) {
      try PaperForms.make(.pdf, of: Self.page, in: .nl) {
        times += 1
        if times == 3 { throw Stopped() }
      }
    }
    #expect(Machine.temporaryNames() == before)
  }

  @Test func `a form for paper asks for a file`() {
    for form in PaperForm.allCases {
      let error = Registry.needsFile(form.rawValue, at: nil)
      #expect(error.code == "to.file" && error.wayOut?.nl.contains("blad.\(form.rawValue)") == true)
    }
  }
}
