import WorkbenchKit

/// An expression over the columns of a table, as it was parsed.
struct Expression {
  typealias Comparison = SourceTerm.Comparison
  typealias Arithmetic = SourceTerm.Arithmetic

  indirect enum Form {
    case value(Value)
    case column(String)
    case negative(Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case contains(Expression, Expression)
    case among(Expression, [Expression])
    case isMissing(Expression)
    case not(Expression)
    /// Two or more; flat, so that a long row of conditions is no deep tree.
    case all([Expression])
    case any([Expression])
    case call(ExpressionFunction, [Expression])
  }

  /// How deep an expression may be; it bounds the stack.
  static let depthLimit = 200

  let form: Form
  /// The characters it takes in its source.
  let range: Range<Int>
  let depth: Int

  init(_ form: Form, _ range: Range<Int>, over parts: [Expression] = []) {
    self.form = form
    self.range = range
    depth = (parts.map(\.depth).max() ?? 0) + 1
  }

  /// Whether it is a value that was given outright.
  var isLiteral: Bool {
    switch form {
    case .value: true
    case .negative(let inner): inner.isLiteral
    default: false
    }
  }
}
