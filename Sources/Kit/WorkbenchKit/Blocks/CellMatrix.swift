/// A field of cells under named rows and columns: texts to read, or numbers to see at a glance (a heat map).
public struct CellMatrix: Sendable, Hashable {
  /// What a row or a column is called.
  public struct Entry: Sendable, Hashable {
    /// A name that is part of the interface, or data.
    public let name: String
    /// What a person reads instead of the name.
    public let label: Text?

    public init(_ name: String, label: Text? = nil) {
      self.name = name
      self.label = label
    }

    public var words: Text { label ?? .verbatim(name) }
  }

  /// How a cell stands, told by a sign as well as by a colour.
  public enum Mark: String, Sendable, CaseIterable {
    case present, partly, absent, unknown
    /// Two that do not go together.
    case conflict

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
    public let label: Text?
    public let text: Text

    public init(_ text: Text, label: Text? = nil) {
      self.text = text
      self.label = label
    }
  }

  public struct Cell: Sendable, Hashable {
    public let lines: [Line]
    /// Finite; nil where the cell is no number.
    public let number: Double?
    public let mark: Mark?

    /// - Parameter number: one that is not finite counts as none.
    public init(_ lines: [Line] = [], number: Double? = nil, mark: Mark? = nil) {
      self.lines = lines
      self.number = number.flatMap { $0.isFinite ? $0 : nil }
      self.mark = mark
    }

    public init(_ text: Text, number: Double? = nil, mark: Mark? = nil) {
      self.init([Line(text)], number: number, mark: mark)
    }

    public static let empty = Cell()
    public var isEmpty: Bool { lines.isEmpty && number == nil && mark == nil }
  }

  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// What the rows are, and what the columns are.
  public let rowHeading: Text
  public let columnHeading: Text
  public let rows: [Entry]
  public let columns: [Entry]
  /// As many rows of cells as there are rows, each as long as there are columns.
  public let cells: [[Cell]]
  /// What the numbers count, where there are numbers.
  public let unit: Unit?
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
