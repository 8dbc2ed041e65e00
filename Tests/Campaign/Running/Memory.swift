import Files
import Glibc

/// How much memory this process holds, in megabytes, as Linux counts it.
enum Memory {
  /// Begins to count the peak anew, and returns what is held now.
  static func peakSinceNow() -> Double {
    if let file = try? OpenFile.open("/proc/self/clear_refs", O_WRONLY) { try? file.write(Array("5".utf8)) }
    return peak
  }

  /// The most that was held since.
  static var peak: Double {
    guard let file = try? OpenFile.open("/proc/self/status", O_RDONLY),
      let bytes = try? file.readToEnd(expecting: 4_096, limit: 65_536)
    else { return 0 }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1_024 } ?? 0
  }
}
