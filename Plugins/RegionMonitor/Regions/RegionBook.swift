import WorkbenchKit

/// All regions: the 46 of the source and those of the circle, and the way from a municipality to its region.
struct RegionBook: Sendable {
  let shipped: [Region]
  let own: [Region]
  let changes: MunicipalityChanges

  var all: [Region] { shipped + own }

  /// A region that a word names, with what has to be said about how it was found.
  struct Found: Sendable {
    let region: Region
    let remark: Text?
  }

  private static let vocabulary = Vocabulary<Region>(
    "region", none: Text(nl: "geen regio of gemeente", en: "no region or municipality"),
    wayOut: Text(
      nl: "een regio heet naar haar centrum, zoals almelo; 'regio list' noemt ze",
      en: "a region is called by its centre, such as almelo; 'regio list' lists them"))

  /// Returns the region that a word names: by its centre or printed name, else the one in which the municipality lies.
  ///
  /// - Throws: `region.unknown` with the nearest, `municipality.twice`, `municipality.ambiguous`.
  func one(_ word: String, at place: Place?) throws -> Found {
    let found = try several(word, at: place)
    guard found.count > 1 else {
      return try found.first ?? Found(region: Self.vocabulary.one(word, among: all, at: place), remark: nil)
    }
    throw Diagnostic(
      "municipality.twice",
      Text(nl: "'\(word)' ligt in \(found.count) regio's", en: "'\(word)' lies in \(found.count) regions"),
      wayOut: Text(nl: "noem de regio zelf", en: "name the region itself"), suggestion: found.first?.region.id,
      candidates: found.map { Candidate($0.region.id, $0.region.label) }, place: place)
  }

  /// Returns the region that a word names, or all in which the municipality lies that it names.
  ///
  /// - Throws: `region.unknown` with the nearest, `municipality.ambiguous`.
  func several(_ word: String, at place: Place?) throws -> [Found] {
    do { return [Found(region: try Self.vocabulary.one(word, among: all), remark: nil)] } catch let error as Diagnostic
    {
      let hits = try municipalities(word, at: place)
      guard !hits.isEmpty else { throw nearest(error, word).at(place) }
      return hits
    }
  }

  /// The regions that hold a municipality, by its name of 2017 or of today.
  private func municipalities(_ word: String, at place: Place?) throws -> [Found] {
    let key = PlaceName(word).key
    guard !key.isEmpty else { return [] }
    var called: [String] = []
    for name in all.flatMap(\.municipalities) where !called.contains(name) && PlaceName.keys(of: name).contains(key) {
      called.append(name)
    }
    let exact = called.filter { PlaceName($0).key == key }
    if exact.isEmpty, called.count > 1 {
      throw Diagnostic(
        "municipality.ambiguous",
        Text(nl: "meer dan één gemeente heet '\(word)'", en: "more than one municipality is called '\(word)'"),
        wayOut: Text(nl: "geef de volle naam", en: "give the full name"),
        candidates: called.map { Candidate($0) }, place: place)
    }
    if let name = exact.first ?? called.first {
      return all.filter { $0.municipalities.contains(name) }.map { region in
        Found(region: region, remark: Self.lies(name, in: region, now: changes.change(name)))
      }
    }
    // A name of today goes back to those that it was made of.
    return all.compactMap { region in
      let old = region.municipalities.filter { name in
        changes.now(name).contains { PlaceName.keys(of: $0).contains(key) }
      }
      guard !old.isEmpty else { return nil }
      let names = Text.list(old)
      return Found(
        region: region,
        remark: Text(
          nl: "'\(word)' was in 2017 \(names.nl), in regio \(region.label.nl)",
          en: "'\(word)' was \(names.en) in 2017, in region \(region.label.en)"))
    }
  }

  private static func lies(_ name: String, in region: Region, now: MunicipalityChange?) -> Text {
    let here = Text(
      nl: "\(name) ligt in regio \(region.label.nl)", en: "\(name) lies in region \(region.label.en)")
    guard let now else { return here }
    let new = Text.list(now.new)
    return here + Text(nl: "; de gemeente is nu \(new.nl)", en: "; the municipality is \(new.en) now")
  }

  /// The error with municipalities that are near besides.
  private func nearest(_ error: Diagnostic, _ word: String) -> Diagnostic {
    var error = error
    guard error.code == "region.unknown", error.suggestion == nil else { return error }
    error.suggestion = NearestWord.best(word, among: all.flatMap(\.municipalities))
    return error
  }

  /// Returns a municipality as the list of regions, or today's names, have it; nil where there is none.
  func municipality(_ word: String) -> String? {
    let key = PlaceName(word).key
    let old = shipped.flatMap(\.municipalities)
    if let name = old.first(where: { PlaceName($0).key == key }) { return name }
    return changes.successors(old).first { PlaceName($0).key == key }
  }

  /// The municipalities of a region today: those that are there still, as they are spelled now, and the new ones that were made of its
  /// own. What merged into a municipality of another region lies there now.
  func today(_ region: Region) -> [String] {
    let listed = Set(shipped.flatMap(\.municipalities).map { PlaceName($0).key })
    let (gone, still) = (
      region.municipalities.filter { changes.change($0) != nil },
      region.municipalities.filter { changes.change($0) == nil }
    )
    return changes.successors(still) + changes.successors(gone).filter { !listed.contains(PlaceName($0).key) }
  }

  /// The municipalities that stand in more than one of the 46.
  var doubled: [String] {
    var counted: [String: Int] = [:]
    for name in shipped.flatMap(\.municipalities) { counted[name, default: 0] += 1 }
    return counted.filter { $0.value > 1 }.keys.sorted()
  }
}
