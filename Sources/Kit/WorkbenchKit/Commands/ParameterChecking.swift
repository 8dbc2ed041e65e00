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
  static func spelled(_ word: String) -> String {
    word.contains { $0.isLetter || $0.isNumber } ? word : "'\(word)'"
  }

  /// Whether a flag is meant by this spelling.
  public func isCalled(_ spelling: String) -> Bool {
    spelling.hasPrefix("--")
      ? spelling.utf8.dropFirst(2).elementsEqual(name.utf8) : short.map { spelling == "-\($0)" } ?? false
  }

  /// What is due, for somebody who does not know.
  public var hint: Text { Text(nl: "\(placeholder): \(about.nl)", en: "\(placeholder): \(about.en)") }

  /// Checks one value against the kind, and converts it.
  ///
  /// - Throws: `argument.number`, `argument.range`, `argument.choice`.
  public func check(_ value: Value, at place: Place?) throws -> Value { try kind.check(value, name: name, at: place) }
}

extension Parameter.Kind {
  /// Checks one value against the kind, and converts it.
  ///
  /// - Parameter name: what errors call the argument.
  /// - Throws: `argument.number`, `argument.range`, `argument.choice`.
  func check(_ value: Value, name: String, at place: Place?) throws -> Value {
    switch self {
    case .text, .file, .column, .table, .expression, .pair: return .text(value.text ?? value.plain)
    case .toggle: return .boolean(value.boolean ?? true)
    case .choice(let words): return try checkChoice(value.plain, words, name, place)
    case .number(let range): return try checkNumber(value, range, whole: false, name, place)
    case .integer(let range):
      return try checkNumber(value, Double(range.lowerBound)...Double(range.upperBound), whole: true, name, place)
    }
  }

  private func checkChoice(_ word: String, _ words: [Candidate], _ name: String, _ place: Place?) throws -> Value {
    if words.contains(where: { $0.word == word }) { return .text(word) }
    // What a choice stands for is taken as well, where it is one word: `ja` for `yes`.
    let folded = word.foldedForLookup
    let meant = words.filter { choice in
      [Language.nl, .en].contains { choice.inOneWord($0)?.foldedForLookup == folded }
    }
    if let one = meant.first, meant.count == 1 { return .text(one.word) }
    func listed(_ language: Language) -> String {
      words.map { choice in
        let spelled = Parameter.spelled(choice.word)
        return choice.inOneWord(language).map { $0 == choice.word ? spelled : "\(spelled) (\($0))" } ?? spelled
      }.joined(separator: ", ")
    }
    throw Diagnostic(
      "argument.choice",
      Text(nl: "'\(word)' past niet bij '\(name)'", en: "'\(word)' does not fit '\(name)'"),
      wayOut: Text(nl: "een van: \(listed(.nl))", en: "one of: \(listed(.en))"),
      suggestion: NearestWord.best(word, among: words.map(\.word)), place: place)
  }

  private func checkNumber(
    _ value: Value, _ range: ClosedRange<Double>, whole: Bool, _ name: String, _ place: Place?
  ) throws -> Value {
    let shown = value.plain
    let typed: Value? = if case .number = value { value } else { TypedValue.number(shown) }
    guard case .number(let number, let unit)? = typed else {
      let grouped = shown.contains(".") && shown.contains(",")
      throw Diagnostic(
        "argument.number",
        Text(nl: "'\(shown)' is geen getal voor '\(name)'", en: "'\(shown)' is no number for '\(name)'"),
        wayOut: NumberText.isBeyondWhole(shown.utf8)
          ? Text(nl: "een geheel getal gaat tot 9007199254740992", en: "a whole number goes up to 9007199254740992")
          : grouped
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
    guard range.contains(number) else { throw outOfRange(shown, range, name, place) }
    return .number(number, unit: unit)
  }

  private func outOfRange(_ shown: String, _ range: ClosedRange<Double>, _ name: String, _ place: Place?) -> Diagnostic
  {
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

extension Parameter {
  /// Whether it names who speaks.
  @_spi(Host) public var isRole: Bool { if case .role = guards { true } else { false } }

  /// Binds one value: checks it, guards it, and makes of it what the command gets.
  ///
  /// - Parameter plugin: the one whose command it is, which errors of its conversion name.
  /// - Throws: `argument.*`, `personal.found`, `text.toolong`, what the kind's conversion throws; each with the place.
  @_spi(Host) public func bind(_ value: Value, at place: Place?, of plugin: String? = nil) throws -> Call.Argument {
    let checked: Value = if case .pair = kind { value } else { try kind.check(value, name: name, at: place) }
    try guardWords(of: checked, at: place)
    let argument = Call.Argument(checked, place: place)
    guard let convert else { return argument }
    do { return Call.Argument(checked, place: place, converted: try convert(argument)) } catch var error as Diagnostic {
      error.plugin = error.plugin ?? plugin
      throw error.at(place)
    }
  }

  private func guardWords(of value: Value, at place: Place?) throws {
    switch (guards, value) {
    case (.nothing, _): return
    case (.expression, _):
      let text = value.plain
      for words in ExpressionWords.guarded(in: text) {
        try FreeWords.demandNone(in: words, at: place, limit: text.utf8.count)
      }
    case (.keys, .list(let both)): try both.first?.text.map { try FreeWords.demandNone(in: $0, at: place) }
    case (_, .list(let values)): for value in values { try FreeWords.demandNone(in: value.plain, at: place) }
    default: try FreeWords.demandNone(in: value.plain, at: place)
    }
  }
}

extension Candidate {
  /// What it stands for, where a single word says that.
  fileprivate func inOneWord(_ language: Language) -> String? {
    about.map { $0(language) }.flatMap { $0.allSatisfy(\.isLetter) ? $0 : nil }
  }
}
