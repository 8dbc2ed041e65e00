/// Thrown where a line asks the program to end.
struct ExitRequest: Error {
  let code: Int32
}
