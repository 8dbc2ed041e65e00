import Testing
import WorkbenchKit

@testable import TableFiles

@Suite("Workbooks that other programs read wrongly", .enabled(if: Shared.has("cases/sheets"), Shared.reason))
struct SharedCaseTests {
  @Test("hard.xlsx has several sheets, and each comes with the line that reads it")
  func severalSheets() throws {
    let file = try Shared.sheet("hard.xlsx")
    let problem = #expect(throws: Diagnostic.self) { try file.table() }
    #expect(problem?.code == "source.sheet")
    #expect(
      problem?.candidates.map(\.word) == [
        "'hard.xlsx!Lees mij'", "hard.xlsx!Wijken", "'hard.xlsx!Kolom verborgen'", "hard.xlsx!Mix",
      ])
  }

  @Test("contents of hard.xlsx lists seven sheets with their states and where their cells are")
  func contents() throws {
    let items = try Shared.sheet("hard.xlsx").contents()
    #expect(
      items.map(\.name) == ["Lees mij", "Wijken", "Verborgen", "HeelVerborgen", "Leeg", "Kolom verborgen", "Mix"])
    #expect(
      items.map(\.state) == [.visible, .visible, .hidden, .veryHidden, .visible, .visible, .visible])
    #expect(items.map(\.range) == ["A1:A2", "A1:N13", "A1:A2", "A1", nil, "A1:B3", "A1:B11"])
    #expect(items.map(\.headerRow) == [nil, 5, nil, nil, nil, 1, 1])
    #expect(items[1].merged == ["F4:H4", "D4:E4"])
    #expect(items[1].formulas == 5)
  }

  @Test(
    "Wijken has its names in row 5, with or without being told", arguments: [.found, .row(5)] as [SheetOptions.Header])
  func wijken(_ header: SheetOptions.Header) throws {
    let read = try Shared.sheet("hard.xlsx").table(SheetOptions(sheet: "Wijken", header: header))
    #expect(read.headerRow == 5)
    #expect(read.range == "A5:N11")
    #expect(read.titleLines == ["Kerncijfers wijken en buurten 2024", "Peildatum 1 januari 2024; bron: verzonnen"])
    #expect(read.footnotes == ["Voetnoot: . = onbekend"])
    #expect(
      read.table.columnNames == [
        "code", "nr", "naam", "inwoners", "65+", "eenzaam", "woz", "datum", "formule", "getal als tekst", "fout",
        "aantal ja", "tijd", "dt",
      ])
    #expect(read.texts("code") == ["BU00010101", "BU00010102", "BU00010103", "BU00010104", "Totaal"])
    #expect(read.texts("nr") == ["0344", "0345", "0001", "9", nil])
    #expect(read.texts("naam") == ["Noord", "Zuid", "Oost & <West> \"é€\"", "spatie", nil])
    #expect(read.numbers("inwoners") == [1200, 0, -5, 3, nil])
    #expect(read.numbers("65+") == [300, nil, 1.234567890123457e16, 4, nil])
    #expect(read.numbers("eenzaam") == [0.123, 0.456, 1e-07, 0, nil])
    #expect(read.table.column("eenzaam")?.unit == .share)
    #expect(read.numbers("woz") == [250000.5, nil, 1e300, 0.3, nil])
    #expect(read.texts("datum") == ["2024-01-01", nil, "1900-03-01", nil, nil])
    #expect(read.numbers("formule") == [nil, nil, nil, nil, nil])
    #expect(read.texts("getal als tekst") == ["12,5", "1.234", "7", "x", nil])
    #expect(read.numbers("fout") == [nil, nil, nil, nil, nil])
    #expect(read.table.column("aantal ja")?.storage == .booleans([true, false, nil, nil, nil]))
    #expect(read.texts("tijd") == ["08:30:00", "00:00:00", nil, nil, nil])
    #expect(read.texts("dt") == ["2024-03-31T02:30:00", "1900-02-28T00:00:00", "2024-12-31T23:59:59", nil, nil])
  }

  @Test("what has to be known of Wijken is told, each with its code")
  func wijkenNotices() throws {
    let read = try Shared.sheet("hard.xlsx").table(SheetOptions(sheet: "Wijken"))
    #expect(
      read.codes == [
        "source.title", "source.groups", "source.rows", "source.footnotes", "source.total", "source.errors",
        "source.uncalculated", "source.dates", "source.numbers",
      ])
    #expect(read.notice("source.total")?.hasPrefix("rij 11 heet 'Totaal'") == true)
    #expect(
      read.notice("source.errors")
        == "3 cellen hebben een fout en tellen als ontbrekend: #DIV/0! 1×, #N/A 1×, #REF! 1×")
    #expect(
      read.notice("source.uncalculated")
        == "5 formules hebben geen bewaarde uitkomst en tellen als ontbrekend ('inwoners', 'formule'); "
        + "open en bewaar het bestand eens in Excel of LibreOffice")
    #expect(read.notice("source.dates") == "1 datum is dag 0 en telt als ontbrekend ('datum')")
    #expect(read.notice("source.rows") == "1 lege rij is overgeslagen")
  }

  @Test("groups above the names come before them when two rows are asked for")
  func groups() throws {
    let read = try Shared.sheet("hard.xlsx").table(SheetOptions(sheet: "Wijken", headerRows: 2))
    #expect(
      read.table.columnNames.prefix(9) == [
        "code", "nr", "naam", "Bevolking · inwoners", "Bevolking · 65+", "Wonen · eenzaam", "Wonen · woz",
        "Wonen · datum", "formule",
      ])
    #expect(read.range == "A4:N11")
    #expect(read.titleLines.count == 2)
  }

  @Test("a hidden sheet is read by name only, and that is told")
  func hiddenSheet() throws {
    let read = try Shared.sheet("hard.xlsx").table(SheetOptions(sheet: "Verborgen", header: .row(1)))
    #expect(read.numbers("geheim") == [1])
    #expect(read.notice("source.hidden") == "werkblad 'Verborgen' is verborgen in de werkmap")
  }

  @Test("hidden rows and columns are left out, unless they are asked for")
  func hiddenCells() throws {
    let file = try Shared.sheet("hard.xlsx")
    let shown = try file.table(SheetOptions(sheet: "Kolom verborgen"))
    #expect(shown.table.columnNames == ["a"])
    #expect(shown.numbers("a") == [1])
    #expect(
      shown.notice("source.hidden")
        == "1 verborgen kolom en 1 verborgen rij zijn weggelaten; lees ze mee met --hidden include")
    let all = try file.table(SheetOptions(sheet: "Kolom verborgen", includeHidden: true))
    #expect(all.numbers("a") == [1, 5])
    #expect(all.numbers("b") == [2, 6])
    #expect(all.codes.isEmpty)
  }

  @Test("numbers beside texts are texts, each as it stands in the file")
  func mixed() throws {
    let read = try Shared.sheet("hard.xlsx").table(SheetOptions(sheet: "Mix"))
    #expect(read.texts("code") == ["0", "01", "2", "03", "4", "05", "6", "07", "8", "09"])
    #expect(read.texts("waarde") == ["0", "1", "2", "3", "4", "5", "6", "7", "x", "x"])
  }

  @Test("head.xlsx has a doubled name, an empty one, one of two lines and a year")
  func head() throws {
    let read = try Shared.sheet("head.xlsx").table()
    #expect(read.table.columnNames == ["a", "a_2", "kolom_C", "b c", "d", "2023"])
    #expect(read.table.columns.map { $0.numbers?.first } == [1, 2, 3, 4, 5, 6])
    #expect(
      read.notice("source.names")
        == "een kolom zonder naam heet 'kolom_C'; een naam die al voorkwam, kreeg een nummer: 'a_2'")
  }

  @Test("late.xlsx has one text among 2,999 numbers, and all digits stay")
  func late() throws {
    let read = try Shared.sheet("late.xlsx").table()
    let p = try #require(read.texts("p"))
    #expect(p.count == 3000)
    #expect(p[2498] == "356.8571428571428")
    #expect(p[2500] == "geheim")
    #expect(p.compactMap { $0.flatMap { Double($0) } }.count == 2999)
    #expect(
      read.notice("source.mixed")
        == "een kolom is als tekst gelezen: 'p' (2.999 getallen en 1 tekst, in rij 2502)"
    )
  }

  @Test("cp.dbf does not say its code, and is read as cp1252 aloud")
  func codePage() throws {
    let read = try Shared.sheet("cp.dbf").table()
    #expect(read.texts("CODE") == ["0344", "BU01"])
    #expect(read.texts("NAAM") == ["Súdwest-Fryslân € Één", nil])
    #expect(read.numbers("N") == [12.5, nil])
    #expect(read.codes == ["source.encoding"])
    #expect(read.notice("source.encoding")?.contains("cp1252") == true)
  }

  @Test("breda.dbf with the code that stands beside it", .enabled(if: Shared.has("cases/geo/breda.dbf"), Shared.reason))
  func breda() throws {
    let page = String(decoding: try Shared.bytes("cases/geo/breda.cpg"), as: UTF8.self)
    let read = try opened(try Shared.bytes("cases/geo/breda.dbf"), "breda.dbf", codePage: page).table()
    #expect(read.table.rowCount == 56)
    #expect(read.table.columns.count == 13)
    #expect(read.texts("BUURTCODE")?[0] == "0601")
    #expect(read.numbers("OPPERVLAKT")?[0] == 867397.482)
    #expect(read.codes.isEmpty)
  }
}

@Suite("A published workbook", .enabled(if: Shared.has("data/rivm_50090NED_2020_65plus.xlsx"), Shared.reason))
struct PublishedWorkbookTests {
  @Test("RIVM 2020 65+: 17,341 rows of 43 columns, equal cell by cell to the CSV")
  func rivm() throws {
    let name = "rivm_50090NED_2020_65plus"
    let file = try opened(try Shared.bytes("data/\(name).xlsx"), "\(name).xlsx")
    #expect(try file.contents().map(\.cells) == [693_683])
    let read = try file.table()
    #expect(read.table.rowCount == 17_341)
    let csv = try DelimitedText(bytes: try Shared.bytes("data/\(name).csv"))
    #expect(read.table.columnNames == csv.header)
    var differing = 0
    for (index, column) in read.table.columns.enumerated() {
      for (row, text) in csv.texts(column: index).enumerated()
      where text != (column[row].isMissing ? nil : column[row].plain) {
        differing += 1
      }
    }
    #expect(differing == 0)
    // Read as numbers they are those of the CSV too.
    let numbers = try file.table(SheetOptions(decimal: .point)).table
    #expect(numbers == (try csv.table()))
  }
}
