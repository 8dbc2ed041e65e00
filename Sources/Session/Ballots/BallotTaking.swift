@_spi(Host) import WorkbenchKit

/// What came of taking forms in.
public struct BallotIntake {
  public let ballot: KeptBallot
  /// The roles that were taken now, in the order of their files.
  public let roles: [String]
  /// What has to be said.
  public let notices: [Notice]
}

extension Session {
  /// Takes filled-in forms of one ballot: all of them, or none.
  ///
  /// - Parameters:
  ///   - paths: the files, each with where it was named.
  ///   - replaces: whether a role that answered may answer anew.
  /// - Throws: `ballot.*`, `file.*`, `personal.found`, and what the balloted command throws.
  public func takeBallots(
    _ paths: [(path: String, place: Place?)], replaces: Bool, in context: Context
  ) throws -> BallotIntake {
    var forms = try forms(paths, in: context)
    var ballot = try ballot(of: forms, in: context)
    for index in forms.indices {
      try context.checkInterrupt()
      forms[index].read(ballot) { redacted($0) }
      if let table = tableRoles, !forms[index].role.isEmpty {
        forms[index].call(table.canonical(forms[index].role))
        try table.demand(forms[index].role, at: forms[index].place)
      }
      try demandKnown(forms[index], ballot)
    }
    demandOneEach(&forms, ballot, replaces: replaces)
    if let fault = BallotFaults(forms).diagnostic { throw fault }
    var notices = forms.flatMap(\.notices) + lacking(forms) + strangers(forms, ballot)
    if replaces { notices += staying(forms, ballot) }
    for form in forms {
      ballot.taken[form.role] = KeptBallot.Taken(
        file: form.file.path, sha256: form.file.sha256, answers: form.answers)
    }
    notices += try carryOut(ballot, forms, in: context)
    context.workspace.store(ballot)
    return BallotIntake(ballot: ballot, roles: forms.map(\.role), notices: notices)
  }

  // MARK: Which ballot

  private func forms(_ paths: [(path: String, place: Place?)], in context: Context) throws -> [FilledForm] {
    var forms: [FilledForm] = []
    for (path, place) in paths {
      try context.checkInterrupt()
      let file = try context.openText(path, at: place).text
      if let same = forms.first(where: { $0.file.sha256 == file.sha256 }) {
        throw Diagnostic(
          "ballot.twice",
          Text(
            nl: "'\(path)' is hetzelfde bestand als '\(same.file.path)'",
            en: "'\(path)' is the same file as '\(same.file.path)'"),
          place: place)
      }
      forms.append(try FilledForm(file, at: place))
      context.workspace.note(
        InputFile(
          path: file.path, sha256: file.sha256, rows: forms.last?.sheet.rows.count,
          columns: forms.last?.sheet.header ?? []))
    }
    return forms
  }

  private func ballot(of forms: [FilledForm], in context: Context) throws -> KeptBallot {
    let kept = try context.workspace.ballotNames.compactMap { try context.workspace.ballot($0) }
    var found: KeptBallot?
    for form in forms {
      guard let own = kept.first(where: { $0.mark == form.mark }) else { throw Self.unknown(form, kept) }
      if let found, found.name != own.name {
        throw Diagnostic(
          "ballot.mixed",
          Text(
            nl: "'\(form.file.path)' is van '\(own.name)', en wat ervoor staat van '\(found.name)'",
            en: "'\(form.file.path)' is of '\(own.name)', and what stands before it of '\(found.name)'"),
          wayOut: Text(nl: "neem ze apart over", en: "take them apart"), place: form.place)
      }
      found = own
    }
    guard let found else { throw Diagnostic("ballot.unknown", Text(nl: "er is geen bestand", en: "there is no file")) }
    return found
  }

  private static func unknown(_ form: FilledForm, _ kept: [KeptBallot]) -> Diagnostic {
    let name = form.mark.lastIndex(of: "-").map { String(form.mark[..<$0]) } ?? form.mark
    let isOther = kept.contains { $0.name == name }
    return Diagnostic(
      isOther ? "ballot.other" : "ballot.unknown",
      isOther
        ? Text(
          nl: "'\(form.file.path)' is van een ander stembiljet '\(name)', met andere vragen",
          en: "'\(form.file.path)' is of another ballot '\(name)', with other questions")
        : Text(
          nl: "'\(form.file.path)' is van '\(name)', en dat stembiljet is hier niet",
          en: "'\(form.file.path)' is of '\(name)', and that ballot is not here"),
      wayOut: kept.isEmpty
        ? Text(nl: "maak er een met 'ballot new'", en: "make one with 'ballot new'")
        : Text(nl: "hier zijn: ", en: "here are: ") + .list(kept.map(\.name), atMost: 8),
      suggestion: isOther ? nil : NearestWord.best(name, among: kept.map(\.name)), place: form.place)
  }

  // MARK: Whose

