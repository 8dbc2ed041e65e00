import WorkbenchKit

/// What stands of some figures: which come first, in which order, and on which side of nought each is.
struct Standing: Hashable, Sendable {
  /// The rows by their places among the watched ones, the first first; those that are equal stand together, by their places.
  let order: [[Int]]
  /// -1, 0, 1; nil where there is no figure.
  let signs: [Int?]

  /// - Parameters:
  ///   - values: NaN where there is none.
  ///   - places: how many of the first places count.
  ///   - lowestFirst: whether the least figure comes first.
  init(_ values: [Double], places: Int, lowestFirst: Bool) {
    let size = values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    // What differs in the last digits only, by the order in which it was added up, is equal.
    let least = size * 1e-12
    signs = values.map { $0.isFinite ? (abs($0) <= least ? 0 : $0 < 0 ? -1 : 1) : nil }
    let known = values.indices.filter { values[$0].isFinite }
    let sorted = known.sorted { left, right in
      values[left] == values[right] ? left < right : (values[left] > values[right]) != lowestFirst
    }
    var groups: [[Int]] = []
    for row in sorted {
      if let last = groups.last?.last, abs(values[last] - values[row]) <= least {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    var (order, count) = ([[Int]](), 0)
    for group in groups where count < places && values.count > 1 {
      order.append(group.sorted())
      count += group.count
    }
    self.order = order
  }

  /// What is otherwise than before, in words.
  func told(since before: Standing, _ names: [String]) -> Text {
    var parts: [Text] = []
    if let (now, then) = zip(order, before.order).first(where: { $0 != $1 }) {
      let listed = { (rows: [Int]) in rows.map { names[$0] }.joined(separator: " = ") }
      let (first, last) = (listed(now), listed(then))
      parts.append(
        now.count > then.count && Set(then).isSubset(of: now)
          ? Text(nl: "\(first) komen gelijk", en: "\(first) come level")
          : Text(nl: "\(first) komt voor \(last)", en: "\(first) comes before \(last)"))
    } else if order.count != before.order.count {
      parts.append(Text(nl: "andere plaatsen gelijk", en: "other places level"))
    }
    for (row, sign) in signs.enumerated() where sign != before.signs[row] {
      let subject = names.count == 1 ? "" : "\(names[row]) "
      parts.append(
        sign.map { sign in
          sign == 0
            ? Text(nl: "\(subject)wordt 0", en: "\(subject)becomes 0")
            : sign < 0
              ? Text(nl: "\(subject)wordt negatief", en: "\(subject)becomes negative")
              : Text(nl: "\(subject)wordt positief", en: "\(subject)becomes positive")
        } ?? Text(nl: "\(subject)heeft geen getal meer", en: "\(subject)has no number any more"))
    }
    let more = parts.count - 2
    return .joined(Array(parts.prefix(2)), by: "; ")
      + (more > 0 ? Text(nl: "; en nog \(more)", en: "; and \(more) more") : .verbatim(""))
  }
}
