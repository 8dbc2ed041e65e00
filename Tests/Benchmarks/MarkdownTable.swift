import WorkbenchKit

/// The rows as a Markdown table, as it stands in the README.
struct MarkdownTable {
  let rows: [Row]

  var text: String {
    var lines = [
      "| what | at most | found | leerkring | beside it |",
      "|---|---|---|---|---|",
    ]
    for row in rows {
      guard row.skipped == nil else {
        lines.append("| \(row.what) | | not measured: \(escaped(row.skipped ?? "")) | | |")
        continue
      }
      let found = row.targets.map { "\($0.found)\($0.isMet ? "" : " ✗")" }
      let beside = row.peers.map(Self.figure) + row.remarks
      lines.append(
        "| \(row.what) | \(cell(row.targets.map(\.limit))) | \(cell(found)) | \(cell(row.ours.map(Self.figure)))"
          + " | \(cell(beside)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cell(_ parts: [String]) -> String { escaped(parts.joined(separator: "<br>")) }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "|" ? "\\|" : $1 == "\n" ? " " : String($1) }
  }

  /// `python3: 9.1 ms, 12 MB`.
  private static func figure(_ figure: Row.Figure) -> String {
    let memory = figure.sample.peakBytes > 0 ? ", \(Shown.peak(figure.sample.peakBytes))" : ""
    return "\(figure.name): \(Shown.milliseconds(figure.sample.median))\(memory)"
  }
}
