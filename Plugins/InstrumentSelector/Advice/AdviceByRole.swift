import WorkbenchKit

/// The advice of each role, and where the roles part.
struct AdviceByRole {
  let blocks: [Block]

  init(
    _ roles: [(role: String, sheet: CircleAnswers.Sheet)], _ typed: [Pair<String>],
    _ reader: AnswerReader, _ advisor: Advisor, _ context: Context
  ) throws {
    let each = try roles.map { role, sheet in
      var answers = sheet.answers
      try reader.read(typed, into: &answers)
      var own = advisor
      if !sheet.weights.isEmpty { own.weights = try AdviceWeights.shares(sheet.weights) }
      return (role: role, advice: try own.advise(answers))
    }
    func name(_ role: String) -> String {
      role == CircleAnswers.usual ? Text(nl: "zonder rol", en: "no role")(context.language) : role
    }
    var blocks: [Block] = [
      .table(
        Table(
          title: Text(nl: "Per rol", en: "By role"),
          columns: [
            .texts("role", each.map { name($0.role) }, label: Text(nl: "rol", en: "role")),
            .texts(
              "style", each.map { $0.advice.finding.styles.joined(separator: " / ") },
              label: Text(nl: "regiestijl", en: "style")),
            .texts(
              "first", each.map { $0.advice.first.map(\.instrument.id).prefix(3).joined(separator: ", ") },
              label: Text(nl: "eerste drie", en: "first three")),
          ]))
    ]
    let parting = reader.questions.filter { question in
      Set(roles.compactMap { $0.sheet.answers[question.id] }).count > 1
    }
    if !parting.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Waar de rollen uiteenlopen", en: "Where the roles part"),
            columns: [.texts("question", parting.map(\.id), label: Text(nl: "vraag", en: "question"))]
              + roles.map { role, sheet in
                .texts(name(role), parting.map { sheet.answers[$0.id]?.shown(context.language) })
              })))
    }
    self.blocks = blocks
  }
}
