import Testing
import WorkbenchKit

@testable import Rendering

/// Pictures as a terminal without colour shows them.
@Suite struct PictureDrawingTests {
  private func lines(_ block: Block, columns: Int = 40, rows: Int? = nil, style: TextStyle = .plain) -> [String] {
    TextRenderer(language: .en, columns: columns, rows: rows, style: style).text(of: [block])
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a map has a shade a class, hatches what is missing, and counts`() {
    let text = lines(.map(Samples.map), columns: 24, rows: 16).joined(separator: "\n")
    #expect(text.hasPrefix("  Lonely\n  ╱╱╱╱╲╲╲╲\n  ╱╱╱╱╲╲╲╲\n  ░░░░████\n  ░░░░████\n\n"))
    #expect(text.contains("  lonely (%)\n  ░░ 25.0–30.0 · 1 area\n  ██ 30.0–50.0 · 2 areas\n"))
    #expect(text.contains("╱╱ no value · 1"))
    #expect(text.contains("╲╲ held back"))
    #expect(text.contains("not on the map"))
  }

  @Test func `a square of ten kilometres is as wide as it is high: a character is twice as high as wide`() {
    let picture = lines(.map(Samples.map), columns: 42, rows: 40).filter { $0.contains("░░░░") || $0.contains("╱╱╱╱") }
    #expect(picture.count == 20)
    #expect(picture.allSatisfy { DisplayWidth.of($0) == 42 })
  }

  @Test(arguments: [20, 24, 40, 80, 100, 200], [10, 24, 60])
  func `a map is neither wider nor higher than the screen`(columns: Int, rows: Int) {
    let found = lines(.map(Samples.map), columns: columns, rows: rows)
    #expect(found.allSatisfy { DisplayWidth.of($0) <= columns })
    // Title, legend and picture; on a low screen the legend alone may take more.
    #expect(found.count <= max(rows, 20))
  }

  @Test func `an area that is smaller than a character is there all the same`() {
    let areas = [
      AreaMap.Area(code: "L", name: "large", rings: [Samples.square(0, 0, side: 1000)], value: 1),
      .init(code: "S", name: "small", rings: [Samples.square(400, 400, side: 0.5)], value: 2),
    ]
    let map = AreaMap(
      title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd, areas: areas, breaks: [1, 2])
    #expect(lines(.map(map)).filter { !$0.contains("1 area") }.joined().filter { $0 == "█" }.count == 1)
  }

  @Test func `a hole in an area is not filled`() {
    let area = AreaMap.Area(
      code: "R", name: "ring", rings: [Samples.square(0, 0, side: 90), Samples.square(30, 30, side: 30)], value: 1)
    let map = AreaMap(title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd, areas: [area], breaks: [1])
    let middle = lines(.map(map), columns: 20, rows: 30).first { $0.contains("▒ ") && $0.contains(" ▒") } ?? ""
    #expect(middle == "  ▒▒▒▒▒▒      ▒▒▒▒▒▒")
  }

  @Test func `a map without boundaries is a table that says so`() {
    let map = AreaMap(
      title: .verbatim("t"), label: .verbatim("v"), coordinates: .rd,
      areas: [.init(code: "BU1", name: "Noord", rings: [], value: 3)], breaks: [3])
    let text = lines(.map(map)).joined(separator: "\n")
    #expect(text.contains("(no boundaries to draw)"))
    #expect(text.contains("Noord"))
  }

  @Test func `in colour two cells stand in a character`() {
    let text = lines(.map(Samples.map), columns: 24, rows: 16, style: .coloured).joined()
    #expect(text.contains("\u{1B}[38;5;"))
    #expect(text.contains("█"))
  }

  @Test func `with one class, with nine and with twelve every class has a sign of its own`() {
    for count in [1, 2, 3, 4, 5, 6, 7, 9, 12] {
      #expect(Set(Palette.shades(count)).count == count)
      #expect(Set(Palette.sequence(count)).count == count)
    }
  }

  @Test func `a quadrant names its points and both ends of both axes`() {
    let text = lines(.chart(Samples.quadrant)).joined(separator: "\n")
    for words in ["Mina", "Bram", "↑ groot", "↓ klein", "← hulp", "zelf →", "●"] { #expect(text.contains(words)) }
  }

  @Test func `twelve names in one spot never cover each other, and none is lost`() {
    let names = (1...12).map { "Persona \($0) met een naam" }
    let chart = Chart(
      .quadrant, title: .verbatim("t"), x: .init(.verbatim("x"), range: -1...1),
      y: .init(.verbatim("y"), range: -1...1),
      positions: names.indices.map { Double($0 % 3) * 0.02 },
      series: [.init(name: "set", values: names.indices.map { Double($0) * 0.01 })], labels: names)
    for columns in [20, 40, 80, 120] {
      let text = lines(.chart(chart), columns: columns).joined(separator: "\n")
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= columns })
      if columns >= 80 { for name in names { #expect(words.contains(name)) } }
    }
  }

  @Test func `the table beside a cloud has the points that are somebody's, and not those that draw a limit`() {
    func chart(_ labels: [String]) -> Chart {
      Chart(
        .scatter, title: .verbatim("t"), x: .init(.verbatim("x")), y: .init(.verbatim("y")), positions: [1, 2, 3, 4],
        series: [
          .init(name: "own", values: [5, .nan, 7, .nan]), .init(name: "limit", values: [.nan, 6, .nan, 8]),
        ], labels: labels)
    }
    #expect(chart(["A", "", "B", ""]).table(.en).column("point")?.texts == ["A", "B"])
    // One that has no name at all, as where points have none.
    #expect(chart(["A", "", "B"]).table(.en).rowCount == 2)
    #expect(chart([]).table(.en).rowCount == 4 && chart(["", "", "", ""]).table(.en).rowCount == 4)
  }

