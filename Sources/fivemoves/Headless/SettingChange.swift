internal import Moves

/// What a person sets otherwise for the rest of a run.
struct SettingChange {
  private let settings: [Setting]
  private let before: Hyperparameters

  init(_ settings: [Setting], _ before: Hyperparameters) {
    self.settings = settings
    self.before = before
  }

  /// What all of it changes, but for options that another line tells of; nil where that is nothing.
  func remark(butFor told: [String]) -> String? {
    let changed = settings.filter { !told.contains($0.option) && $0.valueIn(before) != $0.value }
    guard !changed.isEmpty else { return nil }
    let list = changed.map { "\($0.option) is now \($0.value), not \($0.valueIn(before))" }
    return "settings: \(list.joined(separator: ", "))."
  }
}
