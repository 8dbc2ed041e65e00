/// Where what stands changes while one figure goes through a range: a sign, an order, or anything else that can be told apart.
public enum TurningPoints {
  /// One change.
  public struct Turn<Standing: Sendable>: Sendable {
    /// The last value that was seen before it.
    public let low: Double
    /// The first value that was seen behind it.
    public let high: Double
    public let before: Standing
    public let after: Standing

    /// The middle between the two, at most half of their distance off.
    public var value: Double { (low + high) / 2 }
  }

  /// Returns the changes within a range, the lowest first: looked for between values at equal distances, then halved.
  ///
  /// A stretch between two of these values in which what stands changes and changes back is not found; one in which it changes several
  /// times to something else gives each change that the halving comes upon.
  /// - Parameters:
  ///   - range: finite, and not one value only.
  ///   - steps: into how many parts it is divided, 1 or more.
  ///   - marks: values within the range that are looked at as well.
  ///   - precision: how far apart the two sides of a change may stay, as a part of the range.
  ///   - standing: what stands at a value.
  /// - Throws: what `standing` throws.
  public static func turns<Standing: Equatable & Sendable>(
    in range: ClosedRange<Double>, steps: Int, marks: [Double] = [], precision: Double,
    of standing: (Double) throws -> Standing
  ) rethrows -> [Turn<Standing>] {
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    let even = (0...max(steps, 1)).map { $0 == steps ? range.upperBound : low + width * Double($0) / Double(steps) }
    let values = Set(even + marks.filter(range.contains)).sorted()
    let seen = try values.map { (value: $0, standing: try standing($0)) }
    return try zip(seen, seen.dropFirst()).flatMap { one, other in
      try halved(one, other, to: max(precision, 0) * width, standing)
    }
  }

  private static func halved<Standing: Equatable & Sendable>(
    _ low: (value: Double, standing: Standing), _ high: (value: Double, standing: Standing), to width: Double,
    _ standing: (Double) throws -> Standing
  ) rethrows -> [Turn<Standing>] {
    guard low.standing != high.standing else { return [] }
    let middle = low.value + (high.value - low.value) / 2
    guard high.value - low.value > width, middle > low.value, middle < high.value else {
      return [Turn(low: low.value, high: high.value, before: low.standing, after: high.standing)]
    }
    let between = (value: middle, standing: try standing(middle))
    // What stands in the middle only, such as equal places at one value, is no turn of its own.
    if between.standing != low.standing, between.standing != high.standing,
      high.value - low.value <= width * 4
    {
      return [Turn(low: low.value, high: high.value, before: low.standing, after: high.standing)]
    }
    return try halved(low, between, to: width, standing) + halved(between, high, to: width, standing)
  }
}
