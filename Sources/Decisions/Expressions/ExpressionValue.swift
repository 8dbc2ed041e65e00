import Methods
import WorkbenchKit

/// What is known where an expression is worked out.
struct Scope {
  var values: [String: Literal]
  /// What `?` is.
  var subject: Literal?

  init(_ values: [String: Literal]) { self.values = values }
}

/// What an expression names and nobody has said.
struct NotKnown: Error {}

extension Expression {
  /// Returns what it is, as FEEL has it: what cannot be worked out (a text plus a number, a division by 0) is null.
  func value(in scope: Scope) throws(NotKnown) -> Literal {
    switch self {
    case .literal(let literal): return literal
    case .name(let name):
      guard let value = scope.values[name] else { throw NotKnown() }
      return value
    case .subject:
      guard let subject = scope.subject else { throw NotKnown() }
      return subject
    case .list(let items): return .list(try Self.values(items, scope))
    case .negative(let inner):
      switch try inner.value(in: scope) {
      case .number(let number): return .number(-number)
      case .seconds(let seconds): return .seconds(-seconds)
      case .months(let months): return .months(-months)
      default: return .null
      }
    case .binary(.and, let one, let two): return try Self.both(one, two, deciding: false, scope)
    case .binary(.or, let one, let two): return try Self.both(one, two, deciding: true, scope)
    case .binary(let operation, let one, let two):
      return try operation.value(one.value(in: scope), two.value(in: scope))
    case .choice(let test, let one, let two):
      return try test.value(in: scope) == .boolean(true) ? one.value(in: scope) : two.value(in: scope)
    case .call(let function, let given): return try function.value(Self.values(given, scope))
    case .property(let inner, let property): return try inner.value(in: scope).value(of: property)
    }
  }

  private static func values(_ items: [Expression], _ scope: Scope) throws(NotKnown) -> [Literal] {
    var found: [Literal] = []
    for item in items { found.append(try item.value(in: scope)) }
    return found
  }

  /// `and` and `or`: one side that decides is enough, whatever the other is.
  private static func both(
    _ one: Expression, _ two: Expression, deciding: Bool, _ scope: Scope
  ) throws(NotKnown) -> Literal {
    var sides: [Literal] = []
    var lacking: NotKnown?
    for side in [one, two] {
      do { sides.append(try side.value(in: scope)) } catch { lacking = error }
    }
    if sides.contains(.boolean(deciding)) { return .boolean(deciding) }
    if let lacking { throw lacking }
    return sides.allSatisfy { $0 == .boolean(!deciding) } ? .boolean(!deciding) : .null
  }
}

extension Expression.Operation {
  fileprivate func value(_ one: Literal, _ two: Literal) -> Literal {
    func truth(_ truth: Bool?) -> Literal { truth.map(Literal.boolean) ?? .null }
    switch self {
    case .equal: return truth(one.isSame(as: two))
    case .unequal: return truth(one.isSame(as: two).map { !$0 })
    case .less: return truth(one.order(two).map { $0 < 0 })
    case .atMost: return truth(one.order(two).map { $0 <= 0 })
    case .greater: return truth(one.order(two).map { $0 > 0 })
    case .atLeast: return truth(one.order(two).map { $0 >= 0 })
    case .plus: return one.plus(two)
    case .minus: return one.minus(two)
    case .times: return one.times(two)
    case .over: return one.over(two)
    case .power:
      guard let base = one.number, let exponent = two.number else { return .null }
      return .finite(DecimalArithmetic.power(base, exponent))
    case .and, .or: return .null
    }
  }
}
