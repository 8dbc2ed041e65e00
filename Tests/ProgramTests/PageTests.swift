import Files
import Glibc
import TestSupport
import Testing

/// The pages that go on a table: a factsheet and the notebooks, as they are read, heard and printed.
@Suite struct PageTests {
  private static let notebooks = FilePath.names(in: "\(Places.root)/Notebooks").filter { $0.hasSuffix(".md") }.sorted()

  /// `wzw factsheet AREA | to html`, as it stands in the file.
  private func sheet(_ area: String, _ language: String, before lines: [String] = ["wzw demo"]) throws -> (
    html: String, folder: TemporaryFolder
  ) {
    let folder = TemporaryFolder()
    let run = Leerkring.run(
      ["--lang", language] + (lines + ["wzw factsheet \(area) | to html f.html"]).flatMap { ["-c", $0] },
      folder: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    return (try #require(folder.text("f.html")), folder)
  }

  private func notebook(_ name: String, in folder: TemporaryFolder) throws -> String {
    let run = Leerkring.run(
      ["notebook", "export", name, "--to", "html", folder("n.html")], folder: "\(Places.root)/Notebooks")
    #expect(run.code == 0, "\(run.errors)")
    return try #require(folder.text("n.html"))
  }

  // MARK: Read and heard

  @Test(arguments: ["nl", "en"], ["BU99010101", "GM9901"])
  func `a factsheet is sound for who hears it`(language: String, area: String) throws {
    #expect(PageFaults(try sheet(area, language).html).faults == [])
  }

  @Test(arguments: notebooks)
  func `a notebook is sound for who hears it`(name: String) throws {
    let html = try notebook(name, in: TemporaryFolder())
    #expect(PageFaults(html).faults == [])
  }

  @Test func `a factsheet says above all what it is about, that it is invented, and the answer`() throws {
    let html = try sheet("BU99010101", "nl").html
    let head = try #require(html.split(separator: "<header").last?.split(separator: "</header>").first)
    #expect(head.contains("<h1>Lindehof (BU99010101)</h1>"))
    #expect(head.contains("buurt in Wilgendal (verzonnen) · kerncijfers van 2024 · percentages van 2022"))
    #expect(head.contains("Wilgendal is verzonnen"))
    #expect(html.split(separator: "Wilgendal is verzonnen: deze").count == 3, "in the head, and at the foot of paper")
    #expect(
      html.contains(
        "<p class=\"answer\">In Lindehof wonen 2.150 mensen. 145 van de 680 65-plussers hebben moeite met bewegen (21,3\u{A0}%; Wilgendal 19,3\u{A0}%).</p>"
      ))
  }

  @Test func `columns that a screen leaves out stay out, and things go by their label`() throws {
    let html = try sheet("BU99010101", "nl").html
    for word in ["BeperkingInBewegen, 65+", ">methode<", ">laagste oordeel<", ">winkels-100<", ">within<"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("winkels voor dagelijkse boodschappen binnen 100\u{A0}m"))
  }

  @Test func `the same line gives the same bytes`() throws {
    #expect(try sheet("BU99010101", "nl").html == (try sheet("BU99010101", "nl").html))
  }

  // MARK: Printed

  private static let browsers: [String] = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
  private static let browser = browsers.first { access($0, X_OK) == 0 }
  private static let reader = "/usr/bin/pdftotext"
  private static let canPrint: Bool = {
    let can = browser != nil && access(reader, X_OK) == 0
    if !can { print("skipped: pages as they print, because Chromium or pdftotext is not there") }
    return can
  }()

  /// The pages of a file as Chromium prints them, in words; a page ends with a form feed.
  private func printed(_ file: String, in folder: TemporaryFolder) throws -> [Substring] {
    let run = ChildProcess.run(
      try #require(Self.browser),
      ["--headless", "--disable-gpu", "--print-to-pdf=\(folder("p.pdf"))", folder(file)]
        // As root there is no sandbox to be had.
        + (geteuid() == 0 ? ["--no-sandbox"] : []),
      environment: Leerkring.environment(home: folder.path))
    #expect(run.code == 0, "\(run.errors)")
    let words = ChildProcess.run(
      Self.reader, ["-layout", folder("p.pdf"), "-"], environment: Leerkring.environment())
    return words.output.split(separator: "\u{0C}")
  }

  /// Lines of a single letter, of which a column has some that is narrower than a word.
  private func lonely(_ pages: [Substring]) -> [String] {
    pages.flatMap { $0.split(separator: "\n") }.map { $0.filter { !$0.isWhitespace } }
      .filter { $0.count == 1 && $0.allSatisfy(\.isLetter) }.map { String($0) }
  }

  @Test(.enabled(if: canPrint), arguments: ["nl", "en"], ["BU99010101", "WK990101", "GM9901"])
  func `a factsheet is one sheet of paper`(language: String, area: String) throws {
    let pages = try printed("f.html", in: sheet(area, language).folder)
    #expect(pages.count <= 2)
    #expect(lonely(pages) == [])
    // The blanks round the stroke are drawn, and not always read back.
    for (number, page) in pages.enumerated() {
      #expect(page.filter { !$0.isWhitespace }.contains("\(number + 1)/\(pages.count)"))
    }
  }

  @Test(.enabled(if: canPrint && Places.hasRealData), arguments: ["nl", "en"])
  func `a factsheet of Hengelo's real figures is one sheet of paper`(language: String) throws {
    let data = try #require(Places.realData)
    let lines = ["kwb_nl_2024.csv' --year 2024", "rivm_50090NED_2020_65plus.csv' --year 2020"].map {
      "wzw import '\(data)/\($0) --only GM0164"
    }
    let pages = try printed("f.html", in: sheet("BU01640501", language, before: lines).folder)
    #expect(pages.count <= 2)
    #expect(lonely(pages) == [])
  }
}
