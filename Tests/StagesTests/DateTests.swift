import TestSupport
import Testing
import WorkbenchKit

/// Dates as a kind of column, in every stage that looks at values.
@Suite struct DateTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([
      "b.csv": """
      besluit;wie;gemaakt;tot;dagen;vrij
      a;x;2024-02-28;2024-03-01;1;31-1-2027
      b;y;2023-02-28;2023-03-01;2;2027-02-30
      c;x;1900-02-28;1900-03-01;3;straks
      d;y;2026-12-31;.;4;.
      e;x;0001-01-01;9999-12-31;5;9999-12-31

      """, "leeg.csv": "besluit;tot\n",
      "zonder.csv": "besluit;tot\na;.\nb;.\n",
    ])
  }

  private static let dated = "read b.csv | derive gemaakt = date(gemaakt) | derive tot = date(tot)"

  private func values(_ expression: String) throws -> [String] {
    try lines.table(Self.dated + " | derive x = \(expression) | select x").dropFirst().map { $0 }
  }

  private func rows(_ condition: String) throws -> String {
    try lines.table(Self.dated + " | where \(condition) | select besluit").dropFirst().joined()
  }

  private func type(_ line: String, _ column: String) throws -> String? {
    try lines.output(line).table?.column(column)?.type
  }

  @Test func `a text becomes a date when it is asked to, and a file is read as it was`() throws {
    #expect(try type("read b.csv", "tot") == "text")
    #expect(try type(Self.dated, "tot") == "date")
    #expect(try values("text(tot)") == ["2024-03-01", "2023-03-01", "1900-03-01", ".", "9999-12-31"])
    #expect(try type(Self.dated + " | derive x = text(tot)", "x") == "text")
    #expect(try type(Self.dated + " | derive x = date(tot)", "x") == "date")
  }

  @Test func `texts that are no date are missing, counted and told with their first row`() throws {
    #expect(try values("date(vrij)") == ["2027-01-31", ".", ".", ".", "9999-12-31"])
    #expect(
      try lines.notices(Self.dated + " | derive x = date(vrij)")
        == ["of 'vrij' 2 texts are no date (the first in row 2), and so are missing"])
    #expect(
      try lines.notices("read b.csv | top 2 | derive x = date(vrij)")
        == ["of 'vrij' the text in row 2 is no date, and so is missing"])
  }

  @Test func `dates compare by time with dates, bare or in quotes`() throws {
    #expect(try rows("tot < 2024-03-01") == "bc")
    #expect(try rows("tot <= '2024-03-01'") == "abc")
    #expect(try rows("tot = 2024-03-01") == "a")
    #expect(try rows("tot != \"1-3-2024\"") == "bce")
    #expect(try rows("'2023-12-31' < tot") == "ae")
    #expect(try rows("gemaakt >= date('2026-12-31')") == "d")
    #expect(try rows("tot > gemaakt") == "abce")
    #expect(try rows("tot in (2024-03-01, '1900-03-01')") == "ac")
    #expect(try rows("tot not in ('2024-03-01')") == "bce")
    #expect(try rows("tot is missing") == "d")
    #expect(try rows("tot ~ '-03-01'") == "abc")
    #expect(try rows("tot < 2024-03-01 or tot is missing") == "bcd")
  }

  @Test func `a remembered day stands where a date does`() throws {
    _ = try lines.output("let d = '2024-03-01'")
    #expect(try rows("tot = $d") == "a")
    #expect(try rows("tot < \"$d\"") == "bc")
    #expect(try values("tot - $d").prefix(2) == ["0", "-366"])
    _ = try lines.output("let e = 'straks'")
    #expect(lines.error(Self.dated + " | where tot < $e")?.code == "date.format")
  }

  @Test func `a text that is no date is an error at its place`() {
    let at = (Self.dated + " | where ").count + 1
    #expect(lines.spot(Self.dated + " | where tot < '2027-02-30'") == "date.format at \(at + 6)")
    #expect(lines.spot(Self.dated + " | where tot < 2027-02-30") == "date.format at \(at + 6)")
    #expect(lines.spot(Self.dated + " | where tot in ('straks')") == "date.format at \(at + 8)")
    #expect(lines.spot(Self.dated + " | where tot < date('1900-02-29')") == "date.format at \(at + 11)")
    #expect(lines.spot(Self.dated + " | where '2100-02-29' < tot") == "date.format at \(at)")
    #expect(lines.error(Self.dated + " | where tot < ''")?.code == "date.format")
    #expect(lines.error(Self.dated + " | where tot < '0000-01-01'")?.code == "date.format")
  }

  @Test func `a date is not compared with a number or with a text that is not read`() {
    #expect(lines.error(Self.dated + " | where tot < 2024")?.code == "expression.type")
    let unread = lines.error("read b.csv | where tot < 2024-03-01")
    #expect(unread?.code == "expression.type")
    #expect(unread?.wayOut?.en == "read the text as a date: date(tot)")
    #expect(lines.error(Self.dated + " | where tot = vrij")?.wayOut?.nl == "lees de tekst als datum: date(vrij)")
    #expect(lines.error(Self.dated + " | where tot")?.code == "expression.type")
  }

  @Test func `a subtraction with blanks is one, and digits that are no date stay numbers`() throws {
    #expect(try values("2027 - 04 - 01").first == "2022")
    #expect(try values("2027-4-1").first == "2022")
    #expect(try values("12027-04-01").first == "12022")
    #expect(try values("2027-04-01").first == "2027-04-01")
    #expect(lines.error(Self.dated + " | derive x = 2027-04-01 * 2")?.code == "expression.type")
  }

  @Test func `days between count leap days, and over the centuries`() throws {
    #expect(try values("tot - gemaakt") == ["2", "1", "1", ".", "3652058"])
    #expect(try values("gemaakt - tot") == ["-2", "-1", "-1", ".", "-3652058"])
    #expect(try values("tot - '2024-01-01'").prefix(2) == ["60", "-306"])
    #expect(try values("2024-03-01 - 2023-03-01").first == "366")
    let unit = try lines.output(Self.dated + " | derive x = tot - gemaakt").table?.column("x")?.unit
    #expect(unit == .days)
  }

  @Test func `a date and a number of days is a date`() throws {
    #expect(try values("gemaakt + 1") == ["2024-02-29", "2023-03-01", "1900-03-01", "2027-01-01", "0001-01-02"])
    #expect(try values("1 + gemaakt").first == "2024-02-29")
    #expect(try values("gemaakt - 59").prefix(2) == ["2023-12-31", "2022-12-31"])
    #expect(try values("gemaakt + dagen - 1").prefix(2) == ["2024-02-28", "2023-03-01"])
    #expect(try values("gemaakt + (tot - gemaakt)") == ["2024-03-01", "2023-03-01", "1900-03-01", ".", "9999-12-31"])
    #expect(try values("tot + 1").last == ".")
    #expect(try values("gemaakt + 0.5").allSatisfy { $0 == "." })
    #expect(
      try lines.notices(Self.dated + " | derive x = tot + 1") == [
        "'tot + 1' is 1 time no day of the years 1 to 9999, or counts no whole days, and is missing there"
      ])
    #expect(lines.error(Self.dated + " | derive x = tot + €5")?.code == "expression.unit")
    #expect(lines.error(Self.dated + " | derive x = tot + gemaakt")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = 5 - tot")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = -tot")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = round(tot)")?.code == "expression.type")
  }

  @Test func `functions take the parts of a date, and the first or last of several`() throws {
    #expect(try values("year(gemaakt)") == ["2024", "2023", "1900", "2026", "1"])
    #expect(try values("month(tot)") == ["3", "3", "3", ".", "12"])
    #expect(try values("day(gemaakt)") == ["28", "28", "28", "31", "1"])
    #expect(try values("min(gemaakt, tot)").prefix(4) == ["2024-02-28", "2023-02-28", "1900-02-28", "."])
    #expect(try values("max(gemaakt, '2024-01-01')").prefix(2) == ["2024-02-28", "2024-01-01"])
    #expect(
      try values("if(tot > 2024-01-01, tot, '2024-01-01')") == [
        "2024-03-01", "2024-01-01", "2024-01-01", ".", "9999-12-31",
      ])
    #expect(lines.error(Self.dated + " | derive x = year(dagen)")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = year(besluit)")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = max(tot, dagen)")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = date(dagen)")?.code == "expression.type")
    #expect(lines.error(Self.dated + " | derive x = date()")?.code == "function.arguments")
  }

  @Test func `tables without rows or without any date have dates too`() throws {
    #expect(try lines.table("read leeg.csv | derive tot = date(tot) | where tot < 2027-01-01") == ["besluit tot"])
    #expect(try type("read zonder.csv | derive tot = date(tot)", "tot") == "date")
    #expect(
      try lines.table(
        "read zonder.csv | derive tot = date(tot) | derive x = tot - 2027-01-01 | derive y = year(tot) | sort tot")
        == ["besluit tot x y", "a . . .", "b . . ."])
    #expect(try lines.table("read zonder.csv | where tot < 2027-01-01") == ["besluit tot"])
    #expect(try lines.table("read zonder.csv | derive x = 2027-01-01 - tot | select x") == ["x", ".", "."])
  }

  @Test func `sort and top go by time with missing last`() throws {
    #expect(try lines.table(Self.dated + " | sort tot | select besluit").dropFirst().joined() == "cbaed")
    #expect(try lines.table(Self.dated + " | sort tot desc | select besluit").dropFirst().joined() == "eabcd")
    #expect(try lines.table(Self.dated + " | top 2 --by tot | select besluit").dropFirst().joined() == "ea")
  }

  @Test func `group and count know dates, their first and their last, and no mean`() throws {
    #expect(
      try lines.table(Self.dated + " | group wie --min tot --max tot --count tot")
        == ["wie min_tot max_tot count_tot", "x 1900-03-01 9999-12-31 3", "y 2023-03-01 2023-03-01 1"])
    #expect(try type(Self.dated + " | group wie --min tot", "min_tot") == "date")
    #expect(try lines.table(Self.dated + " | derive jaar = year(tot) | group jaar").count == 6)
    #expect(try lines.table(Self.dated + " | group tot")[1] == "2024-03-01 1")
    #expect(try type(Self.dated + " | group tot", "tot") == "date")
    #expect(lines.error(Self.dated + " | group wie --mean tot")?.code == "column.type")
    #expect(lines.error(Self.dated + " | group wie --sum tot")?.code == "column.type")
  }

  @Test func `a withheld date withholds the first of its group`() throws {
    var until = Column.dates("tot", ["2024-01-01", "2024-02-01", "2024-03-01"].map { CalendarDate($0) })
    until.withheld[0] = "x"
    lines.remember(Table(columns: [.texts("wie", ["a", "a", "b"]), until]))
    let table = try lines.output("$t | group wie --min tot").table
    #expect(table?.column("min_tot")?.withheld == [0: "x"])
    #expect(table?.column("min_tot")?.dates?.map { $0?.text } == [nil, "2024-03-01"])
  }

  @Test func `join matches dates with dates, and says how a text becomes one`() throws {
    lines.remember(
      Table(columns: [.dates("tot", [CalendarDate("2024-03-01"), nil]), .texts("fase", ["open", "dicht"])]), as: "f")
    #expect(
      try lines.table(Self.dated + " | join $f --on tot --keep matched | select besluit tot fase")
        == ["besluit tot fase", "a 2024-03-01 open"])
    let error = lines.error("read b.csv | join $f --on tot")
    #expect(error?.code == "join.type" && error?.wayOut?.en == "make them alike with: derive tot = date(tot)")
    #expect(
      lines.error(Self.dated + " | join b.csv --on tot")?.wayOut?.en == "make them alike with: derive tot = text(tot)")
  }

  @Test func `pivot and unpivot move dates, and keep them dates`() throws {
    let wide = "read b.csv | top 2 | derive tot = date(tot) | pivot besluit --values tot --rows dagen"
    #expect(try lines.table(wide) == ["dagen a b", "1 2024-03-01 .", "2 . 2023-03-01"])
    #expect(try type(wide, "b") == "date")
    #expect(
      try lines.table(Self.dated + " | pivot wie --values tot --rows dagen --using max | top 1")
        == ["dagen x y", "1 2024-03-01 ."])
    #expect(
      try lines.table(Self.dated + " | where besluit = 'a' | pivot tot --values dagen --rows wie") == [
        "wie 2024-03-01", "x 1",
      ])
    let long = Self.dated + " | select besluit gemaakt tot | unpivot gemaakt tot"
    #expect(try lines.output(long).table?.columns.map(\.type) == ["text", "text", "date"])
    #expect(lines.error(Self.dated + " | select tot dagen | unpivot tot dagen")?.code == "unpivot.type")
  }

  @Test func `describe tells the first and the last date and no mean`() throws {
    let table = try lines.output(Self.dated + " | select tot dagen | describe").table
    #expect(table?.column("type")?.texts == ["date", "number"])
    #expect(
      table?.column("first")?.texts == ["1900-03-01", nil] && table?.column("last")?.texts == ["9999-12-31", nil])
    #expect(table?.column("present")?.numbers == [4, 5] && table?.column("missing")?.numbers == [1, 0])
    #expect(table?.column("distinct")?.numbers == [4, 5])
    #expect(table?.column("mean")?.numbers?.first?.isNaN == true)
    #expect(
      try lines.output("read leeg.csv | derive tot = date(tot) | describe").table?.column("first")?.texts == [nil, nil])
  }

  @Test func `a line over dates lies in their order with the days between`() throws {
    let charts = try lines.output(Self.dated + " | where year(gemaakt) > 2000 | chart line --x gemaakt --y dagen")
      .blocks
      .compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts.first?.positions == [19_416, 19_781, 20_818])
    #expect(charts.first?.x.isOfDates == true && charts.first?.series.first?.values == [2, 1, 4])
    let bars = try lines.output(Self.dated + " | chart bar --x gemaakt --y dagen").blocks
      .compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(bars.first?.categories.first == "2024-02-28" && bars.first?.x.isOfDates == false)
    #expect(lines.error(Self.dated + " | chart line --x dagen --y tot")?.code == "column.type")
  }

  @Test func `what takes tables elsewhere gets dates as texts`() throws {
    lines.remember(Table(columns: [.dates("d", [CalendarDate("2024-03-01")])]))
    #expect(try lines.table("$t") == ["d", "2024-03-01"])
    #expect(try type("$t", "d") == "date")
    lines.files.put(
      Array(
        #"{"columns":[{"name":"d","type":"date"},{"name":"e","type":"date"}],"rows":[["2024-03-01",null],[null,null]]}"#
          .utf8),
      at: "t.json")
    #expect(try lines.output("read t.json").table?.columns.map(\.type) == ["date", "date"])
    lines.files.put(Array(#"{"columns":[{"name":"d","type":"date"}],"rows":[["2027-02-30"]]}"#.utf8), at: "u.json")
    #expect(try lines.output("read u.json").table?.columns.map(\.type) == ["text"])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `random dates order, differ and group as their ISO texts and a calendar say`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let count = 200
    let days = (0..<count).map { _ -> CalendarDate? in
      Int.random(in: 0..<9, using: &generator) == 0
        ? nil : CalendarDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &generator))
    }
    lines.remember(Table(columns: [.dates("d", days), .counts("n", Array(0..<count))]))
    // Texts of one length order as their days do.
    let expected = days.indices.sorted {
      guard let one = days[$0]?.text else { return days[$1] == nil && $0 < $1 }
      guard let other = days[$1]?.text else { return true }
      return one == other ? $0 < $1 : one < other
    }
    #expect(try lines.output("$t | sort d").table?.column("n")?.numbers == expected.map(Double.init))
    let since = try lines.output("$t | derive x = d - 2000-02-29").table?.column("x")?.numbers ?? []
    for (day, number) in zip(days, since) {
      guard let day else {
        #expect(number.isNaN)
        continue
      }
      #expect(Int(number) == Self.julian(day) - Self.julian(CalendarDate("2000-02-29")!))
    }
    let years = try lines.output("$t | where d is not missing | derive y = year(d) | group y").table?.rowCount
    #expect(years == Set(days.compactMap { $0?.year }).count)
  }

  /// The Julian day number by Fliegel and Van Flandern (1968), which shares nothing with the arithmetic of the kit.
  private static func julian(_ date: CalendarDate) -> Int {
    let shift = (date.month - 14) / 12
    return 1461 * (date.year + 4800 + shift) / 4 + 367 * (date.month - 2 - 12 * shift) / 12
      - 3 * ((date.year + 4900 + shift) / 100) / 4 + date.day - 32_075
  }
}
