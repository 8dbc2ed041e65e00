import WorkbenchKit

extension Given<GuardArguments> {
  /// Returns a document out of a file, behind the guard of persons.
  ///
  /// - Throws: `file.*`, `json.syntax`, `personal.found`, `column.unknown`.
  func document(_ path: String, in context: Context) throws -> TakenDocument {
    let protection = guarding(in: context, isOfRespondents: true)
    return try DocumentIntake(tables: TableIntake(protection: protection)).take(path, at: nil, in: context)
  }
}
