import Methods
import WorkbenchKit

/// What the source prints of all 46 regions together.
struct PrintedShare: FieldItem {
  let id: String
  /// The question of the card that it is about; nil for none.
  let question: String?
  let printed: Text
  /// A rounded percentage, as it is printed.
  let percent: Int?
  /// A count, where the source gives one.
  let count: Int?
  let of: Int
  let remark: Text?
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    question = try fields["question"]
    printed = try fields["printed"]
    percent = try fields["percent"]
    count = try fields["count"]
    of = try fields["of"]
    remark = try fields["remark"]
    source = try fields["source"]
  }

  /// The whole count that is nearest to what is printed; nil where nothing is printed that can be counted.
  var nearest: Int? { count ?? percent.map { Int((Double($0 * of) / 100).rounded()) } }
}

extension Context {
  var printedShares: [PrintedShare] { get throws { try knowledge.items("shares", in: self) } }
}
