import WorkbenchKit

/// A journey in the words of a Mermaid journey diagram; the score goes from 1 to 5, the feeling plus three.
enum Mermaid {
  static func text(_ journey: Journey, _ persona: Persona?, _ language: Language) -> String {
    var lines = ["journey", "    title \(plain(journey.title(language)))"]
    for stage in journey.stages where !stage.steps.isEmpty {
      lines.append("    section \(plain(stage.name(language)))")
      for step in stage.steps {
        let end = persona?.name(language) ?? "persona"
        let parties = [step.actor, step.receiver].map { party in
          party.map { journey.codes.actors[$0]?.name ?? (persona?.isCalled($0) == true ? end : $0) }
        }
        let who = [parties[0] ?? end, parties[1]].compactMap { $0 }.map { plain($0, comma: true) }.joined(
          separator: ", ")
        lines.append("      \(task(step.label(language))): \((step.feeling ?? 0) + 3): \(who)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A sign that nobody sees and that parts a word from what Mermaid would take it for.
  static let joiner: Character = "\u{2060}"

  /// Words with which a line of a diagram begins that is no task.
  private static let statements = ["journey", "title", "section", "acctitle", "accdescr"]

  private static func task(_ words: String) -> String {
    let words = plain(words)
    let isTaken = statements.contains { words.lowercased().hasPrefix($0) }
    return isTaken ? "\(joiner)\(words)" : words
  }

  /// Without the signs that the diagram takes for its own.
  private static func plain(_ words: String, comma: Bool = false) -> String {
    var swapped = ""
    for character in words {
      switch character {
      case ":", ";": swapped.append("·")
      case "#": swapped.append("♯")
      case "," where comma: swapped.append("·")
      case "%" where swapped.last == "%": swapped.append(contentsOf: "\(joiner)%")
      case let sign where sign.isNewline: swapped.append(" ")
      default: swapped.append(character)
      }
    }
    return swapped
  }
}
