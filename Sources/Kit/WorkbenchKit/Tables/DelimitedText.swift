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
    /// Whether the places of all cells are held, for who comes back for them.
    var keepsCells = true

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
  /// Those of the header are not among them.
  let cells: DelimitedCells

  /// How many names the file's own header has; those of columns that were left out count.
  let recordLength: Int
  /// What the cells tell of the marks in their numbers, by column.
  let evidence: [NumberEvidence]
  private(set) var decision: MarkDecision
  private let givenMarks: GivenMarks

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
    let decoded = try DelimitedEncoding.decode(given, as: options.encoding, DelimitedProblems(name: options.name))
    guard decoded.bytes.count < 1 << 31 else { throw DelimitedProblems(name: options.name).tooLarge() }
    try self.init(TextSource(decoded.bytes), from: decoded.start, options, protection, asking)
  }

  /// Does the same with a text that stays where it is stored: as much of it is read at a time as somebody looks at.
  ///
  /// - Throws: as for bytes, and what reading them throws.
  init(
    stored: any StoredBytes, options: Options, protection: some CellGuard, asking: (_ part: Double) throws -> Void
  ) throws {
    let source = TextSource(stored)
    let start = try DelimitedEncoding.start(
      source.bytes(0..<min(4, source.count)), DelimitedProblems(name: options.name))
    try self.init(source, from: start, options, protection, asking)
  }

  private init(
    _ source: TextSource, from start: Int, _ options: Options, _ protection: some CellGuard,
    _ asking: (Double) throws -> Void
  ) throws {
    let problems = DelimitedProblems(name: options.name)
    name = options.name
    let dialect = DelimitedDialect(
      try source.bytes(0..<(source.isStored ? min(source.count, Self.headLength) : source.count)), from: start,
      delimiter: options.delimiter)
    delimiter = options.delimiter ?? dialect.delimiter
    let foot = try DelimitedFoot(source, from: dialect.start, delimiter: delimiter, width: dialect.width)
    titleLines = dialect.frame?.titles ?? []
    footLines = foot.lines
    let scanner = DelimitedScanner(source, delimiter: delimiter, end: foot.end, pieceLength: options.pieceLength)
    do {
      let own = try scanner.header(from: dialect.start)
      if own.names.isEmpty { throw problems.empty() }
      if source.isStored { try Self.demandText(source, in: [0..<own.end, foot.end..<source.count]) }
      let names = dialect.frame?.names(own.names) ?? own.names
      let named = names.enumerated().map { $1.isEmpty ? "column_\($0 + 1)" : $1 }
      let records = try scanner.records(
        from: own.end, width: own.names.count,
        keepsCells: options.keepsCells || Self.isCutOften(source, width: own.names.count),
        seeing: Sight(
          told: protection.nothing(in: named),
          evidence: [NumberEvidence](repeating: NumberEvidence(), count: own.names.count)),
        asking: asking,
        look: { rows, sight in
          protection.look(at: rows, &sight.told)
          rows.look(&sight.evidence)
        },
        add: { all, piece, firstRow in
          protection.add(piece.told, to: &all.told)
          for column in piece.evidence.indices {
            all.evidence[column].add(piece.evidence[column], firstRow: firstRow)
          }
        })
      guard DelimitedHeader.isHeader(names) else { throw problems.noHeader(names) }
      recordLength = names.count
      let admitted = try protection.admit(
        GuardedCells(header: named, cells: records.cells), records.seen.told, from: options.name)
      header = admitted.header
      cells = admitted.cells
      evidence = try admitted.isChanged ? Self.evidence(admitted.cells) { _ in try asking(1) } : records.seen.evidence
      rowCount = records.cells.rowCount
      raggedRows = zip(source.lines(of: records.ragged.map(\.start)), records.ragged).map { line, row in
        RaggedRow(line: line, cells: row.cells)
      }
      raggedCount = records.raggedCount
    } catch let failure as DelimitedFailure {
      if source.isStored { try DelimitedEncoding.demandText(source, problems) }
      throw problems.told(failure.kind, line: source.line(of: failure.offset))
    }
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in header where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    repeatedNames = repeated
    givenMarks = options.marks
    decision = MarkDecision(evidence, given: options.marks, commaPartsCells: delimiter == UInt8(ascii: ","))
  }

  /// What is no row is text as well.
  ///
  /// - Throws: `DelimitedFailure`; what reading the bytes throws.
  private static func demandText(_ source: TextSource, in ranges: [Range<Int>]) throws {
    for range in ranges where try !source.with(range, { DelimitedEncoding.isText($0[...]) }) {
      throw DelimitedFailure(kind: .noText, offset: range.lowerBound)
    }
  }

  /// How much of a text is looked at to find out how it is written.
  private static var headLength: Int { 1 << 20 }

  /// What is seen of rows in one go.
  private struct Sight<Told> {
    var told: Told
    var evidence: [NumberEvidence]
  }

  /// Whether pieces would be cut again and again for one table, while there is room for the places of all cells.
  private static func isCutOften(_ source: TextSource, width: Int) -> Bool {
    width > DelimitedCells.columnsAtOnce && source.count < 64 << 20
  }

  /// Returns the place of the column with this name, of several the first.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Returns the line on which a row begins, counted from 1.
  public func line(ofRow row: Int) -> Int {
    guard (0..<rowCount).contains(row) else { return 1 }
    return (try? cells.start(ofRow: row)).map(cells.source.line) ?? 1
  }

  /// Returns a cell as it stands, padding and all, quotes undone.
  public func cell(row: Int, column: Int) -> String {
    // What is kept is there; of a stored text that is gone meanwhile nothing is shown.
    (try? cells.with(row: row, column: column) { $0.text(in: $1, trimmed: false) }) ?? ""
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
    _ cells: DelimitedCells, asking: (Double) throws -> Void
  ) throws -> [NumberEvidence] {
    let none = [NumberEvidence](repeating: NumberEvidence(), count: cells.width)
    let found = try cells.map(asking: asking) { rows in
      var evidence = none
      rows.look(&evidence)
      return (evidence, rows.firstRow)
    }
    return found.reduce(into: none) { all, piece in
      for column in piece.0.indices { all[column].add(piece.0[column], firstRow: piece.1) }
    }
  }
}

extension DelimitedRows {
  /// Looks at the numbers of each column, the rows counted from the first of these.
  func look(_ evidence: inout [NumberEvidence]) {
    evidence.withUnsafeMutableBufferPointer { evidence in
      var index = 0
      for row in 0..<count {
        for column in evidence.indices {
          evidence[column].look(at: cells[index].trimmed(in: bytes), row: row)
          index += 1
        }
      }
    }
  }
}
