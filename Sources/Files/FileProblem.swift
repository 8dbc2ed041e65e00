import Glibc
import WorkbenchKit

/// The errors that files give, as a person gets them.
public enum FileProblem {
  /// Says why a path cannot be read.
  ///
  /// - Parameters:
  ///   - path: as it was given.
  ///   - full: as seen from where the program stands.
  public static func reading(_ path: String, at full: String, _ error: SystemError) -> Diagnostic {
    switch error.number {
    case ENOENT, ENOTDIR: missing(path, at: full)
    case EACCES, EPERM:
      Diagnostic(
        "file.unreadable",
        Text(nl: "'\(path)' mag u niet lezen", en: "'\(path)' may not be read by you"),
        wayOut: Text(nl: "vraag de eigenaar om leesrecht", en: "ask its owner for permission to read"))
    case ELOOP:
      Diagnostic(
        "file.unreadable",
        Text(
          nl: "'\(path)' is een symbolische koppeling die in een kring loopt",
          en: "'\(path)' is a symbolic link that goes round in a circle"),
        wayOut: Text(nl: "noem het bestand zelf", en: "name the file itself"))
    case ENXIO: special(path)
    case EISDIR: folder(path)
    default:
      Diagnostic(
        "file.unreadable",
        Text(
          nl: "'\(path)' kan niet worden gelezen: \(error.words)", en: "'\(path)' cannot be read: \(error.words)"))
    }
  }

  /// Says why a path cannot be written.
  public static func writing(_ path: String, at full: String, _ error: SystemError) -> Diagnostic {
    switch error.number {
    case ENOSPC, EDQUOT:
      Diagnostic(
        "file.diskfull",
        Text(nl: "'\(path)' past niet meer op de schijf", en: "'\(path)' does not fit on the disk any more"),
        wayOut: Text(
          nl: "maak ruimte, of schrijf naar een andere schijf", en: "free some space, or write to another disk"))
    case EFBIG:
      Diagnostic(
        "file.diskfull",
        Text(
          nl: "'\(path)' zou groter worden dan hier mag", en: "'\(path)' would grow larger than is allowed here"),
        wayOut: Text(
          nl: "verhoog de grens (ulimit -f), of schrijf naar een andere schijf",
          en: "raise the limit (ulimit -f), or write to another disk"))
    case ENOENT, ENOTDIR: noFolder(path, at: full)
    case EISDIR: folder(path)
    case EACCES, EPERM:
      unwritable(path, Text(nl: "u mag daar niet schrijven", en: "you may not write there"))
    case EROFS:
      unwritable(path, Text(nl: "de schijf is alleen-lezen", en: "the disk is read-only"))
    case ELOOP:
      unwritable(
        path, Text(nl: "de koppelingen lopen in een kring", en: "the symbolic links go round in a circle"))
    case ENXIO:
      unwritable(path, Text(nl: "niemand leest aan de andere kant", en: "nobody reads at the other end"))
    case EPIPE:
      unwritable(path, Text(nl: "de lezer is gestopt", en: "the reader has stopped"))
    default: unwritable(path, .verbatim(error.words))
    }
  }

  public static func folder(_ path: String) -> Diagnostic {
    Diagnostic(
      "file.directory",
      Text(nl: "'\(path)' is een map, geen bestand", en: "'\(path)' is a folder, not a file"),
      wayOut: Text(nl: "noem een bestand in die map", en: "name a file in that folder"))
  }

  public static func special(_ path: String) -> Diagnostic {
    Diagnostic(
      "file.special",
      Text(
        nl: "'\(path)' is een pijp of een apparaat, geen gewoon bestand",
        en: "'\(path)' is a pipe or a device, not a regular file"),
      wayOut: Text(
        nl: "schrijf de inhoud eerst naar een bestand, of lees /dev/stdin",
        en: "write its contents to a file first, or read /dev/stdin"))
  }

