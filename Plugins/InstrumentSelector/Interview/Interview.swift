import WorkbenchKit

/// The interview with one role on one case: what it answered, and how the next question is shown.
struct Interview {
  let reader: AnswerReader
  var circle: CircleAnswers
  let role: String
  let name: String

  /// - Parameters:
  ///   - role: who is asked.
  ///   - name: of the case.
  init(with role: String, on name: String, in context: Context) throws {
    reader = try AnswerReader(context)
    circle = try CircleAnswers(context.workspace)
    self.role = role
    self.name = name
  }

  var sheet: CircleAnswers.Sheet {
    get { circle[name, role] }
    set { circle[name, role] = newValue }
  }

  /// The first question that has no answer and was not skipped.
  var next: Question? {
    reader.questions.first { sheet.answers[$0.id] == nil && !sheet.skipped.contains($0.id) }
  }

  /// The next question with what can be answered, or that all is answered.
  func blocks(_ context: Context) -> [Block] {
    guard let next else {
      return [
        .paragraph(
          Text(
            nl: "Alle vragen zijn gesteld; 'instrument advise' geeft het advies.",
            en: "All questions have been asked; 'instrument advise' gives the advice."))
      ] + circle.remarks
    }
    let asked = reader.questions.firstIndex { $0.id == next.id }.map { $0 + 1 } ?? 0
    var facts = Facts(isDetail: true)
    facts.add("question", .text(next.id))
    facts.add("number", asked)
    facts.add("of", reader.questions.count)
    let number = Text(nl: "\(asked) van \(reader.questions.count): ", en: "\(asked) of \(reader.questions.count): ")
    let range: Block =
      next.values.isEmpty
      ? .paragraph(next.range)
      : .table(
        Table(columns: [
          .texts("answer", next.values.map(\.id), label: Text(nl: "antwoord", en: "answer")),
          .texts("label", next.values.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        ]))
    let whose =
      (role == CircleAnswers.usual ? "" : " --by \(role)") + (name == CircleAnswers.usual ? "" : " --case \(name)")
    let commands = "instrument answer …\(whose) · skip · back · why"
    return [
      .heading(Heading(number + next.label, level: 2)), range, .facts(facts), .info(nl: commands, en: commands),
    ] + circle.remarks
  }
}
