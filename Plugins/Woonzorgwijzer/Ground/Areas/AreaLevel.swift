import WorkbenchKit

/// How large an area is, from the country down; `eigen` is one that the user put together.
enum AreaLevel: String, Sendable, CaseIterable {
  case land, gemeente, wijk, buurt, eigen

  init?(code: String) {
    switch code.utf8.prefix(2) {
    case let start where start.elementsEqual("NL".utf8): self = .land
    case let start where start.elementsEqual("GM".utf8): self = .gemeente
    case let start where start.elementsEqual("WK".utf8): self = .wijk
    case let start where start.elementsEqual("BU".utf8): self = .buurt
    default: return nil
    }
  }

  var label: Text {
    switch self {
    case .land: Text(nl: "het land", en: "the country")
    case .gemeente: Text(nl: "gemeente", en: "municipality")
    case .wijk: Text(nl: "wijk", en: "district")
    case .buurt: Text(nl: "buurt", en: "neighbourhood")
    case .eigen: Text(nl: "eigen gebied (woonservicegebied)", en: "own area (woonservicegebied)")
    }
  }

  func counted(_ count: Int) -> Text {
    let number = Shown.count(count)
    let one = count == 1
    return switch self {
    case .land: Text(nl: "\(number.nl) land", en: one ? "1 country" : "\(number.en) countries")
    case .gemeente:
      Text(
        nl: "\(number.nl) gemeente" + (one ? "" : "n"), en: "\(number.en) " + (one ? "municipality" : "municipalities"))
    case .wijk: Text(nl: "\(number.nl) wijk" + (one ? "" : "en"), en: "\(number.en) district" + (one ? "" : "s"))
    case .buurt:
      Text(nl: "\(number.nl) buurt" + (one ? "" : "en"), en: "\(number.en) neighbourhood" + (one ? "" : "s"))
    case .eigen:
      Text(
        nl: one ? "1 eigen gebied" : "\(number.nl) eigen gebieden", en: one ? "1 own area" : "\(number.en) own areas")
    }
  }

  static let candidates = allCases.map { Candidate($0.rawValue, $0.label) }
}
