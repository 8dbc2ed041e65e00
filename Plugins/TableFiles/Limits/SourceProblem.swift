import WorkbenchKit

/// What can be wrong with a file of tables before anything is read out of it: it is damaged, too large, or shut.
struct SourceProblem: Sendable {
  /// What the file is called.
  let name: String

  init(_ name: String) { self.name = name }

  private func problem(_ code: String, nl: String, en: String, wayOut: Text) -> Diagnostic {
    Diagnostic("source.\(code)", Text(nl: "'\(name)' \(nl)", en: "'\(name)' \(en)"), wayOut: wayOut)
  }

  private static let again = Text(
    nl: "haal het bestand opnieuw op, of open het in Excel of LibreOffice en bewaar het opnieuw",
    en: "fetch the file again, or open it in Excel or LibreOffice and save it again")

  // MARK: Damage

  /// - Parameter what: a clause that goes on after the name, such as `mist het onderdeel met de werkbladen`.
  func damaged(nl: String, en: String) -> Diagnostic {
    problem("damaged", nl: "is beschadigd: \(nl)", en: "is damaged: \(en)", wayOut: Self.again)
  }

  func unreadablePart(_ part: String) -> Diagnostic {
    damaged(nl: "het onderdeel '\(part)' is niet uit te pakken", en: "the part '\(part)' cannot be unpacked")
  }

  func missingPart(_ part: String) -> Diagnostic {
    damaged(nl: "het onderdeel '\(part)' ontbreekt", en: "the part '\(part)' is missing")
  }

  func syntax(_ part: String, line: Int) -> Diagnostic {
    damaged(
      nl: "in het onderdeel '\(part)' klopt regel \(line) niet", en: "in the part '\(part)' line \(line) is not right")
  }

  /// - Parameter document: whether the part declares a type of document, by which entities could be fetched or unfolded.
  func documentType(_ part: String) -> Diagnostic {
    problem(
      "doctype", nl: "heeft een DOCTYPE in het onderdeel '\(part)', en dat hoort in geen werkmap",
      en: "has a DOCTYPE in the part '\(part)', which belongs in no workbook",
      wayOut: Text(
        nl: "vertrouwt u de afzender, open het dan in Excel of LibreOffice en bewaar het opnieuw",
        en: "if you trust the sender, open it in Excel or LibreOffice and save it again"))
  }

  // MARK: Size

  func tooLarge(_ limits: SourceLimits) -> Diagnostic {
    let most = Text.count(limits.unpacked >> 20)
    return problem(
      "large", nl: "is uitgepakt groter dan \(most.nl) MiB", en: "unpacks to more than \(most.en) MiB",
      wayOut: Text(
        nl: "verdeel het over meer bestanden, of bewaar het blad dat u nodig hebt als CSV",
        en: "divide it over several files, or save the sheet that you need as CSV"))
  }

  func bomb(_ part: String, _ limits: SourceLimits) -> Diagnostic {
    problem(
      "bomb",
      nl: "is niet te vertrouwen: het onderdeel '\(part)' wordt uitgepakt meer dan \(limits.ratio) keer zo groot",
      en: "cannot be trusted: the part '\(part)' grows to more than \(limits.ratio) times its size when unpacked",
      wayOut: Text(
        nl: "vraag de afzender om een ander bestand, liefst als CSV",
        en: "ask the sender for another file, preferably as CSV"))
  }

  func tooManyParts(_ limits: SourceLimits) -> Diagnostic {
    let most = Text.count(limits.parts)
    return problem(
      "parts", nl: "bestaat uit meer dan \(most.nl) onderdelen", en: "consists of more than \(most.en) parts",
      wayOut: Text(
        nl: "pak uit wat u nodig hebt, en lees dat", en: "unpack what you need, and read that"))
  }

  func tooLongCell(_ limits: SourceLimits) -> Diagnostic {
    let most = Text.count(limits.cell)
    return problem(
      "cell", nl: "heeft een cel met meer dan \(most.nl) bytes tekst",
      en: "has a cell with more than \(most.en) bytes of text",
      wayOut: Text(nl: "kort die cel in en bewaar het bestand opnieuw", en: "shorten that cell and save the file again")
    )
  }

  func far(_ limits: SourceLimits) -> Diagnostic {
    let (rows, columns) = (Text.count(limits.rows), Text.count(limits.columns))
    return problem(
      "far", nl: "heeft een cel voorbij rij \(rows.nl) of kolom \(columns.nl), en zo groot is geen werkblad",
      en: "has a cell beyond row \(rows.en) or column \(columns.en), and no sheet is that large", wayOut: Self.again)
  }

  func tooManyCells(_ limits: SourceLimits) -> Diagnostic {
    let most = Text.count(limits.cells / 1_000_000)
    return problem(
      "cells", nl: "heeft meer dan \(most.nl) miljoen cellen in één tabel",
      en: "has more than \(most.en) million cells in one table",
      wayOut: Text(
        nl: "lees een deel met --range, zoals --range A1:H5000",
        en: "read a part with --range, such as --range A1:H5000"))
  }

  // MARK: Shut

  func encrypted() -> Diagnostic {
    problem(
      "encrypted", nl: "is met een wachtwoord versleuteld", en: "is encrypted with a password",
      wayOut: Text(
        nl: "open het met het wachtwoord, haal de beveiliging eraf en bewaar het als .xlsx of .ods",
        en: "open it with the password, take the protection off and save it as .xlsx or .ods"))
  }

  func path(_ part: String) -> Diagnostic {
    problem(
      "path", nl: "noemt een onderdeel buiten zichzelf: '\(part)'", en: "names a part outside itself: '\(part)'",
      wayOut: Text(
        nl: "gebruik een onderdeel dat contents noemt, of vraag de afzender om een ander bestand",
        en: "use a part that contents lists, or ask the sender for another file"))
  }

  func packing(_ part: String) -> Diagnostic {
    problem(
      "packing", nl: "heeft het onderdeel '\(part)' gepakt op een manier die hier niet gelezen wordt",
      en: "has the part '\(part)' packed in a way that is not read here",
      wayOut: Text(
        nl: "pak het uit en lees het uitgepakte bestand, of pak het opnieuw in als gewone zip",
        en: "unpack it and read the unpacked file, or pack it again as a plain zip"))
  }

  func memory() -> Diagnostic {
    problem(
      "memory", nl: "past niet in het geheugen", en: "does not fit in memory",
      wayOut: Text(nl: "sluit andere programma's en probeer het opnieuw", en: "close other programs and try again"))
  }
}
