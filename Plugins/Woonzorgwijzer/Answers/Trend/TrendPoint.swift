import WorkbenchKit

/// A figure of an area in one year.
struct TrendPoint: Sendable {
  /// A share of one, a count, or what the figure is; NaN where it is not known.
  var value = Double.nan
  /// How many people it counts, where it counts or is a part of people; NaN else.
  var people = Double.nan
  /// Of how many a share was found; NaN where it is no sample and no count.
  var sample = Double.nan
  /// A standard error, in the terms of the value; NaN where none is given.
  var error = Double.nan
  /// Why the figure of that year is of another place, and is not taken or was taken all the same.
  var change: CodeChanges.Reason?
  /// What carried it over from the areas of that year.
  var crossing: Crossing?
  /// Whether it was added up out of parts.
  var isAddedUp = false
  /// The table that it stands in, and its files.
  var table: String?
  var sources: [FigureSource] = []
}

/// Between two years something else than the figure changed.
struct TrendBreak: Sendable, Hashable {
  enum Reason: Sendable, Hashable {
    /// The code named another place before.
    case boundary(area: String, CodeChanges.Reason, year: Int)
    /// Figures of one's own come from elsewhere; nil where nothing was said of where from.
    case source(before: String?, now: String?)
    /// The user says so.
    case told(String)
  }

  /// The years with figures on both sides.
  let before: Int
  let from: Int
  let reason: Reason
}

/// An area over the years.
struct TrendSeries: Sendable {
  let area: Area
  /// One for each year of the trend.
  var points: [TrendPoint]

  /// The years between which a change can be told: the first and the last with a value behind the last break.
  ///
  /// - Parameter start: the place of the first year behind the last break.
  func ends(from start: Int) -> (first: Int, last: Int)? {
    let known = points.indices.filter { $0 >= start && !points[$0].value.isNaN }
    guard let first = known.first, let last = known.last, first < last else { return nil }
    return (first, last)
  }
}
