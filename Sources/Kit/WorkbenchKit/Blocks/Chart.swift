/// A picture of numbers, described by its data; each form draws it in its own way.
public struct Chart: Sendable, Hashable {
  /// How it is drawn.
  public enum Kind: String, Sendable, CaseIterable {
    case bar, line, histogram, scatter
    /// Bars that lie behind one another, so that their whole is seen.
    case stackedBar = "stacked_bar"
    /// Named points between two axes that cross in the middle, with words at the ends.
    case quadrant
  }

  /// A named sequence of points.
  public struct Series: Sendable, Hashable {
    /// What it is called in the legend.
    public let name: String
    private let numbers: Numbers

    /// Missing is NaN.
    public var values: [Double] { numbers.values }

    /// Makes a series.
    public init(name: String, values: [Double]) {
      self.name = name
      numbers = Numbers(values)
    }
  }

  /// One of the two axes.
  public struct Axis: Sendable, Hashable {
    /// What is measured along it.
    public let label: Text
    /// What its numbers count.
    public let unit: Unit?
    /// From where to where the axis goes; nil where the values decide.
    public let range: ClosedRange<Double>?
    /// What its low end and its high end mean, where that has a word.
    public let low: Text?
    /// What its high end means, where it has words.
    public let high: Text?
    /// Whether its numbers are days since 1970-01-01, to be shown as dates.
    public let isOfDates: Bool

    /// Makes an axis.
    ///
    /// - Parameters:
    ///   - label: what is measured along it.
    ///   - unit: what its numbers count.
    ///   - range: finite and not empty, else the values decide.
    ///   - low: what its low end means.
    ///   - high: what its high end means.
    ///   - isOfDates: whether its numbers are days since 1970-01-01.
    public init(
      _ label: Text, unit: Unit? = nil, range: ClosedRange<Double>? = nil, low: Text? = nil, high: Text? = nil,
      isOfDates: Bool = false
    ) {
      self.label = label
      self.unit = unit
      self.range = range.flatMap { range in
        range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < range.upperBound ? range : nil
      }
      self.low = low
      self.high = high
      self.isOfDates = isOfDates
    }
  }

  /// How it is drawn.
  public let kind: Kind
  /// What stands above it.
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// The axis across.
  public let x: Axis
  /// The axis upwards.
  public let y: Axis
  /// Names along the x axis: one for each value of a series; of a histogram one for each class.
  public let categories: [String]
  private let places: Numbers
  /// What is drawn.
  public let series: [Series]
  /// What stands beside the points of line, scatter and quadrant: one for each position or category, or none.
  public let labels: [String]

  /// Positions along the x axis for line, scatter and quadrant where x is a number, or days since 1970-01-01 where it is a date; empty where x is a category.
  public var positions: [Double] { places.values }

  /// Makes a chart.
  public init(
    _ kind: Kind, title: Text, alternative: Text? = nil, x: Axis, y: Axis,
    categories: [String] = [], positions: [Double] = [], series: [Series], labels: [String] = []
  ) {
    self.kind = kind
    self.title = title
    self.alternative = alternative
    self.x = x
    self.y = y
    self.categories = categories
    places = Numbers(positions)
    self.series = series
    self.labels = labels
  }
}
