import Language
import WorkbenchKit

/// Looks up the `$names` of words.
struct Variables {
  let remembered: [String: Remembered]
  let line: SourceLine

  /// The values of all names that hold one, for expressions.
  var values: [String: Value] {
    remembered.compactMapValues { if case .value(let value) = $0 { value } else { nil } }
  }

  func isValue(_ name: String) -> Bool { if case .value? = remembered[name] { true } else { false } }

  /// Returns the value of a word: of `$name` alone the value itself, else text.
  func value(of word: Word) throws -> Value {
    if let name = word.variable { return try value(of: name, word.range) }
    return .text(try text(of: word))
  }

  func text(of word: Word) throws -> String {
    if let literal = word.literal { return literal }
    var text = ""
    for piece in word.pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .variable(let name, let range): text += try value(of: name, range).plain
      }
    }
    return text
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
