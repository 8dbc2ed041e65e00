import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Percentages of one's own of at most 1, which can be shares of one.
@Suite struct OwnScaleTests {
  private static let rate = "--as deel --kind rate --of alle"

  private func rates(_ bench: Workbench, _ areas: String, _ flags: String = "") throws -> [Double] {
    try bench.run("wzw estimate \(areas) --indicator deel \(flags)").numbers("rate")
  }

  @Test func `small percentages beside larger ones that are there already stay as they are`() throws {
    let bench = try OwnBench.with(
      ["a.csv": "code;p\nBU00340101;12\n", "b.csv": "code;p\nBU00340102;0,8\n"],
      "wzw add a.csv \(Self.rate) --year 2024")
    let output = try bench.run("wzw add b.csv \(Self.rate) --year 2024")
    #expect(output.words.contains("gelezen als percentages, zoals wat er al is; zijn het aandelen"))
    #expect(try rates(bench, "BU00340101 BU00340102") == [0.12, 0.008])
    try bench.run("wzw add b.csv \(Self.rate) --year 2023")
    #expect(try rates(bench, "BU00340102", "--rate-year 2023") == [0.008])
  }

  @Test func `shares are read as shares the next time and the next year`() throws {
    let bench = try OwnBench.with(
      ["a.csv": "code;p\nBU00340101;0,125\nBU00340102;0,5\n", "b.csv": "code;p\nBU00340101;0,25\n"])
    let output = try bench.run("wzw add a.csv \(Self.rate) --year 2024")
    #expect(output.words.contains("gelezen als aandelen, en bewaard als percentages"))
    #expect(output.words.contains("zijn het al percentages, zet er dan een %-teken achter"))
    #expect(try bench.run("wzw add a.csv \(Self.rate) --year 2024").fact("unchanged") == 2)
    try bench.run("wzw add b.csv \(Self.rate) --year 2023")
    #expect(try rates(bench, "BU00340101", "--rate-year 2023") == [0.25])
  }

  @Test(arguments: ["code;p\nBU00340101;0,8%\nBU00340102;0,75%\n", "code;p (%)\nBU00340101;0,8\nBU00340102;0,75\n"])
  func `a percent sign behind the figures or in the name of their column says that they are percentages`(file: String)
    throws
  {
    let bench = try OwnBench.with(["a.csv": file])
    let output = try bench.run("wzw add a.csv \(Self.rate) --year 2024")
    #expect(!output.words.contains("aandelen"))
    #expect(try rates(bench, "BU00340101 BU00340102") == [0.008, 0.0075])
  }

  @Test func `what was taken for shares is put right by a percent sign`() throws {
    let bench = try OwnBench.with(
      ["a.csv": "code;p\nBU00340101;0,8\n", "b.csv": "code;p\nBU00340101;0,8%\n"],
      "wzw add a.csv \(Self.rate) --year 2024")
    #expect(try rates(bench, "BU00340101") == [0.8])
    try bench.run("wzw add b.csv \(Self.rate) --year 2024 --replace")
    #expect(try rates(bench, "BU00340101") == [0.008])
  }

  @Test func `a workbook's percentages are of a hundred, those of years side by side too`() {
    let codes = Column.texts("code", ["BU00340101"])
    let (percent, plain) = (
      Column.numbers(" p ", [0.8], unit: .percent), Column.numbers("2024", [0.8], unit: .percent)
    )
    #expect(OwnScale.isShownAsPercentages("p", among: [codes, percent]))
    #expect(OwnScale.isShownAsPercentages("deel", among: [codes, plain]))
    #expect(!OwnScale.isShownAsPercentages("p", among: [codes, .numbers("p", [0.8])]))
    #expect(!OwnScale.isShownAsPercentages("p", among: []))
  }
}
