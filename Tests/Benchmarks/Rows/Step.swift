import Glibc
import TestSupport

/// Row 4: a step in a workspace that holds the national tables, beside the same in an empty one.
enum Step {
  static let what = "a step (`set title x`) in a workspace with three national tables"
  private static let stepsPerRun = 20

  static func measure(_ bench: Bench) throws -> Row {
    guard let data = bench.data else { return .skipped(what, because: Bench.noData) }
    let path = try bench.saveNationalWorkspace(data, in: bench.folder)
    let bare = open(bench.folder("bare"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { close(bare) }
    // Where a disk is waited for, that is nearly all of it: whether a step grows shows where there is none.
    let memory = TemporaryFolder(inMemory: true)
    let conversations = try [
      path, try bench.saveNationalWorkspace(data, in: memory), memory("empty.json"),
    ].map { try Conversation(bench.programs.leerkring.with(["--json", "-w", $0])) }
    var samples = [Sample](repeating: Sample(), count: conversations.count + 1)
    for number in 0...(bench.runs * stepsPerRun) {
      // Each comes after each of the others as often.
      for place in samples.indices {
        let index = (place * (number % 2 == 0 ? 1 : 3) + number / 2) % samples.count
        let time =
          index < conversations.count
          ? try conversations[index].time(of: "set title \"step \(number)\"") : try time(ofWriting: 256, to: bare)
        // The first brings what it needs into memory.
        if number > 0 { samples[index].add(seconds: time) }
      }
    }
    for conversation in conversations { try conversation.end() }
    let size = Shown.megabytes(bench.size(of: path))
    var row = Row(what)
    row.ours = [
      Row.Figure(name: "leerkring, \(size) of tables", sample: samples[0]),
      Row.Figure(name: "the same without a disk", sample: samples[1]),
    ]
    row.peers = [
      Row.Figure(name: "leerkring, empty workspace, without a disk", sample: samples[2]),
      Row.Figure(name: "256 bytes written and synced, no program", sample: samples[3]),
    ]
    row.demand(milliseconds: 5, samples[0].median)
    // More than what chance does to two medians.
    row.demand(times: 1.25, samples[1].median, of: .init(name: "empty workspace", sample: samples[2]))
    return row
  }

  /// What the disk alone takes.
  private static func time(ofWriting count: Int, to file: Int32) throws -> Double {
    let bytes = [UInt8](repeating: 0x20, count: count)
    let began = Clock.seconds
    guard write(file, bytes, count) == count, fsync(file) == 0 else {
      throw Unmeasurable("a file in the temporary folder: \(String(cString: strerror(errno)))")
    }
    return Clock.seconds - began
  }
}
