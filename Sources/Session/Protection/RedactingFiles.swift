import WorkbenchKit

/// Files that are written without what is hidden; reading is as it was.
struct RedactingFiles: FileAccess {
  let files: any FileAccess
  let redactor: Redactor

  func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }
  func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }
  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { try files.stored(path, at: place) }
  func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws {
    guard !redactor.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
      return try files.write(bytes, to: path, at: place)
    }
    let clean = MadeText.redacted(text, by: redactor)
    try files.write(clean == text ? bytes : Array(clean.utf8), to: path, at: place)
    redactor.noteUncounted(Redactor.count(in: clean))
  }

  /// What is hidden may stand across two pieces.
  func begin(_ path: String, at place: Place?) throws -> (any GrowingFile)? {
    redactor.isEmpty ? try files.begin(path, at: place) : nil
  }
}

/// Files that are read without what is hidden.
struct ShownFiles: FileAccess {
  let files: any FileAccess
  let redactor: Redactor

  func read(_ path: String, at place: Place?) throws -> ReadFile {
    let file = try files.read(path, at: place)
    guard !redactor.isEmpty, let text = String(validating: file.bytes, as: UTF8.self) else { return file }
    let clean = MadeText.redacted(text, by: redactor)
    return clean == text ? file : ReadFile(path: file.path, bytes: Array(clean.utf8), sha256: file.sha256)
  }

  func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }

  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? {
    redactor.isEmpty ? try files.stored(path, at: place) : nil
  }

  func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { try files.write(bytes, to: path, at: place) }
}
