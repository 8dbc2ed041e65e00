/// A rule of law, a bill or a judgment as a knowledge base has it: what it settles, and for how long.
public struct LegalItem: NamedItem, FieldItem {
  /// The word by which it is asked for.
  public let id: String
  /// Other words for it.
  public let names: [String]
  /// What a person reads.
  public let label: Text
  /// What it settles, in our words.
  public let what: Statement
  /// For how long it holds, and when that was looked up.
  public let period: LegalPeriod

  /// Reads it out of an item of a file.
  public init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    period = try LegalPeriod(fields)
  }

  /// As a notice beside a result: what it is and settles, since when, and when that was looked up.
  public var notice: Block {
    let held = period.shown
    let text = what.shown
    return .notice(
      Notice(.info, Text(nl: "\(label.nl): \(text.nl) (\(held.nl))", en: "\(label.en): \(text.en) (\(held.en))")))
  }
}

extension Context {
  /// The law that the running plugin knows: the items of its `law.json`, in their order.
  ///
  /// - Throws: `knowledge.damaged`.
  public var legalItems: [LegalItem] { get throws { try knowledge.items("law", in: self) } }

  /// Returns legal items by their ids, in the order of the knowledge base.
  ///
  /// - Throws: `knowledge.damaged` where one is not there: what was to be said of it must not be left out in silence.
  public func law(_ ids: [String]) throws -> [LegalItem] {
    let items = try legalItems
    let known = Set(items.map(\.id))
    if let missing = ids.first(where: { !known.contains($0) }) {
      throw KnowledgeBase.damaged("law", Text(nl: ": '\(missing)' ontbreekt", en: ": '\(missing)' is missing"))
    }
    return items.filter { ids.contains($0.id) }
  }
}

extension Table {
  /// Returns a table of legal items: what each settles, for how long, what comes after it, and when that was looked up.
  ///
  /// - Parameters:
  ///   - title: what stands above it.
  ///   - items: one row each.
  ///   - context: what the command works in.
  public static func legal(_ title: Text, _ items: [LegalItem], in context: Context) -> Table {
    let periods = items.map(\.period)
    return Table(
      title: title,
      columns: [
        .texts("item", items.map(\.id)).asDetail(),
        .texts("label", items.map(\.label), label: Text(nl: "onderwerp", en: "subject"), in: context),
        .texts("what", items.map(\.what.shown), label: Text(nl: "in het kort", en: "in brief"), in: context),
        .texts("holds", periods.map(\.held), label: Text(nl: "geldt", en: "holds"), in: context),
        .texts("from", periods.map { $0.from?.text }, label: Text(nl: "van", en: "from")).asDetail(),
        .texts("until", periods.map { $0.until?.text }, label: Text(nl: "tot en met", en: "through")).asDetail(),
        .texts("successor", periods.map(\.successor), label: Text(nl: "opvolger", en: "successor"), in: context),
        .texts("checked", periods.map(\.checked), label: Text(nl: "nagegaan", en: "checked"), in: context),
        .texts("checked_on", periods.map { $0.check?.on.text }, label: Text(nl: "nagegaan op", en: "checked on"))
          .asDetail(),
        .texts("checked_at", periods.map { $0.check?.at }, label: Text(nl: "nagegaan bij", en: "checked at"))
          .asDetail(),
        .texts("place", items.map { $0.what.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
          .asDetail(),
      ])
  }
}
