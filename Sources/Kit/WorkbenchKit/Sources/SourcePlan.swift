/// What a source would be asked for a line, and what would be done here.
public struct SourcePlan: Sendable {
  /// Of a stage behind `read`, where it is done.
  public struct Step: Sendable {
    /// Whether it is done where the rows are.
    public var isThere: Bool
    /// What has to be known of that, such as why it is done here; nil for nothing.
    public var reason: Text?

    /// Makes it.
    public init(isThere: Bool, reason: Text? = nil) {
      self.isThere = isThere
      self.reason = reason
    }
  }

  /// One thing that the server would do for it, as it plans it.
  public struct Work: Sendable {
    /// What it does.
    public let what: Text
    /// With which table or index; nil where it has none of its own.
    public let relation: String?
    /// How many rows it thinks will come of it.
    public let rows: Double
    /// How deep it stands in the plan, from 0.
    public let depth: Int

    /// Makes it.
    public init(_ what: Text, relation: String?, rows: Double, depth: Int) {
      self.what = what
      self.relation = relation
      self.rows = rows
      self.depth = depth
    }
  }

  /// Of the stages that were told, from the first on.
  public var steps: [Step] = []
  /// What would be asked; nil for nothing.
  public var statement: String?
  /// How many rows the server thinks the answer has; nil where it does not say.
  public var rows: Double?
  /// What the server would do.
  public var work: [Work] = []
  /// Which servers are asked, as a person knows them.
  public var servers: [String] = []
  /// The columns that would come, without a cell in them.
  public var columns: [Column] = []
  /// What has to be said beside it.
  public var notices: [Notice] = []

  /// Makes one in which nothing is done elsewhere.
  public init() {}

  static let guarded = Text(
    nl:
      "er blijven kolommen weg, krijgen een andere naam, of de rijen zijn personen: dat gebeurt hier, en dus ook wat erna komt",
    en: "columns are left out, get another name, or the rows are persons: that is done here, and so is what follows")

  static let behindPart = Text(
    nl: "eerst wordt hier het deel genomen dat --columns en --where vragen; wat erna komt, gebeurt dus ook hier",
    en: "first the part that --columns and --where ask for is taken here; so what follows is done here too")
}
