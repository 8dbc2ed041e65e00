import Notebooks
import Session
import WorkbenchKit

/// `notebook rehearse FILE [--size 80x24] [-p name=value…]`
struct NotebookRehearseCommand: NotebookRunningCommand {
  struct Arguments: Sendable {
    let file = NotebookArguments.file
    let size = Argument(
      flag: "size", ArgumentKind<String>.name.map(or: ScreenSize.usual) { try ScreenSize(typed: $0) }, default: "80x24",
      about: Text(nl: "het scherm: kolommen x rijen", en: "the screen: columns x rows"))
    let running = NotebookRunArguments()
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook rehearse",
    aliases: ["notitieboek repeteren"],
    summary: Text(
      nl: "zeg welke cellen niet op het scherm passen", en: "say which cells do not fit on the screen"),
    details: Text(
      nl: """
        Voert het notitieboek uit zoals 'notebook present' doet, zonder het te tonen, en telt per cel de rijen en kolommen die zij met haar \
        tekst en uitkomst samen nodig heeft. Past er een niet, dan eindigt het met een fout (code 6). Wat in een werkruimte van --workspace \
        gebeurt, wordt niet bewaard.
        """,
      en: """
        Runs the notebook as 'notebook present' does, without showing it, and counts for each cell the rows and columns that it takes with \
        its prose and its output together. Where one does not fit, it ends in an error (code 6). What is done in a workspace of --workspace \
        is not kept.
        """),
    examples: [
      Signature.Example("notebook rehearse blad.md --size 80x24", Text(nl: "alles past", en: "everything fits")),
      Signature.Example(
        "notebook rehearse blad.md --size 80", Text(nl: "geen scherm", en: "no screen"), failsWith: "size.form"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let notebook = try given.checking(\.file) { try runtime.notebook($0, context) }
    let values = try given.running.values(for: notebook)
    let surroundings = runtime.surroundings(notebook, writable: given.running.allowWrite)
    let room = given.running.workspace.map(NotebookWorkspace.look) ?? .fresh
    let size = given.size
    var needs: [SlideNeed] = []
    var failure: Diagnostic?
    try runtime.run(notebook, in: room, values: values, surroundings) { run in
      let pass = try NotebookPass.whole(run, context)
      failure = pass.failure?.error
      let slide = SlideLines(session: session, columns: size.columns, allowsColour: false)
      needs = pass.results.map { SlideNeed($0.number, of: notebook, $0, in: slide) }
      if failure == nil, !slide.prose(notebook, before: notebook.cells.count + 1).isEmpty {
        needs.append(SlideNeed(notebook.cells.count + 1, of: notebook, nil, in: slide))
      }
    }
    if let failure { throw runtime.ending(ExitCode.stopped, failure) }
    let unfit = needs.filter { !$0.fits(size) }
    guard !unfit.isEmpty else {
      var facts = Facts(isDetail: true)
      facts.add("cells", needs.count, label: Text(nl: "beelden", en: "slides"))
      facts.add("unfit", 0, label: Text(nl: "past niet", en: "do not fit"))
      return Output([
        .paragraph(Text(nl: "Alles past op \(size.words).", en: "Everything fits on \(size.words).")), .facts(facts),
      ])
    }
    runtime.show([.table(table(unfit, size, notebook))], at: given.place)
    throw runtime.ending(
      ExitCode.differs,
      Diagnostic(
        "notebook.unfit",
        .plural(
          unfit.count,
          Text(
            nl: "één van de \(needs.count) beelden past niet op \(size.words)",
            en: "one of \(needs.count) slides does not fit on \(size.words)"),
          Text(
            nl: "\(unfit.count) van de \(needs.count) beelden passen niet op \(size.words)",
            en: "\(unfit.count) of \(needs.count) slides do not fit on \(size.words)")),
        wayOut: Text(
          nl: "deel de tekst of de cel, kies kolommen met 'select' en rijen met 'top', of neem een groter scherm",
          en: "part the prose or the cell, choose columns with 'select' and rows with 'top', or take a larger screen"),
        place: given.place))
  }

  private func table(_ needs: [SlideNeed], _ size: ScreenSize, _ notebook: Notebook) -> Table {
    let isEnd = { (need: SlideNeed) in need.number > notebook.cells.count }
    return Table(columns: [
      .numbers(
        "cell", needs.map { isEnd($0) ? .nan : Double($0.number) }, label: Text(nl: "cel", en: "cell"), format: .plain),
      .texts("begins", needs.map(\.words), label: Text(nl: "begint met", en: "begins with")),
      .counts("rows", needs.map(\.rows), label: Text(nl: "rijen nodig", en: "rows needed")),
      .counts("columns", needs.map(\.columns), label: Text(nl: "kolommen nodig", en: "columns needed")),
    ])
  }
}
