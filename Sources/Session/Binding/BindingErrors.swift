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

  func surplus(_ word: Word) -> Diagnostic {
    let shown = word.literal ?? "$…"
    let help = signature.path.isEmpty ? "leerkring --help" : "help \(callee)"
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

extension Parameter {
  /// What stands for a value in a synopsis.
  public var placeholder: String {
    switch kind {
    case .choice(let words): words.map { Self.spelled($0.word) }.joined(separator: "|")
    case .file: "FILE"
    case .table: "TABLE"
    case .expression: "EXPR"
    case .pair: "KEY=VALUE"
    case .number, .integer: position == .flag ? "N" : name.uppercased()
    default: name.uppercased()
    }
  }

  /// A choice as it is typed: signs stand in quotes, so that `|` is not taken for the bar between two choices.
  private static func spelled(_ word: String) -> String {
    word.contains { $0.isLetter || $0.isNumber } ? word : "'\(word)'"
  }

  /// Whether a flag is meant by this spelling.
  public func isCalled(_ spelling: String) -> Bool {
    spelling.hasPrefix("--")
      ? spelling.utf8.dropFirst(2).elementsEqual(name.utf8) : short.map { spelling == "-\($0)" } ?? false
  }

  var hint: Text { Text(nl: "\(placeholder): \(about.nl)", en: "\(placeholder): \(about.en)") }

  /// Checks one value against the kind, and converts it.
  ///
  /// - Throws: `argument.number`, `argument.range`, `argument.choice`.
  public func check(_ value: Value, at place: Place?) throws -> Value {
    switch kind {
    case .text, .file, .column, .table, .expression, .pair: return .text(value.text ?? value.plain)
    case .toggle: return .boolean(value.boolean ?? true)
    case .choice(let words): return try checkChoice(value.plain, words, place)
    case .number(let range): return try checkNumber(value, range, whole: false, place)
    case .integer(let range):
      return try checkNumber(value, Double(range.lowerBound)...Double(range.upperBound), whole: true, place)
    }
  }

  private func checkChoice(_ word: String, _ words: [Candidate], _ place: Place?) throws -> Value {
    if words.contains(where: { $0.word == word }) { return .text(word) }
    let listed = words.map { Self.spelled($0.word) }.joined(separator: ", ")
    throw Diagnostic(
      "argument.choice",
      Text(nl: "'\(word)' past niet bij '\(name)'", en: "'\(word)' does not fit '\(name)'"),
      wayOut: Text(nl: "een van: \(listed)", en: "one of: \(listed)"),
      suggestion: NearestWord.best(word, among: words.map(\.word)), place: place)
  }

  private func checkNumber(
    _ value: Value, _ range: ClosedRange<Double>, whole: Bool, _ place: Place?
  ) throws -> Value {
    let shown = value.plain
    let typed: Value? = if case .number = value { value } else { TypedValue.number(shown) }
    guard case .number(let number, let unit)? = typed else {
      let grouped = shown.contains(".") && shown.contains(",")
      throw Diagnostic(
        "argument.number",
        Text(nl: "'\(shown)' is geen getal voor '\(name)'", en: "'\(shown)' is no number for '\(name)'"),
        wayOut: grouped
          ? Text(nl: "laat de tekens tussen duizendtallen weg", en: "leave out the marks between thousands")
          : Text(nl: "zoals: 12, 3,5 of 3.5", en: "such as: 12, 3.5 or 3,5"),
        place: place)
    }
    guard !whole || number == number.rounded() else {
      throw Diagnostic(
        "argument.number",
        Text(nl: "'\(name)' neemt een geheel getal, geen \(shown)", en: "'\(name)' takes a whole number, not \(shown)"),
        place: place)
    }
    guard range.contains(number) else { throw outOfRange(shown, range, place) }
    return .number(number, unit: unit)
  }

  private func outOfRange(_ shown: String, _ range: ClosedRange<Double>, _ place: Place?) -> Diagnostic {
    let low = NumberText.shortest(range.lowerBound)
    let high = NumberText.shortest(range.upperBound)
    let huge = range.upperBound >= Double(Int32.max)
    return Diagnostic(
      "argument.range",
      Text(nl: "\(shown) valt buiten wat '\(name)' kan zijn", en: "\(shown) is outside what '\(name)' can be"),
      wayOut: huge
        ? Text(nl: "ten minste \(low)", en: "at least \(low)")
        : Text(nl: "van \(low) tot en met \(high)", en: "from \(low) through \(high)"),
      place: place)
  }
}
