import WorkbenchKit

extension ArgumentKind where Element == Value {
  /// A number as it was typed, for a command whose own error says what is wrong with another.
  static var figure: ArgumentKind { ArgumentKind.value.map(or: .missing) { TypedValue.guess($0.plain) } }
}

extension ArgumentKind where Element == Pair<Double> {
  /// `key=number`, the number read by the command's own rule.
  ///
  /// - Parameters:
  ///   - range: what the rule takes, for forms and questions; nil where it is no range.
  ///   - read: the rule.
  static func figures(
    in range: ClosedRange<Double>? = nil, _ read: @escaping @Sendable (_ key: String, _ value: Value) throws -> Double
  ) -> ArgumentKind {
    let figure = ArgumentKind<Value>.figure
    return ArgumentKind<Pair<Value>>.pair(range.map { figure.stating(.number($0)) } ?? figure).map(
      or: Pair(key: "", value: 0, place: nil)
    ) { pair in
      Pair(key: pair.key, value: try read(pair.key, pair.value), place: pair.place)
    }
  }
}

/// An amount for all, or for one thing that is named.
struct NamedAmount: Sendable, Hashable {
  /// Nil for all.
  let name: String?
  let amount: Double
}

extension ArgumentKind where Element == NamedAmount {
  /// `100`, or `plan=60`.
  ///
  /// - Throws: `argument.number`, `argument.range` at binding.
  static func amounts(_ range: ClosedRange<Double>) -> ArgumentKind {
    ArgumentKind<String>.words.map(or: NamedAmount(name: nil, amount: range.lowerBound)) { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = sides.count == 2 ? sides[0] : nil
      guard let number = TypedValue.number(sides[sides.count - 1])?.number, name != "" else {
        throw Diagnostic(
          "argument.number",
          Text(nl: "'\(text)' is geen bedrag of aantal", en: "'\(text)' is no amount"),
          wayOut: Text(
            nl: "zoals 100, of per criterium plan=60,team=40", en: "such as 100, or by criterion plan=60,team=40"))
      }
      guard range.contains(number) else {
        throw Diagnostic(
          "argument.range", Text(nl: "\(text) valt buiten wat hier kan", en: "\(text) is outside what can be here"),
          wayOut: Text(
            nl: "ten minste \(NumberText.shortest(range.lowerBound))",
            en: "at least \(NumberText.shortest(range.lowerBound))"))
      }
      return NamedAmount(name: name, amount: number)
    }
  }
}
