/// Returns the interval of the difference between two independent shares, the second less the first.
///
/// The hybrid of two score intervals: it stays within -1 through 1 and holds what it says for small samples and shares near nought.
/// Source: Newcombe, Statistics in Medicine 17 (1998), method 10.
/// - Parameters:
///   - first: 0 through 1, and of how many it was found, above nought.
///   - second: the same.
///   - level: above 0 and below 1.
public func shareDifferenceInterval(
  first: (share: Double, count: Double), second: (share: Double, count: Double), level: Double = 0.95
) -> Interval {
  let one = wilsonInterval(share: first.share, count: first.count, level: level)
  let two = wilsonInterval(share: second.share, count: second.count, level: level)
  let difference = second.share - first.share
  let (below, above) = (
    squares(second.share - two.low, one.high - first.share), squares(two.high - second.share, first.share - one.low)
  )
  return Interval(low: difference - below.squareRoot(), high: difference + above.squareRoot())
}

private func squares(_ one: Double, _ other: Double) -> Double { one * one + other * other }
