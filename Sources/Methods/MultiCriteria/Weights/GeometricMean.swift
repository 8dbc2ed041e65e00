import Glibc

/// Returns the geometric mean; 0 where one of the numbers is, NaN where one is negative or there are none.
///
/// - Parameter numbers: nought or more.
public func geometricMean(_ numbers: [Double]) -> Double {
  guard !numbers.isEmpty, numbers.allSatisfy({ $0 >= 0 }) else { return .nan }
  if numbers.contains(0) { return 0 }
  return exp(numbers.reduce(0) { $0 + log($1) } / Double(numbers.count))
}
