import WorkbenchKit

extension ArgumentKind where Element == String {
  /// A region, by its centre, its printed name or one of its municipalities; completion offers the regions.
  static var region: ArgumentKind {
    .name.offering { context in ((try? context.regionBook)?.all ?? []).map { Candidate($0.id, $0.label) } }
  }
}

extension Argument where Value == String {
  static var region: Argument {
    Argument(
      "region", .region,
      about: Text(
        nl: "de regio, naar haar centrum: almelo, breda, …", en: "the region, by its centre: almelo, breda, …"))
  }
}

/// Some regions, or all 46.
struct RegionsArguments: ArgumentGroup {
  let regions = Argument(
    flags: "region", .region,
    about: Text(
      nl: "alleen deze regio's; anders alle 46 van de bron", en: "these regions only; else all 46 of the source"))
}

extension Given<RegionsArguments> {
  /// Whether all 46 are meant.
  var isAll: Bool { self.regions.isEmpty }

  /// Returns the regions that are meant, each once.
  ///
  /// - Throws: `region.unknown`, `municipality.twice`.
  func chosen(in context: Context) throws -> [Region] {
    if isAll { return try context.shippedRegions }
    var found: [Region] = []
    for (word, place) in zip(self.regions, places(of: \.regions)) {
      let region = try context.region(word, at: place)
      if !found.contains(region) { found.append(region) }
    }
    return found
  }
}
