import Foundation
import Testing
import WorkbenchKit

@testable import TableFiles

/// What tests read that does not belong to the product.
enum Shared {
  /// The folder beside the product's own.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  /// Why a test is skipped.
  static let reason: Comment = "../shared is not there"

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: path))) }

  static func sheet(_ name: String) throws -> TableFile {
    try TableFile(bytes: bytes("cases/sheets/\(name)"), name: name, interrupt: {})
  }
}

/// Opens bytes as a file.
func opened(_ bytes: [UInt8], _ name: String = "x.xlsx", codePage: String? = nil, limits: SourceLimits = .standard)
  throws
  -> TableFile
{
  try TableFile(bytes: bytes, name: name, codePage: codePage, limits: limits, interrupt: {})
}

/// Returns the code of what a step throws; nil where it throws nothing.
func code(_ step: () throws -> Void) -> String? {
  do {
    try step()
    return nil
  } catch { return (error as? Diagnostic)?.code ?? "\(error)" }
}

/// Returns the shortest time that a step took; other tests run beside it.
func quickest(_ step: () -> Void) -> Duration {
  (0..<5).map { _ in ContinuousClock().measure(step) }.min() ?? .seconds(1)
}

extension SheetTable {
  func texts(_ name: String) -> Texts? { table.column(name)?.texts }
  func numbers(_ name: String) -> [Double?]? { table.column(name)?.numbers.map { $0.map { $0.isNaN ? nil : $0 } } }
  var codes: [String] { notices.map(\.code) }
  func notice(_ code: String) -> String? { notices.first { $0.code == code }?.notice.text.nl }
}
