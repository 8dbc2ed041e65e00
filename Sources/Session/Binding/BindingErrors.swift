import Language
import WorkbenchKit

extension Binder {
  /// What is called: a command, or with options the program itself.
  private var callee: String { signature.path.isEmpty ? "leerkring" : signature.path.joined(separator: " ") }

  func unknownFlag(_ name: String, _ range: Range<Int>) -> Diagnostic {
    let flags = signature.parameters.filter { $0.position == .flag }.map { "--\($0.name)" }
    return Diagnostic(
      "argument.unknown",
      Text(nl: "'\(callee)' kent geen '\(name)'", en: "'\(callee)' has no '\(name)'"),
      wayOut: flags.isEmpty
        ? Text(nl: "er zijn geen vlaggen", en: "there are no flags")
        : Text(nl: "er is: \(flags.joined(separator: " "))", en: "there is: \(flags.joined(separator: " "))"),
      suggestion: NearestWord.best(name, among: flags), place: line.place(range))
  }

  /// - Parameter flag: the last one before the word; a list behind a flag is parted by commas.
  func surplus(_ word: Word, after flag: Parameter? = nil) -> Diagnostic {
    let shown = word.literal ?? "$…"
    let help = signature.path.isEmpty ? "leerkring --help" : "help \(callee)"
    if let flag, flag.isRepeated {
      return Diagnostic(
        "argument.surplus",
        Text(nl: "'\(shown)' is te veel voor '\(callee)'", en: "'\(shown)' is too much for '\(callee)'"),
        wayOut: Text(
          nl: "meer waarden achter --\(flag.name) staan met een komma ertussen, zonder spatie",
          en: "several values behind --\(flag.name) stand with a comma between them, without a blank"),
        place: line.place(word.range))
    }
    return Diagnostic(
      "argument.surplus",
      Text(nl: "'\(shown)' is te veel voor '\(callee)'", en: "'\(shown)' is too much for '\(callee)'"),
      wayOut: Text(
        nl: "'\(help)' toont wat erbij hoort; een naam met een spatie hoort tussen aanhalingstekens",
        en: "'\(help)' shows what belongs to it; a name with a blank belongs in quotes"),
      place: line.place(word.range))
  }

  func missing(_ parameter: Parameter) -> Diagnostic {
    let name = parameter.position == .flag ? "--\(parameter.name)" : parameter.name.uppercased()
    let end = line.text.utf8.count
    return Diagnostic(
      "argument.missing",
      Text(
        nl: "'\(callee)' mist \(name)", en: "'\(callee)' lacks \(name)"),
      wayOut: Text(nl: "\(name): \(parameter.about.nl)", en: "\(name): \(parameter.about.en)"),
      place: line.place(end..<end))
  }

  func toggleWithValue(_ name: String, _ word: Word) -> Diagnostic {
    Diagnostic(
      "argument.novalue",
      Text(nl: "'\(name)' neemt geen waarde", en: "'\(name)' takes no value"), place: line.place(word.range))
  }

  func notAPair(_ word: Word) -> Diagnostic {
    let shown = word.literal ?? "$…"
    return Diagnostic(
      "argument.pair",
      Text(nl: "'\(shown)' is geen NAAM=WAARDE", en: "'\(shown)' is no NAME=VALUE"),
      wayOut: Text(nl: "zoals: script=ja", en: "such as: script=yes"), place: line.place(word.range))
  }

  func commaInList(_ text: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "list.comma",
      Text(
        nl: "in de lijst '\(text)' scheidt een komma de delen, dus een getal neemt er een punt",
        en: "in the list '\(text)' a comma parts the items, so a number takes a point there"),
      wayOut: Text(nl: "zoals: a=0.3,b=0.7", en: "such as: a=0.3,b=0.7"), place: place)
  }
}