  @Test func `labels stand free of each other, of points and inside their field`() {
    let bounds = Box(x: 0, y: 0, width: 100, height: 40)
    var seed: UInt64 = 7
    func next() -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 33) / Double(UInt32.max >> 1)
    }
    for _ in 0..<200 {
      let points = (0..<12).map { _ in
        LabelPlacement.Point(
          sign: Box(x: next() * 99, y: next() * 39, width: 1, height: 1), width: 4 + next() * 16, height: 1)
      }
      let places = LabelPlacement(bounds: bounds, gap: (1, 0)).places(points)
      for (index, place) in places.enumerated() {
        guard let place else { continue }
        #expect(bounds.holds(place))
        #expect(!points.contains { $0.sign.overlaps(place) })
        for other in places[(index + 1)...] { if let other { #expect(!place.overlaps(other)) } }
      }
    }
  }

  @Test func `stacked bars are as long as their whole`() {
    let chart = Chart(
      .stackedBar, title: .verbatim("t"), x: .init(.verbatim("area")), y: .init(.verbatim("people")),
      categories: ["a", "b", "c"],
      series: [.init(name: "young", values: [30, 10, .nan]), .init(name: "old", values: [10, 10, .nan])])
    #expect(
      lines(.chart(chart), columns: 30) == [
        "  t", "  people by area", "  a  █████████████████░░░░░ 40", "  b  ██████░░░░░ 20", "  c  –",
        "  ██ young   ░░ old",
        "",
      ])
  }

  @Test func `a feeling curve goes from end to end of its range with the steps under it`() {
    let chart = Chart(
      .line, title: .verbatim("t"), x: .init(.verbatim("step")),
      y: .init(.verbatim("feeling"), range: -2...2, low: .verbatim("desperate"), high: .verbatim("glad")),
      categories: ["ask", "wait", "help"], series: [.init(name: "Mina", values: [0, -1, 1])])
    let found = lines(.chart(chart), columns: 50)
    #expect(found.contains("  feeling (-2 desperate, 2 glad)"))
    #expect(found.contains { $0.hasPrefix("   2 ┤") } && found.contains { $0.hasPrefix("  -2 ┤") })
    #expect(found.contains { $0.contains("ask ") && $0.contains(" wait ") && $0.contains(" help") })
    #expect(found.contains { $0.hasPrefix("   0 ┤") && $0.contains("┈") })
  }

  @Test func `a matrix stands in bands where its columns do not fit beside each other`() {
    let text = lines(.matrix(Samples.matrix), columns: 34).joined(separator: "\n")
    #expect(text.contains("● present"))
    #expect(text.contains("thinks: naar huis"))
    #expect(text.split(separator: "moment \\", omittingEmptySubsequences: false).count == 3)
  }

  @Test func `a heat map has a shade beside each number`() {
    let text = lines(.matrix(Samples.heat)).joined(separator: "\n")
    #expect(text.contains("·· 0.0"))
    #expect(text.contains("▒▒ 2.5"))
    #expect(text.contains("██ 5.0"))
  }

  @Test func `a timeline tells what, when, who and from where`() {
    let found = lines(.timeline(Samples.timeline), columns: 80)
    let text = found.joined(separator: "\n")
    for words in [
      "prepare [1]", "2027-01-01 – 2027-03-31", "gemeente", "[1] gebiedsgericht-2016, 4", "◆", "█", "Jan 2027",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
