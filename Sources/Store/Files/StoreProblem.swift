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

  // MARK: What others did to the files

  /// Refuses what is not a file of one's own in the place of a lock or a journal.
  static func unsafe(_ path: String, _ kind: FileStatus.Kind) -> Diagnostic {
    let what =
      switch kind {
      case .link: Text(nl: "een koppeling", en: "a link")
      case .folder: Text(nl: "een map", en: "a folder")
      case .pipe, .socket, .device: Text(nl: "een pijp of een apparaat", en: "a pipe or a device")
      case .regular:
        Text(nl: "een bestand met meer namen of van een ander", en: "a file with more names, or of somebody else")
      }
    return Diagnostic(
      "workspace.unsafe",
      Text(
        nl: "'\(path)' is \(what.nl); daar schrijft leerkring niet in",
        en: "'\(path)' is \(what.en); leerkring does not write into that"),
      wayOut: Text(
        nl: "kijk na wie het daar heeft gezet, en geef het een andere naam",
        en: "find out who put it there, and give it another name"))
  }

  /// Says that the lock is not ours any more.
  static func lost(_ path: String, _ lock: String) -> Diagnostic {
    Diagnostic(
      "workspace.lost",
      Text(
        nl:
          "het slot '\(lock)' is weggehaald of vervangen, dus kan een ander nu in '\(path)' schrijven; de opdracht is "
          + "niet uitgevoerd",
        en: "the lock '\(lock)' was removed or replaced, so somebody else may write '\(path)' now; the command has not "
          + "been carried out"),
      wayOut: saveElsewhere)
  }

  static func moved(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.lost",
      Text(
        nl: "'\(path)' staat niet meer op zijn plaats; de opdracht is niet uitgevoerd",
        en: "'\(path)' is not in its place any more; the command has not been carried out"),
      wayOut: Text(
        nl: "zet het terug met 'save', of ga verder in een ander bestand met 'save-as'",
        en: "put it back with 'save', or go on in another file with 'save-as'"))
  }

  static func replaced(_ path: String) -> Diagnostic {
    Diagnostic(
      "workspace.replaced",
      Text(
        nl: "in '\(path)' staat nu iets anders dan deze sessie schreef of las; de opdracht is niet uitgevoerd",
        en: "'\(path)' holds something else now than this session wrote or read; the command has not been carried out"),
      wayOut: saveElsewhere)
  }

  /// Says that a journal was removed and is there again.
  static func journalTaken(_ path: String, _ journal: String) -> Diagnostic {
    Diagnostic(
      "workspace.lost",
      Text(
        nl: "'\(journal)' was weggehaald en is met alle stappen teruggezet; de opdracht is niet uitgevoerd",
        en: "'\(journal)' was removed and was put back with all steps; the command has not been carried out"),
      wayOut: Text(nl: "geef de opdracht opnieuw", en: "give the command again"))
  }

  static func journalReplaced(_ path: String, _ journal: String, keptAs name: String) -> Diagnostic {
    Diagnostic(
      "workspace.replaced",
      Text(
        nl:
          "'\(journal)' is nu een ander bestand; de stappen van deze sessie staan in '\(name)', en de opdracht is niet "
          + "uitgevoerd",
        en:
          "'\(journal)' is another file now; the steps of this session are in '\(name)', and the command has not been "
          + "carried out"),
      wayOut: saveElsewhere)
  }

  /// Says that another session writes the same journal.
  static func shared(_ path: String, _ journal: String) -> Diagnostic {
    Diagnostic(
      "workspace.lost",
      Text(
        nl: "een ander schreef in '\(journal)'; de opdracht is niet uitgevoerd",
        en: "somebody else wrote '\(journal)'; the command has not been carried out"),
      wayOut: saveElsewhere)
  }

  /// Says that a step was refused and may yet be there when the workspace is opened again.
  static func uncertain(_ path: String, _ error: Diagnostic) -> Diagnostic {
    Diagnostic(
      "workspace.uncertain",
      error.message
        + Text(
          nl: "; of de opdracht bij het heropenen van '\(path)' wel is uitgevoerd, is niet zeker",
          en: "; whether the command has been carried out after all when '\(path)' is opened again is not certain"),
      wayOut: saveElsewhere)
  }

  /// Says that a file was written and may not outlast a power cut.
  static func written(_ path: String, _ error: Diagnostic) -> Diagnostic {
    Diagnostic(
      "workspace.uncertain",
      Text(
        nl: "'\(path)' is geschreven, maar of het bij stroomuitval blijft staan is niet zeker: \(error.message.nl)",
        en: "'\(path)' is written, but whether it stays when the power fails is not certain: \(error.message.en)"),
      wayOut: Text(nl: "bewaar nog eens", en: "save once more"))
  }

  private static let saveElsewhere = Text(
    nl: "bewaar uw werk in een ander bestand met 'save-as'", en: "keep your work in another file with 'save-as'")
}
