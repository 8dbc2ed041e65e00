import WorkbenchKit

/// A group that people ask for, with national rates: dementia, frailty, loneliness.
struct StartingGroup: FieldItem, StartingSet {
  /// The share of the people of some ages.
  struct Cell: FieldItem, Sendable {
    let ages: AgeRange
    let rate: Double
    let low: Double?
    let high: Double?
    /// A key of `sources.json`.
    let source: String
  }

  /// What it has to do with a target group of the sources; no target group is quite the same.
  struct Relation: FieldItem, Sendable {
    enum Match: String, FieldValue, CaseIterable, Sendable {
      /// The target group is never larger, or never smaller; or the two are only near each other.
      case upper, lower, proxy

      var label: Text {
        switch self {
        case .upper: Text(nl: "bovengrens", en: "an upper bound")
        case .lower: Text(nl: "ondergrens", en: "a lower bound")
        case .proxy: Text(nl: "verwante groep", en: "a related group")
        }
      }
    }

    let group: String
    let match: Match
    let text: Text
  }

  let head: StartingHead
  /// Its name in the reference that the figures were taken from.
  let reference: String
  /// Whether the definition was read in the source.
  let isDefinitionChecked: Bool
  /// How the figures were read.
  let reading: Text
  /// The percentage of RIVM that goes first where an area has it.
  let indicator: String?
  let cells: [Cell]
  let relations: [Relation]
  /// The target groups that it stands for until there is something better.
  let standsFor: [String]
  let remark: Text?

  init(_ fields: Fields) throws {
    cells = try fields.list("cells")
    head = try StartingHead(fields, sources: cells.map(\.source))
    reference = try fields["reference"]
    isDefinitionChecked = try fields["definition_checked"]
    reading = try fields["reading"]
    indicator = try fields["indicator"]
    relations = try fields.list("relations")
    standsFor = try fields.list("stands_for")
    remark = try fields["remark"]
  }

  /// The ages that it is of, from the youngest on.
  var ages: AgeRange {
    AgeRange(from: cells.map(\.ages.from).min() ?? 0, below: nil)
  }
}

extension StartingGroup.Cell {
  init(_ fields: Fields) throws {
    ages = try AgeRange(fields)
    rate = try fields["rate"]
    low = try fields["low"]
    high = try fields["high"]
    source = try fields["source"]
  }
}

extension StartingGroup.Relation {
  init(_ fields: Fields) throws {
    group = try fields["group"]
    match = try fields["match"]
    text = try fields["text"]
  }
}

/// Whatever people can be counted in: a target group of the sources, or a group with national rates.
struct CountedGroup: NamedItem {
  let id: String
  let names: [String]
  let label: Text
  /// Nil for a target group.
  let starting: StartingGroup?

  init(_ group: TargetGroup) { (id, names, label, starting) = (group.id, group.names, group.label, nil) }
  init(_ group: StartingGroup) { (id, names, label, starting) = (group.id, group.names, group.label, group) }
}
