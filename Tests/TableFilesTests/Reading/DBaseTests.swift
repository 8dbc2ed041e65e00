import Testing
import WorkbenchKit

@testable import TableFiles

/// Makes dBASE tables for tests.
enum TestDBase {
  /// - Parameter records: the mark before each row, and its cells as they stand.
  static func dbf(
    _ fields: [(name: String, kind: Character, length: Int, decimals: Int)],
    _ records: [(mark: Character, cells: [[UInt8]])],
    version: UInt8 = 0x03, language: UInt8 = 0, count: Int? = nil
  ) -> [UInt8] {
    let start = 32 + fields.count * 32 + 1
    let length = fields.reduce(1) { $0 + $1.length }
    let rows = count ?? records.count
    func two(_ number: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)] }
    var bytes: [UInt8] = [version, 124, 1, 1] + two(rows) + two(rows >> 16) + two(start) + two(length)
    bytes += [UInt8](repeating: 0, count: 17) + [language, 0, 0]
    for field in fields {
      bytes += Array(field.name.utf8) + [UInt8](repeating: 0, count: 11 - field.name.utf8.count)
      bytes += [field.kind.asciiValue ?? 0, 0, 0, 0, 0, UInt8(truncatingIfNeeded: field.length), UInt8(field.decimals)]
      bytes += [UInt8](repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for record in records {
      bytes.append(record.mark.asciiValue ?? 32)
      for (cell, field) in zip(record.cells, fields) {
        bytes += cell + [UInt8](repeating: 0x20, count: max(0, field.length - cell.count))
      }
    }
    return bytes + [0x1A]
  }

  static func texts(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }
}

@Suite("dBASE tables")
struct DBaseTests {
  @Test("numbers, days and truths; what is blank or a star is missing, and deleted rows are left out")
  func kinds() throws {
    let bytes = TestDBase.dbf(
      [("CODE", "C", 6, 0), ("N", "N", 8, 2), ("D", "D", 8, 0), ("L", "L", 1, 0)],
      [
        (" ", TestDBase.texts("0344", "  12.50", "20240131", "J")),
        ("*", TestDBase.texts("weg", "1", "20240101", "T")),
        (" ", TestDBase.texts(".", "********", "20240231", "?")),
        (" ", TestDBase.texts("", "", "", "n")),
      ])
    let read = try opened(bytes, "x.dbf").table()
    #expect(read.texts("CODE") == ["0344", nil, nil])
    #expect(read.numbers("N") == [12.5, nil, nil])
    #expect(read.texts("D") == ["2024-01-31", nil, nil])
    #expect(read.table.column("L")?.storage == .booleans([true, nil, false]))
    #expect(read.codes == ["source.deleted", "source.overflow"])
    #expect(read.notice("source.deleted") == "1 rij die als gewist is aangemerkt, is weggelaten")
  }

  @Test("binary kinds of FoxPro, and memo fields that are told as not read")
  func binary() throws {
    let double = withUnsafeBytes(of: (0.1).bitPattern.littleEndian) { Array($0) }
    let bytes = TestDBase.dbf(
      [
        ("I", "I", 4, 0), ("Y", "Y", 8, 4), ("B", "B", 8, 0), ("T", "T", 8, 0), ("MEMO", "M", 10, 0),
        ("_Null", "0", 1, 0),
      ],
      [
        (
          " ",
          [
            [0xFE, 0xFF, 0xFF, 0xFF], [0x10, 0x27, 0, 0, 0, 0, 0, 0], double,
            [0x3A, 0x8C, 0x25, 0, 0x40, 0x77, 0x1B, 0], Array("         1".utf8), [0],
          ]
        )
      ], version: 0x30, language: 0x03)
    let read = try opened(bytes, "x.dbf").table()
    #expect(read.numbers("I") == [-2])
    #expect(read.numbers("Y") == [1])
    #expect(read.numbers("B") == [0.1])
    #expect(read.texts("T") == ["2023-12-31T00:30:00"] || read.texts("T")?.first??.hasSuffix("T00:30:00") == true)
    #expect(read.table.columnNames == ["I", "Y", "B", "T"])
    #expect(read.notice("source.memo") == "memovelden en andere bijlagen worden niet gelezen: 'MEMO'")
  }

