internal import Moves

/// The class in the header, from the fullest words to the shortest.
struct ClassWords {
  private let app: App
  private let attendance: Attendance

  /// Nil where there is none.
  init?(app: App) {
    guard let attendance = app.attendance else { return nil }
    (self.app, self.attendance) = (app, attendance)
  }

  /// Whether they say where the person looks, in place of where the run is.
  var isAlone: Bool { app.following?.isAlone ?? false }

  var forms: [String] {
    let code = "class \(attendance.code)"
    if let count = attendance.following { return ["\(code), \(count) following", code] }
    guard let following = app.following, following.isAlone else { return [code] }
    let step = app.completedSteps
    guard !following.isOver else {
      return ["looking at step \(step); the class is over", "step \(step); class over"]
    }
    guard !following.isAsked else {
      return ["looking alone at step \(step); a question: esc", "a question: esc"]
    }
    if let present = following.present, present.now.completedSteps == step {
      let place = place(from: present.now.moves)
      return ["looking alone\(place): esc", "alone\(place): esc", "alone: esc"]
    }
    return [
      "looking alone at step \(step); class at \(following.place): esc",
      "alone at \(step); class at \(following.place): esc", "class at \(following.place): esc",
    ]
  }

  /// Within the same step.
  private func place(from moves: Int) -> String {
    let behind = moves - app.run.now.moves
    if behind == 0 { return " where the class is" }
    return ", \(abs(behind).counted("move")) \(behind > 0 ? "behind" : "ahead of") the class"
  }
}
