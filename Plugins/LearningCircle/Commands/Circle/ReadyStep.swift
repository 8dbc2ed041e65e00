import WorkbenchKit

/// The four steps without which an exchange comes to nothing, in their order.
enum ReadyStep: String, CaseIterable {
  case know = "weten"
  case want = "willen"
  case able = "kunnen"
  case act = "doen"

  var label: Text {
    switch self {
    case .know: Text(nl: "weten", en: "know")
    case .want: Text(nl: "willen", en: "want")
    case .able: Text(nl: "kunnen", en: "be able")
    case .act: Text(nl: "doen", en: "do")
    }
  }

  static let source = Citation(
    id: "bw-mo-regio-2017", place: Text(nl: "bijlage IV", en: "annex IV"), lines: 1140...1140)
}
