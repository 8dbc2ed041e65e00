/// What can be wrong with delimited text, each with the line where it is.
struct DelimitedProblems {
  /// What the text is called.
  let subject: Text

  init(name: String) {
    subject = name.isEmpty ? Text(nl: "het bestand", en: "the file") : .verbatim("'\(name)'")
  }

  func empty() -> Diagnostic {
    Diagnostic("file.empty", subject + Text(nl: " is leeg", en: " is empty"))
  }

  func tooLarge() -> Diagnostic {
    Diagnostic("file.toolarge", subject + Text(nl: " is groter dan 2 GB", en: " is larger than 2 GB"))
  }

  func spreadsheet() -> Diagnostic {
    Diagnostic(
      "file.xlsx",
      subject
        + Text(
          nl: " is een rekenblad (xlsx, ods) of zip-bestand, geen tekst",
          en: " is a spreadsheet (xlsx, ods) or zip, not text"),
      wayOut: Text(
        nl: "open het in Excel of LibreOffice en kies Opslaan als, CSV UTF-8; bewaar elk werkblad apart",
        en: "open it in Excel or LibreOffice and choose Save as, CSV UTF-8; save each sheet apart"))
  }

  func utf16() -> Diagnostic {
    Diagnostic(
      "file.encoding", subject + Text(nl: " staat in UTF-16", en: " is in UTF-16"),
      wayOut: Text(nl: "bewaar het als CSV UTF-8", en: "save it as CSV UTF-8"))
  }

  func nul(line: Int) -> Diagnostic {
    Diagnostic(
      "file.nul",
      subject + Text(nl: " bevat een NUL-byte (regel \(line))", en: " holds a NUL byte (line \(line))"),
      wayOut: Text(
        nl: "het is geen tekst, of UTF-16 zonder merkteken: bewaar het als CSV UTF-8",
        en: "it is not text, or UTF-16 without its mark: save it as CSV UTF-8"))
  }

  /// - Parameter offset: of the byte, counted from 0.
  func notUTF8(at offset: Int, byte: UInt8, line: Int) -> Diagnostic {
    let digits = String(byte, radix: 16, uppercase: true)
    let hex = digits.count < 2 ? "0" + digits : digits
    return Diagnostic(
      "file.encoding",
      subject
        + Text(
          nl: " is geen geldige UTF-8: byte 0x\(hex) op regel \(line) (byte \(offset + 1) van het bestand)",
          en: " is not valid UTF-8: byte 0x\(hex) on line \(line) (byte \(offset + 1) of the file)"),
      wayOut: Text(
        nl: "komt het uit een oudere Excel, geef dan --encoding cp1252",
        en: "if it comes from an older Excel, give --encoding cp1252"),
      suggestion: "--encoding cp1252")
  }

  /// Names the columns and not what stands in them: a line that is no header can be about a person.
  func noHeader(_ names: [String]) -> Diagnostic {
    let numeric = names.indices.filter {
      NumberText.parse(names[$0]) != nil || NumberText.parse(names[$0], point: 44) != nil
    }
    let places = numeric.prefix(4).map { String($0 + 1) }.joined(separator: ", ")
    return Diagnostic(
      "file.header",
      subject
        + (numeric.isEmpty
          ? Text(nl: " heeft geen regel met kolomnamen", en: " has no line with column names")
          : Text(
            nl: " heeft geen regel met kolomnamen: op de eerste regel staat een getal in kolom \(places)",
            en: " has no line with column names: on the first line stands a number in column \(places)")),
      wayOut: Text(
        nl: "zet boven de gegevens een regel met een naam voor elke kolom",
        en: "put a line with a name for each column above the data"))
  }

  /// - Parameter line: where it is.
  func told(_ kind: DelimitedFailure.Kind, line: Int) -> Diagnostic {
    switch kind {
    case .openQuote: unclosedQuote(line: line)
    case .behindQuote: textAfterQuote(line: line)
    case .columns: tooManyColumns(line: line)
    // Of bytes that are no text a closer look was taken before.
    case .cell, .noText: cellTooLarge(line: line)
    }
  }

  private func unclosedQuote(line: Int) -> Diagnostic {
    Diagnostic(
      "file.quote",
      subject
        + Text(
          nl: ": het aanhalingsteken dat op regel \(line) opent, sluit nergens",
          en: ": the quote that opens on line \(line) closes nowhere"),
      wayOut: Text(nl: "verdubbel een aanhalingsteken dat tekst is", en: "double a quote that is text"))
  }

  private func textAfterQuote(line: Int) -> Diagnostic {
    Diagnostic(
      "file.quote",
      subject
        + Text(
          nl: ": op regel \(line) staat tekst direct achter een sluitend aanhalingsteken",
          en: ": on line \(line) text stands right after a closing quote"),
      wayOut: Text(
        nl: "verdubbel een aanhalingsteken dat tekst is, of noem het scheidingsteken met --delimiter",
        en: "double a quote that is text, or name the separator with --delimiter"))
  }

  private func tooManyColumns(line: Int) -> Diagnostic {
    let limit = DelimitedLimits.columns
    return Diagnostic(
      "file.columns",
      subject
        + Text(
          nl: ": regel \(line) heeft meer dan \(limit) kolommen", en: ": line \(line) has more than \(limit) columns"),
      wayOut: Text(nl: "is dit een tabel met regels?", en: "is this a table with lines?"))
  }

  private func cellTooLarge(line: Int) -> Diagnostic {
    Diagnostic(
      "file.cell",
      subject
        + Text(
          nl: ": op regel \(line) is een cel groter dan 16 MB", en: ": on line \(line) a cell is larger than 16 MB"),
      wayOut: Text(
        nl: "is dit een tabel, en sluiten de aanhalingstekens?", en: "is this a table, and do its quotes close?"))
  }
}
