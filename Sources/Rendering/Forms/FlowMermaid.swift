import WorkbenchKit

/// A flow as a flowchart of Mermaid: a box for each node within that of its column, an arrow for each link with its value.
public enum FlowMermaid {
  /// Returns the flowcharts of a result, under each other; nil where it has no flow.
  public static func text(of blocks: [Block], language: Language) -> String? {
    let texts = blocks.compactMap { block -> String? in
      if case .flow(let flow) = block { text(flow, language) } else { nil }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private static func text(_ flow: Flow, _ language: Language) -> String {
    let words = FlowWords(flow, language)
    // Ids are data: in the text they are numbers, so that no word of Mermaid is among them.
    let numbers = Dictionary(uniqueKeysWithValues: flow.nodes.enumerated().map { ($1.id, "n\($0 + 1)") })
    var lines = ["%% \(Sanitizer.line(flow.title(language)))", "flowchart LR"]
    for (index, column) in flow.columns.enumerated() {
      let nodes = words.nodes(in: column)
      guard !nodes.isEmpty else { continue }
      lines.append("  subgraph k\(index + 1)[\(quoted(column.words(language)))]")
      for node in nodes {
        lines.append("    \(numbers[node.id] ?? "")[\(quoted("\(words.name(node)) (\(words.value(node)))"))]")
      }
      lines.append("  end")
    }
    for link in flow.links {
      let label = (link.label.map { "\($0(language)): " } ?? "") + words.value(link)
      let sign = link.mark.map { "\($0.sign) " } ?? ""
      // A value that is missing is a dotted arrow.
      let arrow = link.value == nil ? "-.->" : "-->"
      lines.append("  \(numbers[link.from] ?? "") \(arrow)|\(quoted(sign + label))| \(numbers[link.to] ?? "")")
    }
    if let legend = words.legend { lines.append("  %% \(legend)") }
    for remark in flow.remarks { lines.append("  %% \(Sanitizer.line(remark(language)))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text between quotes, in which Mermaid knows characters by their names only.
  private static func quoted(_ text: String) -> String {
    let escaped = Sanitizer.line(text).map { sign -> String in
      switch sign {
      case "#": "#35;"
      case "\"": "#quot;"
      case "<": "#lt;"
      case ">": "#gt;"
      case "&": "#amp;"
      case "`": "#96;"
      default: String(sign)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
