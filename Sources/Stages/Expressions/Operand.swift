import WorkbenchKit

/// A part of an expression once it is worked out: its values, their unit, and where it stands.
struct Operand {
  var vector: Vector
  var unit: Unit?
  let expression: Expression

  var isLiteral: Bool { expression.isLiteral }

  /// The factor that brings the values to shares of one where they are a percentage that was typed.
  var shareFactor: Double { isLiteral && unit == .percent ? 0.01 : 1 }

  /// The numbers as what is still to be worked out; nil where they are none.
  var reckoning: Reckoning? {
    switch vector {
    case .numbers(let values): .given(values)
    case .reckoned(let reckoning): reckoning
    case .texts, .truths, .dates: nil
    }
  }

  var typeName: Text {
    switch vector {
    case .numbers, .reckoned: Text(nl: "een getal", en: "a number")
    case .texts: Text(nl: "een tekst", en: "a text")
    case .dates: Text(nl: "een datum", en: "a date")
    case .truths: Text(nl: "waar of onwaar", en: "true or false")
    }
  }
}
