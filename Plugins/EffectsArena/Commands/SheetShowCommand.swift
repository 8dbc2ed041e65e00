import WorkbenchKit

/// `arena show`: the sheet as a picture.
struct SheetShowCommand: Command {
  let signature = Signature(
    "arena show", aliases: ["arena toon"],
    summary: Text(
      nl: "toon het blad: wie betaalt, wat het teweegbrengt, wie bespaart",
      en: "show the sheet: who pays, what it brings about, who saves"),
    details: Text(
      nl:
        "Bedragen zijn euro per jaar, het eerste jaar. Wat leeg is, heeft een vraagteken. 'to text' geeft een stroomschema, 'to svg' een plaat.",
      en:
        "Amounts are euros a year, in the first year. What is empty has a question mark. 'to text' gives a flowchart, 'to svg' a picture."
    ),
    next: [FollowUp("arena ledger", Text(nl: "wie wint, wie verliest", en: "who wins, who loses"))],
    examples: [.init("arena show", Text(nl: "het blad in gebruik", en: "the sheet in use"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(try SheetPicture.blocks(try context.sheet(), context))
  }
}
