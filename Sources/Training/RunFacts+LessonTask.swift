import Autograd
import Models
import Moves

extension RunFacts {
  init(
    _ lesson: LessonFacts, _ hyperparameters: Hyperparameters, _ recipe: Recipe,
    _ task: any LessonTask
  ) {
    var lesson = lesson
    if let text = task.text { lesson.data = "\(text.name), a text of your own" }
    self.init(
      lesson: lesson, hyperparameters: hyperparameters, recipe: recipe, model: task.model.kind,
      tensors: task.model.parameters.specs.map { TensorFacts($0) },
      vocabulary: task.vocabulary, guessingLoss: task.guessingLoss,
      text: task.text, hasDropout: task.dropoutStream != nil)
    activation = task.model.activation
    data = task.data
  }
}

extension TensorFacts {
  init(_ spec: ParameterSpec) {
    self.init(name: spec.name, layer: spec.layer, shape: spec.shape, aliases: spec.aliases)
  }
}
