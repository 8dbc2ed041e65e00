import WorkbenchKit

/// `instrument answer VALUE` and `instrument answer key=value…`.
struct AnswerCommand: Command {
  struct Arguments: Sendable {
    let answers = Argument(
      list: "answers", .name,
      about: Text(nl: "een antwoord, of VRAAG=ANTWOORD", en: "an answer, or QUESTION=ANSWER"),
      candidates: Question.candidates)
    let speaker = SpeakerArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "instrument answer", aliases: ["instrument antwoord"],
      summary: Text(
        nl: "antwoord op de vraag die open staat, of op een die u noemt",
        en: "answer the open question, or one that you name"),
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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var interview = try given.speaker.interview(in: context)
    var pairs: [Pair<String>] = []
    for (word, place) in zip(given.answers, given.places(of: \.answers)) {
      if let sign = word.firstIndex(of: "=") {
        pairs.append(
          Pair(key: String(word[..<sign]), value: String(word[word.index(after: sign)...]), place: place))
      } else if let key = pairs.last?.key ?? interview.next?.id {
        // `domain=wonen,wmo`: a list goes on.
        pairs.append(Pair(key: key, value: word, place: place))
      } else {
        throw Diagnostic(
          "answer.done", Text(nl: "er staat geen vraag open", en: "no question is open"),
          wayOut: Text(nl: "noem de vraag: VRAAG=ANTWOORD", en: "name the question: QUESTION=ANSWER"), place: place)
      }
    }
    var sheet = interview.sheet
    var answers = sheet.answers
    try interview.reader.read(pairs, into: &answers)
    sheet.answers = answers
    for pair in pairs {
      let id = try interview.reader.question(pair).id
      sheet.asked.removeAll { $0 == id }
      sheet.asked.append(id)
      sheet.skipped.removeAll { $0 == id }
      // What is not known need not be asked again.
      if sheet.answers[id] == nil { sheet.skipped.append(id) }
    }
    interview.sheet = sheet
    try interview.circle.store(in: context.workspace)
    return Output(interview.blocks(context))
  }
}
