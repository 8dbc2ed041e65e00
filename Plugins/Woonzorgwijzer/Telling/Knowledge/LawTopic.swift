import WorkbenchKit

/// The law beside the sources of 2013 to 2016, with when it was looked up.
enum LawTopic {
  static func show(_ context: Context) throws -> TopicPage {
    let items = try context.legalItems
    return TopicPage(
      blocks: [.table(.legal(Text(nl: "De wet zoals zij is", en: "The law as it stands"), items, in: context))],
      citations: items.map(\.what.source))
  }
}
