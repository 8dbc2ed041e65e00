import Session
import WorkbenchKit

/// `tour [STEP|stop]`
struct TourCommand: HostCommand {
  struct Arguments: Sendable {
    let step = Argument(
      optional: "step", .name,
      about: Text(nl: "bij welke stap u begint, of stop", en: "at which step you begin, or stop"))
  }

  static let arguments = Arguments()

  /// What the prompt offers; nil where nobody sits before one.
  let offers: () -> Offers?

  let signature = Signature(
    "tour",
    aliases: ["rondleiding"],
    summary: Text(
      nl: "in tien minuten rond, op een verzonnen gemeente", en: "ten minutes round, on an invented municipality"),
    details: Text(
      nl: "Stap voor stap: Tab zet de volgende regel klaar, en daartussen typt u wat u wilt. In een script staan alle "
        + "stappen onder elkaar.",
      en:
        "Step by step: Tab puts the next line ready, and in between you type what you like. In a script all steps are "
        + "listed."),
    examples: [
      Signature.Example("tour", Text(nl: "begin de rondleiding", en: "begin the tour")),
      Signature.Example(
        "tour 99", Text(nl: "een stap die er niet is", en: "a step that is not there"), failsWith: "tour.step"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    Tour.steps.enumerated().map { Candidate(String($0.offset + 1), $0.element.about) }
      + [Candidate("stop", Text(nl: "hou op", en: "end it"))]
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    if given.step == "stop" {
      offers()?.guide(nil)
      return .nothing
    }
    let number = given.step.map { Int($0) ?? 0 } ?? 1
    guard (1...Tour.steps.count).contains(number) else {
      throw Diagnostic(
        "tour.step",
        Text(
          nl: "de rondleiding heeft geen stap '\(given.step ?? "")'", en: "the tour has no step '\(given.step ?? "")'"),
        wayOut: Text(
          nl: "van 1 tot en met \(Tour.steps.count), of stop", en: "from 1 through \(Tour.steps.count), or stop"),
        place: given.place(of: \.step))
    }
    guard let offers = offers() else { return Output(Self.list(from: number - 1, context.language)) }
    offers.guide(Tour(position: number - 1))
    return Output([
      .paragraph(
        Text(
          nl: "Tab zet de regel klaar, Enter voert haar uit. Tussendoor typt u wat u wilt; 'tour stop' houdt op.",
          en: "Tab puts the line ready, Enter runs it. In between you type what you like; 'tour stop' ends it."))
    ])
  }

  private static func list(from first: Int, _ language: Language) -> Table {
    let steps = Tour.steps.dropFirst(first)
    return Table(columns: [
      .texts("line", steps.map(\.line), label: Text(nl: "regel", en: "line")),
      .texts("about", steps.map { $0.about(language) }, label: Text(nl: "wat", en: "what")),
    ])
  }
}
