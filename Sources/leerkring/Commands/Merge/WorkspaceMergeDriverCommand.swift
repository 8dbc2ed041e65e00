import Files
import Session
import Store
import WorkbenchKit

/// `workspace merge-driver [BASE OURS THEIRS] [--set FILE]`
struct WorkspaceMergeDriverCommand: HostCommand {
  struct Arguments: Sendable {
    let files = Argument(
      list: "file", .newFile, required: false,
      about: Text(nl: "%O %A %B, zoals git ze geeft", en: "%O %A %B, as git gives them"))
    let set = Argument(
      flag: "set", .file,
      about: Text(
        nl: "stel git hiervoor in, in de map van deze werkruimte",
        en: "set git up for it, in the folder of this workspace"))
  }

  static let arguments = Arguments()

  let show: (_ blocks: [Block], _ place: Place?) -> Void

  let signature = Signature(
    "workspace merge-driver",
    summary: Text(nl: "laat git werkruimten samenvoegen", en: "let git merge workspaces"),
    details: Text(
      nl: """
        Zonder bestanden noemt het wat git nodig heeft; met --set BESTAND stelt het dat in: in de instellingen van de opslagplaats en in \
        '.gitattributes'. Git roept daarna zelf 'workspace merge-driver %O %A %B': alle takken worden samengevoegd, en een deel dat aan \
        beide kanten veranderde, blijft zoals het hier is en wordt genoemd.
        """,
      en: """
        Without files it names what git needs; with --set FILE it sets that up: in the settings of the repository and in \
        '.gitattributes'. Git then calls 'workspace merge-driver %O %A %B' itself: all branches are merged, and a part that changed on \
        both sides stays as it is here and is named.
        """),
    examples: [
      Signature.Example("workspace merge-driver", Text(nl: "wat git nodig heeft", en: "what git needs")),
      Signature.Example(
        "workspace merge-driver w.json", Text(nl: "één bestand in plaats van drie", en: "one file instead of three"),
        failsWith: "merge.files"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    if let file = given.set {
      let told = try given.checking(\.set) { _ in try GitSettings(of: file, context).write(file, context) }
      return Output([.notice(Notice(.info, told))])
    }
    let files = given.files
    guard !files.isEmpty else { return Output([.text(GitSettings.lines.joined(separator: "\n"))]) }
    guard files.count == 3 else {
      throw Diagnostic(
        "merge.files",
        Text(
          nl: "git geeft drie bestanden (%O %A %B), en hier zijn het er \(files.count)",
          en: "git gives three files (%O %A %B), and here they are \(files.count)"),
        wayOut: Text(
          nl: "zonder bestanden noemt dit wat git nodig heeft", en: "without files this names what git needs"),
        place: given.place)
    }
    let ours = try Keeper.open(files[1], readOnly: true).workspace
    let theirs = try Keeper.open(files[2], readOnly: true).workspace
    try context.checkInterrupt()
    let merge = try WorkspaceMerge(
      // A file that both added has no base; git gives an empty one.
      ours, theirs, base: try? Keeper.open(files[0], readOnly: true).workspace, line: "# git merge",
      time: session.surroundings.now())
    try context.checkInterrupt()
    try context.files.write(WorkspaceFile.bytes(of: merge.workspace), to: files[1], at: nil)
    guard !merge.conflicts.isEmpty else { return .nothing }
    show([.table(MergeTold.table(merge.conflicts, session, context.language))], given.place)
    throw MergeTold.conflict(
      merge.conflicts.map { "\($0.branch): \($0.conflict.part.text)" },
      wayOut: Text(
        nl:
          "hier staat nu wat van ons was; kies met: git show MERGE_HEAD:BESTAND > kopie.json, en dan 'workspace merge kopie.json'",
        en:
          "here stands ours now; choose with: git show MERGE_HEAD:FILE > copy.json, and then 'workspace merge copy.json'"
      ),
      at: given.place)
  }
}
