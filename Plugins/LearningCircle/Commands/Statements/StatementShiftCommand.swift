import WorkbenchKit

/// `stelling shift DATE DATE`: what moved between two meetings.
struct StatementShiftCommand: Command {
  struct Arguments: Sendable {
    let before = Argument("before", .day, about: Text(nl: "de eerste bijeenkomst", en: "the first meeting"))
    let after = Argument("after", .day, about: Text(nl: "de tweede", en: "the second"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling shift", aliases: ["stelling verschuiving"],
    summary: Text(nl: "toon wat er tussen twee bijeenkomsten verschoof", en: "show what moved between two meetings"),
    examples: [
      .init("stelling shift 2027-03-01 2027-04-01", Text(nl: "twee bijeenkomsten", en: "two meetings")),
      .init(
        "stelling shift 2020-01-01 2027-04-01", Text(nl: "een dag zonder antwoorden", en: "a day without answers"),
        failsWith: "round.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let before = try given.checking(\.before) { try circle.answers($0) }
    let after = try given.checking(\.after) { try circle.answers($0) }
    let both = before.statements.filter { statement in after.statements.contains { $0.id == statement.id } }
    let (old, new) = (both.map { AnswerSummary(before.answers($0)) }, both.map { AnswerSummary(after.answers($0)) })
    let table = Table(
      title: Text(nl: "Wat er verschoof", en: "What moved"),
      columns: [
        .texts("statement", both.map(\.id), label: Text(nl: "stelling", en: "statement")),
        .numbers(
          "median_before", old.map(\.median), label: Text(nl: "mediaan toen", en: "median then"), format: .decimals(1)),
        .numbers(
          "median_after", new.map(\.median), label: Text(nl: "mediaan nu", en: "median now"), format: .decimals(1)),
        .numbers(
          "shift", zip(old, new).map { $1.median - $0.median }, label: Text(nl: "verschil", en: "difference"),
          format: .decimals(1)),
        .numbers(
          "agreement_before", old.map(\.agreement), label: Text(nl: "eens toen (A)", en: "agreed then (A)"),
          format: .decimals(2)),
        .numbers(
          "agreement_after", new.map(\.agreement), label: Text(nl: "eens nu (A)", en: "agreed now (A)"),
          format: .decimals(2)),
      ])
    let others = Set(before.roles).symmetricDifference(after.roles).sorted()
    var blocks: [Block] = [.table(table)]
    if !others.isEmpty {
      let listed = Text.list(others)
      blocks.append(
        context.showsRoles
          ? .caution(
            nl: "niet dezelfde rollen antwoordden: \(listed.nl)", en: "not the same roles answered: \(listed.en)")
          : .caution(nl: "niet dezelfde rollen antwoordden", en: "not the same roles answered"))
    }
    return Output(blocks + [MeasureWords.scale])
  }
}
