/// What goes from where to where, in columns from left to right: who pays and who gains, or where people go, each link as wide as its
/// value.
///
/// What is not in order when it is made is put in order, and said in `remarks` so that no form leaves it out in silence: a link to or
/// from a node that is not there falls away, so does a second node of an id, a node in a column that is not listed gets that column behind the others, and
/// a value below nought has no width. Links may go back, within a column or round; they are drawn as such.
public struct Flow: Sendable, Hashable {
  /// A box of a column.
  public struct Node: Sendable, Hashable {
    /// By what links name it; data, and shown where it has no label.
    public let id: String
    /// What a person reads instead of the id.
    public let label: Text?
    /// The name of the column in which it stands.
    public let column: String
    /// Finite; nil where it is missing or held back.
    public let value: Double?
    /// What the value counts.
    public let unit: Unit?
    /// How it stands, told by a sign.
    public let mark: CellMatrix.Mark?
    /// What is shown in the place of a value that is held back, such as `<5`.
    public let withheld: String?

    /// Makes a box.
    ///
    /// - Parameters:
    ///   - id: by what links name it.
    ///   - label: what a person reads instead of the id.
    ///   - column: the name of the column in which it stands.
    ///   - value: one that is not finite counts as missing, as does one that is held back.
    ///   - unit: what the value counts.
    ///   - mark: how it stands.
    ///   - withheld: what is shown in the place of a value that is held back.
    public init(
      _ id: String, label: Text? = nil, column: String, value: Double? = nil, unit: Unit? = nil,
      mark: CellMatrix.Mark? = nil, withheld: String? = nil
    ) {
      self.id = id
      self.label = label
      self.column = column
      self.value = Flow.known(value, withheld)
      self.unit = unit
      self.mark = mark
      self.withheld = withheld
    }

    /// What a person reads.
    public var words: Text { label ?? .verbatim(id) }
  }

  /// What goes from one box to another.
  public struct Link: Sendable, Hashable {
    /// The id of the box from which it goes.
    public let from: String
    /// The id of the box to which it goes.
    public let to: String
    /// Finite; nil where it is missing or held back. It counts what the box counts from which it goes.
    public let value: Double?
    /// What it is called.
    public let label: Text?
    /// How it stands, told by a sign.
    public let mark: CellMatrix.Mark?
    /// What is shown in the place of a value that is held back, such as `<5`.
    public let withheld: String?

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - from: the id of the box from which it goes.
    ///   - to: the id of the box to which it goes.
    ///   - value: one that is not finite counts as missing, as does one that is held back.
    ///   - label: what it is called.
    ///   - mark: how it stands.
    ///   - withheld: what is shown in the place of a value that is held back.
    public init(
      from: String, to: String, value: Double? = nil, label: Text? = nil, mark: CellMatrix.Mark? = nil,
      withheld: String? = nil
    ) {
      self.from = from
      self.to = to
      self.value = Flow.known(value, withheld)
      self.label = label
      self.mark = mark
      self.withheld = withheld
    }
  }

  /// What stands above it.
  public let title: Text
  /// What is told to somebody who does not see the picture; made from the data where it is nil.
  public let alternative: Text?
  /// The columns from left to right.
  public let columns: [CellMatrix.Entry]
  /// The boxes; of a column in the order in which they stand from above.
  public let nodes: [Node]
  /// What goes from one to another; each end is among the nodes.
  public let links: [Link]
  /// How the values are shown.
  public let format: Column.Format
  /// What was not in order, to be told beside it in every form.
  public let remarks: [Text]

  /// Makes a flow, and puts in order what is not.
  ///
  /// - Parameters:
  ///   - title: what stands above it.
  ///   - alternative: what is told to somebody who does not see it; made from the data where it is nil.
  ///   - columns: from left to right; a name that stands twice counts once.
  ///   - nodes: the boxes, each in a column by its name.
  ///   - links: what goes from one to another, by their ids.
  ///   - format: how the values are shown.
  ///   - remarks: what was not in order before.
  public init(
    title: Text, alternative: Text? = nil, columns: [CellMatrix.Entry], nodes: [Node], links: [Link],
    format: Column.Format = .automatic, remarks: [Text] = []
  ) {
    self.title = title
    self.alternative = alternative
    self.format = format
    var ids: Set<String> = []
    let kept = nodes.filter { ids.insert($0.id).inserted }
    var names: Set<String> = []
    let listed = columns.filter { names.insert($0.name).inserted }
    let strangers = kept.filter { !names.contains($0.column) }
    let added = strangers.map(\.column).filter { names.insert($0).inserted }
    self.columns = listed + added.map { CellMatrix.Entry($0) }
    self.nodes = kept
    self.links = links.filter { ids.contains($0.from) && ids.contains($0.to) }
    var found: [Text] = []
    let loose = links.count - self.links.count
    if loose > 0 { found.append(Self.loose(loose)) }
    if nodes.count > kept.count { found.append(Self.doubled(nodes.count - kept.count)) }
    if !strangers.isEmpty { found.append(Self.strange(strangers.count)) }
    let values = kept.map(\.value) + self.links.map(\.value)
    let below = values.count { $0.map { $0 < 0 } ?? false }
    if below > 0 { found.append(Self.below(below)) }
    self.remarks = remarks + found.filter { !remarks.contains($0) }
  }

  fileprivate static func known(_ value: Double?, _ withheld: String?) -> Double? {
    value.flatMap { $0.isFinite && withheld == nil ? $0 : nil }
  }

  private static func loose(_ count: Int) -> Text {
    count == 1
      ? Text(
        nl: "1 verbinding begint of eindigt bij iets dat er niet is, en is weggelaten",
        en: "1 link begins or ends at something that is not there, and is left out")
      : Text(
        nl: "\(count) verbindingen beginnen of eindigen bij iets dat er niet is, en zijn weggelaten",
        en: "\(count) links begin or end at something that is not there, and are left out")
  }

  private static func doubled(_ count: Int) -> Text {
    count == 1
      ? Text(nl: "1 blok staat er dubbel, en is weggelaten", en: "1 box stands twice, and is left out")
      : Text(
        nl: "\(count) blokken staan er dubbel, en zijn weggelaten", en: "\(count) boxes stand twice, and are left out")
  }

  private static func strange(_ count: Int) -> Text {
    count == 1
      ? Text(
        nl: "1 blok hoort bij een kolom die niet genoemd is, en staat achteraan",
        en: "1 box belongs to a column that is not listed, and stands at the end")
      : Text(
        nl: "\(count) blokken horen bij een kolom die niet genoemd is, en staan achteraan",
        en: "\(count) boxes belong to a column that is not listed, and stand at the end")
  }

  private static func below(_ count: Int) -> Text {
    count == 1
      ? Text(
        nl: "1 waarde is kleiner dan nul, en heeft geen breedte", en: "1 value is below nought, and has no width")
      : Text(
        nl: "\(count) waarden zijn kleiner dan nul, en hebben geen breedte",
        en: "\(count) values are below nought, and have no width")
  }
}
