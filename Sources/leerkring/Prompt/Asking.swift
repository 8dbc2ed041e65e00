import Language
import LineEditing
import Session
@_spi(Host) import WorkbenchKit

/// Leads a person through what a command can be told, one question at a time, and makes the line of the answers.
struct Asking {
  let signature: Signature
  let language: Language
  /// What the command's completion offers for a parameter.
  let context: Context
  /// Shows a question and waits for its answer; nil where the person gives up.
  let ask: (String) -> String?
  let show: ([String]) -> Void

  /// Asks what was not told yet.
  ///
  /// - Parameter told: the line as it was typed, without the flag.
  /// - Returns: the line; nil where the person gave up.
  func line(_ told: String, flags: Set<String>, hasArguments: Bool) -> String? {
    var line = told
    let open = signature.parameters.filter { parameter in
      parameter.position == .flag ? !flags.contains(parameter.name) : !hasArguments
    }
    // What must be told comes first, those by place before the others: that is their order on the line.
    let places = open.filter { $0.position == .argument }
    let flags = open.filter { $0.position == .flag }
    show([
      Text(
        nl: "Enter neemt wat tussen haken staat; een punt slaat de rest over; Ctrl-C houdt op.",
        en: "Enter takes what stands in brackets; a point skips the rest; Ctrl-C ends it.")(language)
    ])
    var skips = false
    for parameter in places + flags.filter(\.isRequired) + flags.filter({ !$0.isRequired }) {
      if skips, !parameter.isRequired { continue }
      guard let answers = answers(for: parameter, &skips) else { return nil }
      for answer in answers {
        if parameter.position == .argument {
          line += " " + answer
        } else if case .toggle = parameter.kind {
          line += " --\(parameter.name)"
        } else {
          line += " --\(parameter.name) \(answer)"
        }
      }
    }
    return line
  }

  /// What was answered, each as it is typed; nil where the person gave up.
  private func answers(for parameter: Parameter, _ skips: inout Bool) -> [String]? {
    var answers: [String] = []
    while true {
      if answers.isEmpty { show([question(parameter)]) }
      let fallback = parameter.fallback.map { " [\($0)]" } ?? ""
      guard let typed = ask("  \(answers.isEmpty ? parameter.name : "…")\(fallback): ") else { return nil }
      let text = typed.split(separator: " ").joined(separator: " ")
      if text.isEmpty || text == "." {
        if answers.isEmpty, parameter.isRequired {
          show([Text(nl: "  dit is nodig", en: "  this is needed")(language)])
          continue
        }
        if text == "." { skips = true }
        return answers
      }
      if case .toggle = parameter.kind {
        return Answer(text, blank: .no) == .yes ? [text] : []
      }
      if let problem = problem(text, parameter) {
        show(["  " + problem.message(language)] + (problem.wayOut.map { ["  " + $0(language)] } ?? []))
        continue
      }
      let isExpression = if case .expression = parameter.kind { true } else { false }
      answers.append(isExpression ? text : TypedWord.quoted(text))
      if !parameter.isRepeated { return answers }
    }
  }

  /// What is wrong with an answer; pairs are seen to when the line is run.
  private func problem(_ text: String, _ parameter: Parameter) -> Diagnostic? {
    switch parameter.kind {
    case .pair, .expression, .table: return nil
    default: break
    }
    let pieces = parameter.isRepeated ? text.split(separator: ",").map(String.init) : [text]
    for piece in pieces {
      do { _ = try parameter.bind(.text(piece), at: nil) } catch { return Diagnostic(error) }
    }
    return nil
  }

  /// `kosten per eenheid, euro (0–1000000)`
  func question(_ parameter: Parameter) -> String {
    var text = parameter.about(language)
    if let unit = parameter.unit { text += ", \(unit.label(language))" }
    switch parameter.kind {
    case .integer(let range) where range.upperBound < Int(Int32.max):
      text += " (\(range.lowerBound)–\(range.upperBound))"
    case .number(let range) where range.upperBound < 1e9 && range.lowerBound > -1e9:
      text += " (\(NumberText.shortest(range.lowerBound))–\(NumberText.shortest(range.upperBound)))"
    case .choice(let words): text += " (\(words.map(\.word).joined(separator: ", ")))"
    case .toggle: text += language == .nl ? " (j/N)" : " (y/N)"
    default:
      let offered = (parameter.candidates?(context) ?? []).prefix(6).map(\.word)
      if !offered.isEmpty { text += " (\(offered.joined(separator: ", ")) …)" }
    }
    return text
  }
}
