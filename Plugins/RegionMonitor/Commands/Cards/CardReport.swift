import WorkbenchKit

/// What is shown once something is filled in on a card.
enum CardReport {
  /// What was said, cell by cell.
  struct Said {
    let region: Region
    let item: CardItem
  }

  static func blocks(_ said: [Said], _ book: CardBook, by role: String, _ context: Context) throws -> [Block] {
    let cells = said.map { book.cell($0.item, of: $0.region.id) }
    let regions = Set(said.map(\.region.id)).count
    let answers = Text.counted(said.count, Text(nl: "antwoord", en: "answer"), Text(nl: "antwoorden", en: "answers"))
    let of = Text.counted(regions, Text(nl: "regio", en: "region"), Text(nl: "regio's", en: "regions"))
    let conflicts = cells.count { $0.mark == .conflict }
    var blocks: [Block] = [
      .paragraph(
        regions == 1 && said.count == 1
          ? Self.one(said[0], cells[0])
          : Text(nl: "\(answers.nl) genoteerd, over \(of.nl).", en: "\(answers.en) noted, on \(of.en)."))
    ]
    if said.count > 1 {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Genoteerd", en: "Noted"),
            columns: [
              .texts("region", said.map(\.region.id)).asDetail(),
              .texts("label", said.map(\.region.label), label: Text(nl: "regio", en: "region"), in: context)
                .asDetail(regions == 1),
              .texts("question", said.map(\.item.id)).asDetail(),
              .texts("about", said.map(\.item.label), label: Text(nl: "waarover", en: "about"), in: context),
              .texts(
                "said", cells.map(\.words), label: Text(nl: "wat er nu staat", en: "what stands now"), in: context),
            ])))
    }
    if conflicts > 0 {
      blocks.append(
        .caution(
          nl: conflicts == 1
            ? "rollen spreken elkaar tegen: dat telt als niet bekend"
            : "bij \(conflicts) vragen spreken rollen elkaar tegen: dat telt als niet bekend",
          en: conflicts == 1
            ? "roles contradict each other: that counts as not known"
            : "at \(conflicts) questions roles contradict each other: that counts as not known"))
    }
    return blocks
  }

  private static func one(_ said: Said, _ cell: CardCell) -> Text {
    let what = cell.words ?? Text(nl: "niets meer", en: "nothing any more")
    let colon = Text(
      nl: "\(said.region.label.nl), \(said.item.label.nl): ", en: "\(said.region.label.en), \(said.item.label.en): ")
    return colon + what + .verbatim(".")
  }
}

/// Who says something of a card, when, and on what it rests.
struct SayingArguments: ArgumentGroup {
  let by = Argument(requiredFlag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  let at = Argument(flag: "at", .day, about: Text(nl: "op welke dag", en: "on which day"))
  let source = Argument(
    flag: "source", .words, about: Text(nl: "waarop het rust, zoals een stuk", en: "on what it rests, such as a paper"))
}
