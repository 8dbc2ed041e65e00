import WorkbenchKit

/// An expression that can be worked out over a table.
struct Formula {
  private let source: ExpressionSource
  private let expression: Expression

  /// Parses a whole text.
  ///
  /// - Parameters:
  ///   - place: where its first character stands.
  ///   - variables: what `$names` stand for.
  /// - Throws: `expression.*`, `function.*`, `variable.unknown`, each at its spot.
  init(_ text: String, at place: Place?, variables: [String: Value] = [:]) throws {
    source = try ExpressionSource(text, at: place)
    expression = try ExpressionParser.parse(source, ExpressionLexer.tokens(source, variables: variables))
  }

  private init(source: ExpressionSource, expression: Expression) {
    self.source = source
    self.expression = expression
  }

  /// Parses `NAME = EXPR`.
  ///
  /// - Throws: `expression.definition`, and all that an expression throws.
  static func definition(
    _ text: String, at place: Place?, variables: [String: Value] = [:]
  ) throws -> (name: String, formula: Formula) {
    let source = try ExpressionSource(text, at: place)
    let tokens = try ExpressionLexer.tokens(source, variables: variables)
    let name: String? =
      switch tokens[0].kind {
      case .word(let word), .column(let word): word
      case .value(.text(let text)): text
      default: nil
      }
    guard let name, !name.isEmpty, tokens.count > 1, tokens[1].kind == .sign("=") else {
      throw source.problem(
        "definition", Text(nl: "hier hoort NAAM = EXPRESSIE", en: "NAME = EXPRESSION is due here"), at: tokens[0].range,
        wayOut: Text(
          nl: "zoals: dichtheid = inwoners / oppervlakte; een naam met spaties staat tussen `…`",
          en: "such as: density = inhabitants / area; a name with blanks stands between `…`"))
    }
    let expression = try ExpressionParser.parse(source, tokens, from: 2)
    return (name, Formula(source: source, expression: expression))
  }

  /// The expression in the form that a source knows; nil where it has something that is worked out here only.
  var sourceTerm: SourceTerm? { expression.sourceTerm }

  /// Returns the places of the columns of a table over which it is worked out.
  ///
  /// - Throws: what working it out throws for columns that are not there.
  func columns(in table: Table, _ check: @escaping () throws -> Void) throws -> [Int] {
    var notices: [Notice] = []
    _ = try rows(of: table.rows([]), adding: &notices, check)
    return expression.columns.compactMap(table.index(of:)).sorted()
  }

  /// Returns the rows for which the condition is true, in order; where it is missing it is not.
  ///
  /// - Parameters:
  ///   - notices: gets what has to be said about how texts were read as numbers.
  ///   - check: asked before each step; what it throws ends the work.
  func rows(of table: Table, adding notices: inout [Notice], _ check: @escaping () throws -> Void) throws -> [Int] {
    let evaluator = Evaluator(table: table, source: source, check: check)
    defer { notices += evaluator.remarks.notices }
    return switch try evaluator.condition(expression) {
    case .all(let truth): truth == true ? Array(0..<table.rowCount) : []
    case .each(let truths):
      try Cores.inPieces(truths.count, of: 16_384, asking: { _ throws in try check() }) { rows in
        [Int](unsafeUninitializedCapacity: rows.count) { kept, count in
          // Each is put down, and counts where it stays.
          for row in rows {
            kept[count] = row
            count += truths[row] == true ? 1 : 0
          }
        }
      }.flatMap(\.self)
    }
  }

  /// Returns the outcome as a column.
  ///
  /// - Parameters:
  ///   - notices: gets what has to be said about how texts were read as numbers.
  ///   - check: asked before each step; what it throws ends the work.
  func column(
    _ name: String, of table: Table, adding notices: inout [Notice], _ check: @escaping () throws -> Void
  ) throws -> Column {
    let evaluator = Evaluator(table: table, source: source, check: check)
    defer { notices += evaluator.remarks.notices }
    let operand = try evaluator.operand(expression)
    let count = table.rowCount
    let storage: Column.Storage =
      switch operand.vector {
      case .numbers, .reckoned: .numbers(try evaluator.numbers(operand).values(count))
      case .texts(let values): .texts(values.values(count))
      case .truths(let values): .booleans(values.values(count))
      case .dates(let values): .dates(values.values(count).map { Int32(exactly: $0) })
      }
    return Column(name, storage, unit: operand.unit)
  }
}
