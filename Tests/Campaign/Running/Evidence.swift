import Files
import TestSupport

/// The folder in which is kept what a finding can be seen again with.
struct Evidence: Sendable {
  let folder: String
  let seed: UInt64

  /// Keeps a finding, and returns the sentence about it.
  func keep(_ finding: Finding, _ lane: LaneName, _ number: Int) -> String {
    let name = "\(finding.kind.rawValue)-\(lane.rawValue)-\(number)"
    let again = "again with: leerkring-campaign --seed \(seed) --repeat \(lane.rawValue):\(number)"
    let text = "\(finding.kind.rawValue) in \(lane.rawValue), round \(number): \(finding.text)\n\(again)\n"
    write(Array(text.utf8), "\(name).txt")
    for (file, bytes) in finding.files { write(bytes, "\(name)-\(file)") }
    return text + (finding.files.isEmpty ? "" : "kept: \(folder)/\(name)-*\n")
  }

  /// How many findings of a kind there are.
  func count(_ kind: Finding.Kind) -> Int {
    FilePath.names(in: folder).count {
      $0.hasPrefix(kind.rawValue + "-") && $0.hasSuffix(".txt") && !$0.contains("-in-")
    }
  }

  private func write(_ bytes: [UInt8], _ name: String) {
    try? DiskFiles(folder: folder).write(bytes, to: name, at: nil)
  }
}
