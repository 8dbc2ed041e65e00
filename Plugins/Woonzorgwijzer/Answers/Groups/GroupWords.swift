import WorkbenchKit

/// Errors about a target group that is asked for together with something else.
enum GroupClash {
  /// - Parameter other: what a group does not go together with.
  static func with(_ other: Text, at place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.clash",
      Text(nl: "--group gaat niet samen met \(other.nl)", en: "--group does not go together with \(other.en)"),
      wayOut: Text(nl: "laat een van beide weg", en: "leave one of them out"), place: place)
  }

  /// A group has ages of its own.
  static func age(at place: Place?) -> Diagnostic {
    with(
      Text(nl: "--age: een doelgroep heeft haar eigen leeftijden", en: "--age: a group has ages of its own"), at: place)
  }
}

extension CountedGroup {
  /// What it is called in a sentence: "mensen met dementie", "mensen in doelgroep 3".
  var people: Text {
    starting == nil ? Text(nl: "mensen in doelgroep \(id)", en: "people in target group \(id)") : label
  }

  /// Of whom its rate is a share.
  var base: Text {
    guard let starting else { return Text(nl: "mensen", en: "people") }
    let from = starting.ages.from
    return from == 0
      ? Text(nl: "inwoners", en: "inhabitants")
      : Text(nl: "mensen van \(from) jaar en ouder", en: "people of \(from) and over")
  }
}
