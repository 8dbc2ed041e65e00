/// A map of areas, each with a value, coloured by class (a choropleth).
public struct AreaMap: Sendable, Hashable {
  /// In what the points of the outlines are measured.
  public enum Coordinates: String, Sendable, CaseIterable {
    /// Degrees east (x) and north (y).
    case wgs84
    /// Metres on the Dutch grid, EPSG:28992.
    case rd
  }

  /// A place on the map, in the coordinates of the map.
  public struct Point: Sendable, Hashable {
    /// To the east.
    public let x: Double
    /// To the north.
    public let y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// One area with its outline and its value.
  public struct Area: Sendable, Hashable {
    /// Its code, as it stands in tables.
    public let code: String
    /// What a person reads.
    public let name: String
    /// The outline and its holes, filled by the even-odd rule; empty where no boundary is known.
    public let rings: [[Point]]
    /// What is shown in place of a value that is held back (`<5`); the value is missing then.
    public let withheld: String?
    private let reading: Numbers

    /// Missing is NaN.
    public var value: Double { reading.values.first ?? .nan }

    /// Makes an area.
    public init(code: String, name: String, rings: [[Point]], value: Double, withheld: String? = nil) {
      self.code = code
      self.name = name
      self.rings = rings
      self.withheld = withheld
      reading = Numbers([withheld == nil && value.isFinite ? value : .nan])
    }
  }

  /// What stands above it.
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// What the values are.
  public let label: Text
  /// What the values count.
  public let unit: Unit?
  /// How the values are shown.
  public let format: Column.Format
  /// Which coordinates the outlines are in.
  public let coordinates: Coordinates
  /// The areas, in the order in which they are drawn.
  public let areas: [Area]
  /// The upper bounds of the classes, ascending; a bound belongs to the class below it, and what lies above the last one
  /// counts in the last class.
  public let breaks: [Double]
  /// The codes of the areas that the map is about: they are outlined and named.
  public let marked: [String]

  /// Makes a map.
  ///
  /// - Parameters:
  ///   - title: what stands above it.
  ///   - alternative: what is told to somebody who does not see the picture; nil where the data tell it.
  ///   - label: what the values are.
  ///   - unit: what the values count.
  ///   - format: how the values are shown.
  ///   - coordinates: which coordinates the outlines are in.
  ///   - areas: in the order in which they are drawn.
  ///   - breaks: the upper bounds of the classes.
  ///   - marked: the codes of the areas that the map is about.
  public init(
    title: Text, alternative: Text? = nil, label: Text, unit: Unit? = nil, format: Column.Format = .automatic,
    coordinates: Coordinates, areas: [Area], breaks: [Double], marked: [String] = []
  ) {
    self.title = title
    self.alternative = alternative
    self.label = label
    self.unit = unit
    self.format = format
    self.coordinates = coordinates
    self.areas = areas
    self.breaks = Array(Set(breaks.filter(\.isFinite))).sorted()
    self.marked = marked
  }

  /// Returns the class in which a value lies, counted from 0; nil where it is missing or there are no classes.
  public func classIndex(of value: Double) -> Int? {
    guard !value.isNaN, !breaks.isEmpty else { return nil }
    return breaks.firstIndex { value <= $0 } ?? breaks.count - 1
  }
}
