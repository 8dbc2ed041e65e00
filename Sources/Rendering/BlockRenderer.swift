import WorkbenchKit

/// One form of a result: one method for each kind of block. A kind without a form does not compile.
protocol BlockRenderer {
  mutating func heading(_ heading: Heading)
  mutating func paragraph(_ text: Text)
  mutating func table(_ table: Table)
  mutating func chart(_ chart: Chart)
  mutating func map(_ map: AreaMap)
  mutating func matrix(_ matrix: CellMatrix)
  mutating func timeline(_ timeline: Timeline)
  mutating func flow(_ flow: Flow)
  mutating func facts(_ facts: Facts)
  mutating func notice(_ notice: Notice)
  mutating func sources(_ sources: [Source])
  /// Text that is data and stays as it is.
  mutating func text(_ text: String)
}

extension BlockRenderer {
  mutating func render(_ block: Block) {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let text): paragraph(text)
    case .table(let table): self.table(table)
    case .chart(let chart): self.chart(chart)
    case .map(let map): self.map(map)
    case .matrix(let matrix): self.matrix(matrix)
    case .timeline(let timeline): self.timeline(timeline)
    case .flow(let flow): self.flow(flow)
    case .facts(let facts): self.facts(facts)
    case .notice(let notice): self.notice(notice)
    case .sources(let sources): self.sources(sources)
    case .text(let text): self.text(text)
    }
  }

  mutating func render(_ blocks: [Block]) {
    for block in blocks { render(block) }
  }
}
