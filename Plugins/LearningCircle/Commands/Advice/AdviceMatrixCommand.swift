import WorkbenchKit

/// `advies matrix`: all advice by all roles.
struct AdviceMatrixCommand: Command {
  struct Arguments: Sendable {
    let by = Argument(
      flag: "by", .circleRole,
      about: Text(nl: "het eigen advies van deze rol eerst", en: "the own advice of this role first"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "advies matrix", aliases: ["advies overzicht"],
    summary: Text(
      nl: "zet adviezen tegen rollen: wie doet wat ermee", en: "set advice against roles: who does what with it"),
    examples: [
      .init("advies matrix", Text(nl: "alle adviezen", en: "all advice")),
      .init("advies matrix --by 123456", Text(nl: "geen rol", en: "no role"), failsWith: "role.name"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var advice = try context.advice
    if let by = given.by {
      let kind = circle.role(by)?.kind ?? RoleKind.told(by: by)
      let own = Set(try context.adviceParties.filter { $0.id != "alle" && $0.kinds.contains(kind.rawValue) }.map(\.id))
      advice = advice.filter { own.contains($0.party) } + advice.filter { !own.contains($0.party) }
    }
    return Output(try AdviceMatrix(circle, in: context).blocks(advice, context))
  }
}
