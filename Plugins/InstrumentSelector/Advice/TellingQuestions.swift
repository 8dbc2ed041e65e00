import WorkbenchKit

/// Which open question would tell most about the order of the instruments: that after which the fewest share the first three places,
/// taken over its answers.
struct TellingQuestions {
  private struct Row {
    let question: Question
    /// How many instruments then share the first three places, and how many styles are left, on average over the answers.
    let first: Double
    let styles: Double
  }

  private let rows: [Row]

  /// - Throws: what advising throws.
  init(_ answers: Answers, _ advice: Advisor.Advice, _ advisor: Advisor, _ reader: AnswerReader) throws {
    var rows: [Row] = []
    for question in reader.questions where answers[question.id] == nil && !Lead.questions.contains(question.id) {
      let then = try Sensitivity.advice(after: question, answers, advice, advisor, reader).map(\.advice)
      // One whose answers leave all as it is tells nothing.
      guard then.contains(where: { $0.head != advice.head || $0.finding.styles != advice.finding.styles }) else {
        continue
      }
      func mean(_ count: (Advisor.Advice) -> Int) -> Double {
        Double(then.reduce(0) { $0 + count($1) }) / Double(then.count)
      }
      rows.append(Row(question: question, first: mean { $0.first.count }, styles: mean { $0.finding.styles.count }))
    }
    // Of equals the one that the interview asks first.
    self.rows = rows.indices.sorted {
      (rows[$0].first, rows[$0].styles, $0) < (rows[$1].first, rows[$1].styles, $1)
    }.map { rows[$0] }
  }

  /// The question that tells most; nil where none tells anything.
  var best: Question? { rows.first?.question }

  func blocks(_ context: Context) -> [Block] {
    guard let best else { return [] }
    let (label, word) = (best.label, best.word)
    return [
      .paragraph(
        Text(
          nl:
            "Nog geen antwoord zet het ene instrument voor het andere, dus er is geen volgorde. Het meest zegt nu '\(word.nl)': \(label.nl)",
          en:
            "No answer puts one instrument before another yet, so there is no order. What would tell most now is '\(word.en)': \(label.en)"
        )),
      .table(
        Table(
          title: Text(nl: "Wat een antwoord zou zeggen", en: "What an answer would tell"),
          columns: [
            .texts("question", rows.map(\.question.id)).asDetail(),
            .texts("word", rows.map(\.question.word), label: Text(nl: "vraag", en: "question"), in: context),
            .texts("label", rows.map(\.question.label), label: Text(nl: "wat", en: "what"), in: context),
            .numbers(
              "first", rows.map(\.first), label: Text(nl: "dan in de eerste drie", en: "then in the first three"),
              format: .decimals(1)),
            .numbers(
              "styles", rows.map(\.styles), label: Text(nl: "stijlen over", en: "styles left"), format: .decimals(1)
            ).asDetail(),
          ])),
      .info(
        nl: "antwoord met 'instrument advise \(word.nl)=…' of 'instrument interview'",
        en: "answer with 'instrument advise \(word.en)=…' or 'instrument interview'"),
    ]
  }
}
