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
    /// The signs within numbers, as far as they are known.
    public var marks: GivenMarks
    /// UTF-8 where nothing is said; a byte order mark is believed above this.
    public var encoding: Encoding?
    /// What errors call the text; `the file` where it is empty.
    public var name: String
    /// How many bytes a core takes at once; what comes out is the same for any.
    var pieceLength = DelimitedScanner.pieceLength

    /// Makes options that find out what is not given.
    public init(
      delimiter: UInt8? = nil, marks: GivenMarks = GivenMarks(), encoding: Encoding? = nil, name: String = ""
    ) {
      self.delimiter = delimiter
      self.marks = marks
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
  public var decimal: DecimalMark { decision.mark }
  /// Whether the cells themselves, the options or what is known of the columns settled the decimal mark.
  public var decimalIsCertain: Bool { decision.isCertain }
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
  /// Those of the header are not among them.
  let cells: DelimitedCells

  /// How many names the file's own header has; those of columns that were left out count.
  let recordLength: Int
  /// What the cells tell of the marks in their numbers, by column.
  let evidence: [NumberEvidence]
  private(set) var decision: MarkDecision
  private let givenMarks: GivenMarks
  private let lineStarts = LineStarts()

  /// Finds the header and the cells, and lets nothing through that the guard does not admit.
  ///
  /// - Parameters:
  ///   - given: the text.
  ///   - options: what is known of it beforehand.
  ///   - protection: the guard.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: `file.empty`, `file.xlsx`, `file.encoding`, `file.nul`, `file.header`, `file.quote`, `file.columns`,
  ///   `file.cell`, `file.toolarge`, each naming the line; what the guard throws.
  public init(
    bytes given: [UInt8], options: Options = Options(), protection: some CellGuard,
    asking: (_ part: Double) throws -> Void = { _ in }
  ) throws {
    let problems = DelimitedProblems(name: options.name)
    let decoded = try DelimitedEncoding.decode(given, as: options.encoding, problems)
    name = options.name
    let dialect = DelimitedDialect(decoded.bytes, from: decoded.start, delimiter: options.delimiter)
    delimiter = options.delimiter ?? dialect.delimiter
    let foot = DelimitedFoot(decoded.bytes, from: dialect.start, delimiter: delimiter, width: dialect.width)
    titleLines = dialect.frame?.titles ?? []
    footLines = foot.lines
    let records = try decoded.bytes.withUnsafeBufferPointer { [delimiter] bytes in
      let table = UnsafeBufferPointer(rebasing: bytes[..<foot.end])
      let scanner = DelimitedScanner(
        table, delimiter: delimiter, problems: problems, pieceLength: options.pieceLength)
      return try scanner.records(from: dialect.start) { try asking($0 / 3) }
    }
    let own = records.header.map { Self.text($0, in: decoded.bytes).trimmedOfPadding }
    let names = dialect.frame?.names(own) ?? own
    guard DelimitedHeader.isHeader(names) else { throw problems.noHeader(names) }
    recordLength = names.count
    let admitted = try protection.admit(
      GuardedCells(
        header: names.enumerated().map { $1.isEmpty ? "column_\($0 + 1)" : $1 }, bytes: decoded.bytes,
        cells: records.cells),
      from: options.name, asking: { try asking((1 + $0) / 3) })
    header = admitted.header
    bytes = admitted.bytes
    cells = admitted.cells
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in header where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    repeatedNames = repeated
    rowCount = records.cells.rowCount
    raggedRows = records.ragged.map { row in
      RaggedRow(line: DelimitedProblems.line(of: row.start, in: decoded.bytes), cells: row.cells)
    }
    raggedCount = records.raggedCount
    evidence = try Self.evidence(cells, in: bytes) { try asking((2 + $0) / 3) }
    givenMarks = options.marks
    decision = MarkDecision(evidence, given: options.marks, commaPartsCells: delimiter == UInt8(ascii: ","))
  }

  /// Returns the place of the column with this name, of several the first.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Returns the line on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int {
    guard (0..<rowCount).contains(row) else { return 1 }
    // Pseudonyms stand behind the text of the file, so the first cell in the bytes is the first that is the file's own.
    let start = header.indices.map { cells[row, $0].start }.min() ?? 0
    return lineStarts.line(of: Int(start), in: bytes)
  }

  /// Returns a cell as it stands, padding and all, quotes undone.
  public func cell(row: Int, column: Int) -> String {
    Self.text(cells[row, column], in: bytes)
  }

  /// Returns this text with what is known of its columns, which settles what three digits behind the only mark mean where
  /// neither the options nor the cells do.
  ///
  /// - Parameters:
  ///   - whole: columns in which nobody writes three decimals: counts, and amounts of money.
  ///   - fractions: columns in which nobody writes thousands.
  public func settled(whole: [Int] = [], fractions: [Int] = []) -> DelimitedText {
    var copy = self
    copy.decision = MarkDecision(
      evidence, given: givenMarks, whole: Set(whole), fractions: Set(fractions),
      commaPartsCells: delimiter == UInt8(ascii: ","))
    return copy
  }

  private static func evidence(
    _ cells: DelimitedCells, in bytes: [UInt8], asking: (Double) throws -> Void
  ) throws -> [NumberEvidence] {
    let none = [NumberEvidence](repeating: NumberEvidence(), count: cells.width)
    let found = try bytes.withUnsafeBufferPointer { bytes in
      try cells.map(asking: asking) { piece in
        var evidence = none
        piece.cells.withUnsafeBufferPointer { cells in
          evidence.withUnsafeMutableBufferPointer { evidence in
            var index = 0
            for row in piece.rows {
              for column in evidence.indices {
                evidence[column].look(at: cells[index].trimmed(in: bytes), row: row)
                index += 1
              }
            }
          }
        }
        return evidence
      }
    }
    return found.reduce(into: none) { all, piece in
      for column in piece.indices { all[column].add(piece[column]) }
    }
  }

  static func text(_ cell: DelimitedCell, in bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { cell.text(in: $0, trimmed: false) }
  }
}
