/// Memory for one batch of draws.
struct DrawBuffers {
  let clients: UnsafeMutableBufferPointer<Double>
  let intensity: UnsafeMutableBufferPointer<Double>
  let cost: UnsafeMutableBufferPointer<Double>
  let payment: UnsafeMutableBufferPointer<Double>
  let result: UnsafeMutableBufferPointer<Double>
  /// Of one year of several.
  let yearClients: UnsafeMutableBufferPointer<Double>
  let yearPayment: UnsafeMutableBufferPointer<Double>

  init(_ size: Int) {
    func fresh() -> UnsafeMutableBufferPointer<Double> {
      let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: size)
      buffer.initialize(repeating: 0)
      return buffer
    }
    clients = fresh()
    intensity = fresh()
    cost = fresh()
    payment = fresh()
    result = fresh()
    yearClients = fresh()
    yearPayment = fresh()
  }

  var drivers: [UnsafeMutableBufferPointer<Double>] { [clients, intensity, cost] }

  func deallocate() {
    for buffer in [clients, intensity, cost, payment, result, yearClients, yearPayment] { buffer.deallocate() }
  }
}
