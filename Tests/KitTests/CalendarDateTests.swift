import Testing
import WorkbenchKit

@Suite struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `every day from 1600 to 2400 has its number, its text and its weekday`() throws {
    var day = try date("1600-01-01")
    let last = try date("2400-12-31")
    // A Saturday.
    var weekday = 6
    var wrong: [String] = []
    while day < last {
      let next = try #require(day.adding(days: 1))
      if next.dayNumber != day.dayNumber + 1 || next <= day { wrong.append(day.text) }
      if day.weekday != weekday || CalendarDate(day.text) != day { wrong.append(day.text) }
      weekday = weekday % 7 + 1
      day = next
    }
    #expect(wrong == [])
    #expect(last.dayNumber - (try date("1600-01-01").dayNumber) == 292_559)
    #expect(try date("1970-01-01").dayNumber == 0)
    #expect(try date("2000-03-01").dayNumber == 11_017)
  }

  @Test func `months are added without leaving the month`() throws {
    #expect(try date("2027-01-31").adding(months: 1)?.text == "2027-02-28")
    #expect(try date("2028-01-31").adding(months: 1)?.text == "2028-02-29")
    #expect(try date("2027-03-31").adding(months: -1)?.text == "2027-02-28")
    #expect(try date("2027-11-15").adding(months: 26)?.text == "2030-01-15")
    #expect(try date("9999-12-01").adding(months: 1) == nil)
    #expect(try date("0001-01-01").adding(days: -1) == nil)
    #expect(try date("2027-01-01").adding(days: .max) == nil)
    #expect(try date("2027-01-01").adding(months: .min) == nil)
  }

  @Test(arguments: [
    "", "2027-1-1", "2027-02-29", "2027-13-01", "2027-00-10", "31-01-2027", "2027-01-31T10", "٢٠٢٧-01-01",
  ])
  func `what is not a day written so is nothing`(text: String) { #expect(CalendarDate(text) == nil) }
}
