import TestSupport
import Testing
import WorkbenchKit

@testable import Rendering

/// What makes a page fit for the table: its head, its order, tables that fit on A4.
@Suite struct PageTests {
  private func page(_ blocks: [Block], _ language: Language = .nl) -> String {
    HTMLRenderer.page(of: blocks, language: language)
  }

  private func part(_ html: String, _ open: String, _ close: String) -> String {
    guard let start = html.firstRange(of: open), let end = html[start.upperBound...].firstRange(of: close) else {
      return ""
    }
    return String(html[start.upperBound..<end.lowerBound])
  }

  private let invented = Notice.warning(nl: "alles is verzonnen", en: "all is invented")

  // MARK: The head

  @Test func `the title has what it is about under it, and what bears on all of the page`() {
    let html = page([
      .heading(Heading(.verbatim("Noord"), under: .verbatim("buurt in Stad"))), .notice(invented),
      .paragraph(.verbatim("In Noord wonen 3 mensen.")), .heading(Heading(.verbatim("Deel"), level: 2)),
      .paragraph(.verbatim("Meer.")), .notice(invented),
    ])
    let head = part(html, "<header class=\"title\">", "</header>")
    #expect(head.contains("<h1>Noord</h1>\n<p class=\"under\">buurt in Stad</p>"))
    #expect(head.contains("<strong>Waarschuwing:</strong> alles is verzonnen"))
    #expect(html.split(separator: "</strong> alles is verzonnen").count == 2)
    #expect(html.contains("<p class=\"answer\">In Noord wonen 3 mensen.</p>") && html.contains("<p>Meer.</p>"))
    #expect(html.contains("@top-left{content:\"Noord · buurt in Stad\""))
    #expect(html.contains("@bottom-left{content:\"alles is verzonnen\""))
  }

  @Test func `words in the margins of paper end no string and no style`() {
    #expect(PageStyle.string("a\"b\\c</style>") == "\"a\\22 b\\5c c\\3c /style\\3e \"")
    let html = page([.heading(Heading(.verbatim("</style><script>x\"")))])
    #expect(!html.contains("</style><script") && html.split(separator: "</style>").count == 2)
  }

  @Test func `headings skip no level, however their authors counted`() {
    let levels = [3, 3, 5, 2, 6, 6, 1]
    let html = page(
      [.heading(Heading(.verbatim("T")))] + levels.map { .heading(Heading(.verbatim("k\($0)"), level: $0)) })
    let found = html.split(separator: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
    #expect(found == [1, 2, 2, 3, 2, 3, 3, 2])
    #expect(PageFaults(html).faults == [])
  }

  @Test func `eight headings have contents, seven have none`() {
    let heads = (1...8).map { Block.heading(Heading(.verbatim("k\($0)"), level: 2)) }
    #expect(
      page([.heading(Heading(.verbatim("T")))] + heads).contains("<nav class=\"contents\" aria-label=\"Inhoud\">"))
    #expect(!page([.heading(Heading(.verbatim("T")))] + heads.dropLast()).contains("<nav"))
  }

  @Test func `what has to be said stands at the end of its section, cautions first, each once`() {
    let html = page([
      .heading(Heading(.verbatim("T"))), .heading(Heading(.verbatim("een"), level: 2)),
      .info(nl: "goed om te weten", en: ""), .caution(nl: "let op dit", en: ""), .caution(nl: "let op dit", en: ""),
      .paragraph(.verbatim("tekst")), .heading(Heading(.verbatim("twee"), level: 2)),
    ])
    let order = ["tekst</p>", "let op dit", "goed om te weten", ">twee<"].compactMap {
      html.firstRange(of: $0)?.lowerBound
    }
    #expect(order == order.sorted() && order.count == 4)
    #expect(html.split(separator: "let op dit").count == 2 && html.split(separator: "<ul class=\"notes\">").count == 2)
  }

  // MARK: Figures

