import Files
import Glibc
import WorkbenchKit

/// The errors and notices that a workspace's file gives, as a person gets them.
enum StoreProblem {
  /// Turns the error of a journal that could not be written into that of a step that has not happened.
  static func notDone(_ error: Diagnostic) -> Diagnostic {
    var copy = error
    if copy.code != "file.diskfull" { copy.code = "workspace.unwritable" }
    copy.message =
      copy.message + Text(nl: "; de opdracht is niet uitgevoerd", en: "; the command has not been carried out")
    return copy
  }

  /// Says why a workspace cannot be opened for writing.
  static func unwritable(_ path: String, at full: String, _ error: SystemError) -> Diagnostic {
    var problem = FileProblem.writing(path, at: full, error)
    if problem.code == "file.unwritable" { problem.code = "workspace.unwritable" }
    // In a folder that does not exist there is nothing to read either.
    guard error.number != ENOENT, error.number != ENOTDIR else { return problem }
    problem.wayOut = Text(
      nl: "open '\(path)' met --readonly, of zet het bestand op een plaats waar u mag schrijven",
      en: "open '\(path)' with --readonly, or put the file where you may write")
    return problem
  }

  /// Says that there is no workspace to be read.
  static func missing(_ path: String, at full: String) -> Diagnostic {
    var problem = FileProblem.reading(path, at: full, SystemError(ENOENT))
    problem.code = "workspace.missing"
    // Where the folder is not there either, that is what is to be told; a folder that was removed has no links.
    guard let folder = try? FileStatus.of(FilePath.folder(of: full)), folder.kind == .folder, folder.links > 0 else {
      return problem
    }
    problem.message = Text(
      nl: "de werkruimte '\(path)' is er niet", en: "the workspace '\(path)' is not there")
    problem.wayOut = Text(nl: "zonder --readonly wordt een nieuwe gemaakt", en: "without --readonly a new one is made")
    return problem
  }

  static func exists(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.exists",
      Text(nl: "er is al een bestand '\(path)'", en: "there is a file '\(path)' already"),
      wayOut: Text(nl: "kies een andere naam", en: "choose another name"))
  }

  static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.damaged",
      Text(nl: "'\(path)' is leeg en dus geen werkruimte", en: "'\(path)' is empty and so not a workspace"),
      wayOut: Text(
        nl: "verwijder het bestand om met een nieuwe werkruimte te beginnen",
        en: "remove the file to begin a new workspace"))
  }

  static func foreign(_ path: String, _ why: Diagnostic?) -> Diagnostic {
    let detail = why.map { Text(nl: ": \($0.message.nl)", en: ": \($0.message.en)") } ?? .verbatim("")
    return Diagnostic(
      "workspace.damaged",
      Text(nl: "'\(path)' is geen werkruimte van leerkring", en: "'\(path)' is not a workspace of leerkring") + detail,
      wayOut: Text(nl: "noem een ander bestand", en: "name another file"))
  }

  static func newer(_ path: String, _ version: Int) -> Diagnostic {
    Diagnostic(
      "workspace.newer",
      Text(
        nl: "'\(path)' is geschreven door een nieuwere leerkring (versie \(version), deze kent tot en met "
          + "\(WorkspaceFormat.version))",
        en: "'\(path)' was written by a newer leerkring (version \(version), this one knows up to "
          + "\(WorkspaceFormat.version))"),
      wayOut: Text(nl: "gebruik een nieuwere leerkring", en: "use a newer leerkring"))
  }

  static func tooOld(_ path: String, _ version: Int) -> Diagnostic {
    Diagnostic(
      "workspace.damaged",
      Text(
        nl: "'\(path)' zegt van versie \(version) te zijn, en die is onbekend",
        en: "'\(path)' says that it is of version \(version), which is not known"),
      wayOut: Text(nl: "kijk 'version' in het bestand na", en: "check 'version' in the file"))
  }

  static func readOnly(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.readonly",
      Text(
        nl: "'\(path)' is alleen om te lezen geopend; de opdracht is niet uitgevoerd",
        en: "'\(path)' is open for reading only; the command has not been carried out"),
      wayOut: Text(
        nl: "bewaar een kopie met 'save-as', en ga daarin verder", en: "keep a copy with 'save-as', and go on in that"))
  }

  static func closed(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.closed", Text(nl: "'\(path)' is niet meer open", en: "'\(path)' is not open any more"),
      wayOut: Text(nl: "open het opnieuw met 'open'", en: "open it again with 'open'"))
  }

  static func outOfOrder(_ path: String, _ serial: Int, due: Int) -> Diagnostic {
    Diagnostic(
      "workspace.unwritable",
      Text(
        nl: "stap \(serial) van '\(path)' volgt niet op wat bewaard is (\(due) is aan de beurt)",
        en: "step \(serial) of '\(path)' does not follow what was kept (\(due) is due)"),
      wayOut: Text(nl: "open de werkruimte opnieuw", en: "open the workspace again"))
  }
}
