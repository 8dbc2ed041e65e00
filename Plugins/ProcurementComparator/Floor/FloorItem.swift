import WorkbenchKit

/// One post with its figure, as a line or a file gives it.
struct FloorItem: Sendable, Hashable {
  let post: FloorPost
  /// A percentage as a part of one.
  let amount: Double
  let unit: FloorUnit
  /// Of what a percentage is; nil for the usual.
  var base: FloorBase?
  /// Nil for one that holds for all scales.
  var scale: String?
  /// From which year on an index counts.
  var year: Int?
  /// As the file calls it.
  var name: String?
  var source: String?

  var usedBase: FloorBase? { unit == .percent ? base ?? post.bases.first : nil }

  var label: Text { name.map { Text.verbatim($0) } ?? post.label }

  /// The figure as a person says it.
  var told: Text {
    switch unit {
    case .percent:
      let share = Text.number(amount * 100, atMost: 4)
      guard let base = usedBase else { return Text(nl: "\(share.nl) %", en: "\(share.en)%") }
      return Text(nl: "\(share.nl) % van \(base.label.nl)", en: "\(share.en)% of \(base.label.en)")
    case .hourly, .monthly, .yearly, .client:
      let euros = Text.euros(amount, decimals: 2)
      let per = unit.label
      return Text(nl: euros.nl + per.nl.dropFirst(4), en: euros.en + per.en.dropFirst(5))
    case .hours, .people:
      let figure = Text.number(amount, atMost: 4)
      return unit == .people ? figure : figure + .verbatim(" ") + unit.label
    }
  }

  /// - Throws: `floor.range` for what cannot be, `floor.unit`, `floor.base`, `floor.scale`.
  func checked() throws -> FloorItem {
    guard post.units.contains(unit) else {
      throw FloorProblem.unit(label, post, given: unit.label)
    }
    if let base, unit != .percent || !post.bases.contains(base) { throw FloorProblem.base(label, post) }
    if scale != nil, [.people, .overhead, .index, .margin].contains(post.stage) { throw FloorProblem.scale(label) }
    if scale == nil, post == .share { throw FloorProblem.lacking(scaleOf: label) }
    let low = post == .indexation ? -0.5 : 0
    let high: Double =
      switch unit {
      case .percent:
        // A surcharge can be more than what it is laid upon; a part of something cannot.
        switch usedBase {
        case .hours, .rest, .tariff: 1
        default: post.stage == .mix || post.stage == .index ? 1 : 10
        }
      case .hours: 8784
      case .people: 10_000
      default: 1e9
      }
    guard amount.isFinite, amount >= low, amount <= high else { throw FloorProblem.range(self) }
    if post == .wage, unit == .hourly, amount > 500 { throw FloorProblem.noHourlyWage(self) }
    if [.hours, .group, .staff, .productive].contains(post), amount <= 0 { throw FloorProblem.range(self) }
    return self
  }
}

/// What is wrong with a calculation of a real price.
enum FloorProblem {
  static func range(_ item: FloorItem) -> Diagnostic {
    Diagnostic(
      "floor.range",
      Text(nl: "\(item.told.nl) kan niet: \(item.label.nl)", en: "\(item.told.en) cannot be: \(item.label.en)"),
      wayOut: Text(
        nl:
          "een deel ligt van 0 tot en met 100 %, een bedrag of aantal uren is niet negatief, een aantal is meer dan 0",
        en: "a part lies from 0 through 100%, an amount or number of hours is not negative, a number is more than 0"))
  }

  static func noHourlyWage(_ item: FloorItem) -> Diagnostic {
    Diagnostic(
      "floor.range",
      Text(nl: "\(item.told.nl) is geen uurloon", en: "\(item.told.en) is no wage of an hour"),
      wayOut: Text(
        nl: "een loon per maand of jaar: --wage-per month of year, met de betaalde uren per jaar in --hours",
        en: "a wage by month or year: --wage-per month or year, with the paid hours a year in --hours"),
      suggestion: "--wage-per month")
  }

  static func unit(_ label: Text, _ post: FloorPost, given: Text?) -> Diagnostic {
    let units = Text.joined(post.units.map(\.label), by: "; ")
    let said = given.map { Text(nl: " en niet '\($0.nl)'", en: " and not '\($0.en)'") } ?? .verbatim("")
    return Diagnostic(
      "floor.unit",
      Text(
        nl: "de eenheid van '\(label.nl)' moet gegeven zijn\(said.nl)",
        en: "the unit of '\(label.en)' has to be given\(said.en)"),
      wayOut: Text(nl: "een van: \(units.nl)", en: "one of: \(units.en)"))
  }

  static func base(_ label: Text, _ post: FloorPost) -> Diagnostic {
    let bases = Text.joined(post.bases.map(\.label), by: "; ")
    return Diagnostic(
      "floor.base",
      Text(
        nl: "'\(label.nl)' kan daarvan geen percentage zijn", en: "'\(label.en)' can be no percentage of that"),
      wayOut: post.bases.isEmpty
        ? Text(nl: "laat 'over' hier leeg", en: "leave 'over' empty here")
        : Text(nl: "een percentage van: \(bases.nl)", en: "a percentage of: \(bases.en)"))
  }

  static func scale(_ label: Text) -> Diagnostic {
    Diagnostic(
      "floor.scale",
      Text(nl: "'\(label.nl)' geldt voor alle schalen samen", en: "'\(label.en)' holds for all scales together"),
      wayOut: Text(nl: "laat 'schaal' hier leeg", en: "leave 'scale' empty here"))
  }

  static func lacking(scaleOf label: Text) -> Diagnostic {
    Diagnostic(
      "floor.scale", Text(nl: "'\(label.nl)' hoort bij een schaal", en: "'\(label.en)' belongs to a scale"),
      wayOut: Text(nl: "noem die in de kolom 'schaal'", en: "name it in the column 'scale'"))
  }

  /// Of a figure for all scales where each has its own.
  static func unused(_ label: Text) -> Diagnostic {
    Diagnostic(
      "floor.scale",
      Text(
        nl: "'\(label.nl)' zonder schaal telt nergens mee: elke schaal heeft een eigen cijfer",
        en: "'\(label.en)' without a scale counts nowhere: each scale has a figure of its own"),
      wayOut: Text(nl: "laat het weg, of noem de schaal", en: "leave it out, or name the scale"))
  }

  /// - Parameter what: which of two or more stand in each other's way.
  static func twice(_ what: Text, _ scale: String?) -> Diagnostic {
    let whose = scale.map { Text(nl: " bij '\($0)'", en: " at '\($0)'") } ?? .verbatim("")
    return Diagnostic(
      "floor.twice",
      Text(
        nl: "\(what.nl) staat er dubbel in\(whose.nl)", en: "\(what.en) stands in it twice\(whose.en)"),
      wayOut: Text(nl: "geef het één keer", en: "give it once"))
  }

  /// What is asked because nothing can be worked out without it.
  static func lacking(_ what: Text, flag: String, row: String) -> Diagnostic {
    Diagnostic(
      "floor.lacking",
      Text(nl: "nog nodig: \(what.nl)", en: "still needed: \(what.en)"),
      wayOut: Text(
        nl: "geef \(flag), of een rij '\(row)' in het bestand", en: "give \(flag), or a row '\(row)' in the file"),
      suggestion: flag)
  }
}
