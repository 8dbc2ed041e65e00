import WorkbenchKit

extension ArgumentKind where Element == Value {
  /// A number as it was typed, for a command whose own error says what is wrong with another.
  static var figure: ArgumentKind { ArgumentKind.value.map(or: .missing) { TypedValue.guess($0.plain) } }
}

extension ArgumentKind where Element == Pair<Double> {
  /// `key=number`, the number read by the command's own rule.
  static func figures(_ read: @escaping @Sendable (_ key: String, _ value: Value) throws -> Double) -> ArgumentKind {
    ArgumentKind<Pair<Value>>.pair(.figure).map(or: Pair(key: "", value: 0, place: nil)) { pair in
      Pair(key: pair.key, value: try read(pair.key, pair.value), place: pair.place)
    }
  }
}
