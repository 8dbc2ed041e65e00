import WorkbenchKit

/// A flow without what is hidden: names, and values with the width that they give.
extension Redactor {
  func redacted(_ flow: Flow) -> Flow {
    let ids = apart(flow.nodes.map(\.id))
    let columns = apart(flow.columns.map(\.name))
    return Flow(
      title: redacted(flow.title), alternative: flow.alternative.map(redacted),
      columns: flow.columns.map { CellMatrix.Entry(columns[$0.name] ?? "", label: $0.label.map(redacted)) },
      nodes: flow.nodes.map { node in
        let (value, withheld) = open(node.value, node.withheld)
        return Flow.Node(
          ids[node.id] ?? "", label: node.label.map(redacted), column: columns[node.column] ?? "", value: value,
          unit: node.unit, mark: node.mark, withheld: withheld)
      },
      links: flow.links.map { link in
        let (value, withheld) = open(link.value, link.withheld)
        return Flow.Link(
          from: ids[link.from] ?? "", to: ids[link.to] ?? "", value: value, label: link.label.map(redacted),
          mark: link.mark, withheld: withheld)
      }, format: flow.format, remarks: flow.remarks.map(redacted))
  }

  /// Names without what is hidden: two stay two where that makes them the same.
  private func apart(_ names: [String]) -> [String: String] {
    var taken: Set<String> = []
    var found: [String: String] = [:]
    for name in names {
      let clean = redacted(name)
      var free = clean
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(clean) \(number)"
        number += 1
      }
      found[name] = free
    }
    return found
  }

  private func open(_ value: Double?, _ withheld: String?) -> (value: Double?, withheld: String?) {
    guard let value, hidden(value) else { return (value, withheld.map { redacted($0) }) }
    return (nil, Self.mark)
  }

  static func count(in flow: Flow) -> Int {
    count(in: [flow.title, flow.alternative] + flow.columns.map(\.words) + flow.remarks)
      + count(in: flow.nodes.map(\.words) + flow.links.map(\.label))
      + count(in: flow.nodes.compactMap(\.withheld) + flow.links.compactMap(\.withheld))
  }
}
