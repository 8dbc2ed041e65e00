import WorkbenchKit

/// The form that a role fills in: a line for the role, and one for each question.
struct BallotForm {
  /// A column of the form; it is known by its name in either language, wherever it stands.
  enum Column: CaseIterable {
    case number, question, answer, guide, ballot

    var name: Text {
      switch self {
      case .number: Text(nl: "nr", en: "no")
      case .question: Text(nl: "vraag", en: "question")
      case .answer: Text(nl: "antwoord", en: "answer")
      case .guide: Text(nl: "in te vullen", en: "to fill in")
      case .ballot: Text(nl: "stembiljet", en: "ballot")
      }
    }

    /// Whether a form without it cannot be read.
    var isNeeded: Bool { self != .guide }

    /// Returns where in a header it stands.
    func places(in header: [String]) -> [Int] {
      let names = [name.nl, name.en].map(\.foldedForLookup)
      return header.indices.filter { names.contains(header[$0].foldedForLookup) }
    }
  }

  /// Stands where the number of a question would, in the line for the role.
  static let roleMark = Text(nl: "rol", en: "role")

  let ballot: KeptBallot

  /// Returns the form as it is handed out.
  ///
  /// - Parameters:
  ///   - role: who fills it in; nil where the form asks.
  ///   - language: of what a person reads.
  func sheet(for role: String?, _ language: Language) -> BallotSheet {
    let usual = ballot.roles.isEmpty ? RoleName.usual.prefix(3).map(\.word) + ["…"] : ballot.roles
    var rows = [
      [
        Self.roleMark(language),
        Text(nl: "Voor welke rol vult u dit in? Geen naam", en: "For which role do you fill this in? No name")(
          language),
        role ?? "", usual.joined(separator: ", "), ballot.mark,
      ]
    ]
    for (index, question) in ballot.questions.enumerated() {
      let guide = ballot.answers[question.blank].map { $0.guide(language) } ?? ""
      rows.append([String(index + 1), question.label(language), "", guide, ballot.mark])
    }
    return BallotSheet(
      header: Column.allCases.map { $0.name(language) },
      rows: rows.enumerated().map { BallotSheet.Row(line: $0 + 2, cells: $1) })
  }
}

extension KeptBallot {
  /// Returns the bytes of a form to fill in.
  ///
  /// - Parameters:
  ///   - role: who fills it in; nil where the form asks.
  ///   - file: how it is written.
  ///   - language: of what a person reads.
  public func form(for role: String?, as file: BallotFile, _ language: Language) -> [UInt8] {
    file.bytes(BallotForm(ballot: self).sheet(for: role, language), language)
  }
}
