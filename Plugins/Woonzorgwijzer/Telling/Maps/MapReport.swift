import WorkbenchKit

/// A map with what has to be said of it.
struct MapReport {
  let found: MapSearch.Found
  let frame: MapFrame
  /// The age group of a percentage; nil takes the one that holds the others.
  let age: String?
  let agePlace: Place?
  var showsPersons = false
  /// Whether figures of one's own count whose code names another place in their year.
  var sameCodes = false
  var classes = MapClasses.quantiles(MapClasses.usual)
  /// What the map is about, and where it was asked for; nil where nobody did.
  var marked: [(area: Area, place: Place?)] = []

  /// - Throws: `indicator.unknown`, `argument.clash`.
  func told(_ atlas: Atlas, _ codebook: Codebook, _ context: Context) throws -> Told {
    let subject = try subject(atlas, codebook, context)
    let codes = try markedCodes(atlas)
    let mapping = try AreaMapping(subject, frame, where: place, marked: codes) {
      classes.bounds($0, scale: subject.typedScale)
    }
    context.workspace.note(try frame.origin(in: context.workspace))
    var told = Told(shown: [.map(mapping.map)], sources: subject.sources)
    let words = mapping.places + (mapping.extremes.map { [$0] } ?? [])
    if !words.isEmpty { told.shown.append(.paragraph(.joined(words, by: " "))) }
    told.say(
      subject.notices + frame.changes.notice(frame.changed) + mapping.notices
        + Demo.notice(for: frame.known.union(frame.extra)))
    return told
  }

  /// The areas on the map that are asked for, or that lie in one that is.
  ///
  /// - Throws: `map.mark`.
  private func markedCodes(_ atlas: Atlas) throws -> [String] {
    try marked.flatMap { area, place in
      let codes = frame.areas.filter { one in
        one.code == area.code || one.members.allSatisfy { atlas.holds(area, $0) }
      }.map(\.code)
      guard codes.isEmpty, let place else { return codes }
      throw Diagnostic(
        "map.mark",
        Text(nl: "'\(area.name)' ligt niet op deze kaart", en: "'\(area.name)' is not on this map"),
        wayOut: Text(
          nl: "kies met --in en --level een kaart waar het op ligt",
          en: "choose a map that has it with --in and --level"),
        place: place)
    }
  }

  private func subject(_ atlas: Atlas, _ codebook: Codebook, _ context: Context) throws -> MapSubject {
    var subjects = FigureSubjects(atlas: atlas, codebook: codebook, context: context)
    subjects.age = age
    subjects.agePlace = agePlace
    subjects.showsPersons = showsPersons
    subjects.sameCodes = sameCodes
    return try subjects.subject(found, frame.areas)
  }

  private var place: Text {
    let level = frame.level
    guard let outer = frame.outer else { return Text(nl: "per \(level.label.nl)", en: "by \(level.label.en)") }
    return Text(nl: "\(outer.name) per \(level.label.nl)", en: "\(outer.name) by \(level.label.en)")
  }
}
