import WorkbenchKit

/// A map with what has to be said of it.
struct MapReport {
  let found: MapSearch.Found
  let frame: MapFrame
  /// The age group of a percentage; nil takes the one that holds the others.
  let age: String?
  let agePlace: Place?
  var showsPersons = false
  var classes = MapClasses.quantiles(MapClasses.usual)

  /// - Throws: `indicator.unknown`, `argument.clash`.
  func told(_ atlas: Atlas, _ codebook: Codebook, _ context: Context) throws -> Told {
    let subject = try subject(atlas, codebook, context)
    let mapping = try AreaMapping(subject, frame, where: place) { classes.bounds($0, scale: subject.typedScale) }
    context.workspace.note(try frame.origin(in: context.workspace))
    var told = Told(shown: [.map(mapping.map)], sources: subject.sources)
    if let extremes = mapping.extremes { told.shown.append(.paragraph(extremes)) }
    told.say(
      subject.notices + frame.changes.notice(frame.changed) + mapping.notices
        + Demo.notice(for: frame.known.union(frame.extra)))
    return told
  }

  private func subject(
    _ atlas: Atlas, _ codebook: Codebook, _ context: Context
  ) throws -> MapSubject {
    switch found {
    case .figure(let measure):
      if age != nil {
        throw Diagnostic(
          "argument.clash",
          Text(
            nl: "--age hoort bij een percentage, en '\(measure.name)' is een kerncijfer",
            en: "--age goes with a percentage, and '\(measure.name)' is a key figure"),
          wayOut: Text(nl: "laat --age weg", en: "leave --age out"), place: agePlace)
      }
      return try .figure(measure, frame.areas, atlas, codebook, context)
    case .indicator(let stem, let search):
      let wanted = try search.ages(age, at: agePlace)
      let loaded = wanted.filter { age in
        search.tables.contains { $0.age == age.name && $0.indicator(stem) != nil }
      }
      // The group that holds the others comes first: all adults before those of 65 and over.
      let ages = loaded.sorted { $0.bands.count > $1.bands.count }
      guard let first = ages.first else {
        let names = wanted.map(\.name).joined(separator: ", ")
        throw Diagnostic(
          "indicator.unknown",
          Text(nl: "'\(stem)' is niet ingelezen voor \(names)", en: "'\(stem)' is not imported for \(names)"),
          wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"),
          place: agePlace)
      }
      return try .indicator(
        stem, first, others: Array(ages.dropFirst()), showsPersons: showsPersons, search, frame.areas, atlas, context)
    }
  }

  private var place: Text {
    let level = frame.level
    guard let outer = frame.outer else { return Text(nl: "per \(level.label.nl)", en: "by \(level.label.en)") }
    return Text(nl: "\(outer.name) per \(level.label.nl)", en: "\(outer.name) by \(level.label.en)")
  }
}
