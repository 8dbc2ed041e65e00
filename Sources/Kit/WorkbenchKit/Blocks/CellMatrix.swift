/// A field of cells under named rows and columns: texts to read, or numbers to see at a glance (a heat map).
public struct CellMatrix: Sendable, Hashable {
  /// What a row or a column is called.
  public struct Entry: Sendable, Hashable {
    /// A name that is part of the interface, or data.
    public let name: String
    /// What a person reads instead of the name.
    public let label: Text?

    /// Makes the name of a row or column.
    public init(_ name: String, label: Text? = nil) {
      self.name = name
      self.label = label
    }

    /// What a person reads.
    public var words: Text { label ?? .verbatim(name) }
  }

  /// How a cell stands, told by a sign as well as by a colour.
  public enum Mark: String, Sendable, CaseIterable {
    case present, partly, absent, unknown
    /// Two that do not go together.
    case conflict

    /// What the mark is called.
    public var label: Text {
      switch self {
      case .present: Text(nl: "aanwezig", en: "present")
      case .partly: Text(nl: "deels", en: "partly")
      case .absent: Text(nl: "ontbreekt", en: "absent")
      case .unknown: Text(nl: "onbekend", en: "unknown")
      case .conflict: Text(nl: "tegenstrijdig", en: "conflicting")
      }
    }
  }

  /// One line of a cell, with what it is about in front of it where several stand in a cell.
  public struct Line: Sendable, Hashable {
    /// What it is called, before a colon.
    public let label: Text?
    /// What it says.
    public let text: Text

    /// Makes a line.
    public init(_ text: Text, label: Text? = nil) {
      self.text = text
      self.label = label
    }
  }

  /// What stands where a row and a column meet.
  public struct Cell: Sendable, Hashable {
    /// The lines in it.
    public let lines: [Line]
    /// Finite; nil where the cell is no number.
    public let number: Double?
    /// The mark in its corner.
    public let mark: Mark?

    /// Makes a cell.
    ///
    /// - Parameters:
    ///   - lines: the lines in it.
    ///   - number: one that is not finite counts as none.
    ///   - mark: the mark in its corner.
    public init(_ lines: [Line] = [], number: Double? = nil, mark: Mark? = nil) {
      self.lines = lines
      self.number = number.flatMap { $0.isFinite ? $0 : nil }
      self.mark = mark
    }

    /// Makes a cell with one line.
    public init(_ text: Text, number: Double? = nil, mark: Mark? = nil) {
      self.init([Line(text)], number: number, mark: mark)
    }

    /// Nothing.
    public static let empty = Cell()
    /// Whether nothing stands in it.
    public var isEmpty: Bool { lines.isEmpty && number == nil && mark == nil }
  }

  /// What stands above it.
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// What the rows are, and what the columns are.
  public let rowHeading: Text
  /// What the columns are.
  public let columnHeading: Text
  /// The names of the rows.
  public let rows: [Entry]
  /// The names of the columns.
  public let columns: [Entry]
  /// As many rows of cells as there are rows, each as long as there are columns.
  public let cells: [[Cell]]
  /// What the numbers count, where there are numbers.
  public let unit: Unit?
  /// How numbers are shown.
  public let format: Column.Format
  /// From the palest to the fullest colour of a heat map; nil for no colours.
  public let range: ClosedRange<Double>?

  /// Makes a matrix; cells that lack are empty, those beyond the last row or column fall away.
  public init(
    title: Text, alternative: Text? = nil, rowHeading: Text, columnHeading: Text, rows: [Entry], columns: [Entry],
    cells: [[Cell]], unit: Unit? = nil, format: Column.Format = .automatic, range: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.alternative = alternative
    self.rowHeading = rowHeading
    self.columnHeading = columnHeading
    self.rows = rows
    self.columns = columns
    self.cells = rows.indices.map { row in
      columns.indices.map { column in
        cells.indices.contains(row) && cells[row].indices.contains(column) ? cells[row][column] : .empty
      }
    }
    self.unit = unit
    self.format = format
    self.range = range
  }
}