  /// A role that is nearly one that was asked is a mistyped one, and would count as another voter.
  private func demandKnown(_ form: FilledForm, _ ballot: KeptBallot) throws {
    guard !form.role.isEmpty, !ballot.roles.isEmpty, !ballot.roles.contains(form.role),
      let near = NearestWord.best(form.role, among: ballot.roles)
    else { return }
    throw Diagnostic(
      "role.unknown",
      Text(
        nl: "'\(form.role)' in '\(form.file.path)' is niet gevraagd",
        en: "'\(form.role)' in '\(form.file.path)' was not asked"),
      wayOut: Text(nl: "gevraagd zijn: ", en: "asked are: ") + .list(ballot.roles, atMost: 12), suggestion: near,
      place: form.place)
  }

  private func demandOneEach(_ forms: inout [FilledForm], _ ballot: KeptBallot, replaces: Bool) {
    for index in forms.indices where !forms[index].role.isEmpty {
      let form = forms[index]
      if let other = forms[..<index].first(where: { $0.role == form.role }) {
        forms[index].fault(
          "ballot.twice",
          Text(
            nl: "'\(form.role)' staat ook in '\(other.file.path)'",
            en: "'\(form.role)' stands in '\(other.file.path)' too"))
      } else if let before = ballot.taken[form.role], !replaces {
        forms[index].fault(
          "ballot.taken",
          before.sha256 == form.file.sha256
            ? Text(nl: "dit bestand is al overgenomen", en: "this file was taken already")
            : Text(
              nl: "'\(form.role)' antwoordde al in '\(before.file)'; --replace vervangt dat",
              en: "'\(form.role)' answered already in '\(before.file)'; --replace replaces that"))
      } else if form.answers.isEmpty, form.faults.isEmpty {
        forms[index].fault(
          "ballot.blank",
          Text(
            nl: "in de kolom 'antwoord' is niets ingevuld", en: "nothing is filled in in the column 'answer'"))
      }
    }
  }

  // MARK: What has to be said

  private func lacking(_ forms: [FilledForm]) -> [Notice] {
    forms.filter { !$0.lacking.isEmpty }.map { form in
      let numbers = Text.list(form.lacking.map(String.init))
      return .caution(
        nl: "in '\(form.file.path)' ontbreken de regels van vraag \(numbers.nl)",
        en: "'\(form.file.path)' lacks the lines of question \(numbers.en)")
    }
  }

  private func strangers(_ forms: [FilledForm], _ ballot: KeptBallot) -> [Notice] {
    let others = forms.map(\.role).filter { !ballot.roles.isEmpty && !ballot.roles.contains($0) }
    let uninvited = others.map { role in
      Notice.caution(
        nl: "'\(role)' was niet gevraagd, en telt mee", en: "'\(role)' was not asked, and counts")
    }
    return uninvited + strangeRoles(forms.map(\.role).filter { !ballot.roles.contains($0) })
  }

  /// What a role answered before and now left open was said by it once, and no command takes it back.
  private func staying(_ forms: [FilledForm], _ ballot: KeptBallot) -> [Notice] {
    forms.compactMap { form in
      let before = ballot.taken[form.role]?.answers.keys.filter { form.answers[$0] == nil } ?? []
      guard !before.isEmpty else { return nil }
      let numbers = Text.list(before.sorted().map(String.init))
      return .caution(
        nl: "wat \(form.role) eerder zei bij vraag \(numbers.nl) en nu open liet, kan nog gelden",
        en: "what \(form.role) said before at question \(numbers.en) and left open now may still hold")
    }
  }

  // MARK: Doing it

  /// Does with the answers what the command does when they are typed, role by role.
  private func carryOut(_ ballot: KeptBallot, _ forms: [FilledForm], in context: Context) throws -> [Notice] {
    guard let found = try registry.find(ballot.command.map(Optional.some)), let declared = found.registration.ballot
    else {
      throw Diagnostic(
        "ballot.command",
        Text(
          nl: "de opdracht '\(ballot.command.joined(separator: " "))' is er hier niet",
          en: "the command '\(ballot.command.joined(separator: " "))' is not here"),
        wayOut: Text(nl: "'plugin list' toont welke plugins er zijn", en: "'plugin list' shows which plugins there are")
      )
    }
    if case .table = declared.yield {
      context.workspace.setTable(KeptBallot.table(of: ballot.name), to: ballot.table(declared))
      return []
    }
    var last = Output.nothing
    for form in forms {
      for call in ballot.calls(declared, form.answers, by: form.role) {
        try context.checkInterrupt()
        last = try self.call(
          found.registration, call, at: Place(source: form.file.path, line: 1, column: 1), in: context)
      }
    }
    // What was said before the last answer was in may not hold any more.
    return last.blocks.compactMap { block in
      if case .notice(let notice) = block, notice.level != .info { notice } else { nil }
    }
  }
}
