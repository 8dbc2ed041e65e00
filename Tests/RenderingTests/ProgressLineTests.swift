import Rendering
import Testing
import WorkbenchKit

@Suite("Progress line")
struct ProgressLineTests {
  private let reading = Text(nl: "gebieden lezen", en: "reading areas")

  @Test("tells how far, what, and how long still")
  func line() {
    let progress = ProgressLine(fraction: 0.42, doing: reading, elapsed: 5.5)
    #expect(progress.text(.nl, columns: 80) == " 42 % gebieden lezen · nog 8 s")
    #expect(progress.text(.en, columns: 80) == " 42% reading areas · 8 s left")
    #expect(ProgressLine(fraction: 0.5, doing: reading, elapsed: 600).text(.nl, columns: 80).hasSuffix("nog 10 min"))
    #expect(
      ProgressLine(fraction: 0.5, doing: reading, elapsed: 7500).text(.nl, columns: 80).hasSuffix("nog 2 u 5 min"))
  }

  @Test("tells no time before there is something to go by, and none at the end")
  func noTime() {
    #expect(ProgressLine(fraction: 0, doing: reading, elapsed: 9).text(.nl, columns: 80) == "  0 % gebieden lezen")
    #expect(ProgressLine(fraction: 1, doing: reading, elapsed: 9).text(.nl, columns: 80) == "100 % gebieden lezen")
    #expect(
      ProgressLine(fraction: .nan, doing: reading, elapsed: .infinity).text(.nl, columns: 80) == "  0 % gebieden lezen")
  }

  @Test("gives up words, not the time left, where it is narrow")
  func narrow() {
    #expect(
      ProgressLine(fraction: 0.42, doing: reading, elapsed: 5.5).text(.nl, columns: 24) == " 42 % gebied… · nog 8 s")
  }
}
