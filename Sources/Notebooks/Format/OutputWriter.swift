/// Writes what stands under a cell.
struct OutputWriter {
  let ending: String

  /// - Parameter gap: how many blank lines part it from the cell.
  func lines(_ output: CellOutput, gap: Int) -> [NotebookText.Line] {
    var lines = [String](repeating: "", count: gap)
    if output.isEmpty, output.mark.state == nil {
      // Nothing to see: what has to be known of it stands where no reader is bothered by it.
      lines.append("<!-- output\(output.mark.info) -->")
    } else {
      if !output.body.isEmpty || output.pictures.isEmpty || output.mark.state != nil {
        let fence = CodeFence.around(output.body)
        lines += ["\(fence)output\(output.mark.info)"] + output.body + [fence]
      } else {
        lines.append("<!-- output\(output.mark.info) -->")
      }
      for picture in output.pictures { lines += ["", Self.link(picture)] }
    }
    return lines.map { NotebookText.Line(content: $0, ending: ending) }
  }

  /// `![alternative](path "output")`: by its title it is told from a picture of the writer's own.
  static func link(_ picture: CellOutput.Picture) -> String {
    let alternative = picture.alternative.map { "[]\\".contains($0) ? "\\\($0)" : $0 == "\n" ? " " : "\($0)" }.joined()
    return "![\(alternative)](<\(picture.path)> \"output\")"
  }

  /// Reads a line that `link` wrote.
  static func picture(_ line: Substring) -> CellOutput.Picture? {
    guard line.hasPrefix("!["), line.hasSuffix("> \"output\")"), let middle = line.firstRange(of: "](<") else {
      return nil
    }
    let between = line[line.index(line.startIndex, offsetBy: 2)..<middle.lowerBound]
    var alternative = ""
    var isEscaped = false
    for character in between {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        alternative.append(character)
        isEscaped = false
      }
    }
    return CellOutput.Picture(alternative: alternative, path: String(line[middle.upperBound...].dropLast(11)))
  }
}
