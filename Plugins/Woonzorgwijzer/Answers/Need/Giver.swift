import WorkbenchKit

/// Who gave a figure that no source gives: a role at the table, or a source that it was taken from.
struct Giver: Sendable, Hashable {
  let role: String?
  let source: String?

  /// - Parameter sourcePlace: where the source was typed.
  /// - Throws: `argument.missing` where neither is given; `source.name` for what looks like a person's address.
  init(role: String?, source: String?, sourcePlace: Place?, at place: Place?) throws {
    self.role = role
    self.source = source.map(\.trimmingSpaces).flatMap { $0.isEmpty ? nil : $0 }
    if let source = self.source, source.contains("@") || source.count > 120 {
      throw Diagnostic(
        "source.name",
        Text(nl: "'\(source)' kan geen bron zijn", en: "'\(source)' cannot be a source"),
        wayOut: Text(
          nl: "noem een registratie of publicatie met haar jaar, geen persoon",
          en: "name a register or publication with its year, not a person"),
        place: sourcePlace)
    }
    guard role != nil || self.source != nil else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "er staat niet bij wie dit zegt", en: "it is not said who says this"),
        wayOut: Text(
          nl: "geef een rol met --by, of een bron met --source", en: "give a role with --by, or a source with --source"),
        suggestion: "--by gemeente", place: place)
    }
  }

  init(_ json: JSON) {
    role = json["by"]?.string
    source = json["source"]?.string
  }

  var members: [String: JSON] {
    var members: [String: JSON] = [:]
    if let role { members["by"] = .string(role) }
    if let source { members["source"] = .string(source) }
    return members
  }

  var words: Text {
    let parts = [role, source].compactMap { $0 }
    return .verbatim(parts.joined(separator: ", "))
  }
}
