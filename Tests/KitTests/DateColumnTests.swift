import Testing
import WorkbenchKit

@Suite struct DateColumnTests {
  private static func day(_ text: String) -> CalendarDate? { CalendarDate(text) }

  private let column = Column.dates(
    "until", ["2024-02-29", "", "0001-01-01", "9999-12-31"].map { CalendarDate($0) },
    label: Text(nl: "tot", en: "until"))

  @Test func `a column of dates gives days, and where one is missing nothing`() {
    #expect(column.type == "date" && column.count == 4)
    #expect(column[0] == .date(Self.day("2024-02-29")!) && column[0].plain == "2024-02-29")
    #expect(column[1] == .missing && column.isMissing(1) && !column.isMissing(2))
    #expect(column.dates?.map { $0?.text } == ["2024-02-29", nil, "0001-01-01", "9999-12-31"])
    #expect(column.numbers == nil && column.texts == nil)
    #expect(column.dayNumbers?.map { $0.isNaN ? nil : Int($0) } == [19_782, nil, -719_162, 2_932_896])
    #expect(column.withDatesAsTexts.texts == ["2024-02-29", nil, "0001-01-01", "9999-12-31"])
    #expect(column.withDatesAsTexts.label == column.label)
    #expect(column.typeName == Text(nl: "datums", en: "dates"))
    #expect(!column.isEmpty && Column.dates("x", [nil, nil]).isEmpty && Column.dates("x", []).isEmpty)
  }

  @Test func `a number that is no day of the years 1 to 9999 is missing`() {
    let odd = Column("d", .dates([-719_163, 2_932_897, .min, .max, 0]))
    #expect((0..<5).map { odd.isMissing($0) } == [true, true, true, true, false])
    #expect(odd.dates?.compactMap { $0?.text } == ["1970-01-01"])
    #expect(odd.dayNumbers?.filter { !$0.isNaN } == [0])
    let made = Column.dates("d", dayNumbers: [0.5, .nan, .infinity, 59])
    #expect(made.dates?.map { $0?.text } == [nil, nil, nil, "1970-03-01"])
  }

  @Test func `values that are all dates make a column of dates, and among others texts`() {
    let dates = [Value.date(Self.day("2027-01-31")!), .missing]
    #expect(Column("x", values: dates).type == "date")
    #expect(Column("x", values: dates + [.text("later")]).texts == ["2027-01-31", nil, "later"])
    #expect(Column("x", values: dates + [.number(4)]).type == "text")
  }

  @Test func `rows, equality, padding and what is withheld go as with other kinds`() {
    #expect(column.rows([3, 0]).dates?.map { $0?.text } == ["9999-12-31", "2024-02-29"])
    #expect(column == column.rows([0, 1, 2, 3]) && column.hashValue == column.rows([0, 1, 2, 3]).hashValue)
    #expect(column != column.withDatesAsTexts)
    var held = column
    held.withheld[0] = "x"
    #expect(held.open.dates?.map { $0?.text } == [nil, nil, "0001-01-01", "9999-12-31"])
    let table = Table(columns: [held, .counts("n", [1, 2, 3, 4, 5])])
    #expect(table.rowCount == 5 && table.columns[0].isMissing(4))
    #expect(table.openTexts("until") == [nil, nil, "0001-01-01", "9999-12-31", nil])
    #expect(table.openDates("until").compactMap { $0?.text } == ["0001-01-01", "9999-12-31"])
    #expect(table.openDates("n").allSatisfy { $0 == nil } && table.openDates("none").count == 5)
    #expect(table.withDatesAsTexts.columns.map(\.type) == ["text", "number"])
  }

  @Test func `dates are no numbers, and the way out says what can be done with them`() {
    #expect(throws: Diagnostic.self) { try column.requireNumbers(for: "mean", at: nil) }
    do { _ = try column.requireNumbers(for: "mean", at: nil) } catch let error as Diagnostic {
      #expect(error.code == "column.type" && error.message.nl == "'mean' neemt getallen, en 'until' bevat datums")
      #expect(error.wayOut?.en.contains("derive days = until - 2027-01-01") == true)
    } catch {}
  }

  @Test func `a table with dates is kept as ISO text and comes back the same`() throws {
    var held = column
    held.withheld[2] = "<5"
    let table = Table(title: .verbatim("t"), columns: [held, .texts("naam", ["a", "b", nil, "2027-01-31"])])
    let bytes = TableCodec.encode(table)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""type":"date","values":["2024-02-29",null,"0001-01-01","9999-12-31"]"#))
    #expect(try TableCodec.decode(bytes) == table)
    #expect(TableCodec.encode(try TableCodec.decode(bytes)) == bytes)
    let empty = Table(columns: [.dates("d", [])])
    #expect(try TableCodec.decode(TableCodec.encode(empty)) == empty)
  }

  @Test(arguments: ["\"2027-02-30\"", "\"31-1-2027\"", "\"\"", "\"10000-01-01\""])
  func `a kept column of dates with something else in it is damaged`(cell: String) {
    let text = #"{"columns":[{"name":"d","type":"date","values":[\#(cell)]}]}"#
    #expect(throws: Diagnostic.self) { try TableCodec.decode(Array(text.utf8)) }
    do { _ = try TableCodec.decode(Array(text.utf8)) } catch { #expect((error as? Diagnostic)?.code == "table.format") }
  }

  @Test func `a day has one text for each number, over all days that there are`() {
    // Every 97th day, and the days about the turns of the centuries.
    for number in Array(stride(from: -719_162, through: 2_932_896, by: 97)) + Array(-25_600 ... -25_500) {
      guard let day = CalendarDate(dayNumber: number) else {
        Issue.record("\(number)")
        continue
      }
      #expect(CalendarDate(day.text)?.dayNumber == number)
    }
    #expect(CalendarDate("1900-02-29") == nil && CalendarDate("2000-02-29") != nil && CalendarDate("2100-02-29") == nil)
    #expect(CalendarDate("2027-02-30") == nil && CalendarDate("0000-01-01") == nil)
  }
}
