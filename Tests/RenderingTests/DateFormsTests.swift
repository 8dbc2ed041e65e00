import Testing
import WorkbenchKit

@testable import Rendering

@Suite struct DateFormsTests {
  private let table: Table = {
    var until = Column.dates(
      "until", ["2024-02-29", "", "0001-01-01", "9999-12-31"].map { CalendarDate($0) },
      label: Text(nl: "tot", en: "until"))
    until.withheld[3] = "x"
    return Table(columns: [.texts("what", ["a", "b", "c", "d"]), until])
  }()

  @Test func `machine forms have the ISO text, and nothing where a date is missing or withheld`() {
    #expect(CSVForm().text(table) == "what,until\na,2024-02-29\nb,\nc,0001-01-01\nd,x\n")
    let json = JSONRenderer(language: .nl).line([.table(table)], line: 1, source: "s")
    #expect(json.contains(#"{"name":"until","type":"date"}"#))
    #expect(json.contains(#"[["a","2024-02-29"],["b",null],["c","0001-01-01"],["d",null]]"#))
    #expect(json.contains(#""withheld":[[3,"until","x"]]"#))
    #expect(MarkdownRenderer(language: .en).text(of: [.table(table)]).contains("| a | 2024-02-29 |"))
    var html = HTMLRenderer(language: .en)
    #expect(html.fragment(of: [.table(table)]).contains("2024-02-29"))
  }

  @Test(arguments: [Language.nl, .en])
  func `people read the ISO text in either language`(language: Language) {
    let text = TextRenderer(language: language).text(of: [.table(table)])
    for word in ["2024-02-29", "–", "0001-01-01", " x"] { #expect(text.contains(word)) }
    #expect(!text.contains("9999") && text.contains(language == .nl ? "tot" : "until"))
    #expect(NumberMarks(language).value(.date(CalendarDate("2024-02-29")!)) == "2024-02-29")
  }

  @Test func `an axis of dates has dates, on the screen, in a picture and for programs`() {
    let days = ["2024-02-29", "2024-03-31", "2025-01-01"].compactMap { CalendarDate($0) }
    let chart = Chart(
      .line, title: .verbatim("t"), x: Chart.Axis(.verbatim("tot"), isOfDates: true), y: Chart.Axis(.verbatim("n")),
      positions: days.map { Double($0.dayNumber) } + [.nan], series: [.init(name: "n", values: [1, 3, 2, 2])])
    let text = TextRenderer(language: .nl, columns: 60).text(of: [.chart(chart)])
    #expect(text.contains("2024-02-29") && text.contains("2025-01-01") && !text.contains("19.782"))
    let picture = SVGForm(language: .nl).picture(of: .chart(chart), id: "p") ?? ""
    #expect(picture.contains("jan 2024") && picture.contains("jan 2025") && !picture.contains("19.8"))
    let line = JSONRenderer(language: .nl).line([.chart(chart)], line: 1, source: "s")
    #expect(line.contains(#""positions":["2024-02-29","2024-03-31","2025-01-01",null]"#))
    #expect(line.contains(#""label":"tot","unit":null,"type":"date""#))
    #expect(ChartSummary(chart).text.nl.contains("(2024-03-31)"))
  }
}
