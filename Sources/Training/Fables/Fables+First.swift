extension Fables {
  static let first = #"""
    One day a fox found a red hat on the road. It was too small for him, but he
    put it on and walked home. "That is my hat," said the mouse at the gate. The
    fox looked at the hat, and then he looked at the mouse. "It looks much
    better on you," he said, and he gave it back. A thing is best with the one
    who needs it.

    A young bee was lost in the wood, and the sun was going down. "Buzz," she
    said, but nobody said it back. She asked a tree the way, but trees can't
    talk. She asked a fish, but the fish had never seen a bee. Then she closed
    her eyes and smelled the air. There was a little smell of honey, and she
    flew to it, and it was home. "Buzz, buzz," said all her sisters at the door.

    The mole had a lamp, but he did not need it. He kept it in a hole behind the
    door. One night the hen was lost in the dark, and she knocked and asked to
    come in. The mole lit the lamp for her, and the room was warm and bright.
    "Why do you have a lamp?" asked the hen. "For you," said the mole.

    A frog jumped into the well and could not get out. "Help," he called, but
    the wall was too high and too wet. The mouse let down a string, and it was
    too short. The cat let down her long scarf, and it was too short. Then they
    tied the string to the scarf, and it was long enough. The frog came up, and
    he gave them each a wet hug. Under the sun they all sat down to dry.

    The dog was asked to keep a cake safe until the evening. It smelled of
    honey, and the dog had not had his dinner. He sat with his back to it, and
    he could still smell it. So he ran to the hen and said, "Please come and sit
    with me. It is hard to be good alone." The hen came, and they talked until
    evening. The cake was whole, and the dog had the first piece of it.

    Early in the morning the ant came to the river. There was no bridge, and the
    water was fast. The ant sat on a stone and waited. At noon the wind blew a
    long stick across the river, and the ant walked over it with dry feet. She
    had not been lazy. Sometimes it is good work to wait.

    The hare wrote a song for the cat, but the cat fell asleep before the end.
    The hare was hurt, and she told the mole about it. "What kind of song was
    it?" asked the mole. "It was a song about the soft rain," said the hare.
    "Then it was a very good song," said the mole, "for it put her to sleep."
    The next day the cat came and asked, "Will you sing that song again
    tonight?"

    The goat lived on one side of the river, and the bear lived on the other.
    Each evening the goat lit a lamp, and the bear lit a lamp, and that was how
    they said good night. One evening there was no lamp on the side of the bear.
    The goat went over the bridge in the rain to see what was wrong. "I have no
    more oil," said the bear, "but I am well." The goat gave him half of his
    own, and that night there were two small lamps again.

    There was one apple left on the tree, and it was very high. The goat could
    not reach it, and the hare could not jump so far. "Leave it there," said the
    owl. So they left it, and in the winter it fell into the snow. A hungry bird
    found it and ate it. The bird sang for them all day long, and they were glad
    that they had left it.

    A mouse wanted to be as strong as a bear. Each day she picked up a stone,
    and each week it was a bigger stone. At the end of the year she was still
    not as strong as a bear. But she was the strongest mouse in the whole wood.
    When the door of the barn was shut by the snow, she was the one who pushed
    it open.

    A crow wanted to count the stars. She sat on the barn and counted all night,
    but she fell asleep before the end. "How many are there?" asked the owl.
    "More than I can count," said the crow. "Then you have learned what I know,"
    said the owl, and they looked up at the sky together.

    A hare lived next to a very slow stream. "Why don't you hurry?" she asked
    it. The stream only said what streams say. One dry summer the fast river ran
    out, and its bed was all stones. The slow stream still had water, cool and
    clear. The hare drank from it each day, and each day she drank a little more
    slowly. Quiet friends are often the ones who stay.

    A bear and a mouse wanted to paint the barn. The bear painted the top, and
    the mouse painted the bottom. The bear was done by noon, but the mouse had a
    long way to go. "Your brush is too small," said the bear. "Yes," said the
    mouse, "but I like to see it grow." The bear sat down and painted with her,
    one small board at a time.

    A dog and an owl kept watch at the barn. The dog kept watch in the day, and
    the owl kept watch in the night. They did not meet, but each left a note for
    the other. "All is well," said the note each morning. "All is well," said
    the note each night. One day there was no note, so the dog went to look, and
    he found the owl asleep.

    The ants lived by the river, and each of them had one job. One ant had to
    close the door at night, and she thought that it was a very small job. "I
    want to carry seeds," she said. So she carried seeds, and that night nobody
    closed the door. The rain came in, and all the seeds were wet. In the
    morning they put the seeds in the sun to dry, and the ant asked for her old
    job. There are no small jobs in a small house.

    The fish and the bee had never met, but each had heard of the other. "Is it
    true that you live in the water?" asked the bee when she came to the pond.
    "Is it true that you live in the air?" asked the fish. "I would be afraid in
    your house," said the bee. "And I would be afraid in yours," said the fish.
    So each thought that the other was very brave, and each of them was right.

    When the snow came, the ant could not find her door, and her feet were cold.
    She walked here and there, and all was white. "What is near your door?"
    asked the owl. "A round stone and a bent tree," said the ant. The owl looked
    down from the sky and found the bent tree. It helps to know what is near
    your home.

    A fox and a hen met on a narrow road. The hen was afraid, and she stood very
    still. "I have had my dinner," said the fox, "and I only want to go home."
    "Then I will walk on this side," said the hen, "and you will walk on that
    side." And so they did. It is good to be kind, and it is good to be careful.

    It was a hot day, and the well was almost dry. The goat drank first, and he
    wanted to drink it all. Then he saw the little mouse at the gate, and he
    stopped. "Is there some for me?" asked the mouse. "There is enough for two,"
    said the goat. That night it rained, and there was enough for all.

    A young goat would not say that he was sorry. He had pushed the frog into
    the mud, and he said that the frog was in the way. That night he lay in bed
    and thought of the frog with mud in his eyes. He got up and walked to the
    pond in the dark. "I am sorry," he said, but the frog was asleep. So the
    goat sat down and waited, and in the morning he said it again.

    The frog said, "I can stay quiet for a whole day." Nobody thought that he
    could do it. He was quiet all morning, and he was quiet at noon. In the
    evening he saw that the gate was open and the hens were on the road. "Close
    the gate," he called. He did not stay quiet, but they all said that he had
    done the right thing.

    The dog found a box in the road, and there was a letter in it. The letter
    said, "Please take me to the mill." So he took it to the mill, and there he
    found one more letter. It said, "Please take me to the pond." At the pond
    all his friends were waiting with a cake. "We wanted you to have a walk
    first," said the cat.

    One owl liked to give advice. She told the bee how to fly, and she told the
    fish how to swim. The bee was kind and said, "Thank you." The fish was kind
    and said, "Thank you." Then the owl fell into the pond, and she did not know
    how to swim. The fish pushed her to the bank and gave her no advice at all.

    The bear learned to read when he was very old. The young ones thought that
    it was funny to see him with a small book. "Why do you want to read now?"
    asked the hare. "When I was young I had no time," said the bear, "and now I
    have time." By winter he could read a whole story. Each night he read to the
    young ones by the fire, and they did not laugh any more.

    Once there was a hole in the roof of the barn. When it rained, they could
    not go up to mend it. When it did not rain, they did not think of it. At
    last the hare said, "Let us mend it today, while the sun is out." They all
    said that it was too nice a day for work. But they did it, and that night
    they heard the rain and stayed dry.

    The crow had a friend who was made of snow. She had made him in the winter
    by the gate, and she talked to him each day. When the sun was warm he grew
    small, and then he was gone. "Where did he go?" the crow asked the frog. "He
    went down to the pond," said the frog. "He is water now, and I swim in him."
    The crow came to the pond each day and told it all the news.

    A small frog was afraid of the deep water. All the other frogs could swim
    across the pond. "Come with me," said the old frog. "We will swim only as
    far as that leaf." Each day they swam to a leaf that was a little farther
    away. By the end of summer the small frog was on the other side.

    The fox wanted to be a teacher. He sat on a stone and waited, and only the
    mouse came. "What can you teach me?" asked the mouse. "I can teach you how
    to be quiet," said the fox. "I know that," said the mouse, and she showed
    him how she walked. The fox had not heard her feet at all. That day the
    teacher learned something new.

    The bear was cold, and he could not sleep. He went to the barn and asked the
    hen for some straw. "Take what you need," said the hen, "but leave some for
    me." The bear took a little and left a lot. In the spring he came back with
    a basket of berries for the hen.

    In the pond there was a fish who said that she had no friends. The frog
    heard this, and he was surprised. "I say good night to you each night," he
    said. "Do you?" said the fish. "I thought that you said it to the moon."
    From then on he said, "Good night, fish," and she said, "Good night, frog."
    """#
}
