internal import CTerminal
internal import Canvas
internal import Platform

extension Terminal {
  /// Sleeps until something happens, and says what. Without a deadline nothing else ends it.
  ///
  /// - Parameters:
  ///   - deadline: a time of `now()`.
  ///   - wake: a descriptor that ends the wait when it can be read; the caller reads it.
  public func wait(until deadline: Double? = nil, wake: CInt = -1) -> Wakeup {
    var wakeup = takeNewSize()
    while wakeup.isEmpty {
      let ready = Readiness(
        input: input, signals: ct_signal_descriptor(), wake: wake,
        output: ct_busy() ? ct_busy_descriptor() : -1,
        until: hasUnreadKeys ? 0 : [deadline, decoder.deadline].compactMap { $0 }.min())
      if ready.signals { takeSignals(into: &wakeup) }
      if ready.input || hasUnreadKeys { takeKeys(into: &wakeup) }
      if wakeup.keys.isEmpty { endPaste(into: &wakeup) }
      if ready.output { catchUp() }
      wakeup.woken = ready.wake
      wakeup.hungUp = ready.hungUp
      wakeup.timedOut = wakeup.isEmpty && deadline.map { $0 <= now() } == true
    }
    return wakeup
  }

  private func takeSignals(into wakeup: inout Wakeup) {
    var wasContinued = false
    while case let signal = ct_next_signal(), signal >= 0 {
      switch signal {
      case 0: catchUp()
      case SIGWINCH: break
      case SIGCONT: wasContinued = true
      default: wakeup.signals.append(signal)
      }
    }
    if wasContinued && wakeup.signals.isEmpty { retake() }
    followSize()
    wakeup.resized = takeNewSize().resized
  }

  private func takeNewSize() -> Wakeup {
    defer { hasNewSize = false }
    var wakeup = Wakeup()
    wakeup.resized = hasNewSize
    return wakeup
  }

  /// Someone stopped us without asking, and someone else may have used the screen since.
  private func retake() {
    ct_retake()
    refresh()
  }

  /// A flood of keys must not keep signals from being heard.
  private func takeKeys(into wakeup: inout Wakeup) {
    let redraw = 0x0C
    var isRedrawWanted = false
    if !hasUnreadKeys { decoder.begin(at: now()) }
    hasUnreadKeys = true
    var pasted: [Int] = []
    for _ in 0..<4096 where hasUnreadKeys {
      switch Int(ct_next_key()) {
      case ct_key_none: hasUnreadKeys = false
      case let code where decoder.paste != nil:
        if pasted.count < 2 { pasted.append(code) }
        decoder.take(code)
      case redraw:
        isRedrawWanted = true
        decoder.take(redraw)
      case let code where ct_type_signal(CInt(code)): break
      case let code: decoder.take(code)
      }
    }
    // In a paste ctrl-c is text, but one that comes alone is a person's.
    if pasted.count == 1 { _ = ct_type_signal(CInt(pasted[0])) }
    if !hasUnreadKeys { decoder.settle(at: now()) }
    wakeup.keys = decoder.drain()
    if isRedrawWanted { refresh() }
  }

  /// One whose end got lost gives the keyboard back by itself.
  private func endPaste(into wakeup: inout Wakeup) {
    guard !hasUnreadKeys, let deadline = decoder.deadline, deadline <= now() else { return }
    decoder.begin(at: now())
    wakeup.keys = decoder.drain()
  }
}
