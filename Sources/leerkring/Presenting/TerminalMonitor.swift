import CSystem
import Glibc
import Rendering
import Session
import WorkbenchKit

/// Listens for Ctrl-C and shows how far long work is, on a terminal only.
final class TerminalMonitor: Monitor {
  private let errors: OutputStream
  private let environment: Environment
  var language = Language.en
  var redactor: Redactor?
  private var began = 0.0
  private var shown = 0.0
  private var isShowing = false

  init(errors: OutputStream, environment: Environment) {
    self.errors = errors
    self.environment = environment
  }

  /// Begins to count the time of a command.
  func begin() {
    began = Self.now
    shown = began
  }

  func checkInterrupt() throws {
    if interrupt_count() > 0 || interrupt_ending() != 0 { throw Interrupted() }
  }

  func progress(_ fraction: Double, _ doing: Text) {
    guard errors.isTerminal, environment["TERM"] != "dumb" else { return }
    let now = Self.now
    guard now - began > 0.5, now - shown > 0.1 else { return }
    shown = now
    isShowing = true
    let line = ProgressLine(fraction: fraction, doing: redactor?.redacted(doing) ?? doing, elapsed: now - began)
    errors.write("\r\u{1B}[K" + line.text(language, columns: environment.columns(errors) - 1))
    errors.flush()
  }

  /// Wipes the line of progress away.
  func end() {
    guard isShowing else { return }
    isShowing = false
    errors.write("\r\u{1B}[K")
    errors.flush()
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
