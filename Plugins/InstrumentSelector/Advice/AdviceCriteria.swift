import WorkbenchKit

/// What instruments are weighed on. The criteria and their usual weights are ours, and a group can set others.
enum AdviceCriterion: String, CaseIterable, Sendable, NamedItem {
  case rule, ambition, level, domain, task, new, time, parties

  var id: String { rawValue }

  var usualWeight: Double {
    switch self {
    case .rule: 0.35
    case .domain: 0.2
    case .ambition: 0.15
    case .level, .task, .new: 0.08
    case .time, .parties: 0.03
    }
  }

  var label: Text {
    switch self {
    case .rule: Text(nl: "stijl", en: "style")
    case .ambition: Text(nl: "ambitie", en: "ambition")
    case .level: Text(nl: "niveau", en: "level")
    case .domain: Text(nl: "domein", en: "domain")
    case .task: Text(nl: "opgave", en: "task")
    case .new: Text(nl: "nog niet aanwezig", en: "not there yet")
    case .time: Text(nl: "tijd", en: "time")
    case .parties: Text(nl: "partijen", en: "parties")
    }
  }
}

extension Vocabulary<AdviceCriterion> {
  static var criterion: Vocabulary {
    Vocabulary(
      "criterion", none: Text(nl: "geen criterium", en: "no criterion"),
      wayOut: .verbatim(AdviceCriterion.allCases.map(\.id).joined(separator: ", "))
    ) { _ in AdviceCriterion.allCases }
  }
}
