import Glibc
import TestSupport
import WorkbenchKit

/// A running program that is given lines one by one and answers each with a line.
final class Conversation {
  private let command: Invocation
  private var process: pid_t = 0
  private var input: Int32 = -1
  private var output: Int32 = -1

  /// - Throws: `Unmeasurable` where the program cannot be started.
  init(_ command: Invocation) throws {
    self.command = command
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw Unmeasurable("no pipe: \(String(cString: strerror(errno)))")
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    input = toChild[1]
    output = fromChild[0]
    defer {
      close(toChild[0])
      close(fromChild[1])
    }
    process = try command.start { actions in
      posix_spawn_file_actions_adddup2(actions, toChild[0], 0)
      posix_spawn_file_actions_adddup2(actions, fromChild[1], 1)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
  }

  /// How long it takes from giving a line to having the answer's last byte, in seconds.
  ///
  /// - Throws: as `answer`.
  func time(of line: String) throws -> Double { try answer(to: line).seconds }

  /// Gives a line and waits for the answer.
  ///
  /// - Returns: the answer, and how long it took to have its last byte.
  /// - Throws: `Unmeasurable` where the program is gone, or answers anything but that all is well.
  func answer(to line: String) throws -> (json: JSON, seconds: Double) {
    let question = Array("\(line)\n".utf8)
    var answer = [UInt8](repeating: 0, count: 16_384)
    var count = 0
    let began = Clock.seconds
    guard write(input, question, question.count) == question.count else { throw gone() }
    repeat {
      let more = answer.withUnsafeMutableBytes { read(output, $0.baseAddress?.advanced(by: count), $0.count - count) }
      guard more > 0 else { throw gone() }
      count += more
    } while answer[count - 1] != 0x0A && count < answer.count
    let seconds = Clock.seconds - began
    let text = String(decoding: answer[..<count], as: UTF8.self)
    guard let json = try? JSONReader.parse(text), json["ok"]?.bool == true else {
      throw Unmeasurable("'\(line)' is answered by \(text)")
    }
    return (json, seconds)
  }

  /// Closes its input and waits until it has ended.
  ///
  /// - Throws: `Unmeasurable` where it does not end well.
  func end() throws {
    close(input)
    input = -1
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw gone() }
  }

  private func gone() -> Unmeasurable { Unmeasurable("\(command.line) has ended before its time") }
}
