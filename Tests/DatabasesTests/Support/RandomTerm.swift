import TestSupport
import WorkbenchKit

@testable import Databases

/// Draws parts of questions over the nasty table, each of the kind that is due.
struct RandomTerm {
  var generator: SeededGenerator

  private static let numbers = ["i", "s", "big", "d", "r", "m", "c"]
  /// Letters of all kinds, and of ASCII only.
  private static let texts = ["t", "p"]
  private static let values: [Double] = [
    0, 1, -1, 2, 3, 7, 10, 100, 0.1, 0.2, 0.3, 0.5, 1.005, 2.5, -2.5, 0.285, 12.345, 999_999, 0.1 + 0.2, 1.0 / 3,
    123_456_789_012, 9_007_199_254_740_992,
  ]
  private static let words = [
    "", "a", "A", "b", "ab", "é", "e\u{301}", "É", "ß", "SS", "ss", "İ", "i̇", "Σ", "σ", "ς", "100%", "_", "%", "a_b",
    " a",
    "a ", "it's", "back\\slash", "\"q\"", "zz", "Zz", "K", "k", "$x",
  ]

  private mutating func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  private mutating func pick<Element>(_ list: [Element]) -> Element { list[draw(list.count)] }

  mutating func any() -> SourceTerm {
    switch draw(4) {
    case 0: number(3)
    case 1: text(2)
    default: condition(3)
    }
  }

  mutating func condition(_ depth: Int) -> SourceTerm {
    guard depth > 0 else {
      return draw(2) == 0 ? .column("b") : .comparison(pick(SourceTerm.Comparison.allCases), number(0), number(0))
    }
    switch draw(11) {
    case 0, 1: return .comparison(pick(SourceTerm.Comparison.allCases), number(depth - 1), number(depth - 1))
    case 2, 3: return .comparison(pick(SourceTerm.Comparison.allCases), text(depth - 1), text(depth - 1))
    case 4: return .contains(text(depth - 1), pick(Self.words))
    case 5: return .among(number(depth - 1), (0..<draw(4)).map { _ in .number(pick(Self.values)) })
    case 6: return .among(text(depth - 1), (0..<draw(4)).map { _ in .text(pick(Self.words)) })
    case 7: return .isMissing(draw(2) == 0 ? number(depth - 1) : draw(2) == 0 ? text(depth - 1) : condition(depth - 1))
    case 8: return .not(condition(depth - 1))
    case 9: return .all([condition(depth - 1), condition(depth - 1)])
    default: return .any([condition(depth - 1), condition(depth - 1), condition(0)])
    }
  }

  mutating func number(_ depth: Int) -> SourceTerm {
    guard depth > 0 else { return draw(3) == 0 ? .number(pick(Self.values)) : .column(pick(Self.numbers)) }
    switch draw(10) {
    case 0, 1, 2: return .arithmetic(pick(SourceTerm.Arithmetic.allCases), number(depth - 1), number(depth - 1))
    case 3: return .negative(number(depth - 1))
    case 4: return .abs(number(depth - 1))
    case 5, 6: return .round(number(depth - 1), pick([0, 1, 2, 3, 5, 15]))
    case 7: return draw(2) == 0 ? .least([number(depth - 1), number(0)]) : .greatest([number(depth - 1), number(0)])
    case 8: return .length(text(depth - 1))
    default: return .choice(condition(depth - 1), number(depth - 1), number(depth - 1))
    }
  }

  mutating func text(_ depth: Int) -> SourceTerm {
    guard depth > 0 else { return draw(3) == 0 ? .text(pick(Self.words)) : .column(pick(Self.texts)) }
    switch draw(3) {
    case 0: return .lower(text(depth - 1))
    case 1: return .choice(condition(depth - 1), text(depth - 1), text(depth - 1))
    default: return text(0)
    }
  }
}

extension SourceTerm {
  /// As a person types it behind `derive`.
  var typed: String {
    switch self {
    case .column(let name): name
    case .number(let number): number < 0 ? "(\(NumberText.shortest(number)))" : NumberText.shortest(number)
    case .text(let text):
      text.contains("'")
        ? "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$"))\""
        : "'\(text)'"
    case .negative(let inner): "(-\(inner.typed))"
    case .arithmetic(let sign, let left, let right): "(\(left.typed) \(sign.rawValue) \(right.typed))"
    case .comparison(let sign, let left, let right): "((\(left.typed)) \(sign.rawValue) (\(right.typed)))"
    case .contains(let text, let needle): "((\(text.typed)) ~ \(SourceTerm.text(needle).typed))"
    case .among(let value, let members): "((\(value.typed)) in (\(members.map(\.typed).joined(separator: ", "))))"
    case .isMissing(let inner): "((\(inner.typed)) is missing)"
    case .not(let inner): "(not (\(inner.typed)))"
    case .all(let parts): "(\(parts.map(\.typed).joined(separator: " and ")))"
    case .any(let parts): "(\(parts.map(\.typed).joined(separator: " or ")))"
    case .abs(let inner): "abs(\(inner.typed))"
    case .round(let inner, let places): "round(\(inner.typed), \(places))"
    case .least(let parts): "min(\(parts.map(\.typed).joined(separator: ", ")))"
    case .greatest(let parts): "max(\(parts.map(\.typed).joined(separator: ", ")))"
    case .lower(let inner): "lower(\(inner.typed))"
    case .length(let inner): "length(\(inner.typed))"
    case .choice(let condition, let first, let second): "if(\(condition.typed), \(first.typed), \(second.typed))"
    }
  }
}
