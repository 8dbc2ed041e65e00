import WorkbenchKit

/// What an agenda lacks by what the source advises.
struct AgendaCheck {
  /// One thing that it lacks.
  struct Finding {
    let item: AgendaItem?
    /// A word of the interface.
    let kind: String
    let about: Text
  }

  let findings: [Finding]

  /// - Parameters:
  ///   - items: those of the meeting.
  ///   - present: the roles at the table.
  init(_ items: [AgendaItem], of circle: Circle, present: [String]) {
    var findings: [Finding] = []
    for item in items {
      if item.level == nil {
        findings.append(.init(item: item, kind: "level", about: Text(nl: "zonder niveau", en: "without a level")))
      }
      if item.aim == nil {
        findings.append(.init(item: item, kind: "aim", about: Text(nl: "zonder doel", en: "without an aim")))
      }
      if !item.contributions.values.contains(where: { $0.mandate == .yes || $0.mandate == .partly }) {
        findings.append(
          .init(item: item, kind: "mandate", about: Text(nl: "niemand heeft mandaat", en: "nobody has a mandate")))
      }
      let missing = item.needs.filter { need in !present.contains { circle.isOf(need, $0) } }
      if !missing.isEmpty {
        let listed = Text.list(missing)
        findings.append(
          .init(
            item: item, kind: "absent",
            about: Text(nl: "niet aan tafel: \(listed.nl)", en: "not at the table: \(listed.en)")))
      }
      findings += Self.urgency(item, AnswerSummary(circle.urgency[item.id] ?? [:]))
    }
    if !items.isEmpty, !items.contains(where: \.isSoon) {
      findings.append(
        .init(
          item: nil, kind: "soon",
          about: Text(
            nl: "geen punt kan snel lukken (agenda add … --soon)", en: "no item can succeed soon (agenda add … --soon)")
        ))
    }
    let losing = circle.roles.map(\.role).filter { role in
      !items.contains { $0.contributions[role]?.gain != nil }
    }
    if !items.isEmpty, !losing.isEmpty {
      let listed = Text.list(losing)
      findings.append(
        .init(
          item: nil, kind: "gain",
          about: Text(
            nl: "zonder winst: \(listed.nl) (agenda inbreng … --gain)",
            en: "without a gain: \(listed.en) (agenda inbreng … --gain)")))
    }
    self.findings = findings
  }

  private static func urgency(_ item: AgendaItem, _ summary: AnswerSummary) -> [Finding] {
    var findings: [Finding] = []
    if summary.median < 3 {
      findings.append(
        .init(
          item: item, kind: "not_urgent",
          about: Text(nl: "de urgentie is er niet: haal het van de agenda", en: "the urgency is not there: take it off")
        ))
    }
    if summary.agreement < 0 {
      findings.append(
        .init(
          item: item, kind: "not_shared",
          about: Text(
            nl: "de urgentie wordt niet gedeeld: haal het van de agenda", en: "the urgency is not shared: take it off"))
      )
    }
    return findings
  }
}

extension Circle {
  /// Whether a role is, or belongs to, a party that is meant by a word.
  func isOf(_ word: String, _ name: String) -> Bool {
    let wanted = word.foldedForLookup
    guard let role = role(name) else {
      return name.foldedForLookup == wanted || RoleKind.told(by: name).rawValue == wanted
    }
    return ([role.role, role.kind.rawValue] + role.aliases + (role.party.map { [$0] } ?? []))
      .contains { $0.foldedForLookup == wanted }
  }
}
