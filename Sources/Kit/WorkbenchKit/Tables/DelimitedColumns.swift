extension DelimitedText {
  /// A column read as numbers.
  public struct Numbers: Sendable {
    /// One a row; missing and unreadable are NaN.
    public var values: [Double]
    /// The first rows, at most ten, whose cell is neither a number nor missing.
    public var unreadableRows: [Int] = []
    /// How many cells hold something that is no number.
    public var unreadableCount = 0
  }

  /// Reads a column as numbers. Empty, `.`, `NA` and `NaN` are missing; blanks, `€`, `%` and `*` around the digits are passed
  /// over; marks may part thousands. `numberNotices` says what was taken off, and what remains in doubt.
  public func numbers(column: Int) -> Numbers { numbers(columns: [column]).first ?? Numbers(values: []) }

  /// Reads several columns as numbers, on all cores and in the order of the bytes, which is faster than one after the other.
  public func numbers(columns: [Int]) -> [Numbers] {
    columns.inBatches(of: DelimitedCells.columnsAtOnce).flatMap { columns in
      filled(columns) { rows, column, places -> [Int] in
        let marks = decision.marks[column]
        var unreadable: [Int] = []
        for row in 0..<rows.count {
          var value = Double.nan
          switch WrittenNumber(rows[row, column].trimmed(in: rows.bytes), marks: marks) {
          case .number(let number): value = number
          case .missing: break
          case .unreadable: unreadable.append(rows.firstRow + row)
          }
          (places + row).initialize(to: value)
        }
        return unreadable
      }.map { values, unreadable in
        Numbers(
          values: values, unreadableRows: Array(unreadable.lazy.joined().prefix(10)),
          unreadableCount: unreadable.reduce(0) { $0 + $1.count })
      }
    }
  }

  /// Reads a column as texts, quotes undone; empty and `.` are missing.
  ///
  /// - Parameters:
  ///   - column: counted from 0.
  ///   - trimmed: whether spaces and tabs around a text are dropped.
  public func texts(column: Int, trimmed: Bool = true) -> [String?] {
    filled([column]) { rows, column, places in
      for row in 0..<rows.count {
        (places + row).initialize(to: Self.text(of: rows[row, column], in: rows.bytes, trimmed: trimmed))
      }
    }.first?.elements ?? []
  }

  /// What was seen of a column in a piece of the rows.
  private struct SeenPiece: Sendable {
    let rows: Range<Int>
    /// The bytes of longer texts.
    let heap: [UInt8]
    let look: Look

    init(_ rows: DelimitedRows, heap: [UInt8] = [], look: Look = Look()) {
      self.rows = rows.firstRow..<rows.firstRow + rows.count
      self.heap = heap
      self.look = look
    }
  }

  private static func joined(_ places: [Texts.Place], _ pieces: [SeenPiece]) -> Texts {
    Texts(joining: places, heaps: pieces.map(\.heap), rows: pieces.map(\.rows))
  }

  /// - Returns: the bytes of the longer ones.
  private static func texts(
    of rows: DelimitedRows, _ column: Int, _ places: UnsafeMutablePointer<Texts.Place>
  ) -> [UInt8] {
    var heap: [UInt8] = []
    for row in 0..<rows.count {
      withText(of: rows[row, column], in: rows.bytes, trimmed: true) { bytes in
        (places + row).initialize(to: bytes.map { Texts.place(of: $0, in: &heap) } ?? .missing)
      }
    }
    return heap
  }

  /// Gives the bytes of a cell's text to `body`; nil for one that is missing.
  @inline(__always)
  static func withText(
    of cell: DelimitedCell, in bytes: UnsafeBufferPointer<UInt8>, trimmed: Bool,
    _ body: (UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    let content = cell.trimmed(in: bytes)
    if content.isEmpty || content.count == 1 && content[0] == UInt8(ascii: ".") { return body(nil) }
    if let plain = cell.plain(in: bytes, trimmed: trimmed) { return body(plain) }
    var text = cell.text(in: bytes, trimmed: trimmed)
    text.withUTF8(body)
  }

  /// The text of a cell; nil for one that is missing.
  @inline(__always)
  static func text(of cell: DelimitedCell, in bytes: UnsafeBufferPointer<UInt8>, trimmed: Bool) -> String? {
    let content = cell.trimmed(in: bytes)
    if content.isEmpty || content.count == 1 && content[0] == UInt8(ascii: ".") { return nil }
    return cell.text(in: bytes, trimmed: trimmed)
  }

  /// Reads every column as what it looks like: numbers where all cells that are there are numbers, none begins with a
  /// nought before another digit (`0344` is a code) and none is a whole number above 2^53; booleans where all are `true` or
  /// `false`; else texts, without padding. A column of which every cell has `%` or `€` has that as its unit.
  ///
  /// Empty and `.` are missing in any column, `NA` and `NaN` in a column of numbers or booleans only. A column without any
  /// value is one of numbers.
  /// - Parameter asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: `file.ragged` where records differ in length; what `asking` throws.
  public func table(asking: (_ part: Double) throws -> Void = { _ in }) throws -> Table {
    try table(of: Array(header.indices), asking: asking)
  }

  /// Reads some columns of the table.
  ///
  /// - Parameter columns: in the order in which they come; where there are none, the rows can be counted.
  /// - Throws: as of all.
  func table(of columns: [Int], asking: (_ part: Double) throws -> Void) throws -> Table {
    try demandEven()
    // A table without columns would have no rows either: the first stands for them, with nothing in it.
    if columns.isEmpty {
      return Table(columns: [Column(header[0], .booleans([Bool?](repeating: nil, count: rowCount)))])
    }
    let batches = columns.inBatches(of: DelimitedCells.columnsAtOnce)
    return Table(
      columns: try batches.enumerated().flatMap { place, batch in
        try self.columns(batch) { try asking((Double(place) + $0) / Double(batches.count)) }
      })
  }

  /// About how many bytes some columns take that are read, but for texts of more than twelve bytes.
  func memory(of columns: [Int]) -> Int {
    columns.reduce(0) { $0 + rowCount * (evidence[$1].holdsNumbersOnly ? 8 : 16) }
  }

  /// - Throws: `file.ragged` where records differ in length.
  func demandEven() throws {
    if raggedCount > 0 { throw DelimitedProblems(name: name).ragged(self) }
  }

  private func columns(_ batch: [Int], asking: (Double) throws -> Void) throws -> [Column] {
    // Of a column without anything like a number the texts are read at once; the others are tried as numbers.
    let worded = batch.filter { evidence[$0].holdsWordsOnly }
    let tried = batch.filter { !worded.contains($0) }
    let (numbers, texts) = try cells.fill(
      tried,
      with: { rows, column, places in
        SeenPiece(rows, look: look(at: rows, column) { (places + $0).initialize(to: $1) })
      },
      worded,
      with: { rows, column, places in
        let heap = Self.texts(of: rows, column, places)
        return SeenPiece(rows, heap: heap, look: look(at: rows, column) { _, _ in })
      }, asking: { try asking($0 / 2) })
    var columns: [Int: Column] = [:]
    var booleans: Set<Int> = []
    for (column, (values, seen)) in zip(tried, numbers) {
      let look = seen.reduce(Look()) { $0.union($1.look) }
      if look.isOfTexts { continue }
      if look.contains(.boolean) {
        booleans.insert(column)
      } else {
        columns[column] = .numbers(header[column], values, unit: evidence[column].unit)
      }
    }
    let rest = tried.filter { columns[$0] == nil }
    let others: [DelimitedCells.Filled<Texts.Place, SeenPiece>] = try cells.fill(
      rest,
      with: { rows, column, places in
        SeenPiece(rows, heap: Self.texts(of: rows, column, places))
      }, asking: { try asking((1 + $0) / 2) })
    for (column, (places, pieces)) in zip(worded + rest, texts + others) {
      let look = pieces.reduce(Look()) { $0.union($1.look) }
      let values = Self.joined(places, pieces)
      columns[column] =
        booleans.contains(column) || look.contains(.boolean) && !look.isOfTexts
        ? Column(header[column], .booleans(values.map { $0.flatMap { Bool($0.lowercased()) } }))
        : .texts(header[column], values)
    }
    return batch.compactMap { columns[$0] }
  }

  /// What cells of a column look like.
  struct Look: OptionSet {
    let rawValue: UInt8
    static let number = Look(rawValue: 1)
    static let boolean = Look(rawValue: 2)
    static let text = Look(rawValue: 4)

    var isOfTexts: Bool { contains(.text) || isSuperset(of: [.number, .boolean]) }
  }

  /// Reads the cells of some rows as numbers, as long as its column can be one of numbers or booleans.
  ///
  /// - Parameter take: gets the row, counted from the first of these, and its number; not a number for what is none.
  @inline(__always)
  func look(
    at rows: DelimitedRows, _ column: Int, _ take: (_ row: Int, _ number: Double) -> Void
  ) -> Look {
    let marks = decision.marks[column]
    var look = Look()
    for row in 0..<rows.count {
      let text = rows[row, column].trimmed(in: rows.bytes)
      var value = Double.nan
      switch WrittenNumber(text, marks: marks) {
      case .missing: break
      case .number(let number):
        value = number
        look.insert(WrittenNumber.isCode(text) ? .text : .number)
      case .unreadable:
        let isBoolean = text.count <= 5 && Bool(String(decoding: text, as: UTF8.self).lowercased()) != nil
        look.insert(isBoolean ? .boolean : .text)
      }
      if look.isOfTexts { return look }
      take(row, value)
    }
    return look
  }

  /// Fills columns for somebody who waits for them.
  private func filled<Element, Seen>(
    _ columns: [Int], _ fill: (DelimitedRows, _ column: Int, UnsafeMutablePointer<Element>) -> Seen
  ) -> [(elements: [Element], seen: [Seen])] {
    // Nobody asks to stop here, and what is asked for column by column lies in memory: nothing is thrown.
    (try? cells.fill(columns, with: fill)) ?? []
  }
}

extension Array {
  /// The elements in their order, so many at a time.
  fileprivate func inBatches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}

extension DelimitedProblems {
  fileprivate func ragged(_ text: DelimitedText) -> Diagnostic {
    let width = text.recordLength
    let columns = Text(
      nl: width == 1 ? "1 kolom" : "\(width) kolommen", en: width == 1 ? "1 column" : "\(width) columns")
    let lines = text.raggedRows.prefix(5)
    let nl = lines.map { "regel \($0.line) heeft er \($0.cells)" }.joined(separator: ", ")
    let en = lines.map { "line \($0.line) has \($0.cells)" }.joined(separator: ", ")
    let more = text.raggedCount - lines.count
    return Diagnostic(
      "file.ragged",
      subject
        + Text(
          nl: " telt \(columns.nl), maar \(nl)" + (more > 0 ? " en zo nog \(more) regels" : ""),
          en: " has \(columns.en), but \(en)" + (more > 0 ? " and so on for \(more) more lines" : "")),
      wayOut: Text(
        nl: "vul die regels aan, of zet aanhalingstekens om een cel met het scheidingsteken erin",
        en: "complete those lines, or quote a cell that holds the separator"))
  }
}
