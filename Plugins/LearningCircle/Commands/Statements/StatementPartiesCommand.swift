import Methods
import WorkbenchKit

/// `stelling parties`: which roles stand near each other.
struct StatementPartiesCommand: Command {
  struct Arguments: Sendable {
    let round = Argument<CalendarDate?>.round
    let map = Argument(
      toggle: "map", about: Text(nl: "zet de rollen op een plat vlak", en: "place the roles on a plane"))
  }

  static let arguments = Arguments()
  /// How many roles a matrix can take in.
  private static let most = 60

  let signature = Signature(
    "stelling parties", aliases: ["stelling partijen"],
    summary: Text(nl: "toon welke rollen dicht bij elkaar staan", en: "show which roles stand near each other"),
    details: Text(
      nl:
        "Het gemiddelde verschil over de stellingen die beide beantwoordden, met hoeveel dat er zijn. --map schaalt klassiek (Torgerson 1952).",
      en:
        "The mean difference over the statements that both answered, with how many these are. --map scales classically (Torgerson 1952)."
    ),
    examples: [
      .init("stelling parties", Text(nl: "rol tegen rol", en: "role by role")),
      .init(
        "stelling parties --round 2020-01-01", Text(nl: "een dag zonder antwoorden", en: "a day without answers"),
        failsWith: "round.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard context.showsRoles else { return Output([Context.rolesHidden]) }
    let circle = try context.circle()
    let round = try given.checking(\.round) { try circle.answers($0) }
    let roles = round.roles
    guard roles.count > 1 else {
      return Output([.info(nl: "er zijn antwoorden van twee rollen nodig", en: "answers of two roles are needed")])
    }
    guard roles.count <= Self.most else {
      return Output([
        .caution(
          nl: "\(roles.count) rollen is te veel om naast elkaar te zetten; hoogstens \(Self.most)",
          en: "\(roles.count) roles are too many to set side by side; at most \(Self.most)")
      ])
    }
    let distances = roles.map { one in roles.map { one == $0 ? nil : round.distance(one, $0) } }
    let matrix = CellMatrix(
      title: Text(nl: "Hoe ver rollen uiteen staan", en: "How far roles stand apart"),
      rowHeading: Text(nl: "rol", en: "role"), columnHeading: Text(nl: "rol", en: "role"),
      rows: roles.map { .init($0) },
      columns: roles.map { .init($0) },
      cells: distances.map { row in
        row.map { cell in
          guard let cell else { return .empty }
          let many = Text.counted(
            cell.statements, Text(nl: "stelling", en: "statement"), Text(nl: "stellingen", en: "statements"))
          return CellMatrix.Cell([.init(many)], number: cell.mean)
        }
      }, format: .decimals(2), range: 0...4)
    var blocks: [Block] = [.matrix(matrix)] + circle.remark(on: round, asked: given.round)
    let pairs = roles.indices.flatMap { one in roles.indices.filter { $0 > one }.map { (one, $0) } }
    if let nearest = pairs.compactMap({ pair in distances[pair.0][pair.1].map { (pair, $0.mean) } }).min(by: {
      $0.1 < $1.1
    }) {
      let (one, other) = (roles[nearest.0.0], roles[nearest.0.1])
      let far = Text.number(nearest.1, decimals: 2)
      blocks.append(
        .info(
          nl: "het dichtst bij elkaar: \(one) en \(other) (\(far.nl))",
          en: "nearest to each other: \(one) and \(other) (\(far.en))"))
    }
    if given.map { blocks += try Self.map(roles, distances, context) }
    return Output(blocks + [MeasureWords.scale])
  }

  private static func map(
    _ roles: [String], _ distances: [[(mean: Double, statements: Int)?]], _ context: Context
  ) throws -> [Block] {
    // A role that shares no statement with another has no place.
    let placed = roles.indices.filter { one in roles.indices.allSatisfy { $0 == one || distances[one][$0] != nil } }
    guard placed.count > 1,
      let scaling = ClassicalScaling(placed.map { one in placed.map { distances[one][$0]?.mean ?? 0 } })
    else {
      return [.info(nl: "de rollen zijn niet op een vlak te zetten", en: "the roles cannot be placed on a plane")]
    }
    let kept = Text.share(scaling.kept, decimals: 0)
    let reach = max(0.01, scaling.points.flatMap { [abs($0.x), abs($0.y)] }.max() ?? 0)
    let axis = { (label: Text) in Chart.Axis(label, range: -reach...reach) }
    return [
      .chart(
        Chart(
          .quadrant, title: Text(nl: "Rollen op een vlak", en: "Roles on a plane"),
          x: axis(Text(nl: "eerste as", en: "first axis")),
          y: axis(Text(nl: "tweede as", en: "second axis")), positions: scaling.points.map(\.x),
          series: [.init(name: "role", values: scaling.points.map(\.y))], labels: placed.map { roles[$0] })),
      .info(
        nl: "het vlak houdt \(kept.nl) van de afstanden; de assen zelf betekenen niets",
        en: "the plane keeps \(kept.en) of the distances; the axes mean nothing by themselves"),
      try context.knowledge.sources([MeasureWords.scaling], in: context),
    ]
  }
}
