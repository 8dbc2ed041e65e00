/// How alike two cases are, by what is known of both.
///
/// Source: Gower, Biometrics 27 (1971): the mean over the traits that both have; of a number one less the distance over the
/// range that occurs. On an axis the labels in common over the fewer of the two (Szymkiewicz 1934, Simpson 1960): sources
/// call one contract by two names, and who knows it by one of them must not find it half as like.
struct CaseLikeness {
  /// What is compared: labels on axes, and numbers.
  struct Profile: Sendable {
    var labels: [String: Set<String>] = [:]
    var numbers: [String: Double] = [:]

    init(labels: [String: Set<String>] = [:], numbers: [String: Double] = [:]) {
      self.labels = labels
      self.numbers = numbers
    }

    init(_ record: CaseRecord, traits: [String]) {
      for axis in CaseRecord.axes {
        let forms = Set(record.forms(axis))
        if !forms.isEmpty { labels[axis] = forms }
      }
      for trait in traits { numbers[trait] = record.figure(trait)?.value }
    }
  }

  /// 0 through 1; NaN where nothing is known of both.
  let value: Double
  /// Traits in which they are the same, partly the same or near, and different.
  let same: [String]
  let partly: [String]
  let different: [String]

  var compared: Int { same.count + partly.count + different.count }

  /// - Parameter ranges: from the lowest to the highest of each number over all cases; what has no width counts as equal
  ///   only where the numbers are.
  init(_ one: Profile, _ other: Profile, ranges: [String: ClosedRange<Double>]) {
    var parts: [(trait: String, value: Double)] = []
    let further = one.labels.keys.filter { !CaseRecord.axes.contains($0) }.sorted()
    for axis in CaseRecord.axes + further {
      guard let left = one.labels[axis], let right = other.labels[axis] else { continue }
      parts.append((axis, Double(left.intersection(right).count) / Double(max(1, min(left.count, right.count)))))
    }
    for (trait, left) in one.numbers.sorted(by: { $0.key < $1.key }) {
      guard let right = other.numbers[trait] else { continue }
      let range = ranges[trait] ?? left...left
      let low = min(range.lowerBound, left, right)
      let width = max(range.upperBound, left, right) - low
      parts.append((trait, width > 0 ? 1 - abs(left - right) / width : 1))
    }
    value = parts.isEmpty ? .nan : parts.reduce(0) { $0 + $1.value } / Double(parts.count)
    same = parts.filter { $0.value == 1 }.map(\.trait)
    partly = parts.filter { $0.value > 0 && $0.value < 1 }.map(\.trait)
    different = parts.filter { $0.value == 0 }.map(\.trait)
  }
}