  @Test func `few short figures are tiles, with the unit small; long ones a list; what words say already is left out`()
  {
    var few = Facts()
    few.add("a", .number(2150, unit: .persons), label: .verbatim("inwoners"))
    #expect(
      page([.facts(few)]).contains("<div><dt>inwoners</dt><dd>2.150 <small>personen</small></dd>")
    )
    var long = few
    long.add("b", .text("een antwoord dat langer is dan een tegel"), label: .verbatim("b"))
    #expect(page([.facts(long)]).contains("<dl class=\"figures\">"))
    var many = Facts()
    for number in 0...12 { many.add("f\(number)", number) }
    #expect(page([.facts(many)]).contains("<dl class=\"figures\">"))
    few.isDetail = true
    #expect(!page([.facts(few)]).contains("<dl"))
  }

  // MARK: Tables

  private func table(_ columns: [Column]) -> String { page([.table(Table(title: .verbatim("t"), columns: columns))]) }

  @Test func `a column that a screen leaves out is left out, and a label stands in place of its id`() {
    let html = table([
      .texts("thing", ["x-100"], label: .verbatim("ding")),
      .texts("label", ["een ding van honderd"], label: .verbatim("wat")).asDetail(),
      .texts("how", ["direct"]).asDetail(), .counts("n", [3]),
    ])
    #expect(html.contains(">ding</th>") && html.contains("<th scope=\"row\">een ding van honderd</th>"))
    for word in ["x-100", "wat", "direct", "how"] { #expect(!html.contains(">\(word)<")) }
  }

  private func numbers(_ count: Int, rows: Int) -> [Column] {
    (0..<count).map { .numbers("kolom \($0)", (0..<rows).map { Double($0) * 1000 + 1000 }) }
  }

  private func form(_ columns: [Column], rows: Int) -> PageTableForm.Form {
    PageTableForm(columns.map { ColumnCells($0, marks: NumberMarks(.nl)) }, rows: rows).form
  }

  @Test func `what fits on A4 stays as it is; one column too many turns a table of few rows and parts one of many`() {
    let names = Column.texts("naam", (0..<9).map { "Gebied \($0)" })
    let fitting = (1...40).last { form([names] + numbers($0, rows: 9), rows: 9) == .plain } ?? 0
    #expect((8...16).contains(fitting))
    let more = [names] + numbers(fitting + 1, rows: 9)
    guard case .parts(let parts) = form(more, rows: 9) else {
      Issue.record("not in parts")
      return
    }
    #expect(parts.count == 2 && parts.allSatisfy { $0.first == 0 })
    #expect(parts.flatMap { $0.dropFirst() } == Array(1..<more.count), "every column once, in its order")
    let few = more.map { $0.rows([0, 1]) }
    #expect(form(few, rows: 2) == .turned)
  }

  @Test func `every cell of a table that is parted, turned or listed is there`() {
    let prose = (0..<6).map { column in
      Column.texts(
        "tekst \(column)",
        (0..<9).map { "rij \($0) kolom \(column): " + String(repeating: "een lange zin ", count: 20) })
    }
    let wide = [Column.texts("naam", (0..<9).map { "G\($0)" })] + numbers(30, rows: 9)
    #expect(form(prose, rows: 9) == .records)
    for columns in [prose, wide, wide.map { $0.rows([0, 1, 2]) }] {
      let html = table(columns)
      for column in columns {
        #expect(html.contains(">\(column.name)</th>") || column.name == columns[0].name)
        for row in 0..<column.count { #expect(html.contains(ColumnCells(column, marks: NumberMarks(.nl)).text(row))) }
      }
      #expect(PageFaults(html).faults == [])
    }
  }

  @Test func `no column is narrower than its words, but for one of more than a line of letters`() {
    let word = "voorzieningenniveau"
    let cells = ColumnCells(.texts("a", [word, "kort"]), marks: NumberMarks(.nl))
    let least = PageTableForm([cells], rows: 2).least[0] ?? 0
    #expect(least >= TextMeasure.width(word, size: 1))
    let long = ColumnCells(.texts("a", [String(repeating: "a_", count: 60)]), marks: NumberMarks(.nl))
    let bounded = PageTableForm([long], rows: 1).least[0] ?? 0
    #expect(bounded >= 9 && bounded <= 20)
  }

  @Test func `tables of nothing, of no rows and of one column`() {
    #expect(table([]).contains("(een lege tabel)"))
    #expect(table([.texts("a", [])]).contains("(geen rijen)"))
    #expect(PageFaults(table([.texts("a", ["x"])])).faults == [])
  }

  // MARK: Pictures

  @Test func `pictures that compare stand beside each other, others under each other`() {
    #expect(page([.chart(Samples.bars), .chart(Samples.bars)]).contains("<div class=\"pair\">"))
    #expect(
      !page([.chart(Samples.bars), .paragraph(.verbatim("tussen")), .chart(Samples.bars)]).contains(
        "<div class=\"pair\">"))
    #expect(!page([.chart(Samples.bars), .map(Samples.map)]).contains("<div class=\"pair\">"))
  }

  @Test func `a page of every kind of block is sound for who hears it`() {
    let every: [Block] = [
      .heading(Heading(.verbatim("kop"))), .paragraph(.verbatim("alinea")), .table(Samples.estimates),
      .chart(Samples.bars), .facts(Samples.facts), .notice(Notice(.info, .verbatim("noot"))), .sources(Samples.sources),
      .text("a,b\n"), .map(Samples.map), .matrix(Samples.matrix), .timeline(Samples.timeline), .matrix(Samples.heat),
      .chart(Samples.quadrant), .sources(Samples.sources), .table(Samples.estimates),
    ]
    for language in Language.allCases { #expect(PageFaults(page(every + every, language)).faults == []) }
  }
}
