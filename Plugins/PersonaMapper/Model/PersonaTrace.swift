import WorkbenchKit

/// How a persona came out of answers: by what, of which rows of which file.
struct PersonaTrace: Sendable, Hashable, FieldItem {
  /// A need that sets the persona apart.
  struct Need: Sendable, Hashable, FieldItem {
    let need: String
    let value: String
    /// Of those in the group who answered, how many say so; and of all.
    let count: Int
    let answered: Int
    let countOfAll: Int
    let answeredOfAll: Int
    /// In a weighed survey what those who say so weigh as a part of those who answered: in the group, and of all. 0 through 1.
    var share: Double?
    var shareOfAll: Double?
    private var rest: [String: JSON] = [:]

    /// How much more often it is said in the group than by all; 1 is as often.
    var lift: Double {
      if let share, let shareOfAll, shareOfAll > 0 { return share / shareOfAll }
      guard answered > 0, answeredOfAll > 0, countOfAll > 0 else { return 1 }
      return Double(count) / Double(answered) / (Double(countOfAll) / Double(answeredOfAll))
    }

    var words: String {
      value == "1" || value == "ja" || value == "yes" || value == "true" ? need : "\(need): \(value)"
    }

    init(need: String, value: String, count: Int, answered: Int, countOfAll: Int, answeredOfAll: Int) {
      (self.need, self.value, self.count, self.answered) = (need, value, count, answered)
      (self.countOfAll, self.answeredOfAll) = (countOfAll, answeredOfAll)
    }

    init(_ fields: Fields) throws {
      self.init(
        need: try fields["need"], value: try fields["value"], count: try fields["count"] ?? 0,
        answered: try fields["answered"] ?? 0, countOfAll: try fields["count_of_all"] ?? 0,
        answeredOfAll: try fields["answered_of_all"] ?? 0)
      share = try fields["share"]
      shareOfAll = try fields["share_of_all"]
      rest = fields.rest
    }

    var json: JSON {
      .members(
        [
          "need": .string(need), "value": .string(value), "count": .number(Double(count)),
          "answered": .number(Double(answered)), "count_of_all": .number(Double(countOfAll)),
          "answered_of_all": .number(Double(answeredOfAll)),
          "share": share.map(JSON.number), "share_of_all": shareOfAll.map(JSON.number),
        ], rest: rest)
    }
  }

  var file: String
  var sha256: String
  var method: String
  /// How many groups there were, and how many rows in all.
  var k: Int
  var rowCount: Int
  /// Rows of the file or respondents in order, counted from 1, that the group consists of.
  var rows: [Int]
  /// The row that stands for the group.
  var medoid: Int
  var silhouette: Double?
  var stability: Double?
  var needs: [Need]
  /// What the group has most of in each column, or in the middle, to assign others by.
  var profile: [String: String]
  /// The columns of the profile that are quantities.
  var numbers: [String] = []
  /// Ordered answers in words, from least to most, by their questions.
  var orders: [String: [String]] = [:]
  /// Of questions with several answers in a cell, the sign that parts them.
  var signs: [String: String] = [:]
  /// The ranges of these among all who answered; empty in a trace of before they were kept.
  var ranges: [String: ClosedRange<Double>] = [:]
  /// Whether the answers were mentions, so that what is not named was an answer; nil in a trace of before it was kept.
  var isMentions: Bool?
  /// What stood for no answer in the survey, as a person named it.
  var missing: [String] = []
  /// How far from the profile somebody may lie and still be near.
  var limit: Double?
  /// The column by which respondents were weighed; nil where all counted alike.
  var weight: String?
  /// What the group weighs as a part of all, 0 through 1; nil where all counted alike.
  var weighedShare: Double?
  private var rest: [String: JSON] = [:]

  init(
    file: String, sha256: String, method: String, k: Int, rowCount: Int, rows: [Int], medoid: Int, silhouette: Double?,
    stability: Double?, needs: [Need], profile: [String: String]
  ) {
    (self.file, self.sha256, self.method, self.k, self.rowCount) = (file, sha256, method, k, rowCount)
    (self.rows, self.medoid, self.silhouette, self.stability) = (rows, medoid, silhouette, stability)
    (self.needs, self.profile) = (needs, profile)
  }

  init(_ fields: Fields) throws {
    self.init(
      file: try fields["file"], sha256: try fields["sha256"] ?? "", method: try fields["method"] ?? "",
      k: try fields["k"] ?? 0, rowCount: try fields["row_count"] ?? 0, rows: try fields.list("rows"),
      medoid: try fields["medoid"] ?? 0, silhouette: try fields["silhouette"], stability: try fields["stability"],
      needs: try fields.list("needs"), profile: try fields["profile"] ?? [:])
    numbers = try fields.list("numbers")
    orders = try fields["orders"] ?? [:]
    signs = try fields["signs"] ?? [:]
    ranges = try Self.ranges(fields["ranges"] ?? [:])
    isMentions = try fields["mentions"]
    missing = try fields.list("missing")
    limit = try fields["limit"]
    weight = try fields["weight"]
    weighedShare = try fields["weighed_share"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "file": .string(file), "sha256": .string(sha256), "method": .string(method), "k": .number(Double(k)),
        "row_count": .number(Double(rowCount)), "rows": .array(rows.map { .number(Double($0)) }),
        "medoid": .number(Double(medoid)), "silhouette": silhouette.map(JSON.number),
        "stability": stability.map(JSON.number), "needs": .array(needs.map(\.json)),
        "profile": .object(profile.mapValues(JSON.string)), "numbers": .array(numbers.map(JSON.string)),
        "orders": .object(orders.mapValues { .array($0.map(JSON.string)) }),
        "signs": .object(signs.mapValues(JSON.string)),
        "ranges": .object(ranges.mapValues { [.number($0.lowerBound), .number($0.upperBound)] }),
        "mentions": isMentions.map(JSON.bool), "missing": .array(missing.map(JSON.string)),
        "limit": limit.map(JSON.number), "weight": weight.map(JSON.string),
        "weighed_share": weighedShare.map(JSON.number),
      ], rest: rest)
  }

  /// - Throws: `FieldProblem` for what is no two numbers in order.
  private static func ranges(_ pairs: [String: [Double]]) throws -> [String: ClosedRange<Double>] {
    try pairs.reduce(into: [:]) { ranges, pair in
      guard pair.value.count == 2, pair.value[0] <= pair.value[1] else {
        throw FieldProblem(Text(nl: "is geen bereik", en: "is no range"), at: ["ranges", pair.key])
      }
      ranges[pair.key] = pair.value[0]...pair.value[1]
    }
  }
}
