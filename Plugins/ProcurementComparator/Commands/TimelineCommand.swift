import WorkbenchKit

/// `procure timeline`: term and options of a contract, the steps before it, and when to decide.
struct TimelineCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure timeline",
      aliases: ["procure tijdlijn"],
      summary: Text(
        nl: "zet looptijd, opties, overgang en beslismomenten op een tijdlijn",
        en: "put term, options, transition and moments of decision on a timeline"),
      parameters: [
        Parameter(
          "start", .text, position: .flag, required: true,
          about: Text(nl: "eerste dag van het contract", en: "first day of the contract")),
        .flag(
          "term", .text, about: Text(nl: "looptijd en opties in jaren: 2+1+1", en: "term and options in years: 2+1+1"),
          fallback: "2+1+1",
          candidates: { _ in
            [
              Candidate("2+1+1", Text(nl: "Brunssum", en: "Brunssum")),
              Candidate("4+2", Text(nl: "Alphen", en: "Alphen")),
              Candidate("7", Text(nl: "Rotterdam, vervoer", en: "Rotterdam, transport")),
            ]
          }),
        .flag(
          "notice", .integer(0...36),
          about: Text(nl: "maanden voor een einde om te beslissen", en: "months before an end to decide"), fallback: "6"
        ),
      ],
      examples: [
        .init(
          "procure timeline --start 2027-01-01 --term 2+1+1",
          Text(nl: "twee jaar en twee opties", en: "two years and two options")),
        .init(
          "procure timeline --start 2027-01-01 --term twee", Text(nl: "geen jaren", en: "no years"),
          failsWith: "term.shape"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let start = try ProcurementDates.read(call.text("start") ?? "", at: call.place(of: "start"))
    let text = call.text("term") ?? ""
    let notice = call.integer("notice") ?? 6
    guard let years = ContractTimeline.years(text),
      let plan = ContractTimeline(start: start, years: years, notice: notice)
    else {
      throw Diagnostic(
        "term.shape", Text(nl: "'\(text)' is geen looptijd", en: "'\(text)' is no term"),
        wayOut: Text(
          nl: "jaren met plussen ertussen: 2+1+1, 4+2 of 7", en: "years with pluses between: 2+1+1, 4+2 or 7"),
        place: call.place(of: "term"))
    }
    let file = try library.file("terms", context)
    let parts = (
      Text(nl: "overgang", en: "transition"), Text(nl: "contract", en: "contract"), Text(nl: "beslissen", en: "decide")
    )
    var rows: [Timeline.Row] = []
    var citations: [Citation] = []
    for item in file["steps"]?.array ?? [] {
      guard let months = item["months"]?.int, let step = Statement(item), let day = start.adding(months: months) else {
        continue
      }
      rows.append(
        .init(what: step.text, start: day, source: .verbatim(step.source.id), group: parts.0))
      citations.append(step.source)
    }
    for (place, stretch) in plan.stretches.enumerated() {
      let what =
        stretch.isOption
        ? Text(nl: "optie \(place): \(stretch.years) jaar", en: "option \(place): \(stretch.years) years")
        : Text(nl: "looptijd: \(stretch.years) jaar", en: "term: \(stretch.years) years")
      rows.append(.init(what: what, start: stretch.start, end: stretch.end, group: parts.1))
    }
    for (place, day) in plan.decisions.enumerated() {
      let isLast = place == plan.decisions.count - 1
      let what =
        isLast
        ? Text(nl: "besluit wat na het contract komt", en: "decide what comes after the contract")
        : Text(nl: "besluit over optie \(place + 1)", en: "decide on option \(place + 1)")
      rows.append(.init(what: what, start: day, who: Text(nl: "gemeente", en: "municipality"), group: parts.2))
    }
    let title = Text(nl: "Contract \(text) vanaf \(start.text)", en: "Contract \(text) from \(start.text)")
    let table = Table(
      title: title,
      columns: [
        LibraryColumns.text("part", rows.map(\.group), Text(nl: "deel", en: "part"), context),
        LibraryColumns.text("what", rows.map(\.what), Text(nl: "wat", en: "what"), context),
        .texts("start", rows.map(\.start.text), label: Text(nl: "van", en: "from")),
        .texts("end", rows.map { $0.end?.text }, label: Text(nl: "tot en met", en: "through")),
      ])
    var blocks: [Block] = [.timeline(Timeline(title: title, rows: rows)), .table(table)]
    let same = (file["terms"]?.array ?? []).filter { $0["term"]?.string == text }
    citations += same.compactMap { Citation($0["source"]) }
    if let known = same.first?["id"]?.string {
      blocks.append(Shown.notice(.info, nl: "deze looptijd koos \(known)", en: "this term was chosen by \(known)"))
    }
    blocks.append(
      Shown.notice(
        .caution, nl: "hoe lang de stappen vooraf duren is een keuze; in Alphen was de tijd te kort",
        en: "how long the steps beforehand take is a choice; in Alphen there was too little time"))
    blocks.append(try library.sources(citations, context))
    return Output(blocks)
  }
}
