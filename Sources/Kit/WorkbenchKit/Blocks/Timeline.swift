/// What happens when, and who does it: stretches and moments on a calendar.
public struct Timeline: Sendable, Hashable {
  /// One thing that takes time.
  public struct Row: Sendable, Hashable {
    /// What takes the time.
    public let what: Text
    /// Its first day.
    public let start: CalendarDate
    /// The last day of it; nil for a moment.
    public let end: CalendarDate?
    /// Who does it.
    public let who: Text?
    /// Where it comes from: a publication and a place in it, or whoever said so.
    public let source: Text?
    /// Under which word rows belong together.
    public let group: Text?

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - what: what takes the time.
    ///   - start: its first day.
    ///   - end: its last day; one before the start counts as none.
    ///   - who: who does it.
    ///   - source: where it comes from.
    ///   - group: under which word rows belong together.
    public init(
      what: Text, start: CalendarDate, end: CalendarDate? = nil, who: Text? = nil, source: Text? = nil,
      group: Text? = nil
    ) {
      self.what = what
      self.start = start
      self.end = end.flatMap { $0 < start ? nil : $0 }
      self.who = who
      self.source = source
      self.group = group
    }
  }

  /// What stands above it.
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// In the order in which they are to be read.
  public let rows: [Row]

  /// Makes a timeline.
  public init(title: Text, alternative: Text? = nil, rows: [Row]) {
    self.title = title
    self.alternative = alternative
    self.rows = rows
  }
}