  static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      "file.changed",
      Text(
        nl: "'\(path)' is veranderd terwijl het werd gelezen", en: "'\(path)' changed while it was read"),
      wayOut: Text(nl: "lees het nog eens", en: "read it once more"))
  }

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      "file.toolarge",
      Text(
        nl: "'\(path)' is groter dan \(limit / 1_000_000) MB", en: "'\(path)' is larger than \(limit / 1_000_000) MB"),
      wayOut: Text(
        nl: "knip het in delen, of zet het in een database en lees het met 'read db:…'",
        en: "cut it into parts, or put it into a database and read it with 'read db:…'"))
  }

  /// Says what is wrong with a path that names nothing; nil where it names something.
  public static func nameless(_ path: String) -> Diagnostic? {
    if path.isEmpty {
      return Diagnostic(
        "file.missing", Text(nl: "de naam van het bestand is leeg", en: "the name of the file is empty"),
        wayOut: Text(nl: "noem een bestand", en: "name a file"))
    }
    // The system ends a name at a NUL and would take another file.
    if path.utf8.contains(0) {
      return Diagnostic(
        "file.missing", Text(nl: "er staat een NUL-teken in '\(path)'", en: "there is a NUL character in '\(path)'"),
        wayOut: Text(nl: "noem een bestand", en: "name a file"))
    }
    return nil
  }

  private static func unwritable(_ path: String, _ why: Text) -> Diagnostic {
    Diagnostic(
      "file.unwritable",
      Text(nl: "'\(path)' kan niet worden geschreven: \(why.nl)", en: "'\(path)' cannot be written: \(why.en)"),
      wayOut: Text(nl: "kies een andere plaats", en: "choose another place"))
  }

  private static func noFolder(_ path: String, at full: String) -> Diagnostic {
    if !full.hasPrefix("/"), lostFolder { return lost(path, "file.unwritable") }
    let folder = FilePath.folder(of: path)
    // There are folders, such as /proc, in which no file can be made.
    if (try? FileStatus.of(FilePath.folder(of: full)))?.kind == .folder {
      return unwritable(path, Text(nl: "daar kan geen bestand worden gemaakt", en: "no file can be made there"))
    }
    return Diagnostic(
      "file.unwritable",
      Text(
        nl: "'\(path)' kan niet worden geschreven: de map '\(folder)' bestaat niet",
        en: "'\(path)' cannot be written: the folder '\(folder)' does not exist"),
      wayOut: Text(
        nl: "maak de map eerst, of kies een andere plaats", en: "make the folder first, or choose another place"))
  }

  private static func missing(_ path: String, at full: String) -> Diagnostic {
    if !full.hasPrefix("/"), lostFolder { return lost(path, "file.missing") }
    let folder = FilePath.folder(of: full)
    if folder != ".", (try? FileStatus.of(folder))?.kind != .folder {
      let shown = FilePath.folder(of: path)
      return Diagnostic(
        "file.missing",
        Text(
          nl: "'\(path)' is er niet: er is geen map '\(shown)'",
          en: "'\(path)' is not there: there is no folder '\(shown)'"),
        wayOut: Text(nl: "kijk de map na", en: "check the folder"))
    }
    let near = NearestWord.rank(FilePath.name(of: full), among: FilePath.names(in: folder))
    let shown = near.prefix(5).map { name in
      path.utf8.contains(UInt8(ascii: "/")) ? FilePath.join(FilePath.folder(of: path), name) : name
    }
    return Diagnostic(
      "file.missing",
      Text(nl: "het bestand '\(path)' is er niet", en: "the file '\(path)' is not there"),
      wayOut: Text(nl: "kijk de naam en de map na", en: "check the name and the folder"),
      suggestion: shown.first,
      candidates: shown.map { Candidate($0) })
  }

  /// Whether the folder in which the program stands was removed.
  private static var lostFolder: Bool {
    guard let path = getcwd(nil, 0) else { return true }
    free(path)
    return false
  }

  private static func lost(_ path: String, _ code: String) -> Diagnostic {
    Diagnostic(
      code,
      Text(
        nl: "'\(path)' is er niet: de map waarin u werkt is verwijderd",
        en: "'\(path)' is not there: the folder you work in was removed"),
      wayOut: Text(
        nl: "ga naar een andere map, of noem het hele pad", en: "go to another folder, or give the whole path"))
  }
}
