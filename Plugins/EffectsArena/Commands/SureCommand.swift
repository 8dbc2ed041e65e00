import WorkbenchKit

/// `arena sure [FROM:TO=P… --by ROLE]`: how sure roles are of each link.
struct SureCommand: Command {
  struct Arguments: Sendable {
    let answers = Argument(
      list: "confidence",
      ArgumentKind<String>.words.map(or: Pair(key: "", value: Value.missing, place: nil)) { text in
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return Pair(key: sides[0], value: sides.count == 2 ? .text(sides[1]) : .missing, place: nil)
      }.stating(.share), required: false,
      about: Text(
        nl: "VAN:NAAR=0 tot 1, of weet-niet; of los VAN NAAR P",
        en: "FROM:TO=0 to 1, or weet-niet (does not know); or apart FROM TO P"),
      candidates: { context in
        ((try? context.workspace.currentSheet)?.links ?? []).map { Candidate("\($0.from):\($0.to)=") }
      })
    let by = Argument(flag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.answers, of: arguments.by) }

  let signature = Signature(
    "arena sure", aliases: ["arena zeker"],
    summary: Text(
      nl: "zeg of bekijk hoe zeker rollen van elke verbinding zijn", en: "say or see how sure roles are of each link"),
    details: Text(
      nl:
        "0 zeker niet, 1 zeker; weet-niet telt apart en is geen laag antwoord; intrekken neemt een antwoord terug. De verbinding waarover men het meest "
        + "verdeeld is staat bovenaan: A is de overeenstemming van Van der Eijk (2001) in tien klassen. De schaal is van ons. Een formulier voor alle "
        + "rollen: 'ballot new NAAM arena sure'.",
      en:
        "0 surely not, 1 surely; weet-niet (does not know) counts apart and is no low answer; intrekken takes an answer back. The link on which people "
        + "are most divided stands first: A is van der Eijk's agreement (2001) in ten classes. The scale is ours. A form for all roles: 'ballot new "
        + "NAME arena sure'."),
    changesWorkspace: true,
    next: [FollowUp("arena path", Text(nl: "hoe zeker de hele weg is", en: "how sure the whole way is"))],
    examples: [
      .init("arena sure buurthuis:rust=.6 --by gemeente", Text(nl: "wat een rol vindt", en: "what a role thinks")),
      .init(
        "arena sure buurthuis rust weet-niet --by corporatie",
        Text(nl: "een rol die het niet weet", en: "a role that does not know")),
      .init(
        "arena sure buurthuis:rust=3 --by gemeente", Text(nl: "buiten 0 tot 1", en: "outside 0 to 1"),
        failsWith: "share.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    if given.has(\.answers) {
      guard let by = given.by else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie zegt dit?", en: "who says so?"),
          wayOut: Text(nl: "noem de rol met --by", en: "name the role with --by"), suggestion: "--by",
          place: given.place(of: \.answers))
      }
      let role = try context.canonical(by)
      for (from, to, words, place) in try Self.said(given.answers, given.places(of: \.answers)) {
        let index = try Self.index(from, to, sheet, place)
        sheet.links[index].sure[role] = try Confidence.typed(words, at: place)
      }
      context.workspace.store(sheet)
    }
    guard !sheet.links.isEmpty else {
      return Output([
        .info(
          nl: "er is nog geen verbinding: 'arena link ACTIVITEIT EFFECT'",
          en: "there is no link yet: 'arena link ACTIVITY EFFECT'")
      ])
    }
    let table = LinkTable.of(sheet, context)
    let agreement = table.column("agreement")?.numbers ?? []
    let order = agreement.indices.sorted {
      (agreement[$0].isNaN ? 2 : agreement[$0], $0) < (agreement[$1].isNaN ? 2 : agreement[$1], $1)
    }
    var blocks: [Block] = [.table(table.rows(order))]
    let silent = sheet.links.count { $0.confidence == nil }
    if silent > 0 {
      let words = Text.counted(silent, Text(nl: "verbinding", en: "link"), Text(nl: "verbindingen", en: "links"))
      blocks.append(
        .info(nl: "van \(words.nl) zei nog niemand hoe zeker die is", en: "of \(words.en) nobody has said yet how sure")
      )
    }
    if !context.showsRoles { blocks.append(Self.rolesHidden) }
    blocks += try Claims.remarks(sheet, context)
    blocks.append(.info(nl: "de schaal van 0 tot 1 is van ons", en: "the scale of 0 to 1 is ours"))
    let citation = Citation(id: "van-der-eijk-2001", place: .verbatim("325-341"))
    return Output(blocks + [try context.knowledge.sources([citation], in: context)])
  }

  static let rolesHidden = Block.info(
    nl: "antwoorden per rol zijn verborgen (kring.show-roles): een rol kan één mens zijn",
    en: "answers of each role are hidden (kring.show-roles): a role may be one person")

  /// Reads `FROM:TO=P…`, or three words.
  private static func said(
    _ pairs: [Pair<Value>], _ places: [Place?]
  ) throws -> [(from: String, to: String, words: String, place: Place?)] {
    if pairs.count == 3, pairs.allSatisfy({ $0.value.isMissing }) {
      return [(pairs[0].key, pairs[1].key, pairs[2].key, places.last ?? nil)]
    }
    return try zip(pairs, places).map { pair, place in
      let ends = pair.key.split(separator: ":").map(String.init)
      guard ends.count == 2, !pair.value.isMissing else {
        let isDecimal = !pair.key.isEmpty && pair.key.allSatisfy(\.isNumber) && pairs.count > 1
        throw Diagnostic(
          "link.format", Text(nl: "'\(pair.key)' noemt geen verbinding", en: "'\(pair.key)' names no link"),
          wayOut: isDecimal
            ? Text(
              nl: "een komma scheidt antwoorden: schrijf een getal hier met een punt of procent, zoals .6 of 60%",
              en: "a comma parts answers: write a number here with a point or per cent, such as .6 or 60%")
            : Text(nl: "zoals buurthuis:rust=.6", en: "such as buurthuis:rust=.6"), place: place)
      }
      return (ends[0], ends[1], pair.value.plain, place)
    }
  }

  private static func index(_ from: String, _ to: String, _ sheet: Sheet, _ place: Place?) throws -> Int {
    let one = try Vocabulary<SheetNode>.node.one(from, among: sheet.nodes, at: place)
    let other = try Vocabulary<SheetNode>.node.one(to, among: sheet.nodes, at: place)
    if let index = sheet.links.firstIndex(where: { $0.from == one.id && $0.to == other.id }) { return index }
    throw Diagnostic(
      "link.unknown",
      Text(
        nl: "van '\(one.id)' gaat geen verbinding naar '\(other.id)'",
        en: "no link goes from '\(one.id)' to '\(other.id)'"),
      wayOut: Text(
        nl: "'arena link \(one.id) \(other.id)' legt haar", en: "'arena link \(one.id) \(other.id)' makes it"),
      suggestion: "arena link \(one.id) \(other.id)", place: place)
  }
}
