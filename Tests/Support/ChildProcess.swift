import Glibc

/// A program that a test runs, and what came of it.
public struct ChildProcess: Sendable {
  /// The exit code; -1 where a signal ended it.
  public let code: Int32
  /// The signal that ended it, or 0.
  public let signal: Int32
  public let output: String
  public let errors: String

  /// Runs a program to its end. Its streams are files, so that no pipe can fill up.
  ///
  /// - Parameters:
  ///   - environment: the whole environment; nothing is inherited.
  ///   - folder: where it runs; here if nil.
  ///   - seconds: after which it is killed.
  public static func run(
    _ program: String, _ arguments: [String] = [], input: String = "", environment: [String: String] = [:],
    folder: String? = nil, seconds: Double = 120
  ) -> ChildProcess {
    let streams = ["in", "out", "err"].map { name -> (path: String, descriptor: Int32) in
      var template = Array("/tmp/leerkring-\(name)-XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      return (String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), descriptor)
    }
    defer {
      for stream in streams {
        close(stream.descriptor)
        unlink(stream.path)
      }
    }
    var text = Array(input.utf8)
    _ = text.withUnsafeMutableBytes { write(streams[0].descriptor, $0.baseAddress, $0.count) }
    lseek(streams[0].descriptor, 0, SEEK_SET)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream.descriptor, Int32(number))
    }
    var process: pid_t = 0
    // The shell changes to the folder and then becomes the program.
    let words =
      folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0, program] + arguments } ?? [program] + arguments
    let argv = words.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    let started = Starting.withAttributes { posix_spawnp(&process, words[0], &actions, $0, argv, envp) }
    guard started == 0 else {
      return ChildProcess(code: 127, signal: 0, output: "", errors: String(cString: strerror(started)))
    }
    let status = Ending.wait(process, seconds: seconds)
    let signal = status & 0x7F
    return ChildProcess(
      code: signal == 0 ? (status >> 8) & 0xFF : -1, signal: signal,
      output: String(decoding: Self.read(streams[1].path), as: UTF8.self),
      errors: String(decoding: Self.read(streams[2].path), as: UTF8.self))
  }

  private static func read(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count <= 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
