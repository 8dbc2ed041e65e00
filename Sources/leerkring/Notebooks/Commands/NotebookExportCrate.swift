import Crates
import Files
import Notebooks
import Session
import WorkbenchKit

extension NotebookExportCommand {
  /// Runs a notebook and writes what each of its lines gave as a crate.
  ///
  /// - Throws: `to.file`, `crate.date`, `folder.taken`, what running and writing throw; then nothing is written.
  func crate(
    of notebook: Notebook, _ values: [String: Value], _ surroundings: NotebookSurroundings, _ given: Given<Arguments>,
    _ session: Session, _ context: Context
  ) throws -> Output {
    guard let out = given.out else { throw Registry.needsFile(given.form, at: given.place(of: \.form)) }
    let date = given.crate.date ?? notebook.head.date.flatMap { CalendarDate($0) }
    guard let published = date else {
      throw Diagnostic(
        "crate.date",
        Text(nl: "het notitieboek zegt niet van welke dag het is", en: "the notebook does not say of which day it is"),
        wayOut: Text(
          nl: "zet 'date: 2027-01-31' in de kop, of geef --date 2027-01-31",
          en: "put 'date: 2027-01-31' in its front matter, or give --date 2027-01-31"),
        place: given.place(of: \.form))
    }
    let text = Notebook.withheld(notebook.source) { session.redacted($0) }
    let room = given.running.workspace.map(NotebookWorkspace.look) ?? .fresh
    let contents = try runtime.run(notebook, in: room, values: values, surroundings) { run in
      let record = NotebookCrate(values, seed: session.surroundings.seed, in: session)
      run.onLine = { record.note($0, of: $1, in: session, changed: $2) }
      let pass = try NotebookPass.whole(run, context)
      if let error = pass.failure?.error { throw runtime.ending(ExitCode.stopped, error) }
      let inputs = CrateInputs(
        session: session, context: context, places: runtime.places, pluginData: runtime.pluginData,
        files: surroundings.files)
      let taken = try inputs.digests(
        of: given.crate.take, at: { _ in given.crate.place(of: \.take) }, among: record.runs)
      var contents = CrateContents(
        title: session.redacted(notebook.title),
        about: Text(
          nl: "Een notitieboek van leerkring, met wat elke regel gaf.",
          en: "A notebook of leerkring, with what each line gave."),
        language: session.language, published: published,
        program: Registration.Owner(name: "leerkring", version: ProgramVersion.current))
      given.crate.tell(&contents, session)
      contents.runs = record.runs
      contents.heldBack = record.heldBack
      contents.inputs = try inputs.inputs(of: record.runs, taking: taken)
      contents.notebook = CrateFile(
        CrateFile.plain(notebook.name), Array(text.utf8), form: "text/markdown", name: session.redacted(notebook.title))
      return contents
    }
    let crate = try Crate(contents) { try context.checkInterrupt() }
    try given.checking(\.out) { _ in try CrateWriting.write(crate, to: out, context) }
    return Output(CrateTold.blocks(crate, contents, at: out))
  }
}
