import WorkbenchKit

/// What roles do with advice, as a matrix.
struct AdviceMatrix {
  private let circle: Circle
  private let parties: [String: Text]

  init(_ circle: Circle, in context: Context) throws {
    self.circle = circle
    parties = try context.adviceParties.labels
  }

  func blocks(_ advice: [Advice], _ context: Context) throws -> [Block] {
    let said = Set(circle.advice.values.flatMap(\.keys))
    let atTable = Set(circle.roles.map(\.role))
    let roles = circle.speakers.filter { said.contains($0) || atTable.contains($0) }
    let sources = try context.knowledge.sources(advice.map(\.source), in: context)
    guard context.showsRoles else { return [.table(counts(advice, context)), Context.rolesHidden, sources] }
    guard !roles.isEmpty else {
      return [
        .info(
          nl: "nog geen rol; 'advies set ADVIES overgenomen --by ROL'",
          en: "no role yet; 'advies set ADVICE overgenomen --by ROLE'"),
        sources,
      ]
    }
    let matrix = CellMatrix(
      title: Text(nl: "Wat rollen met de adviezen doen", en: "What roles do with the advice"),
      rowHeading: Text(nl: "advies", en: "advice"), columnHeading: Text(nl: "rol", en: "role"),
      rows: advice.map { .init($0.id, label: $0.label) }, columns: roles.map { .init($0) },
      cells: advice.map { piece in
        roles.map { role in
          guard let answer = circle.advice[piece.id]?[role], let about = answer.about else { return .empty }
          return CellMatrix.Cell(about, mark: answer.mark)
        }
      })
    return [.matrix(matrix), sources]
  }

  /// How many roles said something, without who.
  private func counts(_ advice: [Advice], _ context: Context) -> Table {
    func count(_ answer: AdviceAnswer) -> [Int] {
      advice.map { piece in circle.advice[piece.id]?.values.count { $0 == answer } ?? 0 }
    }
    return Table(
      title: Text(nl: "Wat er met de adviezen gebeurt", en: "What is done with the advice"),
      columns: [
        .texts("advice", advice.map(\.id), label: Text(nl: "advies", en: "advice")),
        .counts("taken", count(.taken), label: Text(nl: "overgenomen", en: "taken over")),
        .counts("partly", count(.partly), label: Text(nl: "deels", en: "partly")),
        .counts("later", count(.later), label: Text(nl: "later", en: "later")),
        .counts("no", count(.no), label: Text(nl: "niet", en: "no")),
        .counts("unknown", count(.unknown), label: Text(nl: "weet niet", en: "unknown")),
      ])
  }
}
