import Session
import WorkbenchKit

/// Reads what the front matter says of parameters.
struct ParameterReader {
  let pieces: FrontMatterPieces

  func parameters(_ node: YAMLNode, _ key: YAMLNode) throws -> [NotebookParameter] {
    let all = try pieces.members(node, of: [], in: Text(nl: "'parameters'", en: "'parameters'"))
    return try all.map { key, name, value in
      let bytes = Array(name.utf8)
      let isName = bytes.allSatisfy { $0 | 32 >= 97 && $0 | 32 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 95 }
      guard isName, bytes.first.map({ $0 > 57 }) == true else {
        throw pieces.problem(
          Text(nl: "'\(name)' kan geen naam zijn", en: "'\(name)' cannot be a name"),
          wayOut: Text(
            nl: "een naam bestaat uit letters, cijfers en _, en begint niet met een cijfer",
            en: "a name is made of letters, digits and _, and does not begin with a digit"), at: key)
      }
      return try parameter(name, key, value)
    }
  }

  private func parameter(_ name: String, _ key: YAMLNode, _ node: YAMLNode) throws -> NotebookParameter {
    // `drempel: 5` is its default.
    if case .scalar = node.kind { return try parameter(name, nil, [], node, nil, key) }
    var kind: NotebookParameter.Kind?
    var choices: [String] = []
    var fallback: YAMLNode?
    var about: String?
    var from: YAMLNode?
    let members = try pieces.members(
      node, of: ["type", "default", "choices", "about", "from"], in: Text(nl: "'\(name)'", en: "'\(name)'"))
    for (_, member, value) in members {
      switch member {
      case "type":
        let word = try pieces.text(value, member)
        kind = NotebookParameter.Kind(rawValue: word)
        if kind == nil {
          let names = NotebookParameter.Kind.allCases.map(\.rawValue)
          throw pieces.problem(
            Text(nl: "er is geen type '\(word)'", en: "there is no type '\(word)'"),
            wayOut: .verbatim(names.joined(separator: ", ")), suggestion: NearestWord.best(word, among: names),
            at: value)
        }
      case "choices":
        guard case .list(let items) = value.kind else {
          throw pieces.problem(
            Text(nl: "achter 'choices' hoort een lijst", en: "a list is due behind 'choices'"),
            wayOut: .verbatim("[a, b]"),
            at: value)
        }
        choices = try items.map { try pieces.text($0, member) }
      case "default": fallback = value
      case "from": from = value
      default: about = try pieces.text(value, member)
      }
    }
    guard kind != nil || fallback != nil || !choices.isEmpty else {
      throw pieces.problem(
        Text(nl: "'\(name)' heeft geen type", en: "'\(name)' has no type"),
        wayOut: Text(nl: "zoals: {type: text}", en: "such as: {type: text}"), at: key)
    }
    if let from, kind != .file {
      throw pieces.problem(
        Text(nl: "'from' hoort bij een bestand", en: "'from' goes with a file"),
        wayOut: .verbatim("{type: file, default: cijfers.csv, from: …}"), at: from)
    }
    return try parameter(
      name, kind, choices, fallback, about, key, from: from.map { try pieces.text($0, "from") })
  }

  private func parameter(
    _ name: String, _ kind: NotebookParameter.Kind?, _ choices: [String], _ fallback: YAMLNode?, _ about: String?,
    _ key: YAMLNode, from: String? = nil
  ) throws -> NotebookParameter {
    var typed = kind ?? .text
    if kind == nil, choices.isEmpty, case .scalar(let text, let isPlain)? = fallback?.kind, isPlain {
      switch TypedValue.guess(text) {
      case .number: typed = .number
      case .boolean: typed = .boolean
      default: break
      }
    }
    let line = pieces.line(of: key)
    let bare = NotebookParameter(
      name: name, kind: typed, choices: choices, fallback: nil, about: about, from: from, line: line)
    guard let fallback else { return bare }
    let text = try pieces.text(fallback, name)
    do {
      let value = try bare.value(of: text, at: nil)
      return NotebookParameter(
        name: name, kind: typed, choices: choices, fallback: value, about: about, from: from, line: line)
    } catch let error as Diagnostic {
      throw pieces.problem(error.message, wayOut: error.wayOut, suggestion: error.suggestion, at: fallback)
    }
  }
}
