import Glibc

/// The names of the signals by which a module can end the process.
public enum SignalName {
  public static func of(_ signal: Int32) -> String {
    switch signal {
    case SIGSEGV: "SIGSEGV"
    case SIGILL: "SIGILL"
    case SIGBUS: "SIGBUS"
    case SIGTRAP: "SIGTRAP"
    case SIGABRT: "SIGABRT"
    case SIGFPE: "SIGFPE"
    default: "signal \(signal)"
    }
  }
}
