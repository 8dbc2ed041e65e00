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

  private func subject(
    _ atlas: Atlas, _ codebook: Codebook, _ context: Context
  ) throws -> MapSubject {
    switch found {
    case .group(let group, let estimates):
      if age != nil {
        throw GroupClash.age(at: agePlace)
      }
      return try .group(group, estimates, showsPersons: showsPersons, frame.areas, atlas, codebook, context)
    case .own(let figure, let tables):
      try refuseAge(
        figure.measure == .mean
          ? Text(nl: "'\(figure.name)' is een gemiddelde", en: "'\(figure.name)' is a mean")
          : Text(nl: "'\(figure.name)' telt geen mensen", en: "'\(figure.name)' counts no people"))
      return try .own(figure, tables, frame.areas, sameCodes: sameCodes, atlas, codebook, context)
    case .figure(let measure):
      try refuseAge(
        Text(nl: "'\(measure.name)' is een kerncijfer", en: "'\(measure.name)' is a key figure"))
      return try .figure(measure, frame.areas, atlas, codebook, context)
    case .indicator(let stem, let search):
      let (first, others) = try search.age(of: stem, asked: age, at: agePlace)
      return try .indicator(
        stem, first, others: others, showsPersons: showsPersons, search, frame.areas, atlas, context)
    }
  }

  /// - Throws: `argument.clash` where an age was asked for.
  private func refuseAge(_ why: Text) throws {
    guard age != nil else { return }
    throw Diagnostic(
      "argument.clash",
      Text(
        nl: "--age hoort bij een percentage, en \(why.nl)", en: "--age goes with a percentage, and \(why.en)"),
      wayOut: Text(nl: "laat --age weg", en: "leave --age out"), place: agePlace)
  }

  private var place: Text {
    let level = frame.level
    guard let outer = frame.outer else { return Text(nl: "per \(level.label.nl)", en: "by \(level.label.en)") }
    return Text(nl: "\(outer.name) per \(level.label.nl)", en: "\(outer.name) by \(level.label.en)")
  }
}
