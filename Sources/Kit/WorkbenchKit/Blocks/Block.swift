/// One piece of a result; every kind has a form for the terminal, JSON, Markdown and text.
public enum Block: Sendable, Hashable {
  case heading(Heading)
  case paragraph(Text)
  case table(Table)
  case chart(Chart)
  case map(AreaMap)
  case matrix(CellMatrix)
  case timeline(Timeline)
  case flow(Flow)
  case facts(Facts)
  case notice(Notice)
  case sources([Source])
  /// Text to be shown as it is: CSV, Markdown, a transcript.
  case text(String)
}

/// A title above what follows.
public struct Heading: Sendable, Hashable {
  /// 1 is the highest, 6 the lowest.
  public let level: Int
  /// What it says.
  public let text: Text
  /// A line under it: what kind of thing it is about, of when, by whom; nil for none.
  public let under: Text?

  /// Makes a heading.
  ///
  /// - Parameters:
  ///   - text: what it says.
  ///   - level: 1 is the highest, 6 the lowest.
  ///   - under: a line under it.
  public init(_ text: Text, level: Int = 1, under: Text? = nil) {
    self.text = text
    self.level = min(max(level, 1), 6)
    self.under = under
  }
}

/// A remark beside a result.
public struct Notice: Sendable, Hashable {
  /// How much it matters: good to know, bears on the figures, something is wrong.
  public enum Level: String, Sendable, CaseIterable {
    case info, caution, warning
  }

  /// How much it matters.
  public let level: Level
  /// What it says.
  public let text: Text
  /// How soon it is shown; nil where its level decides.
  public let layer: Layer?

  /// Makes a remark.
  ///
  /// - Parameters:
  ///   - level: how much it matters.
  ///   - text: what it says.
  ///   - layer: how soon it is shown; nil where its level decides.
  public init(_ level: Level, _ text: Text, layer: Layer? = nil) {
    self.level = level
    self.text = text
    self.layer = layer
  }
}

/// Single figures under names that are part of the interface, in the order in which they are to be read.
public struct Facts: Sendable, Hashable {
  /// One figure.
  public struct Fact: Sendable, Hashable {
    /// English snake_case; part of the interface.
    public let name: String
    /// The figure.
    public let value: Value
    /// What a person reads instead of the name.
    public let label: Text?
    /// How it is shown.
    public let format: Column.Format
    /// What a person reads instead of a value that is a word of the interface.
    public let shown: Text?

    /// Makes a figure.
    ///
    /// - Parameters:
    ///   - name: English snake_case.
    ///   - value: the figure.
    ///   - label: what a person reads instead of the name.
    ///   - format: how it is shown.
    ///   - shown: what a person reads instead of a value that is a word of the interface.
    public init(name: String, value: Value, label: Text?, format: Column.Format, shown: Text? = nil) {
      self.name = name
      self.value = value
      self.label = label
      self.format = format
      self.shown = shown
    }

    /// Returns the figure with another value.
    public func with(_ value: Value) -> Fact { Fact(name: name, value: value, label: label, format: format) }
  }

  /// The figures in their order.
  public private(set) var facts: [Fact] = []
  /// Whether the words beside them say the same, so that a screen and a page leave them out; every other form has them.
  public var isDetail = false
  /// How soon they are shown; nil where the shape decides.
  public var layer: Layer?
  /// The names of those that a first screen has; empty for all.
  public var glance: [String] = []
  /// The persons behind all its figures, as one set, until the session has looked at it; nil where they are none of persons.
  public var counted: CountedPersons?

  /// Makes a list without figures yet.
  ///
  /// - Parameter isDetail: whether words beside them say the same.
  public init(isDetail: Bool = false) { self.isDetail = isDetail }

  /// Adds a figure.
  ///
  /// - Parameters:
  ///   - name: English snake_case.
  ///   - value: the figure.
  ///   - label: what a person reads instead of the name.
  ///   - format: how it is shown.
  ///   - shown: what a person reads instead of a value that is a word of the interface.
  public mutating func add(
    _ name: String, _ value: Value, label: Text? = nil, format: Column.Format = .automatic, shown: Text? = nil
  ) {
    facts.append(Fact(name: name, value: value, label: label, format: format, shown: shown))
  }

  /// Adds a count.
  public mutating func add(_ name: String, _ count: Int, label: Text? = nil) {
    add(name, .number(Double(count)), label: label)
  }

  /// The figure of a name; nil where there is none.
  public subscript(name: String) -> Value? { facts.first { $0.name == name }?.value }
}

extension Facts {
  /// Returns the list with other figures in place of each, shown as soon as it was; nil leaves one out.
  ///
  /// - Parameter change: what stands in place of a figure.
  public func mapping(_ change: (Fact) -> Fact?) -> Facts {
    var copy = self
    copy.facts = facts.compactMap(change)
    return copy
  }

  /// Returns the figures as ones that must be seen, of which a first screen has these.
  ///
  /// - Parameter names: of the figures; empty for all.
  public func atAGlance(_ names: [String] = []) -> Facts {
    var copy = self
    copy.layer = .first
    copy.glance = names
    return copy
  }
}
