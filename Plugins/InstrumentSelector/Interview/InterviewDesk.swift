import WorkbenchKit

/// What the commands of the interview have in common: whose sheet it is, and how the next question is shown.
struct InterviewDesk {
  let library: Library
  let reader: AnswerReader
  var circle: CircleAnswers
  let role: String
  let name: String

  init(_ library: Library, _ call: Call, _ context: Context) throws {
    self.library = library
    reader = try AnswerReader(library, context)
    circle = try CircleAnswers(context.workspace)
    role = try SheetParameters.role(call) ?? CircleAnswers.usual
    name = SheetParameters.name(call)
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
  func blocks(_ context: Context) throws -> [Block] {
    let whose =
      (role == CircleAnswers.usual ? "" : " --by \(role)") + (name == CircleAnswers.usual ? "" : " --case \(name)")
    guard let next else {
      return [
        .paragraph(
          Text(
            nl: "Alle vragen zijn gesteld; 'instrument advise' geeft het advies.",
            en: "All questions have been asked; 'instrument advise' gives the advice."))
      ]
    }
    let asked = reader.questions.firstIndex { $0.id == next.id }.map { $0 + 1 } ?? 0
    var facts = Facts(isDetail: true)
    facts.add("question", .text(next.id))
    facts.add("number", asked)
    facts.add("of", reader.questions.count)
    var blocks: [Block] = [
      .heading(
        Heading(
          Text(nl: "\(asked) van \(reader.questions.count): ", en: "\(asked) of \(reader.questions.count): ")
            + next.label, level: 2))
    ]
    if next.values.isEmpty {
      blocks.append(.paragraph(next.range))
    } else {
      blocks.append(
        .table(
          Table(columns: [
            .texts("answer", next.values.map(\.id), label: Text(nl: "antwoord", en: "answer")),
            .texts("label", next.values.map { $0.label(context.language) }, label: Text(nl: "wat", en: "what")),
          ])))
    }
    blocks.append(.facts(facts))
    blocks.append(
      .notice(
        Notice(
          .info,
          Text(
            nl: "instrument answer …\(whose) · skip · back · why", en: "instrument answer …\(whose) · skip · back · why"
          ))))
    return blocks
  }
}
