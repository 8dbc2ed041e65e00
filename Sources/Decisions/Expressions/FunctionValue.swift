import Glibc
import Methods
import WorkbenchKit

extension Function {
  /// Returns what it makes of its arguments, of which there are as many as it takes; null where they are none of its kind.
  func value(_ given: [Literal]) -> Literal {
    let first = given[0]
    switch self {
    case .not: return first.boolean.map { .boolean(!$0) } ?? .null
    case .string: return first == .null ? .null : .text(first.plain)
    case .number, .date, .time, .dateAndTime, .duration, .monthsBetween: return converted(given)
    case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown: return rounded(given)
    case .abs:
      switch first {
      case .number(let number): return .number(Swift.abs(number))
      case .seconds(let seconds): return .seconds(Swift.abs(seconds))
      case .months(let months): return .months(Swift.abs(months))
      default: return .null
      }
    case .modulo:
      guard let one = first.number, let two = given[1].number, two != 0 else { return .null }
      let whole = DecimalArithmetic.quotient(one, two).rounded(.down)
      return .finite(DecimalArithmetic.difference(one, DecimalArithmetic.product(two, whole)))
    case .sqrt: return .finite(first.number.flatMap { $0 < 0 ? nil : $0.squareRoot() })
    case .min, .max, .sum, .mean, .count: return ofAll(given)
    case .listContains:
      guard case .list(let items) = first else { return .null }
      return .boolean(items.contains { $0.isSame(as: given[1]) == true })
    case .substring, .stringLength, .upperCase, .lowerCase, .contains, .startsWith, .endsWith: return ofText(given)
    }
  }

  private func converted(_ given: [Literal]) -> Literal {
    switch (self, given.count, given[0]) {
    case (.number, _, .number), (.time, _, .time), (.date, 1, .date), (.dateAndTime, 1, .dateTime): return given[0]
    case (.number, _, .text(let text)): return .finite(NumberText.parse(text))
    case (.date, 1, .text(let text)): return CalendarDate(text).map(Literal.date) ?? .null
    case (.date, 1, .dateTime(let moment)): return .date(moment.date)
    case (.date, 3, _):
      let parts = given.compactMap { $0.number.flatMap(Int.init(exactly:)) }
      guard parts.count == 3 else { return .null }
      return CalendarDate(year: parts[0], month: parts[1], day: parts[2]).map(Literal.date) ?? .null
    case (.time, _, .text(let text)): return ClockTime(text).map(Literal.time) ?? .null
    case (.time, _, .dateTime(let moment)): return .time(moment.time)
    case (.dateAndTime, 1, .text(let text)): return Moment(text).map(Literal.dateTime) ?? .null
    case (.dateAndTime, 2, .date(let date)):
      guard case .time(let time) = given[1] else { return .null }
      return .dateTime(Moment(date: date, time: time))
    case (.duration, _, .text(let text)): return Literal(durationText: text) ?? .null
    case (.monthsBetween, _, .date(let start)):
      guard case .date(let end) = given[1] else { return .null }
      let months = (end.year - start.year) * 12 + end.month - start.month
      // A month that is not over does not count, in either direction.
      if months > 0, end.day < start.day { return .months(months - 1) }
      if months < 0, end.day > start.day { return .months(months + 1) }
      return .months(months)
    default: return .null
    }
  }

  private func rounded(_ given: [Literal]) -> Literal {
    guard let number = given[0].number, let scale = given.count > 1 ? given[1].number : 0, scale == scale.rounded(),
      Swift.abs(scale) <= 300
    else { return .null }
    let rounding: DecimalArithmetic.Rounding =
      switch self {
      case .floor: .floor
      case .ceiling: .ceiling
      case .roundUp: .up
      case .roundDown: .down
      case .roundHalfUp: .halfUp
      case .roundHalfDown: .halfDown
      default: .halfEven
      }
    return .finite(DecimalArithmetic.rounded(number, to: Int(scale), rounding))
  }

  /// Of a list, or of the arguments themselves.
  private func ofAll(_ given: [Literal]) -> Literal {
    var items = given
    if given.count == 1 {
      guard case .list(let inner) = given[0] else { return .null }
      items = inner
    }
    if self == .count { return .number(Double(items.count)) }
    guard var best = items.first else { return .null }
    if self == .min || self == .max {
      for item in items.dropFirst() {
        guard let order = item.order(best) else { return .null }
        if self == .min ? order < 0 : order > 0 { best = item }
      }
      return best
    }
    let numbers = items.compactMap(\.number)
    let sum =
      numbers.count == items.count
      ? Literal.finite(CompensatedSum(numbers).value) : items.dropFirst().reduce(best) { $0.plus($1) }
    return self == .mean ? sum.over(.number(Double(items.count))) : sum
  }

  private func ofText(_ given: [Literal]) -> Literal {
    guard case .text(let text) = given[0] else { return .null }
    switch self {
    case .stringLength: return .number(Double(text.unicodeScalars.count))
    case .upperCase: return .text(text.uppercased())
    case .lowerCase: return .text(text.lowercased())
    case .substring:
      let scalars = Array(text.unicodeScalars)
      guard let start = given[1].number.flatMap(Int.init(exactly:)), start != 0, start.magnitude <= scalars.count
      else {
        return .null
      }
      let from = start > 0 ? start - 1 : scalars.count + start
      var rest = scalars[from...]
      if given.count == 3 {
        guard let length = given[2].number.flatMap(Int.init(exactly:)), length >= 0 else { return .null }
        rest = rest.prefix(length)
      }
      var found = String.UnicodeScalarView()
      found.append(contentsOf: rest)
      return .text(String(found))
    default:
      guard case .text(let part) = given[1] else { return .null }
      // An empty text is part of each.
      if part.isEmpty { return .boolean(true) }
      return .boolean(
        self == .startsWith ? text.hasPrefix(part) : self == .endsWith ? text.hasSuffix(part) : text.contains(part))
    }
  }
}
