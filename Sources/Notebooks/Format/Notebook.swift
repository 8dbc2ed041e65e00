import WorkbenchKit

/// A notebook as it was read: a Markdown file of which every byte that is no output can be written back.
public struct Notebook: Sendable {
  /// The path as it was given.
  public let path: String
  public let head: FrontMatter
  public let cells: [Cell]
  /// The lines of the file.
  let text: NotebookText
  /// How many lines the front matter takes, its `---` lines included.
  let headLength: Int

  /// Reads a notebook.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - path: as errors are to name it.
  /// - Throws: `notebook.conflict`, `notebook.head`, `notebook.table` and `notebook.fence` with the line.
  public init(_ text: String, path: String) throws {
    self.path = path
    self.text = NotebookText(text)
    try ConflictMarkers.demandNone(in: self.text, path: path)
    (head, headLength) = try FrontMatterReader.read(self.text, path: path)
    try ProseTables(path: path).check(self.text.lines, from: headLength)
    cells = try CellReader.cells(of: self.text, from: headLength, path: path)
  }

  /// What looks like a cell and is none, each with its line.
  public var notices: [Notice] {
    CellReader.near(text, from: headLength, beside: cells).map { line in
      let quotes = text.lines[line].content.contains(">")
      let (number, sign) = (line + 1, quotes ? "'>'" : "")
      return .caution(
        nl: quotes
          ? "regel \(number): dit blok staat in een citaat en wordt niet uitgevoerd; haal \(sign) weg om er een cel van te maken"
          : "regel \(number): dit blok staat in een lijst of te ver ingesprongen en wordt niet uitgevoerd; zet het vooraan om er een cel van te maken",
        en: quotes
          ? "line \(number): this block stands in a quotation and is not run; take out \(sign) to make it a cell"
          : "line \(number): this block stands in a list or is set in too far and is not run; put it at the edge to make it a cell"
      )
    }
  }

  /// The file's own name.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The title, or the name of the file without its ending.
  public var title: String { head.title ?? (name.hasSuffix(".md") ? String(name.dropLast(3)) : name) }

  /// The file as it was read.
  public var source: String { NotebookText.joined(text.lines) }

  /// Returns the file with other outputs under its cells.
  ///
  /// - Parameter outputs: by the number of the cell; nil under one takes its output away, a cell without an entry keeps
  ///   what it has to the byte.
  public func source(with outputs: [Int: CellOutput?]) -> String {
    NotebookText.joined(lines(with: outputs))
  }

  func lines(with outputs: [Int: CellOutput?]) -> [NotebookText.Line] {
    var result: [NotebookText.Line] = []
    var done = 0
    for cell in cells {
      guard let change = outputs[cell.number], change != cell.output else { continue }
      result += text.lines[done..<cell.outputRange.lowerBound]
      done = cell.outputRange.upperBound
      guard let output = change else { continue }
      // The last line of a file may lack its line break.
      if result.last?.ending == "" { result[result.count - 1].ending = text.ending }
      let gap = cell.outputRange.isEmpty ? 1 : cell.gap
      result += OutputWriter(ending: text.ending).lines(output, gap: gap)
      // What follows right behind would else run into a picture.
      if !output.pictures.isEmpty, done < text.lines.count, !text.lines[done].isBlank {
        result.append(NotebookText.Line(content: "", ending: text.ending))
      }
    }
    return result + text.lines[done...]
  }

  /// The prose before a cell: from behind the one before it, or its output.
  ///
  /// - Parameter number: of the cell; one more than there are gives what stands behind the last.
  public func prose(before number: Int) -> String {
    let start = number <= 1 ? headLength : cells[min(number - 2, cells.count - 1)].outputRange.upperBound
    let end = number <= cells.count ? cells[number - 1].range.lowerBound : text.lines.count
    guard !cells.isEmpty || number <= 1, start <= end else { return "" }
    return text.lines[start..<end].map(\.content).joined(separator: "\n")
  }
}
