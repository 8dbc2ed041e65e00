import Files
import WorkbenchKit

/// Where files were on this machine when they were read, by their digests: a workspace names a file from elsewhere by its bare name
/// only. Stands under the folder for state, for its owner alone.
final class FilePlaces {
  private static let most = 1_000

  private let path: String?
  private var places: [String: String]

  /// - Parameter folder: the person's folder for state; nil where nothing is to be kept.
  init(in folder: String?) {
    path = folder.map { "\($0)/places.json" }
    places =
      path.flatMap { try? DiskFiles().bytes(of: $0) }.flatMap { try? JSONReader.parse($0).object }?.compactMapValues(
        \.string) ?? [:]
  }

  /// Where a file was with such a digest.
  subscript(sha256: String) -> String? { places[sha256] }

  /// Remembers where a file is; that it cannot be kept costs no more than looking for the file.
  func note(_ sha256: String, _ place: String) {
    guard places[sha256] != place, let path else { return }
    if places.count >= Self.most, let first = places.keys.min() { places[first] = nil }
    places[sha256] = place
    guard StateFolder.make(FilePath.folder(of: path)) else { return }
    try? AtomicFile.write(Array(JSON.object(places.mapValues(JSON.string)).canonical.utf8), to: path, mode: .own)
  }
}
