import Decisions
import WorkbenchKit

/// Reads answers as a person types them.
struct AnswerReader {
  let questions: [Question]
  let ambitions: [Ambition]

  init(_ context: Context) throws {
    questions = try context.questions
    ambitions = try context.ambitions
  }

  /// Returns the answer; nil where it says that it is not known.
  ///
  /// - Throws: `answer.value`, and what finding a word throws.
  func answer(_ text: String, to question: Question, at place: Place?) throws -> Answer? {
    let word = text.trimmedOfPadding
    if RuleInputs.unknownWords.contains(word.lowercased()) { return nil }
    switch question.form {
    case .yesno:
      if case .boolean(let truth)? = Literal(typed: .text(word), as: .boolean) { return .truth(truth) }
    case .number:
      let number = NumberText.parse(word) ?? NumberText.parse(word, point: UInt8(ascii: ","))
      if let number, number >= 0, number <= 1200 { return .number(number) }
    case .choice:
      if let found = value(word, of: question) { return .choice(found.id) }
    case .list:
      if ["geen", "none", "niets"].contains(word.lowercased()) { return .list([]) }
      var ids: [String] = []
      for part in word.split(whereSeparator: { ",;+".contains($0) }) {
        let part = String(part).trimmedOfPadding
        if part.isEmpty { continue }
        guard let found = value(part, of: question) else { throw unknown(part, question, at: place) }
        if !ids.contains(found.id) { ids.append(found.id) }
      }
      if !ids.isEmpty { return .list(ids) }
    }
    throw unknown(word, question, at: place)
  }

  private func value(_ word: String, of question: Question) -> Term? {
    let wanted = word.foldedForLookup
    return question.values.first { ([$0.id] + $0.names).contains { $0.foldedForLookup == wanted } }
  }

  private func unknown(_ word: String, _ question: Question, at place: Place?) -> Diagnostic {
    let words = question.values.flatMap { [$0.id] + $0.names }
    let near = NearestWord.best(
      word.foldedForLookup, among: question.form == .yesno ? ["yes", "no", "ja", "nee"] : words)
    return Diagnostic(
      "answer.value",
      Text(nl: "'\(word)' is geen antwoord op '\(question.id)'", en: "'\(word)' is no answer to '\(question.id)'"),
      wayOut: question.range,
      suggestion: near.flatMap { near in value(near, of: question)?.id ?? near }, place: place)
  }

  /// Returns the question that a pair answers.
  ///
  /// - Throws: `question.unknown`.
  func question(_ pair: Pair<String>) throws -> Question {
    try Vocabulary.question.one(pair.key, among: questions, at: pair.place)
  }

  /// Reads `KEY=VALUE` into answers that are there already; a word without a sign goes on with the list before it.
  ///
  /// - Throws: `question.unknown`, `answer.value`, `answer.contradiction`.
  func read(_ pairs: [Pair<String>], into answers: inout Answers) throws {
    var given: [String: Answer?] = [:]
    for pair in pairs {
      let question = try question(pair)
      let answer = try answer(pair.value, to: question, at: pair.place)
      if let before = given[question.id], before != answer {
        guard question.form == .list, case .list(let ids)? = before, case .list(let more)? = answer else {
          throw Diagnostic(
            "answer.contradiction",
            Text(
              nl:
                "op '\(question.id)' staan twee antwoorden: \(before?.shown.nl ?? "onbekend") en \(answer?.shown.nl ?? "onbekend")",
              en:
                "'\(question.id)' has two answers: \(before?.shown.en ?? "unknown") and \(answer?.shown.en ?? "unknown")"
            ),
            wayOut: Text(nl: "geef er één", en: "give one"), place: pair.place)
        }
        given[question.id] = .list(ids + more.filter { !ids.contains($0) })
      } else {
        given[question.id] = answer
      }
    }
    for (question, answer) in given { answers[question] = answer }
    try check(answers, at: pairs.last?.place)
  }

  /// Says where answers exclude each other.
  ///
  /// - Throws: `answer.contradiction`.
  func check(_ answers: Answers, at place: Place?) throws {
    guard let id = answers.choice("ambition"), let ambition = ambitions.first(where: { $0.id == id }),
      let script = answers.truth("script"), script != ambition.script
    else { return }
    throw Diagnostic(
      "answer.contradiction",
      Text(
        nl:
          "de ambitie '\(id)' gaat uit van \(ambition.script ? "een" : "geen") eigen script, en script=\(script ? "yes" : "no")",
        en:
          "the ambition '\(id)' supposes \(ambition.script ? "a" : "no") script of one's own, and script=\(script ? "yes" : "no")"
      ),
      wayOut: Text(
        nl: "kies een andere ambitie, of script=\(ambition.script ? "yes" : "no")",
        en: "choose another ambition, or script=\(ambition.script ? "yes" : "no")"), place: place)
  }
}
