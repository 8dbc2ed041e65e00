/// A picture of numbers, described by its data; each form draws it in its own way.
public struct Chart: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case bar, line, histogram, scatter
  }

  /// A named sequence of points.
  public struct Series: Sendable, Hashable {
    public let name: String
    /// Missing is NaN.
    public let values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public struct Axis: Sendable, Hashable {
    public let label: Text
    public let unit: Unit?

    public init(_ label: Text, unit: Unit? = nil) {
      self.label = label
      self.unit = unit
    }
  }

  public let kind: Kind
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  public let x: Axis
  public let y: Axis
  /// Names along the x axis: one for each value of a series; of a histogram one for each class.
  public let categories: [String]
  /// Positions along the x axis for line and scatter where x is a number; empty where x is a category.
  public let positions: [Double]
  public let series: [Series]

  public init(
    _ kind: Kind, title: Text, alternative: Text? = nil, x: Axis, y: Axis,
    categories: [String] = [], positions: [Double] = [], series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.alternative = alternative
    self.x = x
    self.y = y
    self.categories = categories
    self.positions = positions
    self.series = series
  }
}
