/// A piece of a notebook that is run: lines of the program, and under them what they gave.
public struct Cell: Sendable {
  /// From 1, in the order of the file.
  public let number: Int
  /// The number of the line in which its fence opens, from 1.
  public let line: Int
  /// The lines to run, without their line breaks.
  public let code: [String]
  /// What stands under it, where something does.
  public let output: CellOutput?

  /// Lines of the file: the fences and what is between them.
  let range: Range<Int>
  /// Lines of the file from behind the cell to the end of its output; empty where it has none.
  let outputRange: Range<Int>
  /// How many blank lines part the cell from its output.
  let gap: Int

  /// The number of the first line to run.
  public var firstLine: Int { line + 1 }
  public var text: String { code.joined(separator: "\n") }

  /// Returns the cell with other lines to run; in its file it stands where it stood.
  public func with(code: [String]) -> Cell {
    Cell(number: number, line: line, code: code, output: output, range: range, outputRange: outputRange, gap: gap)
  }
}

/// What stands under a cell: what it gave when it was last run, and by what that can be told to be out of date.
public struct CellOutput: Sendable, Hashable {
  public var mark: OutputMark
  /// The lines that it gave.
  public var body: [String]
  /// Pictures that it wrote.
  public var pictures: [Picture]
  /// The number of the first line of the body in the file, from 1; of an output that was not read 0.
  public var line = 0

  public struct Picture: Sendable, Hashable {
    /// What is told to somebody who does not see it.
    public var alternative: String
    /// As seen from the notebook's folder.
    public var path: String

    public init(alternative: String, path: String) {
      self.alternative = alternative
      self.path = path
    }
  }

  public init(mark: OutputMark = OutputMark(), body: [String] = [], pictures: [Picture] = [], line: Int = 0) {
    self.mark = mark
    self.body = body
    self.pictures = pictures
    self.line = line
  }

  public var isEmpty: Bool { body.isEmpty && pictures.isEmpty }
}
