import WorkbenchKit

/// What is said where figures were carried over from the areas of another year.
enum CarriedNotice {
  /// For the sheet of one area: whether its key figures or its percentages were carried over.
  static func blocks(on area: Area, _ atlas: Atlas, _ health: [HealthTable], _ workspace: WorkspaceHandle) throws
    -> [Block]
  {
    var crossings: Set<Crossing> = []
    for place in area.places {
      if let crossing = atlas.table(place.year)?.crossing(place.row) { crossings.insert(crossing) }
      for table in health {
        if let crossing = table.row(place.code, in: place.year).flatMap(table.crossing) { crossings.insert(crossing) }
      }
    }
    let records = try ImportRecords(crossings.map(\.bridge), in: workspace)
    let used = crossings.flatMap { crossing in crossing.records.compactMap { records[crossing.bridge, $0] } }
    for record in used { workspace.note(record.input(columns: record.columns)) }
    return blocks(1, files: Set(used.map(\.fileName)).sorted(), crossings.map(\.weighing))
  }

  /// - Parameter weighings: how the areas were weighed.
  static func blocks(_ areas: Int, files: [String], _ weighings: some Sequence<Weighing>) -> [Block] {
    guard areas > 0, !files.isEmpty else { return [] }
    let names = Text.list(files, atMost: 3)
    let counted = Text.counted(
      areas, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
    let ways = Set(weighings).sorted { $0.number < $1.number }.compactMap(\.words)
    let how = ways.isEmpty ? Text.verbatim("") : Text.verbatim("; ") + Text.joined(ways, by: ", ")
    return [
      .caution(
        nl: "overgezet met \(names.nl), uit gebieden van een ander jaar: \(counted.nl)\(how.nl)",
        en: "carried over with \(names.en), from areas of another year: \(counted.en)\(how.en)")
    ]
  }
}

/// What is said of codes that name another place in another year.
enum ChangedNotice {
  /// - Parameter search: what the percentages were taken from, those of the codes all the same or not.
  static func blocks(_ changed: [Estimator.Changed], _ search: IndicatorSearch?) -> [Block] {
    guard !changed.isEmpty else { return [] }
    let areas = Text.counted(
      changed.count, Text(nl: "code noemt", en: "code names"),
      Text(nl: "codes noemen", en: "codes name"))
    let shown = changed.prefix(3).map { one in
      let why = one.reason.words(one.year)
      return Text(
        nl: "\(one.name) (\(one.code), \(why.nl))", en: "\(one.name) (\(one.code), \(why.en))")
    }
    let more = changed.count - shown.count
    let list =
      Text.joined(shown, by: ", ")
      + (more > 0 ? Text(nl: " en nog \(more)", en: " and \(more) more") : .verbatim(""))
    return [
      search?.takesSameCodes ?? false
        ? .caution(
          nl:
            "toch genomen (--same-codes), al \(areas.nl) in een ander jaar een ander gebied: \(list.nl)",
          en:
            "taken all the same (--same-codes), though \(areas.en) another area in another year: \(list.en)"
        )
        : .caution(
          nl:
            "niet genomen, want \(areas.nl) in een ander jaar een ander gebied: \(list.nl); 'wzw bridge' zet cijfers over, --same-codes neemt ze toch",
          en:
            "not taken, as \(areas.en) another area in another year: \(list.en); 'wzw bridge' carries figures over, --same-codes takes them all the same"
        )
    ]
  }
}

/// What is said of areas that one year has and another has not, by name.
enum BoundaryNotice {
  /// - Parameter years: those in which the areas are not found.
  static func blocks(_ areas: [Area], years: Set<Int>) -> [Block] {
    var seen: Set<String> = []
    let areas = areas.filter { seen.insert($0.code).inserted }
    guard !areas.isEmpty else { return [] }
    let list = Text.list(areas.map { "\($0.name) (\($0.code))" }, atMost: 3)
    let when = years.sorted().map(String.init).joined(separator: ", ")
    return [
      .info(
        nl: "zonder schatting, want zij bestaan niet in \(when): \(list.nl); 'wzw bridge' zet cijfers over",
        en: "no estimate, as they do not exist in \(when): \(list.en); 'wzw bridge' carries figures over")
    ]
  }
}
