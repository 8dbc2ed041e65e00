import Testing
import WorkbenchKit

@testable import Rendering

/// What stands on a map besides its shades: lines between neighbours, what it is about, names.
@Suite struct MapMarkTests {
  private func map(
    _ values: [Double], across: Int, breaks: [Double] = [1, 2], marked: [String] = []
  ) -> AreaMap {
    AreaMap(
      title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd,
      areas: values.enumerated().map { index, value in
        .init(
          code: "A\(index)", name: "Naam\(index)",
          rings: [Samples.square(Double(index % across) * 10, Double(index / across) * 10)], value: value)
      }, breaks: breaks, marked: marked)
  }

  private func lines(_ map: AreaMap, columns: Int = 60, rows: Int = 40, style: TextStyle = .plain) -> String {
    TextRenderer(language: .nl, columns: columns, rows: rows, style: style).text(of: [.map(map)])
  }

  // MARK: Lines

  @Test func `a line stands between neighbours of one class, none where the shades differ`() {
    #expect(lines(map([1, 1], across: 2), columns: 30).contains("│"))
    #expect(!lines(map([1, 2], across: 2), columns: 30).contains("│"))
    #expect(lines(map([1, 1], across: 1), columns: 30).contains("─"))
    #expect(!lines(map([.nan, 2], across: 2), columns: 30).contains("│"))
    #expect(lines(map([.nan, .nan, 2], across: 3), columns: 30).contains("│"))
  }

  @Test func `where areas are a few characters each there are no lines, and each keeps its shade`() {
    let many = lines(map(Array(repeating: 1, count: 400), across: 20), columns: 60, rows: 30)
    #expect(!many.contains("│") && !many.contains("─"))
  }

  @Test func `what a map is about has an outline, its sign and its name`() {
    let text = lines(map([1, 1, 2, 2], across: 2, marked: ["A0"]))
    for sign in ["┏", "┓", "┗", "┛", "◆", "Naam0"] { #expect(text.contains(sign), "\(sign)") }
    // One that would be all outline keeps its shade.
    let small = lines(map(Array(repeating: 1, count: 400), across: 20, marked: ["A7"]), columns: 60, rows: 30)
    #expect(!small.contains("┏") && small.contains("◆"))
  }

  @Test(arguments: [20, 40, 80, 120], [10, 15, 24, 40])
  func `with names a map is neither wider nor higher than the screen`(columns: Int, rows: Int) {
    let text = lines(map((0..<25).map { Double($0 % 5) }, across: 5, marked: ["A12"]), columns: columns, rows: rows)
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(all.allSatisfy { DisplayWidth.of(String($0)) <= columns })
    #expect(all.count <= max(rows, 12))
  }

  @Test(arguments: [(40, 11, false), (40, 15, false), (40, 40, true), (80, 15, true), (80, 24, true)])
  func `on a low screen the legend does without counts where that makes room for the picture`(
    columns: Int, rows: Int, hasCounts: Bool
  ) {
    let wide = map(
      (0..<25).map { Double($0 % 6) * 11_111 + 12_345 }, across: 5, breaks: (1...5).map { Double($0) * 11_111 + 12_000 }
    )
    let text = lines(wide, columns: columns, rows: rows)
    #expect(text.contains("gebieden") == hasCounts, "\(text)")
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(all.count <= rows && all.count { $0.contains("▒▒") } >= 3, "\(text)")
  }

  @Test func `in colour a line stands on the colour of its class`() {
    let text = lines(map([1, 1], across: 2), columns: 30, style: .coloured)
    #expect(text.contains("│"))
    #expect(text.contains(";48;5;"))
  }

  // MARK: Names

  private func names(_ map: AreaMap) -> [String] { MapNames(map).named.map(\.area.code) }

  @Test func `the three highest and lowest have names, of equal ones by code; what is marked comes first and once`() {
    let all = map([5, 1, 5, 2, 9, 3, 4, 0], across: 4)
    #expect(names(all) == ["A4", "A0", "A2", "A7", "A1", "A3"])
    #expect(
      names(map([5, 1, 5, 2, 9, 3, 4, 0], across: 4, marked: ["A4", "A6"])) == [
        "A4", "A6", "A0", "A2", "A7", "A1", "A3",
      ])
    #expect(names(map([5], across: 1)) == [] && names(map([5, .nan], across: 2)) == [])
    #expect(names(map([5, 1, 3], across: 3)) == ["A0", "A1"])
    #expect(names(map([.nan, 1], across: 2, marked: ["A0", "weg"])) == ["A0"])
  }

  @Test func `the middle of an area lies in it, of a hook and of one with a hole as well`() throws {
    func middle(_ rings: [[(Double, Double)]]) throws -> (x: Double, y: Double) {
      let area = AreaMap.Area(
        code: "a", name: "a", rings: rings.map { $0.map { .init(x: $0.0, y: $0.1) } }, value: 1)
      let map = AreaMap(title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd, areas: [area], breaks: [1])
      let frame = try #require(MapFrame(map))
      return try #require(frame.middle(of: area))
    }
    let square = try middle([[(0, 0), (4, 0), (4, 4), (0, 4)]])
    #expect(abs(square.x - 2) < 1e-9 && abs(square.y - 2) < 1e-9)
    // The centroid of a thin hook lies outside it.
    let hook = try middle([[(0, 0), (10, 0), (10, 1), (1, 1), (1, 9), (10, 9), (10, 10), (0, 10)]])
    #expect(hook.x >= 0 && hook.x <= 1)
    let ring = try middle([[(0, 0), (9, 0), (9, 9), (0, 9)], [(2, 2), (8, 2), (8, 8), (2, 8)]])
    #expect(ring.x < 2 || ring.x > 8)
  }

  @Test func `far from the origin of its coordinates the middle is as exact`() throws {
    let area = AreaMap.Area(code: "a", name: "a", rings: [Samples.square(250_000, 477_000, side: 10)], value: 1)
    let map = AreaMap(title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd, areas: [area], breaks: [1])
    let frame = try #require(MapFrame(map))
    let middle = try #require(frame.middle(of: area))
    #expect(abs(middle.x - 5) < 1e-6 && abs(middle.y - 5) < 1e-6)
  }

  @Test func `a picture has the outline dark within light, and the names`() throws {
    let svg = try #require(
      SVGForm(language: .nl).picture(of: .map(map([1, 1, 2, 2], across: 2, marked: ["A0"])), id: "m"))
    #expect(
      svg.contains("stroke=\"#fff\" stroke-width=\"5.0\"") && svg.contains("stroke=\"#000\" stroke-width=\"2.2\""))
    #expect(svg.contains("font-weight=\"bold\" fill=\"#000000\" font-size=\"12\">Naam0</text>"))
    #expect(svg.contains(">Naam2</text>"))
  }
}
