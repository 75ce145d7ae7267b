extension CensusNames {
  static let first = """
    aaron abbie abby abdul abe abel abigail abraham ada adalberto adam adan addie adela adelaide
    adele adeline adolfo adolph adrian adriana adrienne agnes agustin ahmad ahmed aida aileen
    aimee aisha al alan alana alba albert alberta alberto alden aldo alec alejandra alejandro
    alex alexander alexandra alexandria alexis alfonso alfonzo alfred alfreda alfredo ali alice
    alicia aline alisa alisha alison alissa allan allen allene allie allison allyson alma alonzo
    alphonse alphonso alta althea alton alva alvaro alvin alyce alyson alyssa amado amalia
    amanda amber amelia amie amos amparo amy ana anastasia anderson andre andrea andres andrew
    andy angel angela angelia angelica angelina angeline angelique angelita angelo angie anibal
    anita ann anna annabelle anne annette annie annmarie anthony antionette antoine antoinette
    anton antone antonia antonio antony antwan april araceli archie ariel arlene arline armand
    armando arnold arnulfo aron arron art arthur arturo ashlee ashleigh ashley aubrey audra
    audrey august augusta augustine augustus aurelia aurelio aurora austin autumn ava avery avis
    barbara barbra barney barrett barry bart barton basil beatrice beatriz beau becky belinda
    ben benita benito benjamin bennett bennie benny bernadette bernadine bernard bernardo
    bernice bernie berry bert berta bertha bertie bertram beryl bessie beth bethany betsy bette
    bettie betty bettye beulah beverley beverly bianca bill billie billy blaine blair blake
    blanca blanche bo bob bobbi bobbie bobby bonita bonnie booker boris boyd brad bradford
    bradley bradly brady brain branden brandi brandie brandon brandy brant brenda brendan
    brendon brent brenton bret brett brian briana brianna brice bridget bridgett bridgette
    brigitte britney brittany brittney brock brooke brooks bruce bruno bryan bryant bryce bryon
    bud buddy buford burl burt burton byron caitlin caleb callie calvin cameron camilla camille
    candace candice candy cara carey carissa carl carla carlene carlo carlos carlton carly
    carmela carmella carmelo carmen carmine carol carole carolina caroline carolyn carrie
    carroll carson carter cary casandra casey cassandra cassie catalina catherine cathleen
    cathryn cathy cecelia cecil cecile cecilia cedric celeste celia celina cesar chad chadwick
    chance chandra chang charity charlene charles charley charlie charlotte charmaine chase
    chasity chauncey chelsea chelsey cheri cherie cherry cheryl chester chet chi chris christa
    christi christian christie christina christine christoper christopher christy chrystal chuck
    chung cindy clair claire clara clare clarence clarice clarissa clark claude claudette
    claudia claudine claudio clay clayton clement cleo cletus cleveland cliff clifford clifton
    clint clinton clyde cody colby cole coleen coleman colette colin colleen collin columbus
    concepcion concetta connie conrad constance consuelo cora corey corina corine corinne
    cornelia cornelius cornell corrine cortney cory courtney coy craig cristina cruz crystal
    curt curtis cynthia cyril cyrus daisy dale dallas dalton damian damien damion damon dan dana
    dane danial daniel danielle dannie danny dante daphne darcy daren darin dario darius darla
    darlene darnell darrel darrell darren darrick darrin darryl darwin daryl dave david davis
    dawn dean deana deandre deann deanna deanne debbie debora deborah debra dee deena deidra
    deidre deirdre delbert delia della delmar delmer delores deloris demarcus demetrius dena
    denice denis denise dennis denny denver deon derek derick derrick desiree desmond dessie
    devin devon dewayne dewey dewitt dexter diana diane diann dianna dianne dick diego dillon
    dina dino dion dionne dirk dixie dollie dolly dolores domingo dominic dominick dominique don
    dona donald donn donna donnell donnie donny donovan donte dora doreen doretha dorian doris
    dorothea dorothy dorthy doug douglas doyle drew duane dudley duncan dustin dusty dwain
    dwayne dwight dylan earl earle earlene earline earnest earnestine ebony ed eddie eddy edgar
    edgardo edith edmond edmund edna eduardo edward edwardo edwin edwina edythe effie efrain
    efren eileen elaine elba elbert elda eldon eleanor elena eli elias elijah elinor elisa
    elisabeth elise eliseo elisha eliza elizabeth ella ellen elliot elliott ellis elma elmer
    elmo elnora eloise eloy elsa elsie elton elva elvia elvin elvira elvis elwood emanuel
    emerson emery emil emile emilia emilie emilio emily emma emmanuel emmett emory enid enoch
    enrique eric erica erich erick ericka erik erika erin erma erna ernest ernestine ernesto
    ernie errol ervin erwin esmeralda esperanza essie esteban estela estella estelle ester
    esther ethan ethel etta eugene eugenia eugenio eula eunice eva evan evangelina evangeline
    eve evelyn everett everette ezra fabian faith fannie fanny faustino fay faye federico
    felecia felicia felipe felix ferdinand fermin fern fernando fidel fletcher flora florence
    florencio florine flossie floyd forest forrest foster fran frances francesca francine
    francis francisca francisco frank frankie franklin fred freda freddie freddy frederic
    frederick fredric fredrick freeman freida frieda fritz gabriel gabriela gabrielle gail gale
    galen garfield garland garrett garry garth gary gavin gay gayla gayle gena genaro gene
    geneva genevieve geoffrey george georgette georgia georgina gerald geraldine geraldo gerard
    gerardo geri germaine german gerry gertrude gil gilbert gilberto gilda gina ginger gino
    giovanni giuseppe gladys glen glenda glenn glenna gloria goldie gonzalo gordon grace gracie
    graciela grady graham grant greg gregg gregorio gregory greta gretchen grover guadalupe
    guillermo gus gussie gustavo guy gwen gwendolyn hal haley hallie hank hannah hans harlan
    harley harold harriet harriett harris harrison harry harvey hassan hattie hazel heath
    heather hector heidi helen helena helene helga henrietta henry herbert heriberto herman
    herminia herschel hershel hester hilario hilary hilda hillary hilton hipolito hiram hollie
    hollis holly homer hope horace horacio houston howard hubert huey hugh hugo humberto hung
    hunter ian ida ignacio ila ilene imelda imogene ina ines inez ingrid ira irene iris irma
    irvin irving irwin isaac isabel isabella isabelle isaiah isaias isiah isidro ismael israel
    issac iva ivan ivory ivy jack jackie jacklyn jackson jaclyn jacob jacqueline jacquelyn
    jacques jade jaime jake jamaal jamal jamar jame jamel james jamey jami jamie jamison jan
    jana jane janell janelle janet janette janice janie janine janis janna jannie jared jarred
    jarrett jarrod jarvis jasmin jasmine jason jasper javier jay jayne jayson jean jeanette
    jeanie jeanine jeanne jeannette jeannie jeannine jed jeff jefferey jefferson jeffery jeffrey
    jeffry jenifer jenna jennie jennifer jenny jerald jeremiah jeremy jeri jermaine jerold
    jerome jerri jerrod jerrold jerry jess jesse jessica jessie jesus jewel jewell jill jillian
    jim jimmie jimmy jo joan joann joanna joanne joaquin jocelyn jodi jodie jody joe joel joesph
    joey johanna john johnathan johnathon johnie johnnie johnny jolene jon jonah jonas jonathan
    jonathon joni jordan jorge jose josef josefa josefina joseph josephine josh joshua josiah
    josie josue joy joyce juan juana juanita judi judith judson judy jules julia julian juliana
    julianne julie juliet juliette julio julius june junior justin justina justine
    """
}
