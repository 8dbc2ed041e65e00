import WorkbenchKit

/// One sign or word of an expression, with the characters it takes.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    /// A number, text, truth or list that is given outright or by `$name`.
    case value(Value)
    /// A bare word: a keyword, a function, a column.
    case word(String)
    /// A column between backticks.
    case column(String)
    case sign(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>
}