  @Test("texts in the code that the file, the .cpg or its bytes tell")
  func codePages() throws {
    func read(_ cell: [UInt8], language: UInt8 = 0, page: String? = nil) throws -> SheetTable {
      try opened(TestDBase.dbf([("T", "C", 12, 0)], [(" ", [cell])], language: language), "x.dbf", codePage: page)
        .table()
    }
    #expect(try read([0xFA, 0x80], language: 0x03).texts("T") == ["ú€"])
    #expect(try read([0xFA, 0x80], language: 0x03).codes.isEmpty)
    #expect(try read([0x82], language: 0x01).texts("T") == ["é"])
    #expect(try read([0xB7], language: 0x02).texts("T") == ["À"])
    #expect(try read([0xA4], page: "ISO-8859-15").texts("T") == ["€"])
    #expect(try read([0xC3, 0xA9], language: 0x03, page: "UTF-8\r\n").texts("T") == ["é"])
    #expect(try read([0xC3, 0xA9]).texts("T") == ["é"])
    #expect(try read([0xC3, 0xA9]).notice("source.encoding")?.contains("UTF-8") == true)
    #expect(try read(Array("plat".utf8)).codes.isEmpty)
    #expect(code { _ = try read([0xE0], page: "KOI8-R") } == "source.codepage")
    #expect(code { _ = try read([0xE0], language: 0xC9) } == "source.codepage")
  }

  @Test("a number column with something else, or with digits that a double loses, is text")
  func textsAmongNumbers() throws {
    let bytes = TestDBase.dbf(
      [("A", "N", 20, 0), ("B", "N", 20, 0)],
      [(" ", TestDBase.texts("1.50", "9007199254740993")), (" ", TestDBase.texts("1,5", "1"))])
    let read = try opened(bytes, "x.dbf").table()
    #expect(read.texts("A") == ["1.50", "1,5"])
    #expect(read.texts("B") == ["9007199254740993", "1"])
    #expect(try opened(bytes, "x.dbf").table(SheetOptions(textColumns: ["B"])).texts("B")?[1] == "1")
    #expect(code { _ = try opened(bytes, "x.dbf").table(SheetOptions(textColumns: ["C"])) } == "column.unknown")
  }

  @Test("names that are doubled or empty, and a head that promises more than there is")
  func heads() throws {
    let doubled = TestDBase.dbf(
      [("A", "C", 1, 0), ("A", "C", 1, 0), ("", "C", 1, 0)], [(" ", TestDBase.texts("1", "2", "3"))])
    #expect(try opened(doubled, "x.dbf").table().table.columnNames == ["A", "A_2", "kolom_C"])
    let short = TestDBase.dbf(
      [("A", "C", 1, 0), ("B", "C", 1, 0)], [(" ", TestDBase.texts("1", "2"))], count: 4_000_000)
    #expect(code { _ = try opened(short, "x.dbf") } == "source.damaged")
    let huge = TestDBase.dbf([("A", "C", 1, 0), ("B", "C", 1, 0)], [], count: 4_000_000_000)
    #expect(code { _ = try opened(huge, "x.dbf") } == "source.cells")
  }

  @Test("each byte of a head may be anything")
  func anyHead() {
    let whole = TestDBase.dbf(
      [("A", "C", 4, 0), ("B", "N", 4, 0)], [(" ", TestDBase.texts("abcd", "12")), (" ", TestDBase.texts("e", "3"))])
    for place in 0..<97 {
      for value in [0, 1, 0x0D, 0x20, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[place] = value
        let code = code { _ = try opened(bytes, "x.dbf").table() }
        #expect(code?.hasPrefix("source.") ?? true)
      }
    }
  }
}
