import Language
import WorkbenchKit

/// Looks up the `$names` of words.
struct Variables {
  let remembered: [String: Remembered]
  let line: SourceLine

  func isValue(_ name: String) -> Bool { if case .value? = remembered[name] { true } else { false } }

  /// Returns the value of a word: of `$name` alone the value itself, else text.
  func value(of word: Word) throws -> Value {
    if let name = word.variable { return try value(of: name, word.range) }
    return .text(try text(of: word))
  }

  /// How long a word may grow by what is remembered, in bytes: one that is twice itself, time and again, would fill the memory.
  static let limit = 100_000

  /// - Throws: `variable.unknown`, `variable.result`, `word.toolong`.
  func text(of word: Word) throws -> String {
    if let literal = word.literal { return literal }
    var text = ""
    for piece in word.pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .variable(let name, let range):
        let own = try value(of: name, range).plain
        guard text.utf8.count + own.utf8.count <= Self.limit else { throw tooLong(range) }
        text += own
      }
    }
    return text
  }

  private func tooLong(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "word.toolong",
      Text(
        nl: "dit woord wordt met wat onthouden is langer dan honderdduizend tekens",
        en: "with what is remembered this word gets longer than a hundred thousand characters"),
      wayOut: Text(nl: "lees grote teksten uit een bestand", en: "read large texts out of a file"),
      place: line.place(range))
  }

  private func value(of name: String, _ range: Range<Int>) throws -> Value {
    switch remembered[name] {
    case .value(let value): return value
    case .result:
      throw Diagnostic(
        "variable.result",
        Text(
          nl: "'$\(name)' is de uitkomst van een opdracht en past niet in een woord",
          en: "'$\(name)' is the result of a command and does not fit into a word"),
        wayOut: Text(nl: "begin een regel met $\(name) |", en: "begin a line with $\(name) |"),
        place: line.place(range))
    case nil: throw unknown(name, range)
    }
  }

  func unknown(_ name: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "variable.unknown",
      Text(nl: "'$\(name)' is niet onthouden", en: "'$\(name)' is not remembered"),
      wayOut: Text(
        nl: "onthoud iets met: let \(name) = …; of zet de tekst tussen '…'",
        en: "remember something with: let \(name) = …; or put the text between '…'"),
      suggestion: NearestWord.best(name, among: remembered.keys).map { "$" + $0 },
      place: line.place(range))
  }
}
