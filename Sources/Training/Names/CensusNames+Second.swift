extension CensusNames {
  static let second = """
    kaitlin kaitlyn kara kareem karen kari karin karina karl karla karyn kasey kate katelyn
    katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy katie katina
    katrina katy kay kaye kayla keenan keisha keith kelley kelli kellie kelly kelsey kelvin ken
    kendall kendra kendrick kenneth kennith kenny kent kenton kenya keri kermit kerri kerry
    keven kevin kieth kim kimberlee kimberley kimberly kip kirby kirk kirsten kitty kory kris
    krista kristen kristi kristie kristin kristina kristine kristopher kristy krystal kurt
    kurtis kyle lacey lacy ladonna lakeisha lakesha lakisha lamar lamont lana lance landon lane
    lanny lara larry lashonda latanya latasha latisha latonya latoya laura laurel lauren
    laurence lauri laurie lavern laverne lavonne lawanda lawrence lazaro lea leah leann leanna
    leanne lee leeann leigh leila lela leland lelia lemuel lena lenard lenny lenora lenore leo
    leola leon leona leonard leonardo leonel leonor leopoldo leroy les lesa lesley leslie lessie
    lester leta letha leticia letitia levi lewis libby lidia lila lilia lilian liliana lillian
    lillie lilly lily lina lincoln linda lindsay lindsey linwood lionel lisa liz liza lizzie
    lloyd logan lois lola lolita lon lonnie lora loraine loren lorena lorene lorenzo loretta
    lori lorie lorna lorraine lorrie lottie lou louella louie louis louisa louise lourdes lowell
    loyd luann lucas lucia luciano lucien lucile lucille lucinda lucio lucy luella luis luisa
    luke lula lupe luther luz lydia lyle lyman lynda lyndon lynette lynn lynne lynnette ma mabel
    mable mac mack madeleine madeline madelyn madge mae magdalena maggie mai major malcolm
    malinda mallory mamie mandy manuel manuela mara marc marcel marcelino marcella marcelo marci
    marcia marcie marco marcos marcus marcy margaret margarita margarito margery margie margo
    margot margret marguerite mari maria marian mariana marianne mariano maribel maricela marie
    marietta marilyn marina mario marion marisa marisol marissa maritza marjorie mark markus
    marla marlene marlin marlon marquis marquita marsha marshall marta martha martin martina
    marty marva marvin mary maryann maryanne maryellen marylou mason mathew matilda matt matthew
    mattie maude maura maureen maurice mauricio mauro mavis max maximo maxine maxwell may
    maynard mayra mckinley meagan megan meghan mel melanie melba melinda melisa melissa mellisa
    melody melva melvin mercedes meredith merle merlin merrill mervin mia micah michael micheal
    michel michele michell michelle mickey miguel mike mikel milagros mildred miles milford
    millard millicent millie milo milton mina mindy minerva minh minnie miranda miriam misty
    mitch mitchel mitchell mitzi mohamed mohammad mohammed moises mollie molly mona monica
    monika monique monroe monte monty morgan morris morton moses moshe muriel murray myles myra
    myrna myron myrtle nadia nadine nan nancy nanette nannie naomi napoleon natalia natalie
    natasha nathan nathaniel neal ned neil nelda nell nellie nelly nelson nestor nettie neva
    newton nicholas nichole nick nickolas nicolas nicole nigel nikki nina nita noah noble noe
    noel noelle noemi nola nolan nona nora norbert norberto noreen norma norman normand norris
    numbers octavia octavio odell odessa odis ofelia ola olen olga olin olive oliver olivia
    ollie omar omer opal ophelia ora oren orlando orval orville oscar osvaldo otis otto owen
    pablo paige pam pamela pansy parker pasquale pat patrica patrice patricia patrick patsy
    patti patty paul paula paulette pauline pearl pearlie pedro peggy penelope penny percy perry
    pete peter petra phil philip phillip phoebe phyllis pierre polly porfirio preston prince
    priscilla queen quentin quincy quinn quintin quinton rachael rachel rachelle rae rafael
    ralph ramiro ramon ramona randal randall randell randi randolph randy raphael raquel raul
    ray raymond raymundo reba rebecca rebekah reed refugio reggie regina reginald reid reinaldo
    rena renae rene renee reuben reva rex reyes reyna reynaldo rhea rhoda rhonda ricardo rich
    richard richie rick rickey rickie ricky rico rigoberto riley rita rob robbie robby robert
    roberta roberto robin robt robyn rocco rochelle rocio rocky rod roderick rodger rodney
    rodolfo rodrick rodrigo rogelio roger roland rolando rolland roman romeo ron ronald ronda
    ronnie ronny roosevelt rory rosa rosalie rosalind rosalinda rosalyn rosanna rosanne rosario
    roscoe rose roseann rosella rosemarie rosemary rosendo rosetta rosie roslyn ross rowena
    roxanne roxie roy royal royce ruben rubin ruby rudolph rudy rufus rupert russ russel russell
    rusty ruth ruthie ryan sabrina sadie sal sallie sally salvador salvatore sam samantha sammie
    sammy samuel sandra sandy sanford sang santiago santos sara sarah sasha saul saundra
    savannah scot scott scottie scotty sean sebastian selena selina selma serena sergio seth
    seymour shana shane shanna shannon shari sharlene sharon sharron shaun shauna shawn shawna
    sheena sheila shelby sheldon shelia shelley shelly shelton sheree sheri sherman sherri
    sherrie sherry sheryl shirley sidney sierra silas silvia simon simone socorro sofia sol
    solomon son sondra sonia sonja sonny sonya sophia sophie spencer stacey staci stacie stacy
    stan stanford stanley stefan stefanie stella stephan stephanie stephen sterling steve steven
    stevie stewart stuart sue summer sung susan susana susanna susanne susie suzanne suzette
    sybil sydney sylvester sylvia tabatha tabitha tad tamara tameka tamera tami tamika tammi
    tammie tammy tamra tania tanisha tanner tanya tara tasha taylor ted teddy teodoro terence
    teresa teri terra terrance terrell terrence terri terrie terry tessa thad thaddeus thanh
    thelma theo theodore theresa therese theron thomas thurman tia tiffany tim timmy timothy
    tina tisha tobias toby tod todd tom tomas tommie tommy toni tonia tony tonya tori tory
    tracey traci tracie tracy travis trent trenton trevor trey tricia trina trinidad trisha
    tristan troy trudy truman twila ty tyler tyree tyrell tyron tyrone tyson ulysses ursula
    valarie valentin valentine valeria valerie van vance vanessa vaughn velma vera vern verna
    vernon veronica vicente vicki vickie vicky victor victoria vilma vince vincent viola violet
    virgie virgil virginia vito vivian vonda wade waldo walker wallace walter wanda ward warren
    wayne weldon wendell wendi wendy werner wesley weston whitney wilbert wilbur wilburn wilda
    wiley wilford wilfred wilfredo will willa willard william williams willie willis willy wilma
    wilmer wilson wilton winfred winifred winnie winston wm woodrow wyatt xavier yesenia yolanda
    yong young yvette yvonne zachariah zachary zachery zane zelda zelma
    """
}
