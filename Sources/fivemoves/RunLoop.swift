internal import Canvas
internal import Moves
internal import Platform
internal import Storage
internal import Terminal
internal import Visualizer

/// The main thread's loop: waits, tells the app what happened, sends its requests, draws.
struct RunLoop {
  enum Ending: Equatable {
    case quit
    case signal(CInt)
    case terminalGone
    /// Nobody pressed a key for too long.
    case idle
  }

  let terminal: Terminal
  let inbox: Inbox
  let requests: AsyncStream<Request?>.Continuation
  var app: App
  private var isDirty = true
  private var pace = FramePace()
  private let patience: Double?
  private var lastKey = now()
  private let glances: Double?
  private var lastGlance = now()
  /// Where the source rings when it has something to tell: what the line may carry says how soon it is
  /// asked. Nil where the person drives.
  var line: LineCredit?
  private var bytes = 0
  /// Handed what the screen shows.
  var audience: ((Present) -> Void)?

  init(
    terminal: Terminal, inbox: Inbox, requests: AsyncStream<Request?>.Continuation, app: App,
    patience: Double?, glances: Double?
  ) {
    self.terminal = terminal
    self.inbox = inbox
    self.requests = requests
    self.app = app
    self.patience = patience
    self.glances = glances
  }

  mutating func run() -> Ending {
    measure()
    drawIfDue()
    ProgramMemory.givesBackCode()
    while true {
      drawIfDue()
      let wakeup = terminal.wait(until: deadline, wake: inbox.descriptor)
      if let ending = take(wakeup) { return ending }
    }
  }

  private var deadline: Double? {
    [app.deadline, isDirty ? pace.next : nil, leavingTime, glanceTime, answerTime]
      .compactMap { $0 }.min()
  }

  /// When the program leaves if no key comes.
  private var leavingTime: Double? { patience.map { lastKey + $0 } }

  /// When it is looked whether there is more to tell.
  private var glanceTime: Double? { glances.map { lastGlance + $0 } }

  /// When the source is asked what it has rung for.
  private var answerTime: Double? { inbox.hasRung ? line?.next : nil }

  private mutating func answerIfDue() {
    guard let answerTime, answerTime <= now() else { return }
    inbox.answerBell()
    requests.yield(nil)
  }

  private mutating func glanceIfDue() {
    guard let glanceTime, glanceTime <= now() else { return }
    lastGlance = now()
    requests.yield(nil)
  }

  /// All that came is told before anything is drawn.
  private mutating func take(_ wakeup: Wakeup) -> Ending? {
    if wakeup.hungUp { return .terminalGone }
    for signal in wakeup.signals {
      guard signal == SIGTSTP else { return .signal(signal) }
      terminal.suspend()
    }
    if wakeup.resized { measure() }
    for news in inbox.drain() { tell(.news(news)) }
    if !wakeup.keys.isEmpty {
      lastKey = now()
      tell(.keys(wakeup.keys))
    }
    if let due = app.deadline, due <= now() { tell(.tick) }
    glanceIfDue()
    answerIfDue()
    // Whoever follows a class may only watch, for as long as it lasts.
    if app.isInClass { lastKey = now() }
    if let leavingTime, leavingTime <= now() { return .idle }
    return app.isQuitting ? .quit : nil
  }

  private mutating func measure() {
    tell(.resized(width: terminal.size.width, height: terminal.size.height))
  }

  private mutating func tell(_ event: Event) {
    for effect in app.update(event, at: now()) {
      switch effect {
      case .request(let request): requests.yield(request)
      case .keepPicture(let name): keepPicture(name)
      case .giveUp, .quit: inbox.giveUp()
      }
    }
    isDirty = true
  }

  /// The screen as it would be drawn now.
  private mutating func keepPicture(_ name: String) {
    let frame = app.frame(width: terminal.size.width, height: terminal.size.height)
    let picture = frame.svg(.light, title: app.pictureTitle)
    do {
      let file = try WholeFile.added(picture, name: name, ending: ".svg")
      tell(.answered("This screen is kept as a picture in \(file)."))
    } catch {
      tell(.answered("No picture is kept: \(error)"))
    }
  }

  /// A frame in which nothing has changed leaves its place to the next one.
  private mutating func drawIfDue() {
    let time = now()
    guard isDirty, time >= pace.next else { return }
    let size = terminal.size
    let isSent = terminal.show(app.frame(width: size.width, height: size.height))
    if isSent { pace.sent(at: time) }
    let new = terminal.bytes - bytes
    line?.sent(new, at: time)
    bytes += new
    isDirty = false
    audience?(app.present)
  }
}
