import WorkbenchKit

extension ArgumentKind where Element == String {
  /// A role at the table, of this circle first.
  static var circleRole: ArgumentKind {
    .role.offering { context in
      let roles = (try? context.workspace.currentCircle)?.roles ?? []
      let known = roles.map { Candidate($0.role, $0.kind.about) }
      return known.isEmpty ? RoleName.usual : known
    }
  }
}

extension Argument<String> {
  static var by: Argument {
    Argument(requiredFlag: "by", .circleRole, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }
}

extension Circle {
  /// Returns who speaks, by the name under which it is kept, where it has a vote.
  ///
  /// - Throws: `role.novote`.
  func voter(_ name: String, at place: Place?) throws -> String {
    guard hasVote(name) else {
      throw Diagnostic(
        "role.novote", Text(nl: "'\(name)' zit aan tafel zonder stem", en: "'\(name)' is at the table without a vote"),
        wayOut: Text(
          nl: "'kring role add \(name) --votes ja' geeft er een", en: "'kring role add \(name) --votes ja' gives one"),
        place: place)
    }
    return canonical(name)
  }
}

/// Yes or no as a flag is given.
enum YesNo: String, ArgumentChoice {
  case yes = "ja"
  case no = "nee"

  static let usual = YesNo.yes
  var about: Text? { self == .yes ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
}
