import WorkbenchKit

/// `instrument answer VALUE` and `instrument answer key=value…`.
struct AnswerCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument answer", aliases: ["instrument antwoord"],
      summary: Text(
        nl: "antwoord op de vraag die open staat, of op een die u noemt",
        en: "answer the open question, or one that you name"),
      parameters: [
        .argument(
          "answers", .text, repeated: true,
          about: Text(nl: "een antwoord, of VRAAG=ANTWOORD", en: "an answer, or QUESTION=ANSWER"),
          candidates: { context in ((try? library.questions(context)) ?? []).map { Candidate($0.id + "=", $0.label) } }),
        SheetParameters.by, SheetParameters.name,
      ],
      changesWorkspace: true,
      examples: [
        .init("instrument answer ja", Text(nl: "op de vraag die open staat", en: "to the open question")),
        .init(
          "instrument answer script=yes power=no domain=wonen,wmo --by wethouder",
          Text(nl: "met naam, voor een rol", en: "by name, for a role")),
        .init(
          "instrument answer script=soms", Text(nl: "geen ja of nee", en: "neither yes nor no"),
          failsWith: "answer.value"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    var desk = try InterviewDesk(library, call, context)
    var pairs: [(key: String, value: String, place: Place?)] = []
    for argument in call.all("answers") {
      let word = argument.value.plain
      if let sign = word.firstIndex(of: "=") {
        pairs.append((String(word[..<sign]), String(word[word.index(after: sign)...]), argument.place))
      } else if let last = pairs.last {
        // `domain=wonen,wmo`: a list goes on.
        pairs.append((last.key, word, argument.place))
      } else if let open = desk.next {
        pairs.append((open.id, word, argument.place))
      } else {
        throw Diagnostic(
          "answer.done", Text(nl: "er staat geen vraag open", en: "no question is open"),
          wayOut: Text(nl: "noem de vraag: VRAAG=ANTWOORD", en: "name the question: QUESTION=ANSWER"),
          place: argument.place)
      }
    }
    var sheet = desk.sheet
    try desk.reader.read(pairs, into: &sheet.answers)
    for (key, _, place) in pairs {
      let id = try Kind.question.one(key, among: desk.reader.questions, at: place).id
      sheet.asked.removeAll { $0 == id }
      sheet.asked.append(id)
      sheet.skipped.removeAll { $0 == id }
      // What is not known need not be asked again.
      if sheet.answers[id] == nil { sheet.skipped.append(id) }
    }
    desk.sheet = sheet
    desk.circle.store(in: context.workspace)
    return Output(try desk.blocks(context))
  }
}
