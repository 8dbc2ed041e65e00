/// JSON Lines that stay where they are stored and were looked through once: what stands in their columns is known, and that nothing
/// personal does.
struct StoredLines {
  /// A column, by what its values are in all records.
  private struct Head {
    let name: String
    var kind: RecordTable.Kind
    /// How many bytes its texts have.
    var textBytes: Int
    /// Whether its first text is the code of an area; nil where there is none.
    var isCoded: Bool?
    var isNested = false
    /// Whether it holds whole numbers above 2^53.
    var isLong = false
    var personal: PersonalColumn

    /// - Parameter column: the values in some records, by their own kind.
    mutating func note(
      _ kind: RecordTable.Kind, _ isNested: Bool, _ column: Column, _ isOfRespondents: Bool
    ) {
      self.kind = self.kind.joined(with: kind)
      self.isNested = self.isNested || isNested
      personal.add(PersonalData.tally(of: column, isOfRespondents: isOfRespondents))
      guard let texts = column.texts else { return }
      textBytes += texts.byteCount
      isLong = isLong || JSONTableReader.Reading.holdLong(texts)
      if isCoded == nil {
        isCoded = texts.lazy.compactMap(\.self).first.map { AreaNesting.isCode($0.trimmedOfPadding) }
      }
    }
  }

  let name: String
  private(set) var rowCount = 0
  /// Names of columns in which something is nested.
  var nested: [String] { heads.filter(\.isNested).map(\.name) }
  /// Names of columns that hold whole numbers above 2^53.
  var long: [String] { heads.filter(\.isLong).map(\.name) }
  private let reader: JSONTableReader
  private let source: TextSource
  private var heads: [Head] = []
  private var places: [String: Int] = [:]

  /// Looks them through.
  ///
  /// - Parameter asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Returns: nil where something is not as it should be, or where what a column holds is known with all of it only.
  /// - Throws: `personal.found`, `table.wide`; what reading the bytes throws; what `asking` throws.
  init?(
    _ reader: JSONTableReader, _ source: TextSource, _ protection: Protection,
    asking: (_ part: Double) throws -> Void
  ) throws {
    (self.reader, self.source, name) = (reader, source, reader.name)
    var valueCount = 0
    let isRead = try reader.eachBlock(of: source, asking: asking) { records in
      valueCount += records.valueCount
      return note(records, protection.isOfRespondents)
    }
    guard isRead, rowCount > 0 else { return nil }
    try TableWidth.check(rows: rowCount, names: heads.count, values: valueCount)
    try protection.demandNames(header, of: name)
    try protection.demandNone(PersonalData.findings(header, heads.map(\.personal)), in: name)
  }

  /// Returns false where a column has truths beside other values, for of these it is not known how they count before all are there; and
  /// for records that each have names of their own, of which the columns would hardly hold anything.
  private mutating func note(_ records: RecordTable, _ isOfRespondents: Bool) -> Bool {
    let kinds = records.kinds
    guard (try? TableWidth.check(rows: records.count, names: kinds.count, values: records.valueCount)) != nil else {
      return false
    }
    rowCount += records.count
    for member in kinds {
      if places[member.name] == nil {
        places[member.name] = heads.count
        heads.append(
          Head(
            name: member.name, kind: .none, textBytes: 0,
            personal: PersonalColumn(member.name, isOfRespondents: isOfRespondents)))
      }
      guard let place = places[member.name] else { continue }
      heads[place].note(member.kind, member.isNested, records.column(member.name, as: member.kind), isOfRespondents)
    }
    return !heads.contains { $0.kind == .mixedWithTruths }
  }
}

extension StoredLines: RowsInBlocks {
  var header: [String] { heads.map(\.name) }

  func memory(of columns: [Int]) -> Int {
    columns.reduce(0) { size, place in
      size + rowCount * (heads[place].kind.isOfTexts ? 16 : 8) + heads[place].textBytes
    }
  }

  func columns(neededFor names: Set<String>) -> [Int]? {
    guard names.isSubset(of: header) else { return nil }
    // Where nothing is looked at, rows are counted, whatever they are.
    return heads.indices.filter { names.contains(heads[$0].name) || !names.isEmpty && doesTell(heads[$0]) }
  }

  private func doesTell(_ head: Head) -> Bool { AreaNesting.mayTell(head.name) || head.isCoded ?? false }

  func table(of columns: [Int], asking: (Double) throws -> Void) throws -> Table {
    // What was read once and cannot be read again has changed, which is said when its digest is taken.
    try gathered(of: columns, where: nil, asking: asking) ?? names(columns)
  }

  func eachBlock(
    of kept: [Int], where filter: TablePart.Rows?, asking: (_ part: Double) throws -> Void,
    _ take: (_ rows: Table, _ numbers: [Int]) throws -> Bool
  ) throws -> Bool {
    // A table without columns would have no rows either.
    let asked = try filter?.columns(names) ?? []
    let looked = asked.isEmpty ? [0] : asked
    var before = 0
    return try reader.eachBlock(of: source, asking: asking) { records in
      defer { before += records.count }
      func table(_ places: [Int]) -> Table {
        let cores = records.count * places.count < DelimitedCells.sharedFrom ? 1 : Cores.count
        return Table(
          columns: Cores.map(places.count, on: cores) {
            records.column(heads[places[$0]].name, as: heads[places[$0]].kind)
          })
      }
      guard let filter else {
        return try take(table(kept), (0..<records.count).map { before + $0 + 1 })
      }
      guard let stay = try filter.kept(table(looked)) else { return false }
      return try take(table(kept).rows(stay).settled, stay.map { before + $0 + 1 })
    }
  }
}
