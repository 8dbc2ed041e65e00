import Testing
import WorkbenchKit

@testable import Rendering

/// Whatever numbers and names come, a picture comes out: no line too wide, nothing that is no text, and soon.
@Suite struct PictureFuzzTests {
  private struct Source {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }

    mutating func number() -> Double {
      let odd: [Double] = [
        0, -0.0, 1, -1, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 1e-300, 1e15, 0.1, 52.1,
        5.4, 155_000, 1e18,
      ]
      return next(3) == 0 ? odd[next(odd.count)] : Double(next(2001) - 1000) / 10
    }

    mutating func word() -> String {
      let odd = [
        "", " ", "a", "wijk", "\u{1B}[31m", "<b>&\"'", "\u{202E}om", "👩‍👩‍👧", "宽字", "e\u{301}",
        String(repeating: "x", count: 300),
        "\n\t", "Berflo Es Noord", "\u{FFFE}",
      ]
      return odd[next(odd.count)]
    }

    mutating func text() -> Text { next(2) == 0 ? .verbatim(word()) : Text(nl: word(), en: word()) }
    mutating func numbers() -> [Double] { (0..<next(14)).map { _ in number() } }
    mutating func words() -> [String] { (0..<next(14)).map { _ in word() } }

    mutating func range() -> ClosedRange<Double>? {
      let (low, high) = (number(), number())
      return next(2) == 0 && low <= high ? low...high : nil
    }

    mutating func axis() -> Chart.Axis {
      Chart.Axis(
        text(), unit: next(2) == 0 ? .share : nil, range: range(), low: next(2) == 0 ? text() : nil,
        high: next(2) == 0 ? text() : nil)
    }

    mutating func chart() -> Block {
      let kinds = Chart.Kind.allCases
      return .chart(
        Chart(
          kinds[next(kinds.count)], title: text(), x: axis(), y: axis(), categories: words(), positions: numbers(),
          series: (0..<next(4)).map { _ in .init(name: word(), values: numbers()) }, labels: words()))
    }

    mutating func map() -> Block {
      .map(
        AreaMap(
          title: text(), label: text(), coordinates: next(2) == 0 ? .rd : .wgs84,
          areas: (0..<next(9)).map { _ in
            .init(
              code: word(), name: word(),
              rings: (0..<next(3)).map { _ in (0..<next(9)).map { _ in .init(x: number(), y: number()) } },
              value: number(), withheld: next(5) == 0 ? "<5" : nil)
          }, breaks: numbers()))
    }

    mutating func matrix() -> Block {
      let isNumeric = next(2) == 0
      return .matrix(
        CellMatrix(
          title: text(), rowHeading: text(), columnHeading: text(), rows: words().map { .init($0) },
          columns: words().map { .init($0) },
          cells: (0..<next(9)).map { _ in
            (0..<next(9)).map { _ in
              isNumeric
                ? .init(number: number())
                : .init([.init(text(), label: next(2) == 0 ? text() : nil)], mark: CellMatrix.Mark.allCases[next(5)])
            }
          }, range: range()))
    }

    mutating func flow() -> Block {
      let ids = (0..<next(9)).map { "n\($0)" } + words()
      func unit(_ number: Int) -> Unit? { [nil, .euro, .persons, .share][number] }
      let marks: [CellMatrix.Mark?] = CellMatrix.Mark.allCases + [nil]
      return .flow(
        Flow(
          title: text(), columns: (0..<next(6)).map { .init("c\($0)", label: next(2) == 0 ? text() : nil) },
          nodes: ids.map { id in
            .init(
              id, label: next(2) == 0 ? text() : nil, column: "c\(next(7))", value: number(), unit: unit(next(4)),
              mark: marks[next(6)], withheld: next(6) == 0 ? word() : nil)
          },
          links: (0..<next(30)).map { _ in
            .init(
              from: ids.isEmpty ? word() : ids[next(ids.count)], to: next(9) == 0 ? word() : "n\(next(9))",
              value: number(), label: next(3) == 0 ? text() : nil, mark: marks[next(6)])
          }))
    }

    mutating func timeline() -> Block {
      .timeline(
        Timeline(
          title: text(),
          rows: (0..<next(6)).compactMap { _ in
            CalendarDate(dayNumber: next(3_000_000) - 719_162).map {
              .init(
                what: text(), start: $0, end: next(2) == 0 ? $0.adding(days: next(4000)) : nil, who: text(),
                source: text(), group: next(2) == 0 ? text() : nil)
            }
          }))
    }
  }

  @Test(arguments: 1...10) func `a picture comes out of anything`(seed: Int) {
    var source = Source(state: UInt64(seed))
    for _ in 0..<8 {
      let blocks = [source.chart(), source.map(), source.matrix(), source.timeline(), source.flow()]
      for columns in [20, 41, 100] {
        let text = TextRenderer(language: .nl, columns: columns, rows: 12).text(of: blocks)
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth.of(String(line)) <= columns, "\(columns): \(line)")
          #expect(line.unicodeScalars.allSatisfy { !$0.isUnsafeOnTerminal })
        }
      }
      #expect(!TextRenderer(language: .en, columns: 80, style: .coloured).text(of: blocks).isEmpty)
      let svg = SVGForm(language: .en).pictures(of: blocks) ?? ""
      #expect(!svg.contains("<b>") && !svg.contains("nan") && !svg.contains("inf\""))
      #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeOnTerminal })
      let page = HTMLRenderer.page(of: blocks, language: .nl)
      #expect(!page.contains("<b>"))
    }
  }
}
