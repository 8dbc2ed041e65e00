import WorkbenchKit

/// A meeting of the circle.
struct Meeting: Sendable, Hashable, FieldItem {
  /// Whether it is still to come, going on, or over.
  enum State: String, CaseIterable, FieldValue {
    case planned, open, closed

    var label: Text {
      switch self {
      case .planned: Text(nl: "gepland", en: "planned")
      case .open: Text(nl: "geopend", en: "open")
      case .closed: Text(nl: "gesloten", en: "closed")
      }
    }
  }

  /// That the minutes were approved.
  struct Approval: Sendable, Hashable, FieldItem {
    let on: CalendarDate
    let by: [String]
    /// Of what was approved, 64 hexadecimal digits.
    let digest: String

    init(on: CalendarDate, by: [String], digest: String) { (self.on, self.by, self.digest) = (on, by, digest) }

    init(_ fields: Fields) throws {
      on = try fields["on"]
      by = try fields.list("by")
      digest = try fields["digest"]
    }

    var json: JSON {
      ["on": .string(on.text), "by": .array(by.map(JSON.string)), "digest": .string(digest)]
    }
  }

  let date: CalendarDate
  var minutes: Int
  var chair: String?
  var state: State
  var present: [String]
  /// The names of results that were kept when it opened.
  var keptBefore: [String]
  /// The names of results that were kept while it went on.
  var keptMeanwhile: [String]
  var approval: Approval?
  private var rest: [String: JSON] = [:]

  init(_ date: CalendarDate, minutes: Int, chair: String?) {
    self.date = date
    self.minutes = minutes
    self.chair = chair
    state = .planned
    (present, keptBefore, keptMeanwhile) = ([], [], [])
  }

  init(_ fields: Fields) throws {
    date = try fields["id"]
    minutes = try fields.number("minutes", in: 1...10_000) ?? 120
    chair = try fields["chair"]
    state = try fields["state"] ?? .planned
    present = try fields.list("present")
    keptBefore = try fields.list("kept_before")
    keptMeanwhile = try fields.list("kept_meanwhile")
    approval = try fields["approval"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(date.text), "minutes": .number(Double(minutes)), "chair": chair.map(JSON.string),
        "state": .string(state.rawValue), "present": .array(present.map(JSON.string)),
        "kept_before": .array(keptBefore.map(JSON.string)), "kept_meanwhile": .array(keptMeanwhile.map(JSON.string)),
        "approval": approval?.json,
      ], rest: rest)
  }
}
