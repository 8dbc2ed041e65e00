import Rendering
import Testing
import WorkbenchKit

@Suite("Charts in text")
struct ChartTests {
  private func text(_ chart: Chart, columns: Int = 44) -> String {
    TextRenderer(language: .nl, columns: columns).text(of: [.chart(chart)])
  }

  private func chart(
    _ kind: Chart.Kind, categories: [String] = [], positions: [Double] = [], _ series: [(String, [Double])]
  ) -> Chart {
    Chart(
      kind, title: .verbatim("Titel"), x: .init(.verbatim("x")), y: .init(.verbatim("y"), unit: .share),
      categories: categories, positions: positions, series: series.map { .init(name: $0.0, values: $0.1) })
  }

  @Test("bars below zero go to the left, missing values are marked")
  func negative() {
    #expect(
      text(chart(.bar, categories: ["a", "bb", "c", "d"], [("s", [0.2, -0.1, .nan, 0])])) == """
          Titel
          y (%) per x
          a              ██████████████████████ 20
          bb  ███████████ -10
          c               –
          d               0

        """)
  }

  @Test("bars of several series stand under one another by name")
  func several() {
    #expect(
      text(chart(.bar, categories: ["Noord", "Zuid"], [("2020", [0.2, 0.1]), ("2024", [0.4])])) == """
          Titel
          y (%) per x
          Noord  2020  █████████████ 20
                 2024  ██████████████████████████ 40
          Zuid   2020  ██████▌ 10
                 2024  –

        """)
  }

  @Test("a histogram has a bar for each class")
  func histogram() {
    #expect(
      text(chart(.histogram, categories: ["0–10", "10–20"], [("n", [0.01, 0.02])]), columns: 24) == """
          Titel
          y (%) per x
          0–10   ██████▌ 1
          10–20  █████████████ 2

        """)
  }

  @Test("a line has axes with round numbers")
  func line() {
    #expect(
      text(chart(.line, positions: [2020, 2022, 2024], [("s", [0.1, 0.4, 0.25])])) == """
          Titel
          y (%)
          40 ┤                  ⡔⠑⠢⣀
             │                ⡠⠊    ⠑⠢⢄
             │              ⢀⠔⠁        ⠉⠢⢄
             │             ⡰⠁             ⠉⠢⢄
          30 ┤           ⢠⠊                  ⠉⠢⢄⡀
             │         ⢀⠔⠁                      ⠈⠒⢄⡀
             │        ⡠⠊                           ⠈
          20 ┤      ⢀⠜
             │     ⡰⠁
             │   ⡠⠊
             │ ⢀⠔⠁
          10 ┤⡠⠃
             └──────────────────────────────────────
              2020                              2024
                                                   x

        """)
  }

  @Test("points of several series have letters and a list of names")
  func letters() {
    #expect(
      text(chart(.scatter, positions: [0, 1, 2], [("Noord", [0, 1, 2]), ("Zuid", [2, .nan, 0])]), columns: 30)
        == """
          Titel
          y (%)
          200 ┤b                     a
              │
              │
          150 ┤
              │
              │
          100 ┤           a
              │
           50 ┤
              │
              │
            0 ┤a                     b
              └───────────────────────
               0                     2
                                     x
          a Noord  b Zuid

        """)
  }

  @Test("without data say so")
  func nothing() {
    for kind in Chart.Kind.allCases {
      #expect(text(chart(kind, [])) == "  Titel\n  (geen gegevens)\n")
      #expect(text(chart(kind, categories: ["a"], [("s", [.nan])])) == "  Titel\n  (geen gegevens)\n")
    }
  }

  @Test("of any size of number are drawn")
  func extremes() {
    let numbers: [[Double]] = [
      [0], [1, 1], [-5], [1e308, -1e308], [.leastNonzeroMagnitude, 0], [1e300, 1e300], [.infinity, 1],
      [0.1, 0.1 + 1e-17],
      [1e15, 1e15 + 0.125], [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
    ]
    for kind in Chart.Kind.allCases {
      for values in numbers {
        for columns in [20, 33, 80] {
          let drawn = text(chart(kind, positions: values, [("a", values), ("b", values.reversed())]), columns: columns)
          for line in drawn.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= columns, "\(line)") }
        }
      }
    }
  }
}
