import WorkbenchKit

/// A journey in the words of a Mermaid journey diagram; the score goes from 1 to 5, the feeling plus three.
enum Mermaid {
  static func text(_ journey: Journey, _ persona: Persona?, _ language: Language) -> String {
    var lines = ["journey", "    title \(plain(journey.title(language)))"]
    for stage in journey.stages where !stage.steps.isEmpty {
      lines.append("    section \(plain(stage.name(language)))")
      for step in stage.steps {
        let actor = step.actor ?? persona?.name(language) ?? (language == .nl ? "persona" : "persona")
        lines.append("      \(plain(step.label(language))): \((step.feeling ?? 0) + 3): \(plain(actor, comma: true))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Without the signs that the diagram takes for its own.
  private static func plain(_ words: String, comma: Bool = false) -> String {
    let swapped = words.map { character -> Character in
      switch character {
      case ":", ";": "·"
      case "#": "♯"
      case "," where comma: "·"
      case "\n", "\r": " "
      default: character
      }
    }
    return String(swapped)
  }
}
