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

  /// - Parameter name: where the journal was copied before the line was cut off; nil where it was left as it is.
  static func torn(_ journal: String, keptAs name: String? = nil) -> Notice {
    let kept = name.map { Text(nl: " Het bestand zoals het was is '\($0)'.", en: " The file as it was is '\($0)'.") }
    return Notice(
      .caution,
      Text(
        nl: "De laatste regel van '\(journal)' is niet afgemaakt en is weggelaten; de stappen ervoor zijn er.",
        en: "The last line of '\(journal)' is not finished and was left out; the steps before it are there.")
        + (kept ?? .verbatim("")))
  }

  static func setAside(_ journal: String, as name: String, steps: Int?) -> Notice {
    Notice(
      .warning,
      Text(
        nl: "'\(journal)' hoort niet bij deze stand van de werkruimte en is niet gebruikt; het staat nu in '\(name)'.",
        en: "'\(journal)' does not belong to this state of the workspace and was not used; it is now in '\(name)'.")
        + look(steps, name))
  }

  static func ignored(_ journal: String, steps: Int) -> Notice {
    Notice(
      .warning,
      Text(
        nl: "'\(journal)' hoort niet bij deze stand van de werkruimte en is niet gebruikt.",
        en: "'\(journal)' does not belong to this state of the workspace and was not used.") + look(steps, journal))
  }

  private static func look(_ steps: Int?, _ name: String) -> Text {
    guard steps != 0 else { return .verbatim("") }
    let what =
      steps.map { Text.counted($0, Text(nl: "stap", en: "step"), Text(nl: "stappen", en: "steps")) }
      ?? Text(nl: "de stappen", en: "the steps")
    return Text(
      nl: " Bekijk \(what.nl) die erin staan met: workspace journal '\(name)'",
      en: " See \(what.en) in it with: workspace journal '\(name)'")
  }

  static func illegible(_ journal: String, keptAs name: String? = nil) -> Notice {
    let kept = name.map { Text(nl: "; het staat nu in '\($0)'", en: "; it is now in '\($0)'") } ?? .verbatim("")
    return Notice(
      .warning,
      Text(
        nl: "In '\(journal)' is niets te lezen\(kept.nl). Stappen van na het laatste bewaren kunnen ontbreken.",
        en: "Nothing can be read in '\(journal)'\(kept.en). Steps since the last save may be missing."))
  }

  /// Tells that a file is not as this program left it.
  static func changed(_ path: String) -> Notice {
    Notice.caution(
      nl: "'\(path)' is niet meer zoals leerkring het schreef: met de hand veranderd, of beschadigd. Het is gelezen "
        + "zoals het er nu staat; kijk het na voor u het bewaart.",
      en: "'\(path)' is not as leerkring wrote it: changed by hand, or damaged. It was read as it stands now; check it "
        + "before you save it.")
  }

  /// Tells of members that are not kept.
  static func strangers(_ path: String, _ names: [String]) -> Notice {
    let list = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return Notice.caution(
      nl: "In '\(path)' staat wat deze leerkring niet kent en bij het bewaren weglaat: \(list).",
      en: "'\(path)' holds what this leerkring does not know and leaves out when it saves: \(list).")
  }

  static func migrated(_ path: String, from version: Int, backup: String) -> Notice {
    Notice.info(
      nl:
        "'\(path)' is van versie \(version) naar \(WorkspaceFormat.version) gebracht; het oude bestand is '\(backup)'.",
      en: "'\(path)' was brought from version \(version) to \(WorkspaceFormat.version); the old file is '\(backup)'.")
  }
}
