import Session
import Store
import WorkbenchKit

/// `workspace merge FILE [--branch NAME] [--take PART=ours|theirs…] [--all ours|theirs]`
struct WorkspaceMergeCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "de kopie", en: "the copy"))
    let branch = Argument(
      flag: "branch", .words,
      about: Text(
        nl: "welke tak van de kopie; anders die waarin u werkt",
        en: "which branch of the copy; else the one you work in"))
    let take = Argument(
      flags: "take", .pair(.choice(Self.sides)),
      about: Text(nl: "kies voor een deel: DEEL=ours of DEEL=theirs", en: "choose for a part: PART=ours or PART=theirs")
    )
    let all = Argument(
      flag: "all", .choice(Self.sides),
      about: Text(nl: "kies voor alle andere delen", en: "choose for all other parts"))

    private static let sides = [
      Candidate("ours", Text(nl: "zoals het hier is", en: "as it is here")),
      Candidate("theirs", Text(nl: "zoals het in de kopie is", en: "as it is in the copy")),
    ]
  }

  static let arguments = Arguments()

  /// Shows what was found before the command fails.
  let show: (_ blocks: [Block], _ place: Place?) -> Void

  let signature = Signature(
    "workspace merge",
    aliases: ["werkruimte samenvoegen"],
    summary: Text(
      nl: "neem over wat een kopie van deze werkruimte erbij kreeg",
      en: "take in what a copy of this workspace got since"),
    details: Text(
      nl: """
        Wat maar aan één kant veranderde, wordt zonder vragen overgenomen. Een deel dat aan beide kanten veranderde, staat er met beide \
        waarden en wordt gekozen; zonder keuze gebeurt er niets. Alles samen is één stap, die 'undo' terugneemt, met de regels van de \
        kopie erbij. Het gaat over één tak; op andere takken die de kopie heeft, wijst het.
        """,
      en: """
        What changed on one side only is taken in without a question. A part that changed on both sides is shown with both values and \
        is chosen; without a choice nothing is done. All together is one step, which 'undo' takes back, with the lines of the copy in \
        it. It is about one branch; other branches that the copy has are pointed at.
        """),
    changesWorkspace: true,
    readsWholeWorkspace: true,
    examples: [
      Signature.Example("workspace merge kopie.json", Text(nl: "wat er daar bij kwam", en: "what was added there")),
      Signature.Example(
        "workspace merge kopie.json --all theirs",
        Text(nl: "bij twijfel zoals het daar is", en: "in doubt as it is there")),
      Signature.Example(
        "workspace merge berflo.json", Text(nl: "geen kopie, maar een andere", en: "no copy but another one"),
        failsWith: "merge.lineage"),
    ])

  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "take" || parameter.name == "branch",
      let opened = words.lazy.compactMap({ try? Keeper.open($0, readOnly: true) }).first
    else { return [] }
    if parameter.name == "branch" { return opened.workspace.branchNames.map { Candidate($0) } }
    let theirs = opened.workspace.branches[session.workspace.branch]
    let merge = theirs.flatMap { BranchMerge(session.workspace.current, $0) }
    return (merge?.conflicts ?? []).map { Candidate($0.part.text + "=") }
  }

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let place = given.place(of: \.file)
    let file = try given.checking(\.file) { try context.read($0, at: place) }
    let opened = try given.checking(\.file) { try Keeper.open($0, readOnly: true) }
    let copy = opened.workspace
    guard copy.lineage == session.workspace.lineage else { throw WorkspaceMerge.strangers.at(place) }
    let name = given.branch ?? session.workspace.branch
    let theirs = try given.checking(\.branch) { _ in
      guard let found = copy.branches[name] else { throw BranchProblem.unknown(name, among: copy.branchNames) }
      return found
    }
    try context.checkInterrupt()
    guard let merge = BranchMerge(session.workspace.current, theirs) else { throw WorkspaceMerge.apart(name).at(place) }
    let choices = try choices(given, merge)
    let open = merge.conflicts.filter { choices[$0.part] == nil }
    guard open.isEmpty else {
      show([.table(MergeTold.table(open.map { (name, $0) }, session, context.language))], place)
      throw MergeTold.conflict(
        open.map(\.part.text),
        wayOut: Text(
          nl: "er is niets overgenomen; kies met --take \(open[0].part.text)=theirs (of ours), of met --all",
          en: "nothing was taken in; choose with --take \(open[0].part.text)=theirs (or ours), or with --all"),
        at: place)
    }
    try context.checkInterrupt()
    if !merge.isEmpty {
      try session.take(
        merge, choosing: choices, line: given.line, from: InputFile(path: file.path, sha256: file.sha256))
    }
    return Output(
      opened.notices.map(Block.notice) + told(merge, choices) + others(copy, given, session).map(Block.notice))
  }

  /// What was chosen for the parts that both changed.
  ///
  /// - Throws: `merge.part` for one that is not among them.
  private func choices(_ given: Given<Arguments>, _ merge: BranchMerge) throws -> [PartName: BranchMerge.Side] {
    var choices: [PartName: BranchMerge.Side] = [:]
    if let all = given.all.flatMap({ BranchMerge.Side(rawValue: $0) }) {
      for conflict in merge.conflicts { choices[conflict.part] = all }
    }
    let known = merge.conflicts.map(\.part)
    for pair in given.take {
      guard let part = PartName(pair.key), known.contains(part) else {
        throw Diagnostic(
          "merge.part",
          Text(
            nl: "'\(pair.key)' is geen deel dat aan beide kanten veranderd is",
            en: "'\(pair.key)' is no part that was changed on both sides"),
          wayOut: known.isEmpty
            ? Text(nl: "er is niets te kiezen; laat --take weg", en: "there is nothing to choose; leave --take out")
            : Text(
              nl: "kies uit: \(known.map(\.text).joined(separator: ", "))",
              en: "choose among: \(known.map(\.text).joined(separator: ", "))"),
          suggestion: NearestWord.best(pair.key, among: known.map(\.text)), place: pair.place)
      }
      choices[part] = BranchMerge.Side(rawValue: pair.value)
    }
    return choices
  }

  private func told(_ merge: BranchMerge, _ choices: [PartName: BranchMerge.Side]) -> [Block] {
    let chosen = merge.conflicts.count { choices[$0.part] == .theirs }
    var facts = Facts(isDetail: true)
    facts.add("taken", merge.parts.count, label: Text(nl: "overgenomen delen", en: "parts taken in"))
    facts.add("chosen", merge.conflicts.count, label: Text(nl: "gekozen delen", en: "parts chosen"))
    facts.add("steps", merge.steps.count, label: Text(nl: "stappen van de kopie", en: "steps of the copy"))
    guard !merge.isEmpty else {
      return [
        .facts(facts), .info(nl: "de kopie heeft niets wat hier niet is", en: "the copy has nothing that is not here"),
      ]
    }
    let parts = Text.counted(merge.parts.count + chosen, Text(nl: "deel", en: "part"), Text(nl: "delen", en: "parts"))
    let steps = Text.steps(merge.steps.count)
    return [
      .facts(facts),
      .info(
        nl: "\(parts.nl) overgenomen uit \(steps.nl) van de kopie; 'undo' neemt het terug",
        en: "\(parts.en) taken in from \(steps.en) of the copy; 'undo' takes it back"),
    ]
  }

  /// Points at the other branches in which the copy has something.
  private func others(_ copy: Workspace, _ given: Given<Arguments>, _ session: Session) -> [Notice] {
    guard given.branch == nil else { return [] }
    return copy.branches.sorted { $0.key < $1.key }.compactMap { name, theirs in
      guard name != session.workspace.branch else { return nil }
      guard let ours = session.workspace.branches[name] else {
        return .info(
          nl: "de kopie heeft ook tak '\(name)': branch new \(name), en dan: \(given.line)",
          en: "the copy has branch '\(name)' too: branch new \(name), and then: \(given.line)")
      }
      guard BranchMerge(ours, theirs)?.isEmpty != true else { return nil }
      return .info(
        nl: "ook in tak '\(name)' heeft de kopie iets: branch use \(name), en dan: \(given.line)",
        en: "in branch '\(name)' the copy has something too: branch use \(name), and then: \(given.line)")
    }
  }
}
