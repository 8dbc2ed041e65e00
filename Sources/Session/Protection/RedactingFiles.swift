import WorkbenchKit

/// Files that are written without what is hidden; reading is as it was.
struct RedactingFiles: FileAccess {
  let files: any FileAccess
  let redactor: Redactor

  func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    guard !redactor.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
      return try files.write(bytes, to: path, at: place)
    }
    let clean = redactor.redacted(text)
    try files.write(clean == text ? bytes : Array(clean.utf8), to: path, at: place)
    redactor.note(inFile: Redactor.count(in: clean))
  }
}
