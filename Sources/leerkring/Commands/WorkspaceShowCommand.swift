import Session
import WorkbenchKit

/// `workspace show`
struct WorkspaceShowCommand: HostCommand {
  let file: OpenWorkspace

  let signature = Signature(
    "workspace show",
    aliases: ["werkruimte toon"],
    summary: Text(nl: "wat er in de werkruimte staat", en: "what the workspace holds"),
    readsWholeWorkspace: true,
    examples: [Signature.Example("workspace show", Text(nl: "alle delen", en: "all parts"))])

  func run(_ given: Given<NoArguments>, in session: Session, context: Context) throws -> Output {
    let workspace = session.workspace
    var facts = Facts()
    facts.add("file", file.path.map(Value.text) ?? .missing, label: Text(nl: "bestand", en: "file"))
    facts.add(
      "title", HostSetting.current(HostSetting.all[0], context), label: Text(nl: "titel", en: "title"))
    facts.add("branch", .text(workspace.branch), label: Text(nl: "tak", en: "branch"))
    facts.add("steps", workspace.log.done.count, label: Text(nl: "stappen", en: "steps"))
    facts.add("undone", workspace.log.undone.count, label: Text(nl: "ongedaan gemaakt", en: "taken back"))
    facts.add("unsaved", .boolean(session.hasUnsavedSteps), label: Text(nl: "niet bewaard", en: "not saved"))
    let parts = workspace.parts.sorted { $0.key < $1.key }
    let table = Table(columns: [
      .texts("part", parts.map(\.key.text), label: Text(nl: "deel", en: "part")),
      .numbers("step", parts.map { Double($0.value.step) }, label: Text(nl: "stap", en: "step"), format: .plain),
      .numbers(
        "bytes", parts.map { Double($0.value.part.canonical().count) }, label: Text(nl: "bytes", en: "bytes")),
    ])
    return Output([.facts(facts), .table(table)])
  }
}
