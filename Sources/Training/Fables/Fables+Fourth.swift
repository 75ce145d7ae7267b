extension Fables {
  static let fourth = #"""
    The mouse had a bad dream, and she woke up in the dark. She went to the dog
    and told him all of it. "There was a big cat," she said, "and it was as high
    as the barn." The dog listened to the end. "Go back to sleep," he said, "and
    if the cat comes again, tell her that I am here." The mouse slept, and the
    big cat came again. But this time the cat only asked for some milk.

    Every night the bee told her sisters about one flower that she had seen. She
    told them how red it was, and where it grew. One of her sisters could not
    fly, for her wing was bent. "I have never been to the field," said the
    sister, "but I know each flower in it." So the bee took care to look well,
    for she looked for two.

    A mouse found a bright key by the well. She tried it in the door of the
    barn, and it did not fit. She tried it at the mill and at the gate, and it
    did not fit there. At last she gave it to the crow, who likes bright things.
    The crow put it in a tree, and the wind made it ring. "It is not a key now,"
    said the mouse. "It is a bell."

    A fox told the same story every night. It was about a big fish that he had
    caught, and each night the fish was bigger. "Tonight your fish will not fit
    in the river," said the crow. The fox was quiet, and then he laughed. "It
    was a small fish," he said, "but it was a very good day." They liked that
    story best.

    Long ago the frog and the owl did not like each other. The frog said that
    the owl was too proud, and the owl said that the frog was too loud. Then one
    winter they both had to live in the same old tree. The owl heard that the
    frog told good stories. The frog saw that the owl was only shy. In the
    spring they did not want to leave.

    The little hen could not find her shadow at noon. She had seen it in the
    morning, long and thin on the grass. "Did I lose it?" she asked the dog.
    "Wait a little," said the dog, and he lay down beside her. In the evening
    the shadow came back on the other side, as long as before. "It went under
    you to rest," said the dog, "for it had walked with you all morning."

    A fox had a good coat, and he wore it every day. One day he tore it on a
    fence, and he hid in the wood. "I can mend that," said the ant, and she
    began to sew. Her work was so small and so neat that nobody could see it.
    "Now it is better than before," said the fox. "It is a good coat, and a
    friend is in it."

    The hen cleaned the barn each morning, and each night it was full of straw
    again. "Why do I do it?" she asked the dog. "The straw will only come back."
    The dog thought about it for a while. "I eat each day," he said, "and each
    day I am hungry again, but I have never been sorry that I ate." The hen
    laughed and took up her broom, and the dog held the door for her.

    A mouse asked the bear to hold her cup for a moment. Then she saw a friend
    on the road, and she forgot. The bear stood with the cup in his hand till
    the sun went down. He was hungry, and his arm was tired, but he did not put
    it down. At night the mouse came back and saw him. "You held it all day,"
    she said. "You asked me to," said the bear.

    The goat and the hare planted a garden on the hill. The goat planted corn,
    and the hare planted flowers, and each said that the other was wrong. "You
    can't eat a flower," said the goat. "You can't smell the corn," said the
    hare. In the summer the goat ate his corn, and he found that he liked to
    look at the flowers while he ate. "Plant more next year," he said, and he
    gave her half of the corn.

    A bee came home with no honey, and her buzz was low and sad. "I went to the
    wood and to the field," she said, "and I found no flowers." The old bee did
    not scold her. "Now we know where not to look," said the old bee. The next
    day they all went to the hill, and there were flowers everywhere. Even an
    empty trip can teach us something.

    When the bridge broke, the hare was on one side and her mother was on the
    other. "Wait there," called her mother. The hare wanted to jump, but she
    waited. The dog and the goat worked all day with wood and rope. At sundown
    the bridge was strong again. "It was hard to wait," said the hare. "I know,"
    said her mother, "and you did it well."

    The hen could count to three. She had three eggs, and each night she counted
    them. One night there were more than three, and she did not know what to do.
    "Learn one more number," said the owl, "and you can count four." The hen
    said it over and over until she knew it. Then she counted four eggs, and she
    went to sleep.

    Once a fish asked the frog about the land. "It is dry," said the frog, "and
    there are trees." "Are there fish in the trees?" asked the fish. "No," said
    the frog, "but there are birds, and they swim in the air." The fish thought
    that this was a fine story. That night she looked up at the birds and waved
    her tail. Up in the sky, one of them seemed to wave its wing.

    The cat and the dog shared one warm bed by the fire. "You take too much
    room," said the cat. "You have cold feet," said the dog. That night the dog
    slept in the barn, and the cat had the bed to herself. It was a big bed, and
    it was very cold. In the morning the cat went out to bring the dog home.

    The hen wanted to see the river, but the road was long. "I will walk with
    you," said the dog. They walked past the field and the mill, and they
    stopped to rest under every tree. When they came to the river, the sun was
    low. "It was a long way," said the hen, "but it did not feel long." A road
    is shorter when a friend is on it.

    The cat made soup, and she asked all her friends to bring something. The
    hare brought carrots, and the goat brought corn. The fox forgot, and he came
    with nothing, not even a dozen peas. "I am sorry," he said. "Then you can
    wash the bowls," said the cat. The fox washed every bowl until it was
    bright. There is always some way to help.

    In the old barn there was a bell that nobody could ring. The rope was too
    high for the dog, and too high for the cat. A mouse ran up the wall and sat
    on the bell, but she was too light to move it. Then the mouse let the rope
    down, and the dog pulled it. The bell rang, and each of them said, "We did
    it."

    A goat came to a fork in the road. One road was wide, and one road was
    narrow. "Which is the right one?" he asked the crow. "Where do you want to
    go?" said the crow. The goat did not know. "Then sit down and eat something
    first," said the crow. The goat ate and thought, and then he knew that he
    wanted to go home.

    An old goat and a young goat looked at the moon. "I will jump up to it,"
    said the young goat, and he jumped all night. In the morning he was still on
    the ground, and he was sad. "How high could you jump last night?" asked the
    old goat. "As high as the fence," he said. "And now?" He jumped over the
    fence with no trouble at all.

    An owl had a book with no words in it. "What is it for?" asked the hare. "I
    write down what I do not know," said the owl. "But there is nothing in it,"
    said the hare. The owl looked at the book for a while. Then she took a pen
    and began to write, and she did not stop until morning. Very soon the book
    was full, and it was the best book in the wood.

    The bear had a song, but he knew only half of it. He sang his half in the
    wood every day. In another wood there was a crow who knew only half of a
    song too. One day the wind was just right, and the crow heard the bear. She
    flew to him and sang her half. It was one song, and now it was whole. Just
    think how many halves are still out there.

    A fox and an owl lived in the same tree, one at the bottom and one at the
    top. The owl dropped nuts on the fox, and the smoke from the fox went up to
    the owl. They were angry with each other for a year. Then the fox said, "I
    will cook in the morning, when you are out." "And I will eat my nuts
    inside," said the owl. It took them one year to be angry, and one moment to
    stop.

    The hare ran so fast that she did not see the road. She ran past the well,
    past the barn, and past her own home. At last she stopped and asked a mole,
    "Where am I?" "You are here," said the mole. The hare laughed and walked
    home slowly, and she saw many good things on the way.

    The mole had never seen the sun. "What is it like?" he asked the hare. The
    hare thought for a long time. "Come and sit here," she said, and she put him
    on a flat stone. The stone was warm, and the air was warm too. "Now I know
    the sun," said the mole, and he smiled in his own dark way.

    The bear asked his friends to guess what was in his bag. "Is it bread?"
    asked the mouse. "Is it a drum?" asked the frog. The bear shook his head
    each time. When they had all asked, he opened it, and the bag was empty. "I
    am going to pick apples," he said, "and I hoped that you would come." They
    all went with him.

    The cat had nine ribbons, and the hen had none. "You may have one," said the
    cat, "but not the blue one." The hen looked at them for a long time. "I like
    the blue one best," she said softly. The cat thought about it, and she saw
    that she had never worn the blue one. So the hen had the blue one, and the
    cat was glad to look at it.

    The mouse and the mole dug a road under the field. The mouse dug from the
    barn, and the mole dug from the hill. They dug for nine days, but they did
    not meet. "Sing a song," called the mole, "and I will dig to the sound." The
    mouse sang, and that same day the mole came through the wall.

    The mole made a map of the wood. There were no trees on it, and there were
    no hills. "This is not a good map," said the hare. But the mole had put in
    every smell and every sound. That night the fog was so thick that nobody
    could see. The mole took out his map, and he led them all safely home.

    At the end of the day the animals sat on the hill and looked at the sun go
    down. "What did you do today?" asked the owl. The bee had made honey, and
    the ant had mended a wall. The dog had kept the gate, and the hen had a new
    egg. "I did nothing," said the little mouse. "I only sat with the frog, for
    he was sad." "Then that was the best work of the day," said the owl.
    """#
}
