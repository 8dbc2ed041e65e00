/// Text in rows and columns (CSV and its kin, RFC 4180), kept as it was read: a cell is a range of bytes until it is asked for.
///
/// Fields may be quoted and then hold separators, line breaks and doubled quotes. Lines end in LF, CRLF or CR; the last
/// needs no end; blank lines are passed over, and so is Excel's `sep=;` on the first line. The first record names the columns,
/// unless a title stands above it; lines about the source below the last row are no rows.
public struct DelimitedText: Sendable {
  /// The sign between whole and fraction.
  public typealias DecimalMark = WorkbenchKit.DecimalMark
  /// How letters are stored.
  public typealias Encoding = TextEncoding

  /// What is known of the text beforehand; nil is found out.
  public struct Options: Sendable {
    /// An ASCII character other than the quote, a digit or a line end.
    public var delimiter: UInt8?
    /// Nil where it is found out.
    public var decimal: DecimalMark?
    /// UTF-8 where nothing is said; a byte order mark is believed above this.
    public var encoding: Encoding?
    /// What errors call the text; `the file` where it is empty.
    public var name: String

    /// Makes options that find out what is not given.
    public init(
      delimiter: UInt8? = nil, decimal: DecimalMark? = nil, encoding: Encoding? = nil, name: String = ""
    ) {
      self.delimiter = delimiter
      self.decimal = decimal
      self.encoding = encoding
      self.name = name
    }
  }

  /// A record with another number of cells than the header has names.
  public struct RaggedRow: Sendable, Hashable {
    /// Counted from 1, where the record begins.
    public let line: Int
    /// How many cells the line has.
    public let cells: Int
  }

  /// The sign between two cells.
  public let delimiter: UInt8
  /// The mark before decimals.
  public let decimal: DecimalMark
  /// Whether the cells themselves, or the options, settled the decimal mark; where they did not, it is the point.
  public let decimalIsCertain: Bool
  /// The names of the columns, without padding; an empty one is called `column_N`.
  public let header: [String]
  /// Names that stand more than once in the header.
  public let repeatedNames: [String]
  /// What stands above the header: a title. Lines of names above the last went into `header`.
  public let titleLines: [String]
  /// What stands below the last row: where the table comes from, a note.
  public let footLines: [String]
  /// How many rows it has below its header.
  public let rowCount: Int
  /// The first of the ragged records; their missing cells read as empty, those too many are left out.
  public let raggedRows: [RaggedRow]
  /// How many lines have too many or too few cells.
  public let raggedCount: Int

  let name: String
  let bytes: [UInt8]
  /// Row by row, `header.count` to each, the header's own not among them.
  let cells: [DelimitedCell]

  /// How many names the file's own header has; those of columns that were left out count.
  let recordLength: Int

  /// Finds the header and the cells, and lets nothing through that the guard does not admit.
  ///
  /// - Throws: `file.empty`, `file.xlsx`, `file.encoding`, `file.nul`, `file.header`, `file.quote`, `file.columns`,
  ///   `file.cell`, `file.toolarge`, each naming the line; what the guard throws.
  public init(bytes given: [UInt8], options: Options = Options(), protection: some CellGuard) throws {
    let problems = DelimitedProblems(name: options.name)
    let decoded = try DelimitedEncoding.decode(given, as: options.encoding, problems)
    name = options.name
    let dialect = DelimitedDialect(decoded.bytes, from: decoded.start, delimiter: options.delimiter)
    delimiter = options.delimiter ?? dialect.delimiter
    let foot = DelimitedFoot(decoded.bytes, from: dialect.start, delimiter: delimiter, width: dialect.width)
    titleLines = dialect.frame?.titles ?? []
    footLines = foot.lines
    var scanner = DelimitedScanner(delimiter: delimiter, problems: problems)
    try decoded.bytes.withUnsafeBufferPointer {
      try scanner.scan(UnsafeBufferPointer(rebasing: $0[..<foot.end]), from: dialect.start)
    }
    let own = scanner.header.map { Self.text($0, in: decoded.bytes).trimmedOfPadding }
    let names = dialect.frame?.names(own) ?? own
    guard DelimitedHeader.isHeader(names) else { throw problems.noHeader(names) }
    recordLength = names.count
    let admitted = try protection.admit(
      GuardedCells(
        header: names.enumerated().map { $1.isEmpty ? "column_\($0 + 1)" : $1 }, bytes: decoded.bytes,
        cells: scanner.cells),
      from: options.name)
    header = admitted.header
    bytes = admitted.bytes
    cells = admitted.cells
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in header where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    repeatedNames = repeated
    rowCount = scanner.rowCount
    raggedRows = scanner.ragged.map { row in
      RaggedRow(line: DelimitedProblems.line(of: row.start, in: decoded.bytes), cells: row.cells)
    }
    raggedCount = scanner.raggedCount
    if let decimal = options.decimal {
      self.decimal = decimal
      decimalIsCertain = true
    } else {
      let found = DelimitedDialect.decimalMark(of: cells, in: bytes)
      decimal = found ?? .point
      decimalIsCertain = found != nil
    }
  }

  /// Returns the place of the column with this name, of several the first.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Returns the line on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int {
    guard header.indices.contains(0), cells.indices.contains(row * header.count) else { return 1 }
    // Pseudonyms stand behind the text of the file, so the first cell in the bytes is the first that is the file's own.
    let start = cells[(row * header.count)..<((row + 1) * header.count)].map(\.start).min() ?? 0
    return DelimitedProblems.line(of: Int(start), in: bytes)
  }

  /// Returns a cell as it stands, padding and all, quotes undone.
  public func cell(row: Int, column: Int) -> String {
    Self.text(cells[row * header.count + column], in: bytes)
  }

  /// Returns this text read with another decimal mark.
  public func reading(decimal: DecimalMark) -> DelimitedText { DelimitedText(self, decimal: decimal) }

  private init(_ other: DelimitedText, decimal: DecimalMark) {
    delimiter = other.delimiter
    self.decimal = decimal
    decimalIsCertain = true
    header = other.header
    repeatedNames = other.repeatedNames
    titleLines = other.titleLines
    footLines = other.footLines
    rowCount = other.rowCount
    raggedRows = other.raggedRows
    raggedCount = other.raggedCount
    recordLength = other.recordLength
    name = other.name
    bytes = other.bytes
    cells = other.cells
  }

  static func text(_ cell: DelimitedCell, in bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { cell.text(in: $0, trimmed: false) }
  }
}
