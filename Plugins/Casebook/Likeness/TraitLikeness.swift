/// How alike two cases are, by the traits that are known of both.
///
/// Source: Gower, A general coefficient of similarity and some of its properties, Biometrics 27 (1971), with weights: the weight of
/// the traits in which both are the same over that of the traits known of both. What is unknown of one of them stands in neither.
struct TraitLikeness: Sendable, Hashable {
  /// The fewest traits on which a likeness says something; the limit is ours.
  static let enough = 4

  /// 0 through 1; NaN where nothing that counts is known of both.
  let value: Double
  /// Traits known of both in which they are the same, and those in which they are not, in the order of the traits.
  let same: [String]
  let different: [String]

  var compared: Int { same.count + different.count }
  var isTooLittle: Bool { compared < Self.enough }

  /// - Parameters:
  ///   - one: by trait its value.
  ///   - other: by trait its value.
  ///   - traits: those that are compared, in order.
  ///   - weight: of a trait, 0 or more; one of weight 0 is not compared.
  init(_ one: [String: String], _ other: [String: String], traits: [String], weight: (String) -> Double = { _ in 1 }) {
    var (same, different): ([String], [String]) = ([], [])
    var (alike, all) = (0.0, 0.0)
    for trait in traits {
      let counted = weight(trait)
      guard counted > 0, let left = one[trait], let right = other[trait] else { continue }
      all += counted
      if left == right {
        alike += counted
        same.append(trait)
      } else {
        different.append(trait)
      }
    }
    (self.same, self.different) = (same, different)
    value = all > 0 ? alike / all : .nan
  }

  /// Places in order: what rests on enough before what does not, then the most alike, then what rests on more; of equals the first.
  static func order(_ likeness: [TraitLikeness]) -> [Int] {
    likeness.indices.sorted { left, right in
      let (one, two) = (likeness[left], likeness[right])
      if one.isTooLittle != two.isTooLittle { return two.isTooLittle }
      let values = (one.value.isNaN ? -1 : one.value, two.value.isNaN ? -1 : two.value)
      if values.0 != values.1 { return values.0 > values.1 }
      return one.compared != two.compared ? one.compared > two.compared : left < right
    }
  }
}
