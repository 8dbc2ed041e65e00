import WorkbenchKit

/// `--need` and `--area`: which of the estimates of the Woonzorgwijzer are meant.
struct NeedArguments: ArgumentGroup {
  let need: Argument<String?>
  let area: Argument<[String]>

  init(need: Text, area: Text) {
    self.need = Argument(flag: "need", .name, about: need, candidates: ClientNeed.subjects)
    self.area = Argument(flags: "area", .name, about: area)
  }
}

extension Given<NeedArguments> {
  /// Adds up the estimates that are meant.
  ///
  /// - Throws: `estimates.*`, `area.unknown`.
  func clients(in context: Context) throws -> ClientNeed {
    try checking(\.need) {
      try ClientNeed(ClientNeed.offered(in: context.workspace), subject: $0, areas: self.area)
    }
  }
}
