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

  /// The words that stand for columns, some of which may be texts without their quotes.
  var columns: Set<String> {
    switch form {
    case .value: []
    case .column(let name): [name]
    case .negative(let inner), .isMissing(let inner), .not(let inner): inner.columns
    case .arithmetic(_, let one, let other), .comparison(_, let one, let other), .contains(let one, let other):
      one.columns.union(other.columns)
    case .among(let inner, let members): members.reduce(inner.columns) { $0.union($1.columns) }
    case .all(let parts), .any(let parts), .call(_, let parts):
      parts.reduce(into: []) { $0.formUnion($1.columns) }
    }
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
