import Testing
import WorkbenchKit

/// Texts that a spreadsheet would run, on their way out and back.
@Suite struct WrittenCellTests {
  private func cell(_ text: String, isRaw: Bool = false) -> String {
    var bytes: [UInt8] = []
    WrittenCell.append(text, to: &bytes, delimiter: UInt8(ascii: ","), isRaw: isRaw)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func back(_ text: String) throws -> String? {
    let file = WrittenCell.line(["a", "b"]) + cell(text) + ",x\n"
    return try DelimitedText(bytes: Array(file.utf8), protection: Protection.strict).texts(column: 0)[0]
  }

  @Test(arguments: [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "- eerste punt", "=", "=cmd|' /C calc'!A0", "\t=1", "＝1+1", "－x", "--", "-e5",
    "+", "-1e",
  ]) func whatASpreadsheetRunsGetsAnApostrophe(text: String) throws {
    #expect(cell(text) == (text.count > 1 ? "'\(text)" : text) && cell(text, isRaw: true) == text)
    #expect(try back(text) == text)
  }

  @Test(arguments: [
    "-5", "+5", "-1,5", "-1.234,56", "-12%", "-1e-5", "+316", "-", "@", "x=1", "'t Harde", "''", "'",
    "een - twee",
  ])
  func numbersAndWordsStayAsTheyAre(text: String) throws {
    #expect(cell(text) == (text.contains(",") ? "\"\(text)\"" : text))
    #expect(try back(text) == text)
  }

  /// A text that looks like a guarded one is guarded itself.
  @Test(arguments: ["'=1+1", "''=1+1", "'''@x", "'-5", "'\tx"]) func apostrophesOfItsOwnComeBack(text: String) throws {
    #expect(try back(text) == text)
  }

  @Test func aSemicolonAndALeadingTabAreKept() throws {
    #expect(cell("a;b") == "\"a;b\"" && cell("\tx") == "'\tx")
    #expect(try back("a;b") == "a;b" && (try back("\tx")) == "\tx")
  }

  @Test func everyShortTextComesBack() throws {
    let signs = ["'", "=", "+", "-", "1", "x", "\"", ";", ","]
    for one in signs {
      for two in signs {
        for three in signs {
          for four in signs {
            let text = one + two + three + four
            #expect(try back(text) == text)
          }
        }
      }
    }
  }
}
