import WorkbenchKit

/// What is told when a workspace was opened and something was amiss.
enum StoreNotice {
  static func damagedSnapshot(_ path: String, _ why: Diagnostic) -> Notice {
    Notice.warning(
      nl: "'\(path)' is beschadigd: \(why.message.nl). Wat ervoor staat is gelezen, en het is alleen-lezen geopend; "
        + "het bestand is niet veranderd.",
      en: "'\(path)' is damaged: \(why.message.en). What stands before it was read, and it is open for reading only; "
        + "the file was not changed.")
  }

  static func damagedJournal(_ journal: String, line: Int, why: Text?) -> Notice {
    let detail = why.map { Text(nl: " (\($0.nl))", en: " (\($0.en))") } ?? .verbatim("")
    return Notice.warning(
      nl:
        "Regel \(line) van '\(journal)' is beschadigd\(detail.nl). De stappen ervoor zijn gelezen, die erna niet, en "
        + "de werkruimte is alleen-lezen geopend; er is niets veranderd.",
      en:
        "Line \(line) of '\(journal)' is damaged\(detail.en). The steps before it were read, those after it were not, "
        + "and the workspace is open for reading only; nothing was changed.")
  }

  static func torn(_ journal: String) -> Notice {
    Notice.caution(
      nl: "De laatste regel van '\(journal)' was niet afgemaakt en is weggelaten; elke bevestigde stap is er.",
      en: "The last line of '\(journal)' was not finished and was cut off; every step that was acknowledged is there."
    )
  }

  static func setAside(_ journal: String, as name: String) -> Notice {
    Notice.warning(
      nl: "'\(journal)' hoort niet bij deze werkruimte en is niet gebruikt; het staat nu in '\(name)'.",
      en: "'\(journal)' does not belong to this workspace and was not used; it is now in '\(name)'.")
  }

  static func ignored(_ journal: String) -> Notice {
    Notice.warning(
      nl: "'\(journal)' hoort niet bij deze werkruimte en is niet gebruikt.",
      en: "'\(journal)' does not belong to this workspace and was not used.")
  }

  static func migrated(_ path: String, from version: Int, backup: String) -> Notice {
    Notice.info(
      nl:
        "'\(path)' is van versie \(version) naar \(WorkspaceFormat.version) gebracht; het oude bestand is '\(backup)'.",
      en: "'\(path)' was brought from version \(version) to \(WorkspaceFormat.version); the old file is '\(backup)'.")
  }
}
