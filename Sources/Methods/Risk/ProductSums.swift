/// Amounts that are sums of products of inputs of which not all are known: what a party pays and saves, out of quantities and
/// values.
public struct ProductSums: Sendable, Hashable {
  /// A product, and what it counts for in each sum.
  public struct Term: Sendable, Hashable {
    /// The places of the inputs that are multiplied.
    public var factors: [Int]
    /// What the product is multiplied by, by the place of the sum.
    public var weights: [Int: Double]

    /// Makes a term.
    public init(factors: [Int], weights: [Int: Double]) { (self.factors, self.weights) = (factors, weights) }
  }

  /// What is believed of each input, independently of the others.
  public var inputs: [DriverDistribution]
  /// The products; an input stands in one of them at most, and once.
  public var terms: [Term]
  /// How many sums there are.
  public var count: Int

  /// Makes sums of products.
  public init(inputs: [DriverDistribution], terms: [Term], count: Int) {
    (self.inputs, self.terms, self.count) = (inputs, terms, count)
  }

  /// Returns the mean of a sum, exactly.
  public func mean(_ sum: Int) -> Double {
    terms.reduce(0) { total, term in
      guard let weight = term.weights[sum], weight != 0 else { return total }
      return total + weight * term.factors.reduce(1) { $0 * inputs[$1].mean }
    }
  }

  /// Returns the variance of a sum, exactly: of a product of independent inputs it is Π(v + m²) - Πm² (Goodman 1960).
  public func variance(_ sum: Int) -> Double {
    terms.reduce(0) { total, term in
      guard let weight = term.weights[sum], weight != 0 else { return total }
      var (both, means) = (1.0, 1.0)
      for factor in term.factors {
        let mean = inputs[factor].mean
        both *= inputs[factor].variance + mean * mean
        means *= mean * mean
      }
      return total + weight * weight * max(0, both - means)
    }
  }

  /// Returns which part of a sum's variance each input carries by itself (the first-order index of Sobol', 1993), exactly; what
  /// lacks to 1 is their interplay. Nought where nothing varies.
  public func shares(_ sum: Int) -> [Double] {
    let total = variance(sum)
    var shares = [Double](repeating: 0, count: inputs.count)
    guard total > 0 else { return shares }
    for term in terms {
      guard let weight = term.weights[sum] else { continue }
      for factor in term.factors {
        let others = term.factors.reduce(1) { $1 == factor ? $0 : $0 * inputs[$1].mean }
        shares[factor] += weight * weight * inputs[factor].variance * others * others / total
      }
    }
    return shares
  }

  /// Returns the sums with an input that is known to be what it is on average, or another value.
  public func fixing(_ input: Int, at value: Double? = nil) -> ProductSums {
    var copy = self
    copy.inputs[input] = .constant(value ?? inputs[input].mean)
    return copy
  }
}
