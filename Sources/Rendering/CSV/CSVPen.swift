@_spi(Host) import WorkbenchKit

/// Writes rows of a table as lines of delimited text.
///
/// The cells of a few rows are written column by column and then put beside each other, so that what a column holds is looked at once
/// for all of them. How much room they take at most is known before, so that nothing grows while they are written.
struct CSVPen {
  let delimiter: UInt8
  let isRaw: Bool
  let decimal: UInt8
  /// Whether the delimiter is a sign that may stand in a number.
  private let isInNumbers: Bool

  private static let rowsInBlock = 64
  private static let quote = UInt8(ascii: "\"")
  /// A number with quotes.
  private static let mostNumber = NumberText.mostShort + 8
  /// So many bytes are copied at once, whatever is behind the cell.
  private static let step = 16

  init(delimiter: UInt8, isRaw: Bool, decimal: UInt8) {
    (self.delimiter, self.isRaw, self.decimal) = (delimiter, isRaw, decimal)
    isInNumbers = delimiter == decimal || "0123456789+-e".utf8.contains(delimiter)
  }

  /// Returns some rows as lines.
  func lines(_ columns: [Column], _ rows: Range<Int>) -> [UInt8] {
    let starts = stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsInBlock)
    let blocks = starts.map { $0..<min($0 + Self.rowsInBlock, rows.upperBound) }
    let sizes = blocks.map { block in columns.reduce(0) { $0 + most($1, block) } }
    let marks = rows.count * (columns.count + 2)
    return [UInt8](unsafeUninitializedCapacity: sizes.reduce(marks + Self.step, +)) { lines, count in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (sizes.max() ?? 0) + Self.step) { cells in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: columns.count * Self.rowsInBlock) { ends in
          for block in blocks {
            var (cell, end) = (0, 0)
            for column in columns { write(column, block, to: cells, &cell, ends, &end) }
            put(cells, ends, columns.count, block.count, to: lines, &count)
          }
        }
      }
    }
  }

  /// Puts the cells of some rows beside each other.
  ///
  /// - Parameter ends: where each cell ends, those of a column behind each other.
  private func put(
    _ cells: UnsafeMutableBufferPointer<UInt8>, _ ends: UnsafeMutableBufferPointer<Int>, _ width: Int, _ height: Int,
    to lines: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    for row in 0..<height {
      for place in stride(from: row, to: width * height, by: height) {
        if place > row {
          lines[count] = delimiter
          count += 1
        }
        let start = place > 0 ? ends[place - 1] : 0
        Self.copy(cells, start, lines, count, ends[place] - start)
        count += ends[place] - start
        // A line that is wholly empty would be skipped by most readers.
        if width == 1, start == ends[place] {
          lines[count] = Self.quote
          lines[count + 1] = Self.quote
          count += 2
        }
      }
      lines[count] = UInt8(ascii: "\n")
      count += 1
    }
  }

  /// Copies bytes in steps; behind both there is room for one more.
  @inline(__always)
  private static func copy(
    _ source: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ target: UnsafeMutableBufferPointer<UInt8>,
    _ place: Int,
    _ count: Int
  ) {
    let (source, target) = (UnsafeMutableRawBufferPointer(source), UnsafeMutableRawBufferPointer(target))
    var done = 0
    while done < count {
      let bytes = source.loadUnaligned(fromByteOffset: start + done, as: SIMD16<UInt8>.self)
      target.storeBytes(of: bytes, toByteOffset: place + done, as: SIMD16<UInt8>.self)
      done += step
    }
  }

  /// How many bytes the cells of a column take at most.
  private func most(_ column: Column, _ rows: Range<Int>) -> Int {
    let most =
      switch column.storage {
      case .numbers, .booleans, .dates: rows.count * Self.mostNumber
      case .texts(let values):
        values.withBytes { texts in rows.reduce(0) { $0 + (texts[$1].map { WrittenCell.most(bytes: $0.count) } ?? 0) } }
      }
    return column.withheld.isEmpty
      ? most : rows.reduce(most) { $0 + (column.withheld[$1].map(WrittenCell.most) ?? 0) }
  }

  /// Writes the cells of a column, and after each where it ends.
  private func write(
    _ column: Column, _ rows: Range<Int>, to cells: UnsafeMutableBufferPointer<UInt8>, _ cell: inout Int,
    _ ends: UnsafeMutableBufferPointer<Int>, _ end: inout Int
  ) {
    let withheld = column.withheld
    @inline(__always)
    func each(_ write: (Int, UnsafeMutableBufferPointer<UInt8>) -> Int) {
      for row in rows {
        let room = UnsafeMutableBufferPointer(rebasing: cells[cell...])
        if !withheld.isEmpty, let shown = withheld[row] {
          cell += self.write(shown, to: room)
        } else {
          cell += write(row, room)
        }
        ends[end] = cell
        end += 1
      }
    }
    switch column.storage {
    case .numbers(let values): each { row, room in write(values[row], to: room) }
    case .texts(let values):
      values.withBytes { texts in
        each { row, room in texts[row].map { WrittenCell.write($0, to: room, delimiter, isRaw) } ?? 0 }
      }
    case .booleans(let values): each { row, room in values[row].map { write($0 ? "true" : "false", to: room) } ?? 0 }
    case .dates: each { row, room in column[row].date.map { write($0.text, to: room) } ?? 0 }
    }
  }

  private func write(_ text: String, to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    WrittenCell.write(text, to: room, delimiter: delimiter, isRaw: isRaw)
  }

  private func write(_ number: Double, to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard number.isFinite else { return 0 }
    // With a point or a minus for a delimiter a number may need quotes.
    if !isInNumbers, let count = NumberText.write(short: number, to: room, point: decimal) { return count }
    var bytes: [UInt8] = []
    NumberText.append(shortest: number, to: &bytes, point: decimal)
    if isInNumbers, bytes.contains(delimiter) { bytes = [Self.quote] + bytes + [Self.quote] }
    UnsafeMutableRawBufferPointer(room).copyBytes(from: bytes)
    return bytes.count
  }
}
