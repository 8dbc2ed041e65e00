import Session
import WorkbenchKit

/// How many words are hidden, as a workspace and a sentence tell it.
enum HiddenWordCount {
  /// Where the workspace itself says how many words are hidden, and under which key, but not which.
  static let part = PartName(.documents, "leerkring/redactions")

  /// Notes in the workspace how many words are hidden now, so that adding and removing are steps in its history.
  static func note(in session: Session, _ context: Context) {
    let words = session.hiddenWords
    let json: JSON = ["count": .number(Double(words.count)), "changed": .string(session.surroundings.now())]
    context.workspace.setPart(part, to: Part(json))
  }

  static func words(_ count: Int) -> Text {
    .counted(count, Text(nl: "woord of naam", en: "word or name"), Text(nl: "woorden of namen", en: "words or names"))
  }
}
