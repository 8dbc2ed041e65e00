import WorkbenchKit

/// A table of answers of people, with the column of their names, and the guard.
struct AnswerArguments: ArgumentGroup {
  let file = Argument(
    "file", .table, about: Text(nl: "een bestand of tabel met antwoorden", en: "a file or table of answers"))
  let numbers = NumberArguments()
}

extension Given<AnswerArguments> {
  /// Returns the table, which has rows, behind the guard of persons.
  ///
  /// - Throws: `table.empty`, what reading a table throws.
  func table(_ guards: Given<GuardArguments>, in context: Context) throws -> TakenTable {
    let intake = TableIntake(
      protection: guards.guarding(in: context, isOfRespondents: true), marks: try self.numbers.marks())
    let taken = try self.file.table(in: context, intake: intake)
    _ = try taken.demandRows(at: place(of: \.file))
    return taken
  }
}
