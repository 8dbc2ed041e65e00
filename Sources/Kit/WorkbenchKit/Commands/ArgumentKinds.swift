extension ArgumentKind where Element == String {
  private static func plain(_ kind: Parameter.Kind, guards: Parameter.Guarding = .nothing) -> ArgumentKind {
    ArgumentKind(kind, standIn: "", guards: guards) { $0.value.text ?? $0.value.plain }
  }

  /// A word that is looked up among things that are there, and never kept as it was typed.
  public static var name: ArgumentKind { plain(.text) }
  /// Words of a person that may be kept or shown: they pass the guard against personal data.
  public static var words: ArgumentKind { plain(.text, guards: .words) }
  /// Who says something: a role at the table, never a person; in small letters. A role that is new and near one that
  /// is known is remarked on by the host.
  ///
  /// - Throws: `role.name` at binding for what can be no role.
  public static var role: ArgumentKind {
    ArgumentKind(.text, standIn: "", guards: .role) { try RoleName.checked($0.value.text ?? $0.value.plain) }
  }
  /// The path of a file that is read.
  public static var file: ArgumentKind { plain(.file(existing: true)) }
  /// The path of a file that is written.
  public static var newFile: ArgumentKind { plain(.file(existing: false)) }
  /// The rest of the stage as it was typed; what it names passes the guard.
  public static var expression: ArgumentKind { plain(.expression, guards: .expression) }
  /// One of these words.
  public static func choice(_ words: [Candidate]) -> ArgumentKind { plain(.choice(words)) }
}

extension ArgumentKind where Element == Double {
  /// A number within a range.
  public static func number(_ range: ClosedRange<Double>, unit: Unit? = nil) -> ArgumentKind {
    ArgumentKind(.number(range), unit: unit, standIn: range.lowerBound) { $0.value.number ?? range.lowerBound }
  }

  /// A share of one: `0.4`, `,4` or `40%`, 0 through 1.
  ///
  /// - Throws: `argument.range` at binding.
  public static var share: ArgumentKind {
    // The bounds are the conversion's to check: as a number, 120% would be told to stay below 100.
    ArgumentKind(.number(-1e15...1e15), unit: .share, standIn: 0, stated: .number(0...1)) {
      try ShareText.share($0.value)
    }
  }
}

extension ArgumentKind where Element == Int {
  /// A whole number within a range.
  public static func integer(_ range: ClosedRange<Int>, unit: Unit? = nil) -> ArgumentKind {
    ArgumentKind(.integer(range), unit: unit, standIn: range.lowerBound) {
      $0.value.number.flatMap { Int(exactly: $0) } ?? range.lowerBound
    }
  }
}

extension ArgumentKind where Element == Value {
  /// A value as it was typed, in `key=value` a number, yes or no, or words; it passes the guard.
  public static var value: ArgumentKind { ArgumentKind(.text, standIn: .missing, guards: .words) { $0.value } }
  /// A number within a range, with the unit that it was typed with: `12%`, `€99`.
  public static func quantity(_ range: ClosedRange<Double>) -> ArgumentKind {
    ArgumentKind(.number(range), standIn: .missing) { $0.value }
  }
}

extension ArgumentKind where Element == CalendarDate {
  /// A day: `2026-11-28` or `28-11-2026`.
  ///
  /// - Throws: `date.format` at binding.
  public static var day: ArgumentKind {
    ArgumentKind(.text, standIn: .first) { try CalendarDate(typed: $0.value.text ?? $0.value.plain) }
  }
}

extension ArgumentKind where Element: ArgumentChoice {
  /// One of the words of an enumeration.
  public static func choice(_ type: Element.Type) -> ArgumentKind {
    let words = type.allCases.map { Candidate($0.rawValue, $0.about) }
    return ArgumentKind(.choice(words), standIn: type.usual) { Element(rawValue: $0.value.plain) ?? type.usual }
  }
}

extension ArgumentKind {
  /// `key=value`, the value of another kind; the key passes the guard, and the value where it is words.
  public static func pair<Inner>(_ kind: ArgumentKind<Inner>) -> ArgumentKind where Element == Pair<Inner> {
    let guards: Parameter.Guarding = if case .nothing = kind.guards { .keys } else { .words }
    let standIn = Pair(key: "", value: kind.standIn, place: nil)
    return ArgumentKind(.pair, standIn: standIn, guards: guards, stated: kind.stated) { argument in
      guard case .list(let both) = argument.value, both.count == 2, let key = both[0].text else { return standIn }
      // What is no number or choice stays the value that it was typed as.
      let checked =
        if case .text = kind.kind { both[1] } else { try kind.kind.check(both[1], name: key, at: argument.place) }
      let value = try kind.convert(Call.Argument(checked, place: argument.place))
      return Pair(key: key, value: value, place: argument.place)
    }
  }
}
