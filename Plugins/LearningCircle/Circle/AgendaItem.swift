import WorkbenchKit

/// A point on the agenda.
struct AgendaItem: Sendable, Hashable, FieldItem, NamedItem {
  /// What a role puts in.
  struct Contribution: Sendable, Hashable, FieldItem {
    var offers: String?
    var asks: String?
    var gain: String?
    var mandate: Mandate?

    init() {}

    init(_ fields: Fields) throws {
      offers = try fields["offers"]
      asks = try fields["asks"]
      gain = try fields["gain"]
      mandate = try fields["mandate"]
    }

    var json: JSON {
      .members([
        "offers": offers.map(JSON.string), "asks": asks.map(JSON.string), "gain": gain.map(JSON.string),
        "mandate": mandate.map { .string($0.rawValue) },
      ])
    }
  }

  /// Whether a role may decide.
  enum Mandate: String, ArgumentChoice, FieldValue {
    case yes = "ja"
    case no = "nee"
    case partly = "deels"

    static let usual = Mandate.no

    var about: Text? {
      switch self {
      case .yes: Text(nl: "mag besluiten", en: "may decide")
      case .no: Text(nl: "mag niet besluiten", en: "may not decide")
      case .partly: Text(nl: "mag deels besluiten", en: "may decide in part")
      }
    }
  }

  /// A stretch in which it was dealt with.
  struct Stretch: Sendable, Hashable, FieldItem {
    let start: TimeOfDay
    var stop: TimeOfDay?

    init(start: TimeOfDay) { self.start = start }

    init(_ fields: Fields) throws {
      start = try fields["start"]
      stop = try fields["stop"]
    }

    var json: JSON { .members(["start": .string(start.text), "stop": stop.map { .string($0.text) }]) }
    var minutes: Int { stop.map { $0.minutes - start.minutes } ?? 0 }
  }

  let id: String
  var text: String
  var minutes: Int
  /// The meeting that it belongs to; nil while it belongs to none.
  var meeting: CalendarDate?
  /// Where it came from: `dilemma:opgave`.
  var origin: String?
  var level: String?
  var aim: String?
  var isFixed: Bool
  /// Whether it can succeed soon.
  var isSoon: Bool
  /// The parties without which it makes no sense.
  var needs: [String]
  var contributions: [String: Contribution]
  var stretches: [Stretch]
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(text) }
  /// The minutes that it took.
  var used: Int { stretches.reduce(0) { $0 + $1.minutes } }
  var isRunning: Bool { stretches.last.map { $0.stop == nil } ?? false }

  init(id: String, text: String, minutes: Int, meeting: CalendarDate?) {
    (self.id, self.text, self.minutes, self.meeting) = (id, text, minutes, meeting)
    (isFixed, isSoon, needs, contributions, stretches) = (false, false, [], [:], [])
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    text = try fields["text"]
    minutes = try fields.number("minutes", in: 1...10_000) ?? 15
    meeting = try fields["meeting"]
    origin = try fields["origin"]
    level = try fields["level"]
    aim = try fields["aim"]
    isFixed = try fields["must"] ?? false
    isSoon = try fields["soon"] ?? false
    needs = try fields.list("needs")
    contributions = try fields["contributions"] ?? [:]
    stretches = try fields.list("times")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "text": .string(text), "minutes": .number(Double(minutes)),
        "meeting": meeting.map { .string($0.text) }, "origin": origin.map(JSON.string), "level": level.map(JSON.string),
        "aim": aim.map(JSON.string), "must": isFixed ? .bool(true) : nil, "soon": isSoon ? .bool(true) : nil,
        "needs": .array(needs.map(JSON.string)), "contributions": .object(contributions.mapValues(\.json)),
        "times": .array(stretches.map(\.json)),
      ], rest: rest)
  }
}
