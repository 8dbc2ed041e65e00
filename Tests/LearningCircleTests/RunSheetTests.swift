import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// The run sheet, typed line by line as it stands.
@Suite struct RunSheetTests {
  @Test func `each line works once those before it are done`() throws {
    let bench = try CircleBench.empty()
    for step in RunSheetCommand.steps { try bench.run(step.line) }
    #expect(try bench.run("besluit list --at 2027-04-01").texts("text") == ["Er komt een wijkkamer"])
    #expect(try bench.run("kring role list").texts("role") == ["gemeente", "corporatie", "bewoners"])
  }

  @Test func `it stands in the circle's own help, in both languages`() throws {
    for language in [WorkbenchKit.Language.nl, .en] {
      let sheet = try CircleBench.make(language: language).run("kring runsheet")
      #expect(sheet.texts("line") == RunSheetCommand.steps.map(\.line))
      #expect(sheet.texts("what") == RunSheetCommand.steps.map { $0.what(language) })
    }
  }
}
