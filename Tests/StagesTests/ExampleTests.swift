import Stages
import Testing
import WorkbenchKit

@Suite struct ExampleTests {
  private static let signatures: [Signature] = {
    let nothing: TextForms.Form = { _ in [] }
    let blank: TextForms.Sheet = { _, _ in "" }
    let none: TextForms.Picture = { _, _ in nil }
    let catalogue = StageCatalogue.all(
      forms: TextForms(
        table: blank, csv: { _, _, _ in [] }, json: nothing, jsonl: nothing, markdown: blank, html: blank, svg: none))
    return catalogue.stages.map(\.signature) + catalogue.commands.map(\.signature)
  }()

  @Test func theseAreTheStages() {
    let names = Self.signatures.map { $0.path.joined(separator: " ") }.sorted()
    #expect(
      names == [
        "calc funnel", "calc ratio", "calc wilson", "chart", "cluster", "cohort", "contents", "count", "derive",
        "describe",
        "distance", "fay-herriot", "group", "ipf", "join", "kano", "pivot", "plan", "rank promethee", "rank smaa",
        "rank topsis", "rank vikor", "rank wsm", "read", "rename", "select", "sort", "to", "top", "unpivot",
        "weigh ahp", "weigh entropy", "weigh points", "weigh roc", "where",
      ])
  }

  @Test func everyExampleDoesWhatItSays() throws {
    for signature in Self.signatures {
      for example in signature.examples {
        let error = try TableLines().error(example.line)
        #expect(error?.code == example.failsWith, "\(example.line): \(error?.message.en ?? "no error")")
      }
    }
  }

  @Test func everyStageHasAnExampleThatWorksAndOneThatFails() {
    for signature in Self.signatures {
      #expect(signature.examples.contains { $0.failsWith == nil }, "\(signature.path)")
      #expect(signature.examples.contains { $0.failsWith != nil }, "\(signature.path)")
    }
  }

  @Test func everyWordBehindAStageHasADutchAlias() {
    for signature in Self.signatures { #expect(signature.aliases.count == 1, "\(signature.path)") }
  }
}
