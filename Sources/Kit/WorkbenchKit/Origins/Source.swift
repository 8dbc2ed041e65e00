/// A publication that a fact or a method comes from.
public struct Source: Sendable, Hashable {
  /// Short and stable, such as `gebiedsgericht-2016`.
  public let id: String
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// As exact as it is known: `2016-06`, `2024`.
  public let date: String
  /// Chapter, annex or table, where one is meant.
  public let place: String?
  /// Under which licence it may be used, such as `CC BY 4.0`.
  public let licence: String?

  /// Makes a source.
  public init(
    id: String, title: String, publisher: String, date: String, place: String? = nil, licence: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.place = place
    self.licence = licence
  }
}

extension Source {
  private static let ownPrefix = "own-figures"

  /// Figures that were counted by whoever works here and stand in no publication: small counts of them are protected.
  ///
  /// - Parameters:
  ///   - file: the file that holds them.
  ///   - year: of the figures; nil where it is not known.
  public static func own(_ file: String, year: Int?) -> Source {
    Source(
      id: year.map { "\(ownPrefix)-\($0)" } ?? ownPrefix, title: file, publisher: "eigen cijfers",
      date: year.map(String.init) ?? "")
  }

  /// Whether its figures were counted by whoever works here and stand in no publication.
  public var isOwn: Bool { id.hasPrefix(Self.ownPrefix) }
}
