import WorkbenchKit

extension Diagnostic {
  /// What a person is told of any error; one that is none of a person's is told as it is.
  init(_ error: any Error) { self = error as? Diagnostic ?? Diagnostic("internal", .verbatim("\(error)")) }
}
