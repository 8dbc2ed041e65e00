import Testing
import WorkbenchKit

@Suite struct FlowTests {
  private func flow(
    columns: [String] = ["a", "b"], _ nodes: [Flow.Node], _ links: [Flow.Link] = [], remarks: [Text] = []
  ) -> Flow {
    Flow(
      title: .verbatim("t"), columns: columns.map { .init($0) }, nodes: nodes, links: links, remarks: remarks)
  }

  private let nodes = [Flow.Node("x", column: "a", value: 3), Flow.Node("y", column: "b", value: 2)]

  @Test func `a flow that is in order stays as it is given, with nothing to remark`() {
    let links = [
      Flow.Link(from: "x", to: "y", value: 2), .init(from: "y", to: "x"), .init(from: "x", to: "x", value: 0),
    ]
    let made = flow(nodes, links)
    #expect(made.nodes == nodes && made.links == links && made.columns.map(\.name) == ["a", "b"])
    #expect(made.remarks.isEmpty)
    #expect(flow([]).nodes.isEmpty && flow([]).remarks.isEmpty)
  }

  @Test func `a link to or from what is not there falls away, and is counted`() {
    let made = flow(nodes, [.init(from: "x", to: "z"), .init(from: "x", to: "y"), .init(from: "q", to: "y")])
    #expect(made.links == [.init(from: "x", to: "y")])
    #expect(
      made.remarks == [
        Text(
          nl: "2 verbindingen beginnen of eindigen bij iets dat er niet is, en zijn weggelaten",
          en: "2 links begin or end at something that is not there, and are left out")
      ])
    #expect(flow(nodes, [.init(from: "x", to: "z")]).remarks.first?.nl.hasPrefix("1 verbinding begint") == true)
  }

  @Test func `of boxes with one id the first counts`() {
    let made = flow(nodes + [.init("x", column: "b", value: 9)])
    #expect(made.nodes == nodes)
    #expect(made.remarks.map(\.en) == ["1 box stands twice, and is left out"])
  }

  @Test func `a box in a column that is not listed gets that column behind the others`() {
    let made = flow(nodes + [.init("z", column: "c"), .init("w", column: "c"), .init("v", column: "d")])
    #expect(made.columns.map(\.name) == ["a", "b", "c", "d"] && made.nodes.count == 5)
    #expect(made.remarks.map(\.nl) == ["3 blokken horen bij een kolom die niet genoemd is, en staan achteraan"])
    #expect(flow(columns: ["a", "b", "a"], nodes).columns.map(\.name) == ["a", "b"])
  }

  @Test func `a value below nought is kept and told, one that is no number or is held back is missing`() {
    let made = flow(
      [.init("x", column: "a", value: -3), .init("y", column: "b", value: .infinity)],
      [.init(from: "x", to: "y", value: -1), .init(from: "y", to: "x", value: .nan)])
    #expect(made.nodes.map(\.value) == [-3, nil] && made.links.map(\.value) == [-1, nil])
    #expect(made.remarks.map(\.en) == ["2 values are below nought, and have no width"])
    #expect(Flow.Node("x", column: "a", value: 4, withheld: "<5").value == nil)
    #expect(Flow.Link(from: "x", to: "y", value: 4, withheld: "<5").value == nil)
  }

  @Test func `a flow made of one that was put in order is the same`() {
    let made = flow(nodes + [.init("z", column: "c", value: -1)], [.init(from: "x", to: "q")])
    let again = Flow(
      title: made.title, columns: made.columns, nodes: made.nodes, links: made.links, format: made.format,
      remarks: made.remarks)
    #expect(again == made && again.remarks.count == 3)
  }
}
