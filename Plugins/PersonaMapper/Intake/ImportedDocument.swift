import WorkbenchKit

extension Given<GuardArguments> {
  /// Returns a document out of a file, behind the guard of persons.
  ///
  /// - Parameter marks: the signs within numbers, as far as they are known.
  /// - Throws: `file.*`, `json.syntax`, `personal.found`, `column.unknown`.
  func document(_ path: String, _ marks: GivenMarks, in context: Context) throws -> TakenDocument {
    let protection = guarding(in: context, isOfRespondents: true)
    return try DocumentIntake(tables: TableIntake(protection: protection, marks: marks)).take(
      path, at: nil, in: context)
  }
}
