internal import Canvas
internal import Moves

/// Keys of somebody who follows: they look around, and drive nothing.
extension App {
  /// Nil where one drives oneself, or looks around alone.
  var followed: Present? { following.flatMap { $0.isAlone ? nil : $0.present } }

  /// Whether there is a class that one follows, perhaps while looking around alone.
  public var isInClass: Bool { following?.isOver == false }

  /// Who has guessed, as a sentence begins on the screen: that of a class shows its teacher's guess, that
  /// of a recording the one that was made then.
  var guesser: String {
    if isInAnyClass { return "The teacher" }
    return abilities.contains(.recorded) ? "The maker of this recording" : "You"
  }

  /// Whether the screen is a teacher's or that of one who follows.
  var isInAnyClass: Bool { following != nil || abilities.contains(.asking) }

  /// What the screen of whoever is followed shows now.
  mutating func take(_ present: Present, at time: Double) {
    guard let following else { return }
    dropNote(before: present, at: time)
    self.following?.present = present
    if self.following?.hasLeftByMistake(by: time) == true {
      comeBack()
      answer = present.question.map {
        "Your key came just before the question: press \(Self.digits(for: $0)) to answer it."
      }
    }
    guard !following.isAlone, !following.isOver else { return }
    let help = isHelpOpen
    show(present)
    if following.hasOwnHelp { isHelpOpen = help }
  }

  /// Since when a line that answers the person stands.
  mutating func watchNote(at time: Double) {
    if let end = following?.noteGoesAt, time >= end, following?.note == note {
      (answer, options.remark) = (nil, nil)
    }
    let note = note
    guard let following, following.note != note else { return }
    self.following?.note = note
    self.following?.notedAt = time
  }

  /// It has been read when the class goes on, and on a page that opens it would be about another one.
  private mutating func dropNote(before present: Present, at time: Double) {
    guard let following, let last = following.present else { return }
    let isElsewhere = last.view != present.view || last.isHelpOpen != present.isHelpOpen
    let isRead = time >= following.notedAt + Following.readingTime
    if isElsewhere, !following.isAlone { answer = nil }
    if last.now != present.now, isRead { (answer, options.remark) = (nil, nil) }
  }

  /// Whoever drove has left.
  mutating func endClass() {
    lookAlone()
    following?.isOver = true
    answer = nil
  }

  /// The view becomes the person's own with the first key that looks around.
  mutating func leaveClass(for keys: [Key], at time: Double) {
    let areDigits = keys.allSatisfy(Self.digits.contains)
    if !areDigits { following?.leftWithDigitAt = nil }
    guard let following, !following.isAlone, !following.hasOwnHelp, following.present != nil,
      keys.contains(where: { Action($0)?.looksAround == true && !staysInClass($0) })
    else { return }
    leaveClass()
    if areDigits { self.following?.leftWithDigitAt = time }
  }

  private mutating func leaveClass() {
    lookAlone()
    drive.enqueue(.follow(false))
  }

  private func staysInClass(_ key: Key) -> Bool {
    leadsNowhere(key) || followed?.question != nil && Self.digits.contains(key)
  }

  /// Whether it would go on from the newest moment.
  private func leadsNowhere(_ key: Key) -> Bool {
    guard let followed, followed.now == followed.newest else { return false }
    return [.move, .stepOn, .end].contains(Action(key))
  }

  /// Whether a page shows that the teacher has opened.
  var mirrorsPage: Bool {
    followed != nil && following?.hasOwnHelp == false
      && (isHelpOpen || breakPage != nil || search != nil)
  }

  private mutating func lookAlone() {
    light(playback.skip())
    run.history.unlit = nil
    following?.isAlone = true
    following?.hasOwnHelp = false
    (isHelpOpen, breakPage, search, visit, journey) = (false, nil, nil, nil, nil)
    drive.stop()
  }

  /// Whether the key belongs to following, which then has taken it.
  mutating func followingTakes(_ key: Key, at time: Double) -> Bool {
    guard let following else { return false }
    if following.isAlone { return !isHelpOpen && answerTakes(key) || comesBack(with: key) }
    if !following.hasOwnHelp, answerTakes(key) { return true }
    if following.hasOwnHelp {
      pressInHelp(key)
      if !isHelpOpen { closeOwnHelp() }
      return true
    }
    if key == .escape, mirrorsPage {
      leaveClass()
      return true
    }
    if leadsNowhere(key) {
      answer = "This is the newest moment: the class has come no further."
      return true
    }
    guard let action = Action(key) else {
      sayNothing(of: key)
      return true
    }
    if action == .help {
      self.following?.hasOwnHelp = true
      isHelpOpen = true
    } else if let why = objection(to: action) {
      answer = why
    } else {
      perform(action, at: time)
    }
    return true
  }

  private mutating func closeOwnHelp() {
    following?.hasOwnHelp = false
    following?.present.map { show($0) }
  }

  private mutating func comesBack(with key: Key) -> Bool {
    guard key == .escape, !isHelpOpen, breakPage == nil, search == nil else { return false }
    guard following?.isOver == false else { return false }
    comeBack()
    return true
  }

  private mutating func comeBack() {
    following?.isAlone = false
    following?.leftWithDigitAt = nil
    drive.dropQueue()
    drive.enqueue(.follow(true))
  }

  /// What one has looked around in alone is gone.
  mutating func comeAlong() {
    guard following?.isOver == false else { return }
    following?.isAlone = false
    options.remark = "Your teacher has begun a new run, and you are with the class again."
  }
}

extension Action {
  /// Whether it looks at what has happened so far, on a view of one's own.
  var looksAround: Bool {
    switch self {
    case .move, .back, .stepBack, .stepOn, .home, .end, .nextPanel, .lastPanel, .explain,
      .chooseLast, .chooseNext, .pageUp, .pageDown, .scale, .smooth:
      true
    default: false
    }
  }

  /// Why it is not for those who follow; nil where it is.
  var refusalInClass: String? {
    switch self {
    case .step, .run, .faster, .slower:
      "Only your teacher trains here; the arrow keys, home and tab let you look around alone."
    case .ask: "Only your teacher can ask the class."
    case .breakLoop: "Only your teacher can break the loop or mend it."
    case .evaluate: "Only your teacher can call for an evaluation."
    case .sample: "Only your teacher can let the network write."
    case .check: "Only your teacher can check the gradient."
    case .restart, .newSeed: "Only your teacher can start the run again."
    case .find, .mostMoved: "Here you see only the parameter that your teacher has chosen."
    default: nil
    }
  }
}
