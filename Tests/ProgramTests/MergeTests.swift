import Files
import Store
import TestSupport
import Testing
import WorkbenchKit

/// Copies of a workspace put together by the command, and by git.
@Suite struct WorkspaceMergeTests {
  private let folder = TemporaryFolder()

  private func run(_ lines: [String], _ workspace: String = "w.json", options: [String] = []) -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl", "-w", workspace] + options + lines.flatMap { ["-c", $0] },
      environment: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
  }

  private func copied() throws {
    #expect(run(["set title Begin", "let x = 5", "keep x", "save"]).code == 0)
    folder.write(try #require(folder.read("w.json")), to: "kopie.json")
  }

  @Test func `what a copy got since comes in as one step that is taken back as one`() throws {
    try copied()
    #expect(run(["set seed 5", "let y = 6", "keep y", "save"], "kopie.json").code == 0)
    let merged = run(["set language nl", "workspace merge kopie.json", "results", "undo", "results", "redo", "save"])
    #expect(
      merged.output.contains("2 delen overgenomen uit 2 stappen van de kopie"), "\(merged.output)\(merged.errors)")
    let workspace = try Keeper.open(folder("w.json"), readOnly: true).workspace
    #expect(workspace.parts[PartName(.results, "y")] != nil && workspace.parts[PartName(.settings, "seed")] != nil)
    #expect(workspace.log.done.last?.record.merged.map(\.record.line) == ["set seed 5", "keep y"])
    // Its notebook has the lines of the copy.
    #expect(run(["notebook save n.md", "workspace replay w.json"]).output.contains("alles komt gelijk uit"))
    #expect(folder.text("n.md")?.contains("let y = 6") == true)
  }

  @Test func `what both changed is shown and chosen, and without a choice nothing is done`() throws {
    try copied()
    #expect(run(["set title Daar", "set seed 5", "save"], "kopie.json").code == 0)
    let before = run(["set title Hier", "save", "history"])
    let open = run(["workspace merge kopie.json"])
    #expect(open.code == 1 && open.errors.contains("[merge.conflict]"))
    #expect(open.output.contains("Hier") && open.output.contains("Daar") && open.output.contains("Begin"))
    #expect(before.output.contains(run(["history"]).output))
    #expect(run(["workspace merge kopie.json --take about/titel=theirs"]).errors.contains("[merge.part]"))
    #expect(run(["workspace merge kopie.json --take about/title=beide"]).errors.contains("[argument.choice]"))
    #expect(run(["workspace merge kopie.json --all ours", "set title", "set seed"]).output.contains("Hier"))
    #expect(run(["undo", "workspace merge kopie.json --take about/title=theirs", "set title"]).output.contains("Daar"))
  }

  @Test func `a stranger, a missing branch and a workspace for reading only are refused`() throws {
    try copied()
    #expect(run(["workspace merge kopie.json"], "ander.json").errors.contains("[merge.lineage]"))
    #expect(run(["workspace merge kopie.json --branch warm"]).errors.contains("[branch.unknown]"))
    #expect(run(["workspace merge kopie.json"], options: ["--readonly"]).errors.contains("[workspace.readonly]"))
    folder.write("{}", to: "leeg.json")
    #expect(run(["workspace merge leeg.json"]).errors.contains("[workspace.damaged]"))
    #expect(run(["workspace compact", "save", "workspace merge kopie.json"]).errors.contains("[merge.apart]"))
  }

  @Test func `git merges two branches of a workspace by the driver`() throws {
    guard ChildProcess.run("/usr/bin/git", ["--version"]).code == 0 else { return print("skipped: git is not here") }
    let who = [
      "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.nl", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.nl",
    ]
    let git = { (words: [String]) in
      ChildProcess.run(
        "/usr/bin/git", words, environment: Leerkring.environment(home: folder.path, who), folder: folder.path)
    }
    #expect(git(["init", "-q", "-b", "main", "."]).code == 0)
    try copied()
    #expect(run(["workspace merge-driver --set w.json"]).code == 0)
    #expect(run(["workspace merge-driver --set w.json"]).code == 0)
    #expect(folder.text(".gitattributes") == "/w.json merge=leerkring\n")
    #expect(folder.text(".git/config")?.split(separator: "[merge \"leerkring\"]").count == 2)
    _ = git(["add", "w.json", ".gitattributes"])
    _ = git(["commit", "-qm", "begin"])
    _ = git(["checkout", "-qb", "ander"])
    #expect(run(["set seed 5", "branch new warm", "set title Warm", "branch use main", "save"]).code == 0)
    _ = git(["commit", "-qam", "ander"])
    _ = git(["checkout", "-q", "main"])
    #expect(run(["let y = 6", "keep y", "save"]).code == 0)
    _ = git(["commit", "-qam", "hier"])
    let merged = git(["merge", "-q", "--no-edit", "ander"])
    #expect(merged.code == 0, "\(merged.output)\(merged.errors)")
    let workspace = try Keeper.open(folder("w.json"), readOnly: true)
    #expect(workspace.notices.isEmpty && workspace.workspace.branchNames == ["main", "warm"])
    #expect(
      Set(workspace.workspace.parts.keys.map(\.text)) == ["about/title", "results/x", "results/y", "settings/seed"])
    // A part that both changed is a conflict to git, with ours in the file.
    _ = git(["checkout", "-q", "ander"])
    #expect(run(["set title Daar", "save"]).code == 0)
    _ = git(["commit", "-qam", "daar"])
    _ = git(["checkout", "-q", "main"])
    #expect(run(["set title Hier", "save"]).code == 0)
    _ = git(["commit", "-qam", "hier"])
    let conflict = git(["merge", "-q", "--no-edit", "ander"])
    #expect(conflict.code == 1 && conflict.errors.contains("[merge.conflict]"), "\(conflict.output)\(conflict.errors)")
    #expect(run(["set title"]).output.contains("Hier"))
  }

  @Test func `the driver says what git needs, and what is wrong`() {
    #expect(run(["workspace merge-driver"]).output.contains("git config merge.leerkring.driver"))
    #expect(run(["workspace merge-driver a b"]).errors.contains("[merge.files]"))
    #expect(run(["workspace merge-driver a b c"]).errors.contains("[workspace.missing]"))
    #expect(run(["workspace merge-driver --set w.json"]).errors.contains("[merge.git]"))
  }
}
